"""The reader: keys -> desk -> panes. Widgets show values and say messages; none knows the desk."""
