"""One function a picture, one file a section of the paper."""
