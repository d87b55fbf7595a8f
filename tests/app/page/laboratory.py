"""The page's laboratory in Node: its scripts beside the theory's own model, and the part of the pack that it reads."""

import math
import shutil
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from dualtrack.app.bind import THEORY, bind
from dualtrack.app.page.document import models
from dualtrack.app.page.pack.circuit_rows import loop_rows
from dualtrack.app.page.pack.pathway_row import pathway_row
from dualtrack.app.page.pack.policy_rows import regime_rows
from dualtrack.app.page.pack.quantity_rows import key_rows, prior_row
from dualtrack.app.page.pack.rules import rule_row
from dualtrack.lab.laboratory import Laboratory
from dualtrack.theory.dual_track.loops.loop_list import LOOPS
from tests.app.page.asking import SCRIPTS, asked_of_node

SEED = 7
ANSWERED = """
const plain = (value) => {
  if (ArrayBuffer.isView(value) || Array.isArray(value)) return Array.from(value, plain);
  if (value === null || typeof value !== "object") return Number.isNaN(value) ? null : value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
};
const spawn = async () => {
  const { Worker } = await import("node:worker_threads");
  const text = `import { parentPort } from "node:worker_threads"; import { serveWorker } from ${JSON.stringify(given.worker)};
    const scope = { postMessage: (message, moved) => parentPort.postMessage(message, moved) };
    serveWorker(scope);
    parentPort.on("message", (data) => scope.onmessage({ data }));`;
  return () => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(text)}`));
    worker.unref();
    const face = { postMessage: (message) => worker.postMessage(message), terminate: () => worker.terminate() };
    worker.on("message", (data) => face.onmessage({ data }));
    worker.on("error", (error) => face.onerror(error));
    return face;
  };
};
const { pack } = given;
pack.accepted = Int32Array.from(pack.accepted);
const lab = it.startLab(pack, given.workers ? { spawn: await spawn(), workers: given.workers } : { spawn: null });
"""
ENDED = "lab.stop();\nprocess.stdout.write(JSON.stringify(plain(found)), () => process.exit(0));"


@cache
def laboratory() -> Laboratory:
    return bind()


def small_pack(accepted: Sequence[int]) -> dict[str, Any]:
    """What lab.js reads of the page's pack, with some worlds in place of the accepted ones."""
    found, model = laboratory(), laboratory().model

    def finite(value: float) -> float | None:
        return value if math.isfinite(value) else None

    rows = {
        name: {
            "role": q.role,
            "low": finite(q.low),
            "high": finite(q.high),
            "value": q.value,
            "unit": str(q.unit),
            "prior": prior_row(q.prior) if q.prior else None,
        }
        for name, q in model.quantities.items()
    }
    return {
        "rules": rule_row(),
        "clock": {"start": THEORY.clock.start, "stop": THEORY.clock.stop, "step": THEORY.clock.step, "save": THEORY.clock.save},
        "quantities": rows,
        "keys": key_rows(model, SEED),
        "regimes": regime_rows(found.regimes),
        "loops": loop_rows(model, LOOPS),
        "pathways": pathway_row(model, THEORY.pathways),
        "levers": [{"group": "all", "levers": [{"name": name} for name in model.of_role(["lever"])]}],
        "outcomes": list(model.outcomes),
        "accepted": list(accepted),
    }


def bench(folder: Path) -> Path:
    """The scripts of the page with the theory's model beside them, so that Node imports them as they are."""
    shutil.copytree(SCRIPTS, folder, dirs_exist_ok=True)
    for name, text in models(laboratory().model, THEORY.pathways).items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    return folder


def asked_of_lab(folder: Path, body: str, *, accepted: Sequence[int] = (0, 1, 2), workers: int = 0, **given: Any) -> Any:
    """What the body returns of `lab`, its questions being `given`."""
    question = {"pack": small_pack(accepted), "workers": workers, "worker": (folder / "compute" / "worker.js").as_uri(), **given}
    program = f"{ANSWERED}\nconst found = await (async () => {{ {body} }})();\n{ENDED}"
    return asked_of_node(folder / "compute" / "lab.js", program, question)
