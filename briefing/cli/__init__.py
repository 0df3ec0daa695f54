"""The command line: arguments -> desk -> stdout. stdout is the product, stderr is talk."""
