"""Dates and figures as Arabic papers set them; Django has no date with a time of day for them."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y، g:i\u00a0A"
TIME_FORMAT = "g:i\u00a0A"
DECIMAL_SEPARATOR = "."
THOUSAND_SEPARATOR = ","
NUMBER_GROUPING = 3
