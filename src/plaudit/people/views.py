"""A reader's own account: leaving for good."""

from allauth.account.forms import ReauthenticateForm
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from plaudit.people import erasing


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def delete_account(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays, and erase the account once the password is typed again.

    Guesses are counted as they are at the door. Whoever is of the newsroom has to leave it first.
    """
    user = request.user
    is_asked = request.method == "POST"
    if user.is_newsroom:  # type: ignore[union-attr]
        status = 403 if is_asked else 200
        return render(request, "account/delete.html", {"is_newsroom": True}, status=status)
    form = ReauthenticateForm(request.POST if is_asked else None, user=user)
    if not (is_asked and form.is_valid()):
        return render(request, "account/delete.html", {"form": form})
    logout(request)
    erasing.erase(user)  # type: ignore[arg-type]
    messages.success(request, gettext("Your account is deleted. Thank you for having read here."))
    return redirect("front")
