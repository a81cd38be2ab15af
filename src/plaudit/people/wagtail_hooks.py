"""What the newsroom knows of people; Wagtail looks for this file by its name."""

from wagtail import hooks

from plaudit.people import choosing


@hooks.register("register_admin_viewset")
def register_account_chooser() -> choosing.UserChooserViewSet:
    return choosing.viewset
