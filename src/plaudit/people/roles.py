"""The newsroom's roles: groups with the permissions that go with them."""

AUTHOR = "Authors"
EDITOR = "Editors"
MODERATOR = "Moderators"
ADMINISTRATOR = "Administrators"
ALL = (AUTHOR, EDITOR, MODERATOR, ADMINISTRATOR)
