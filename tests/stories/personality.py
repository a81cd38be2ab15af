"""A personality quiz, for tests."""

from typing import Any


def outcome(letter: str, title: str, **more: Any) -> dict[str, Any]:
    return {"letter": letter, "title": title, "text": f"You are <b>{title}</b>."} | more


def question(*answers: tuple[str, str], asked: str = "Which way?") -> dict[str, Any]:
    """`answers`: the letter that each leads to, and its text."""
    return {"question": asked, "answers": [{"letter": one, "text": text} for one, text in answers]}


def personality(**more: Any) -> tuple[str, dict[str, Any]]:
    """Four questions of two answers; of the outcomes, B stands first. Unless told otherwise."""
    said = {
        "title": "Which ferry are you?",
        "outcomes": [outcome("b", "Faith"), outcome("a", "Hope")],
        "questions": [
            question(("a", "On time"), ("b", "Late"), asked="When do you leave?"),
            question(("b", "Slowly"), ("a", "At once"), asked="How do you answer?"),
            question(("a", "Tea"), ("b", "Coffee"), asked="What do you drink?"),
            question(("b", "Rain"), ("a", "Sun"), asked="What do you like?"),
        ],
    }
    return "personality_quiz", said | more
