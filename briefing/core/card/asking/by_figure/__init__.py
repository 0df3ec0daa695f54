"""Questions that a figure opens: its next reading, its forecast, its target."""
