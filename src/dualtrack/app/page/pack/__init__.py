"""What the page knows: the model, its policies, the record and the verdicts, as plain data that JSON holds."""
