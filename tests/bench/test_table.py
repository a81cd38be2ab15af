"""The arithmetic of the benchmark, and that a small run of it works from end to end."""

import subprocess
import sys

import pytest

from bench.table import Goal, Row, as_markdown, as_text
from bench.turns import alternate
from tests.support.home import ROOT


def row(a, b, goal=None, **more):
    return Row("pages", "files", "/s", goal, a, b, **more)


def test_a_ratio_is_that_of_the_medians():
    assert row([100, 900, 110], [200, 220, 1]).ratio == 110 / 200


@pytest.mark.parametrize(
    ("goal", "verdict"),
    [
        (Goal("≥", 0.5), "yes"),
        (Goal("≥", 0.51), "**no**"),
        (Goal(">", 0.5), "**no**"),
        (Goal("≤", 0.5), "yes"),
        (Goal("≤", 99, "figure"), "**no**"),
        (Goal("≥", 100, "figure"), "yes"),
        (None, ""),
    ],
)
def test_whether_a_goal_is_reached(goal, verdict):
    assert row([100], [200], goal).verdict == verdict


def test_what_was_not_measured_claims_nothing():
    assert row([], [], Goal("≥", 0.1)).verdict == "not measured"
    assert row([], [], Goal("≥", 0.1)).cells()[2:5] == ["–", "–", "–"]


def test_a_row_says_figures_ratio_goal_and_verdict():
    found = row([90, 100, 110], [200], Goal("≥", 0.6), note="on a tired machine")
    said = "| pages | files | 100/s (± 10%) | 200/s | 0.50 | ≥ 0.6 × | **no** |"
    assert said in as_markdown([found]).splitlines()
    assert "- pages: on a tired machine" in as_markdown([found]).splitlines()
    assert "**" not in as_text([found])


def test_both_sides_take_turns():
    turns = []
    found = alternate(lambda: turns.append("A"), lambda: turns.append("B"), 3)
    assert turns == ["A", "B"] * 3
    assert [len(side) for side in found] == [3, 3]


def test_a_tiny_run_measures_the_tick_and_writes_its_report(tmp_path):
    report = tmp_path / "report.md"
    options = ["--only", "tick", "--scale", "tiny", "--report", str(report)]
    done = subprocess.run(
        [sys.executable, "-m", "bench", *options],
        check=False, cwd=ROOT, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "drawn, tallied, placed" in done.stdout
    assert "| tick: ballots about" in report.read_text()
    assert "## The machine" in report.read_text()
