"""Where two studies part: what the difference of their answers hangs on, which concession closes it, and what would decide."""
