"""What is the house's own and no story: its pages."""
