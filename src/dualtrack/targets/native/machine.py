"""The processor at hand and its compiler: LLVM text in, an object file out, and the address of its function."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dualtrack.errors import NativeUnavailable

FEW = 4
"""Worlds that do not fill the widest registers."""
POINTERS, INTEGERS_BEFORE, REALS, INTEGERS_AFTER = 8, 4, 2, 3


@dataclass(frozen=True, slots=True)
class Machine:
    """A processor as LLVM names it; `width` worlds fit its widest registers; `wide` says AVX-512."""

    triple: str
    processor: str
    features: str
    width: int
    wide: bool
    compiler: str

    def identity(self) -> str:
        """What an object file depends on besides its text."""
        return "\n".join([self.triple, self.processor, self.features, self.compiler, "in the order written"])

    def narrow(self) -> Machine:
        """The same for a few worlds: in a register half as wide, less is worked out in vain."""
        return replace(self, width=min(self.width, FEW))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A kernel in memory; `engine` owns it."""

    engine: Any
    run: Callable[..., None]


@cache
def host() -> Machine:
    """This machine; raises `NativeUnavailable` without llvmlite."""
    llvm = llvm_library()
    try:
        known = llvm.get_host_cpu_features()
    except RuntimeError:
        known = llvm.FeatureMap()
    wide = bool(known.get("avx512f") and known.get("avx512dq") and known.get("avx512vl"))
    width = 8 if wide else 4 if known.get("avx2") else 2
    compiler = ".".join(map(str, (_version(), *llvm.llvm_version_info)))
    return Machine(llvm.get_process_triple(), llvm.get_host_cpu_name(), known.flatten(), width, wide, compiler)


def compiled(text: str, machine: Machine) -> bytes:
    """An object file for the text."""
    llvm = llvm_library()
    target = _target(machine)
    module = llvm.parse_assembly(text)
    module.verify()
    return bytes(target.emit_object(module))


def loaded(image: bytes, machine: Machine) -> Loaded:
    """The function `run` of an object file, ready to be called from any thread."""
    llvm = llvm_library()
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(f'target triple = "{machine.triple}"'), _target(machine))
    engine.add_object_file(llvm.ObjectFileRef.from_data(image))
    engine.finalize_object()
    integer, real, pointer = ctypes.c_int64, ctypes.c_double, ctypes.c_void_p
    arguments = [pointer] * POINTERS + [integer] * INTEGERS_BEFORE + [real] * REALS + [integer] * INTEGERS_AFTER
    return Loaded(engine, ctypes.CFUNCTYPE(None, *arguments)(function_at(engine)))


def function_at(engine: Any) -> int:
    """The address of `run`."""
    return int(engine.get_function_address("run"))


def _target(machine: Machine) -> Any:
    llvm = llvm_library()
    target = llvm.Target.from_triple(machine.triple)
    return target.create_target_machine(cpu=machine.processor, features=machine.features, opt=1)


@cache
def llvm_library() -> Any:
    """llvmlite, ready for this machine; raises `NativeUnavailable` where it is missing."""
    try:
        from llvmlite import binding
    except (ImportError, OSError) as error:
        raise NativeUnavailable(
            f"equations cannot become machine code here: {error}",
            fix="install llvmlite, or use dualtrack.targets.numeric.many, which gives the same numbers more slowly",
        ) from None
    # Instructions stay as interleaved: where registers are scarce, LLVM's own order brings a chain's links back together.
    binding.set_option("", "-enable-misched=false")
    binding.initialize_native_target()
    binding.initialize_native_asmprinter()
    return binding


def _version() -> str:
    import llvmlite

    return str(llvmlite.__version__)
