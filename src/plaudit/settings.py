"""Everything an operator can set, typed, read once from the site's folder and the environment.

Order of precedence: the environment, then `plaudit.toml` in the site's folder, then the default.
Documented one by one in `docs/operators/settings.md`; a setting without an entry there fails the
test suite.
"""

import ipaddress
import os
import re
import sys
import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf.locale import LANG_INFO
from pydantic import AliasChoices, Field, ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from plaudit.refusal import Refusal

FILE_NAME = "plaudit.toml"
DATABASE_NAME = "plaudit.sqlite3"
LONGEST_NAME = 80
PLAIN = {  # what pydantic says in its own words, in ours
    "string_too_short": "at least {min_length} characters are needed",
    "string_too_long": "at most {max_length} characters fit",
    "string_type": "text in quotes is wanted",
    "literal_error": "it is none of {expected}",
}
SECRET = {"secret_key", "database_url", "mail"}  # nothing ever prints their values


class BadSetting(Refusal):
    """A setting that cannot be used: its message names it, says what is wrong, gives an example."""


class Settings(BaseSettings):
    """The settings of one site."""

    model_config = SettingsConfigDict(env_prefix="PLAUDIT_", extra="forbid", frozen=True)

    home: Path = Field(
        description="The site's folder: database, media, keys and the settings file.",
        examples=["/srv/plaudit"],
    )
    secret_key: str = Field(
        min_length=32,
        repr=False,
        description="Signs sessions and password links. Made by `plaudit init`; keep it secret.",
        examples=["64 random characters, as `plaudit init` writes them"],
    )
    url: str = Field(
        default="http://127.0.0.1:8000",
        description="The address readers type, without a path.",
        examples=["https://gazette.example"],
    )
    hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Other names the site answers to, besides the host of its address; * for any.",
        examples=["www.gazette.example,gazette.local"],
    )
    origin: str = Field(
        default="",
        description="The name of the points ledger. Fixed for ever once the first point is given.",
        examples=["gazette.example"],
    )
    weights: Annotated[tuple[int, int, int], NoDecode] = Field(
        default=(1, 1, 1),
        description="How many points a ballot counts that a member, a guest, somebody from the "
        "fediverse gives. Fixed for ever once the site has run; readers are told.",
        examples=["3,1,1"],
    )
    name: str = Field(
        default="Plaudit",
        min_length=1,
        max_length=LONGEST_NAME,
        description="The name of the site.",
        examples=["The Harbour Gazette"],
    )
    tagline: str = Field(
        default="",
        max_length=160,
        description="One line under the name.",
        examples=["News from both banks of the river"],
    )
    language: str = Field(
        default="en",
        description="The language of the site's own words.",
        examples=["en", "de", "ar"],
    )
    time_zone: str = Field(
        default="UTC",
        description="The time zone of dates on the site.",
        examples=["Europe/Berlin"],
    )
    database_url: str = Field(
        default="",
        repr=False,
        validation_alias=AliasChoices("DATABASE_URL", "database_url"),
        description="PostgreSQL in place of the SQLite file in the site's folder.",
        examples=["postgresql://plaudit:secret@127.0.0.1:5432/plaudit"],
    )
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Addresses whose X-Forwarded-For and X-Forwarded-Proto are believed.",
        examples=["127.0.0.1,10.0.0.0/8"],
    )
    mail: str = Field(
        default="console",
        repr=False,
        description="Where mail goes: `console`, or smtp://user:password@host:port (smtps: TLS).",
        examples=["smtp://plaudit:secret@mail.example:587"],
    )
    mail_from: str = Field(
        default="",
        description="The sender of the site's mail.",
        examples=["desk@gazette.example"],
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO",
        description="How much is written to the log.",
        examples=["INFO"],
    )
    witnesses_needed: int = Field(
        default=0,
        ge=0,
        le=32,
        description="How many witnesses of the ledger a checkpoint waits for, a minute at most.",
        examples=["2"],
    )
    fetch_networks: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Networks that links may lead to though they are not public.",
        examples=["10.20.0.0/16"],
    )
    peertube: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="PeerTube servers whose films readers may open within a story.",
        examples=["https://tube.example,https://films.example"],
    )
    page_store_mb: int = Field(
        default=512,
        ge=16,
        le=1_048_576,
        description="How many megabytes of disk the stored pages may take.",
        examples=["512"],
    )

    @field_validator("home")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().resolve()

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("this is no web address with http:// or https:// and a host")
        if parts.path not in ("", "/") or parts.query or parts.fragment or parts.username:
            raise ValueError("only scheme, host and port belong here, no path")
        _port(value)
        return f"{parts.scheme}://{parts.netloc.lower()}"

    @field_validator("origin")
    @classmethod
    def _ledger_name(cls, value: str) -> str:
        if re.search(r"\s|\+", value) or "://" in value:
            raise ValueError("a name without spaces, plus signs or scheme is wanted")
        return value

    @field_validator("language")
    @classmethod
    def _known_language(cls, value: str) -> str:
        parts = re.fullmatch(r"([a-z]{2,3})(-[a-z0-9]+)?", value)
        if not parts or LANG_INFO.keys().isdisjoint(parts.group(0, 1)):
            raise ValueError("no language of this code is known, in small letters")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_capitals(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            return ZoneInfo(value).key
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError("no time zone of this name is known") from None

    @field_validator("database_url")
    @classmethod
    def _postgresql(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and parts.scheme not in ("postgresql", "postgres"):
            raise ValueError("only postgresql:// addresses work here; leave it out for SQLite")
        if value and not parts.path.strip("/"):
            raise ValueError("the name of the database is missing at its end")
        _port(value)
        return value

    @field_validator("trusted_proxies", "fetch_networks", mode="before")
    @classmethod
    def _networks(cls, value: object) -> tuple[str, ...]:
        items = _items(value, "this is no list of addresses")
        return tuple(str(ipaddress.ip_network(str(item).strip())) for item in items if item)

    @field_validator("weights", mode="before")
    @classmethod
    def _whole_weights(cls, value: object) -> tuple[int, ...]:
        wrong = "three are needed: of a member, of a guest, of the fediverse"
        items = _items(value, wrong)
        if len(items) != 3:
            raise ValueError(wrong)
        found = tuple(str(item).strip() for item in items)
        if not all(re.fullmatch(r"0|[1-9]\d{0,2}|1000", item) for item in found):
            raise ValueError("each is a whole number from 0 to 1000")
        if not any(map(int, found)):
            raise ValueError("with all of them 0, no point would count")
        return tuple(map(int, found))

    @field_validator("peertube", mode="before")
    @classmethod
    def _origins(cls, value: object) -> tuple[str, ...]:
        items = _items(value, "this is no list of addresses")
        origins = tuple(
            str(item).strip().lower().rstrip("/") for item in items if str(item).strip()
        )
        for origin in origins:
            if not re.fullmatch(r"https?://[a-z0-9.-]+(:\d{1,5})?", origin):
                raise ValueError(f"{origin} is no address with https:// and a host, and no path")
        return origins

    @field_validator("hosts", mode="before")
    @classmethod
    def _host_names(cls, value: object) -> tuple[str, ...]:
        items = _items(value, "this is no list of names")
        names = tuple(str(item).strip().lower() for item in items if str(item).strip())
        for name in names:
            if not re.fullmatch(r"\*|\.?[a-z0-9\[\]:.-]+", name):
                raise ValueError(f"{name} is no host name")
        return names

    @field_validator("mail")
    @classmethod
    def _mail_server(cls, value: str) -> str:
        parts = urlsplit(value)
        if value != "console" and (parts.scheme not in ("smtp", "smtps") or not parts.hostname):
            raise ValueError("neither `console` nor an smtp:// or smtps:// address")
        _port(value)
        return value

    @field_validator("mail_from")
    @classmethod
    def _mail_address(cls, value: str) -> str:
        if value and not re.fullmatch(r"[^@\s]+@[^@\s]+", value):
            raise ValueError("this is no mail address")
        return value

    @property
    def database_file(self) -> Path:
        return self.home / DATABASE_NAME

    @property
    def database_place(self) -> str:
        """Where the PostgreSQL database is, without the password."""
        parts = urlsplit(self.database_url)
        return f"{parts.hostname or 'localhost'}:{parts.port or 5432}{parts.path}"

    @property
    def host(self) -> str:
        """The host of the site's address, without a port."""
        return urlsplit(self.url).hostname or ""

    @property
    def sends_mail(self) -> bool:
        """Whether anybody receives what it writes; else it stands in the log."""
        return self.mail != "console"

    @property
    def is_https(self) -> bool:
        return self.url.startswith("https://")

    @property
    def ledger_origin(self) -> str:
        return self.origin or urlsplit(self.url).netloc

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        file = TomlConfigSettingsSource(settings_cls, home_folder() / FILE_NAME)
        return init_settings, env_settings, file


def home_folder() -> Path:
    """The site's folder: `PLAUDIT_HOME`, or the folder one stands in."""
    return Path(os.environ.get("PLAUDIT_HOME") or ".").expanduser().resolve()


def read() -> Settings:
    """Read the settings afresh. Raises BadSetting."""
    file = home_folder() / FILE_NAME
    try:
        return Settings(home=home_folder())  # the rest comes from file
    except ValidationError as error:
        raise explained(error) from None
    except tomllib.TOMLDecodeError as error:
        raise BadSetting(f"{file} is not valid TOML: {error}.") from None
    except UnicodeDecodeError:
        raise BadSetting(f"{file} is not UTF-8 text.") from None
    except OSError as error:
        raise BadSetting(f"{file} cannot be read: {error.strerror}.") from None


@cache
def load() -> Settings:
    """The settings of this process, read once; ends the process with a sentence if one is bad."""
    try:
        return read()
    except BadSetting as error:
        sys.exit(f"plaudit: {error}")


def variable(name: str) -> str:
    """The environment variable of a setting: `trusted_proxies` → `PLAUDIT_TRUSTED_PROXIES`."""
    return "DATABASE_URL" if name.lower() == "database_url" else f"PLAUDIT_{name.upper()}"


def _items(value: object, wrong: str) -> Sequence[object]:
    """What was given one by one, or by commas as in the environment. Raises ValueError(wrong)."""
    items = value.split(",") if isinstance(value, str) else value
    if not isinstance(items, list | tuple):
        raise ValueError(wrong)
    return items


def _port(address: str) -> None:
    try:
        urlsplit(address).port  # noqa: B018  (looking is what raises)
    except ValueError:
        raise ValueError("its port is no number from 0 to 65535") from None


def explained(error: ValidationError) -> BadSetting:
    """What pydantic found, as one sentence for an operator."""
    return BadSetting(_explanation(error))


def _explanation(error: ValidationError) -> str:
    first: Any = error.errors()[0]
    name = str(first["loc"][0]).lower() if first["loc"] else "settings"
    field = Settings.model_fields.get(name)
    if first["type"] == "missing":
        return (
            f"{variable(name)} is not set. {home_folder()} is not the folder of a site: "
            "make one with `plaudit init DIR`, then set PLAUDIT_HOME=DIR or go there."
        )
    if field is None:
        nearest = get_close_matches(name, Settings.model_fields, 1)
        hint = f"did you mean {nearest[0]}?" if nearest else "see docs/operators/settings.md."
        return f"{name} in {home_folder() / FILE_NAME} is no setting of Plaudit: {hint}"
    plain = PLAIN.get(first["type"])
    wrong = plain.format(**first.get("ctx", {})) if plain else str(first["msg"])
    wrong = wrong.removeprefix("Value error, ")
    value = "used as it is" if name in SECRET else repr(first["input"])
    example = field.examples[0] if field.examples else ""
    return f"{variable(name)} cannot be {value}: {wrong}. Example: {example}"
