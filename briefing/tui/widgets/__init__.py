"""Panes: values in, messages out. None imports the desk, the app or a screen."""
