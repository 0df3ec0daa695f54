"""Completion scripts for bash, zsh and fish, made from the one declaration of commands."""

from __future__ import annotations

import argparse

from briefing.cli import arguments


def script(shell: str) -> str:
    """Return the script of a shell: it offers commands, then flags and fixed words, then files."""
    words = _words()
    return {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](words)


def _words() -> dict[str, list[str]]:
    """Return {command: its flags and fixed words}."""
    found = {}
    for command in arguments.COMMANDS:
        parser = argparse.ArgumentParser(add_help=True)
        command.flags(parser)
        words: list[str] = []
        for action in parser._actions:
            words += [flag for flag in action.option_strings if flag.startswith("--")]
            if not action.option_strings and action.choices:
                words += [str(choice) for choice in action.choices]
        for name in (command.name, *command.aliases):
            found[name] = words
    return found


def _bash(words: dict[str, list[str]]) -> str:
    cases = "\n".join(f'    {name}) words="{" ".join(flags)}" ;;' for name, flags in words.items())
    return f"""\
# briefing config completion bash > ~/.local/share/bash-completion/completions/briefing
_briefing() {{
  local words current="${{COMP_WORDS[COMP_CWORD]}}"
  if [ "$COMP_CWORD" -eq 1 ]; then words="{" ".join(words)}"
  else case "${{COMP_WORDS[1]}}" in
{cases}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}}
complete -o filenames -F _briefing briefing
"""


def _zsh(words: dict[str, list[str]]) -> str:
    cases = "\n".join(
        f"    {name}) compadd -- {' '.join(flags)} ;;" for name, flags in words.items()
    )
    return f"""\
#compdef briefing
# briefing config completion zsh > a folder of $fpath, as _briefing
if (( CURRENT == 2 )); then
  compadd -- {" ".join(words)}
else
  case "$words[2]" in
{cases}
  esac
  _files
fi
"""


def _fish(words: dict[str, list[str]]) -> str:
    lines = ["# briefing config completion fish > ~/.config/fish/completions/briefing.fish"]
    for command in arguments.COMMANDS:
        lines.append(
            f"complete -c briefing -n __fish_use_subcommand -a {command.name} -d '{command.help}'"
        )
    for name, flags in words.items():
        for word in flags:
            shown = f"-l {word[2:]}" if word.startswith("--") else f"-a {word}"
            lines.append(f"complete -c briefing -n '__fish_seen_subcommand_from {name}' {shown}")
    return "\n".join(lines) + "\n"
