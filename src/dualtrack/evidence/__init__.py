"""What was seen: dated figures, policy events and the policy history they imply, each with its source."""
