"""What a policy sets, in the words of one language and for any width."""
