"""What a reader carries away and brings back: the address that is copied, links that are pasted, one dial for every number."""

import pytest

from tests.app.page.asking import asked_of_node

HERE = {"protocol": "file:", "href": "file:///home/someone/page.html#try?year=2030", "hash": "#try?year=2030"}
THERE = {"protocol": "https:", "href": "https://example.org/page.html#try?year=2030", "hash": "#try?year=2030"}


def test_nobodys_disk_is_copied_and_a_page_on_the_web_is_copied_whole() -> None:
    copied = asked_of_node("share.js", "console.log(JSON.stringify(given.map(it.addressToCopy)));", [HERE, THERE])
    assert copied == ["#try?year=2030", "https://example.org/page.html#try?year=2030"]


@pytest.mark.parametrize(
    ("pasted", "read"),
    [
        ("https://example.org/page.html#try?regime=as_is", ["try?regime=as_is"]),
        ("  #argument  ", ["argument"]),
        ("regime=as_is&year=2030", ["regime=as_is&year=2030"]),
        ("Look at this: file:///c/page.html#try?year=2030 and\n#try?year=2031", ["try?year=2030", "try?year=2031"]),
        ("https://example.org/page.html", []),
        ("https://example.org/page.html#", []),
        (" \n ", []),
    ],
)
def test_a_link_is_read_out_of_whatever_stands_around_it(pasted: str, read: list[str]) -> None:
    assert asked_of_node("pasted.js", "console.log(JSON.stringify(it.pastedWords(given)));", pasted) == read


def test_every_number_has_one_dial_and_no_group_loses_any() -> None:
    groups = [
        {"id": "first", "names": ["talent", "haste"]},
        {"id": "people", "names": ["haste", "patience", "talent"]},
        {"id": "chips", "names": ["yield"]},
    ]
    once = asked_of_node("controls.js", "console.log(JSON.stringify(it.dialsOnce(given)));", groups)
    assert [(each["names"], each["above"]) for each in once] == [
        (["talent", "haste"], []),
        (["patience"], ["haste", "talent"]),
        (["yield"], []),
    ]
