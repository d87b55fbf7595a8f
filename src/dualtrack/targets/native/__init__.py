"""Equations as machine code: trees become a graph, the graph LLVM text, and the text a kernel that runs worlds in SIMD lanes."""
