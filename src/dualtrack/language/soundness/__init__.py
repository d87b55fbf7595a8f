"""What a declared model must keep: units, sources, ranges, a step that is short enough, dates that act."""
