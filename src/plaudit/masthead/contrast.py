"""Whether a colour can be read beside another: WCAG 2.2, success criterion 1.4.3, level AA."""

import colorsys
from collections.abc import Collection

LEAST = 4.5
STEPS = 255

# https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
WEIGHTS = (0.2126, 0.7152, 0.0722)


def ratio(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black and white), for two colours as `#rrggbb`."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def least(colour: str, others: Collection[str]) -> float:
    """Its ratio to the one it is hardest to tell from."""
    return min(ratio(colour, other) for other in others)


def nearest(colour: str, others: Collection[str]) -> str:
    """The colour of the same hue, lighter or darker by as little as will do, that can be read."""
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    for step in range(STEPS + 1):
        for way in (-step, step):
            shade = min(max(light + way / STEPS, 0.0), 1.0)
            found = _written(colorsys.hls_to_rgb(hue, shade, saturation))
            if least(found, others) >= LEAST:
                return found
    raise ValueError(f"nothing can be read beside all of {sorted(others)}")


def _luminance(colour: str) -> float:
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return sum(weight * part for weight, part in zip(WEIGHTS, linear, strict=True))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + bytes(round(part * 255) for part in parts).hex()
