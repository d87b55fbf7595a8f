"""One tree, many readings: numbers, print and other tools' files from the same recorded equations."""
