from plaudit.stories.reading.manuscript import Manuscript


def manuscript(text: str) -> Manuscript:
    return Manuscript()
