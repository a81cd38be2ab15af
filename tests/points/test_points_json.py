"""GET /points.json: the live points of many subjects."""

import json

import pytest
from django.test import Client

from plaudit.points import views
from tests.points.voting import give, subject

pytestmark = pytest.mark.django_db
ZEROS = {
    *("total", "up", "down", "members", "guests", "fediverse", "set_aside", "carried"),
    "unsealed",
}


def ask(rf, *abouts, **more):
    return views.points_json(rf.get("/points.json", {"about": ",".join(abouts)}, **more))


def points_of(response):
    assert response.status_code == 200
    return json.loads(response.content)


def test_the_points_of_each_are_live(rf, story):
    give(Client(), story, 1)
    other = subject()
    points = points_of(ask(rf, story.about, other))
    assert list(points) == [story.about, other]
    assert (points[story.about]["total"], points[story.about]["guests"]) == (1, 1)


def test_what_nobody_gave_points_to_has_zeros_whether_it_exists_or_not(rf, story):
    points = points_of(ask(rf, story.about, subject(), "c/01JD3Z5K8R2M7N4Q6T9V0W1X2Y"))
    assert list(points.values()) == [dict.fromkeys(ZEROS, 0)] * 3


def test_the_same_id_twice_is_there_once(rf, story):
    assert list(points_of(ask(rf, story.about, story.about))) == [story.about]


def test_any_site_may_read_it_and_nobody_keeps_it(rf, story):
    response = ask(rf, story.about)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "no-store"


def test_100_ids_are_answered_and_101_are_not(rf):
    assert len(points_of(ask(rf, *(subject() for _ in range(100))))) == 100
    assert ask(rf, *(subject() for _ in range(101))).status_code == 400


@pytest.mark.parametrize(
    "about",
    [
        *("", "s/", "01JD3Z5K8R2M7N4Q6T9V0W1X2Y", "x/01JD3Z5K8R2M7N4Q6T9V0W1X2Y"),
        *("s/01JD3Z5K8R2M7N4Q6T9V0W1X2", "s/01JD3Z5K8R2M7N4Q6T9V0W1X2YZ"),
        *("s/01jd3z5k8r2m7n4q6t9v0w1x2y", "s/81JD3Z5K8R2M7N4Q6T9V0W1X2Y"),
        *("s/01JD3Z5K8R2M7N4Q6T9V0W1X2U", "s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y\n"),
        *("the-ferry-left-on-time", "s/٠1JD3Z5K8R2M7N4Q6T9V0W1X2Y"),
        *("s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y,", ",", "s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y, "),
    ],
)
def test_what_is_no_id_is_refused(rf, about):
    response = ask(rf, about)
    assert response.status_code == 400
    assert b'"code": "bad_value"' in response.content


def test_it_is_only_read(rf, story):
    assert views.points_json(rf.post("/points.json")).status_code == 405


def test_a_hundred_subjects_are_two_queries(rf, django_assert_num_queries):
    with django_assert_num_queries(2):
        ask(rf, *(subject() for _ in range(100)))


def test_it_has_an_address(client, story):
    assert client.get(f"/points.json?about={story.about}").json()[story.about]["total"] == 0
