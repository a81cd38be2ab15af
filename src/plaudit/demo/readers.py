"""The readers of the paper: a few hundred accounts nobody can sign in to."""

from itertools import product

from plaudit.demo.chance import Chance
from plaudit.people.guests import SECRET_BYTES
from plaudit.people.models import User
from plaudit.points.models import Ballot, MemberSecret
from plaudit.points.voters import Voter

FIRST = """
Abena Alasdair Anneke Aurelio Beatrix Birgit Calum Chidi Cosima Dagmar Dorian Edda Efua Emeka
Fenna Fergus Gideon Greta Hanneke Ifeoma Ingrid Ishaan Jocasta Kasimir Keir Leonie Linnea Mairi
Marcelline Nadir Nkechi Odile Orla Pavel Petra Quillon Rafferty Rosamund Saskia Senan Solveig
Tamsin Tariq Ulrike Vesna Wilhelm Xanthe Yusra Zephyr Zofia
"""
LAST = """
Adeyemi-Holt Barrowclough Castellan Dunmore Eskildsen Fairweather Gallowhurst Hollis Iverness
Jankowiak Kettleby Lindqvist Merriweather Nightingale-Okoro Oakenfield Pettibone Quarrington
Ravensworth Sandlake Tidewell Underhay Vandermolen Wetherstone Yarborough
"""


def join(count: int, chance: Chance) -> list[Voter]:
    """Make the accounts, with the secrets their ballots follow from."""
    names = chance.sample(
        [f"{first} {last}" for first, last in product(FIRST.split(), LAST.split())], count
    )
    users = User.objects.bulk_create(_user(number, name) for number, name in enumerate(names))
    secrets = [chance.randbytes(SECRET_BYTES) for _ in users]
    MemberSecret.objects.bulk_create(
        MemberSecret(user=user, secret=secret) for user, secret in zip(users, secrets, strict=True)
    )
    return [
        Voter(Ballot.Kind.MEMBER, secret, user.pk)
        for user, secret in zip(users, secrets, strict=True)
    ]


def _user(number: int, name: str) -> User:
    username = f"{name.split(maxsplit=1)[0].lower()}{number}"
    user = User(username=username, name=name, email=f"{username}@readers.example")
    user.set_unusable_password()
    return user
