"""One module a command, each with `run(options, settings, console) -> exit code`."""
