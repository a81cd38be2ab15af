"""Signs of life, a few seconds apart: each is a write, so nothing beats every second."""

import os
import socket
import uuid
from datetime import datetime, timedelta

from django.utils import timezone

from plaudit.engine.models import Heartbeat

EVERY_SECONDS = 5.0
SILENCE = timedelta(seconds=20)  # who was silent for so long is dead
TICK = "tick"
ME = f"{socket.gethostname()[:40]}/{os.getpid()}/{uuid.uuid4().hex[:12]}"


def beat(name: str) -> None:
    Heartbeat.objects.update_or_create(name=name, defaults={"beat_at": timezone.now()})


def stop(name: str) -> None:
    Heartbeat.objects.filter(name=name).delete()


def last(name: str) -> datetime | None:
    row = Heartbeat.objects.filter(name=name).first()
    return row.beat_at if row else None


def is_alive(name: str) -> bool:
    return Heartbeat.objects.filter(name=name, beat_at__gte=timezone.now() - SILENCE).exists()
