"""What sources say for and against each claim."""
