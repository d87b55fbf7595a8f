"""The bundle: modules in the order of their imports, every name once, the worker's first, and nothing that it cannot read."""

import re

import pytest

from dualtrack.app.page.bundle import BOUNDARY, START, bundle
from dualtrack.app.page.document import scripts
from dualtrack.errors import DuplicateName, LabError, ModelError, UnknownName

SMALL = {
    "worker.js": 'import { twice } from "./sum.js";\nexport function serveWorker() {\n  return twice(2);\n}\n',
    "sum.js": "// Sums.\nexport const twice = (x) => x + x;\n",
    "app.js": (
        'import {\n  serveWorker,\n} from "./worker.js";\nimport { twice } from "./sum.js";\n'
        "export function startPage() {\n  return serveWorker() + twice(1);\n}\n"
    ),
}


def test_every_module_stands_after_what_it_imports() -> None:
    text = bundle(SMALL, worker="worker.js")
    places = [text.index(part) for part in ("const twice", "function serveWorker", BOUNDARY, "function startPage", START)]
    assert places == sorted(places)
    assert not re.search(r"^(import|export)\b", text, re.MULTILINE)


def test_what_a_worker_runs_ends_at_the_boundary() -> None:
    before, boundary, _ = bundle(SMALL, worker="worker.js").partition(f"\n{BOUNDARY}\n")
    assert boundary and "serveWorker" in before and "startPage" not in before


def test_the_order_of_files_changes_nothing() -> None:
    assert bundle(dict(reversed(SMALL.items())), worker="worker.js") == bundle(SMALL, worker="worker.js")


@pytest.mark.parametrize(
    ("module", "text", "error", "said"),
    [
        ("sum.js", "export const thrice = 3;\n", UnknownName, "exports no `twice`"),
        ("app.js", 'import { a } from "./sun.js";\nexport function startPage() {}\n', UnknownName, "near  sum.js"),
        ("sum.js", 'import { startPage } from "./app.js";\nexport const twice = 2;\n', ModelError, "import each other"),
        ("app.js", "const twice = 1;\nexport function startPage() {}\n", DuplicateName, "rename one"),
        ("app.js", "export default function startPage() {}\n", ModelError, "cannot read"),
        ("app.js", 'import { twice as two } from "./sum.js";\nexport function startPage() {}\n', UnknownName, "twice as two"),
        ("app.js", 'import * as all from "./sum.js";\nexport function startPage() {}\n', ModelError, "cannot read"),
        ("app.js", "const { a } = {};\nexport function startPage() {}\n", ModelError, "taken out"),
        ("app.js", 'export function startPage() {\n  return "</script>";\n}\n', ModelError, "end the script"),
        ("app.js", 'export function startPage() {\n  return "<!--";\n}\n', ModelError, "end the script"),
    ],
)
def test_what_cannot_be_bundled_is_refused(module: str, text: str, error: type[LabError], said: str) -> None:
    with pytest.raises(error) as caught:
        bundle({**SMALL, module: text}, worker="worker.js")
    assert said in str(caught.value)


VENDOR = "vendor/"
"""A folder of others' modules, each under its own licence."""


def test_the_pages_own_modules_say_what_they_hold_and_stay_small() -> None:
    for name, text in scripts().items():
        if name.startswith(VENDOR):
            continue
        assert text.startswith(("//", "/**")), f"{name} opens with one sentence: what it holds"
        assert len(text.splitlines()) < 300, f"{name} has one subject and fewer than 300 lines"
        assert not re.search(r"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval)\b|new Function", text), name


def test_what_others_wrote_keeps_its_licence_in_the_page() -> None:
    theirs = {name: text for name, text in scripts().items() if name.startswith(VENDOR)}
    assert theirs
    for name, text in theirs.items():
        licence = text[text.index("/*!") : text.index("*/")]
        assert "Copyright" in licence and "BSD-3-Clause" in licence, name
        assert licence in bundle({"worker.js": "", "page.js": text}, worker="worker.js", page="page.js")


def test_every_module_of_the_page_has_a_name_of_its_own() -> None:
    names = [name.rpartition("/")[2] for name in scripts()]
    assert len(set(names)) == len(names)


def test_a_module_is_found_by_its_place() -> None:
    placed = {
        "compute/worker.js": 'import { twice } from "../kit/sum.js";\nexport const serve = () => twice(2);\n',
        "kit/sum.js": "// Sums.\nexport const twice = (x) => x + x;\n",
        "app.js": 'import { serve } from "./compute/worker.js";\nexport function startPage() {\n  serve();\n}\n',
    }
    assert bundle(placed).index("twice") < bundle(placed).index("serve")
    with pytest.raises(UnknownName, match=r"near  kit/sum\.js"):
        bundle({**placed, "app.js": placed["app.js"].replace("./compute/worker.js", "./kit/sums.js")})
