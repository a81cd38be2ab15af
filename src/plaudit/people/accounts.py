"""How accounts behave where allauth asks."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The newsroom's people arrive at their desk, readers at the front page."""
        return "/newsroom/" if request.user.is_newsroom else "/"  # type: ignore[union-attr]
