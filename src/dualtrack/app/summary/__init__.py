"""What the main job found, told at three lengths: a first screen, a page for a memo, and every table."""
