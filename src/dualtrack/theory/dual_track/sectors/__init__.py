"""The equations of the theory: one sector a file, which is one public noun each."""
