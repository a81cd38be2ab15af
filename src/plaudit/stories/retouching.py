"""A picture is changed after its stories were published: readers are to see it as it is now."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from django_tasks import task
from wagtail.models import ReferenceIndex

from plaudit.stories import renditions
from plaudit.stories.models import Event, Photo, Story


@task()
def follow(photo: int) -> int:
    """Make the sizes that are missing, then say of each published story with it that it changed.

    Says how many those are. Safe to repeat.
    """
    changed = Photo.objects.filter(pk=photo).first()
    if changed is None:
        return 0
    stories = _with(changed)
    is_featured = stories.filter(image=changed).exists()
    renditions.make.func([photo] if is_featured else [], [photo])
    with transaction.atomic():
        events = [Event(ulid=ulid) for ulid in stories.values_list("ulid", flat=True)]
        return len(Event.objects.bulk_create(events, batch_size=1_000))


def _with(photo: Photo) -> QuerySet[Story]:
    """The published stories that show it, above the text or in it."""
    found = ReferenceIndex.get_references_to(photo).filter(
        base_content_type=ContentType.objects.get_for_model(Story)
    )
    numbers = [int(number) for number in found.values_list("object_id", flat=True)]
    return Story.objects.filter(Q(image=photo) | Q(pk__in=numbers), live=True)
