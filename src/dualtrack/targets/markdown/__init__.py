"""The theory's pages in Markdown."""
