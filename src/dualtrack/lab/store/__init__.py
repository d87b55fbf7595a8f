"""Ensembles of any size on disk: written block by block, sealed, opened again and verified."""
