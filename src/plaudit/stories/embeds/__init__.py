"""What is embedded from elsewhere: from whom, what it is called, and never before a click."""
