"""How accounts behave where allauth asks. Nothing of it hangs on the host that a request names.

A site may answer to several hosts, and to any port; what a stranger's request chose among them
must neither stand in somebody else's mail nor open a new count of wrong passwords.
"""

from typing import Any, NamedTuple

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from django.http import HttpRequest

from plaudit import settings
from plaudit.people.door import NEWSROOM


class ThisSite(NamedTuple):
    """The site as a mail names it."""

    name: str
    domain: str


class AccountAdapter(DefaultAccountAdapter):
    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The newsroom's people arrive at their desk, readers at the front page."""
        return NEWSROOM if request.user.is_newsroom else "/"  # type: ignore[union-attr]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Every link leads to the site's own address; allauth takes the host that was asked."""
        site = settings.load()
        context = {key: _at_home(value) for key, value in context.items()}
        context["current_site"] = ThisSite(site.name, site.url)
        super().send_mail(template_prefix, email, context)

    def format_email_subject(self, subject: str) -> str:
        return f"[{settings.load().name}] {subject}"

    def _get_login_attempts_cache_key(self, _request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords are counted for each account, in place of each account and host."""
        login: str = credentials.get("email") or credentials.get("username", "")
        return login.strip().lower()


def _at_home(value: Any) -> Any:
    asked = current.request.build_absolute_uri("/")
    if isinstance(value, str) and value.startswith(asked):
        return f"{settings.load().url}/{value.removeprefix(asked)}"
    return value
