"""The colour a picture's box has until the picture is there: one of 64, by classes of tints.css."""

from typing import IO

from PIL import Image

STEPS = 4  # of red, of green and of blue


def of(file: IO[bytes]) -> str:
    """The mean of a small picture as three digits, “203” for much red and blue and little green.

    "" for one that is see-through, or so upright that pages show it whole, beside empty space:
    there the colour would stay behind it.
    """
    with Image.open(file) as picture:
        if picture.has_transparency_data or picture.width * 3 < picture.height * 4:
            return ""
        mean = picture.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    return "".join(str(level * STEPS // 256) for level in mean)


def stylesheet() -> str:
    """What `tints.css` has to say."""
    width = 256 // STEPS
    rules = [
        f"  .tint-{red}{green}{blue} {{ background: #{red * width + 32:02x}{green * width + 32:02x}"
        f"{blue * width + 32:02x}; }}\n"
        for red in range(STEPS)
        for green in range(STEPS)
        for blue in range(STEPS)
    ]
    head = "/* What a picture's box shows until it is there. Made by stories/tints.py. */\n"
    return f"{head}@layer tints {{\n{''.join(rules)}}}\n"
