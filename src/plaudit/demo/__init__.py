"""A believable paper to look at: stories, pictures, readers and their points, all invented."""
