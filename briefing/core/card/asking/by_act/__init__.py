"""Questions that an act opens: the step that must or may follow it."""
