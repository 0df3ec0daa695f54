"""The desk, second part: watchlists, links, written forms, files, pipes, targets, the doctor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.config import TargetConfig
from briefing.desk.cancelling import Cancelled, never
from briefing.desk.reading import ReadingDesk
from briefing.errors import ConfigError

if TYPE_CHECKING:
    from briefing.desk.events import Event
    from briefing.desk.forms import Noun
    from briefing.desk.library import Watchlist
    from briefing.render.mail import Letterhead


class OutgoingDesk(ReadingDesk):
    """What can be asked about queries that are kept and about nouns that leave the house."""

    def watchlists(self) -> list[Watchlist]:
        """Return the saved queries with live counts."""
        from briefing.desk import library

        return library.watchlists(self.archive, self.config.daily.watchlist, now=self.now())

    def save_watchlist(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        from briefing.desk import library

        library.save_watchlist(self.archive, name, query, now=self.now())

    def drop_watchlist(self, name: str) -> None:
        """Forget a watchlist."""
        from briefing.desk import library

        library.drop_watchlist(self.archive, name)

    def open_link(self, url: str) -> None:
        """Open an address in the browser."""
        from briefing.desk import library

        library.open_link(url, self.config.reader.browser)

    def render(self, noun: Noun, form: str) -> str:
        """Return a noun in a written form."""
        from briefing.desk import forms

        written = forms.write(noun, form, self._letterhead(form))
        return written if isinstance(written, str) else written.decode("utf-8", "replace")

    def has_readers(self) -> bool:
        """Say whether the settings name anybody a mail is for."""
        return self._letterhead("eml") is not None

    def _letterhead(self, form: str) -> Letterhead | None:
        """Return the letterhead of the first mail target, so that a message knows its readers."""
        from briefing.desk import delivering_parts

        targets = [t for _, t in sorted(self.config.targets.items()) if t.kind == "mail" and t.to]
        return delivering_parts.letterhead(targets[0]) if targets and form == "eml" else None

    @staticmethod
    def prompts_folder() -> Path:
        """Return the folder of the user's own prompts."""
        from briefing.io import prompts

        return prompts.user_folder()

    @staticmethod
    def prompts_diff() -> str:
        """Return how the user's prompts differ from those that came with the program."""
        from briefing.io import prompts

        return prompts.diff()

    @staticmethod
    def prompts_copy() -> list[Path]:
        """Copy the prompts into the user's folder, to be edited; files that are there stay."""
        from briefing.io import prompts

        return prompts.copy()

    @staticmethod
    def prompts_reset() -> list[Path]:
        """Set the user's prompts aside, so that those of the program count again."""
        from briefing.io import prompts

        return prompts.reset()

    @staticmethod
    def schema(noun: str) -> dict[str, Any]:
        """Return the JSON Schema of `card` or `briefing`."""
        from briefing.render import schema

        return schema.card() if noun == "card" else schema.briefing()

    def render_bytes(self, noun: Noun, form: str) -> bytes:
        """Return a noun in a written form, as the bytes of a file or a pipe."""
        from briefing.desk import forms

        written = forms.write(noun, form, self._letterhead(form))
        return written.encode() if isinstance(written, str) else written

    def write(self, noun: Noun, form: str, path: Path) -> Path:
        """Write a noun to a file, whole or not at all."""
        from briefing.io import files

        return files.write(path, self.render_bytes(noun, form))

    def write_text(self, text: str, path: Path) -> Path:
        """Write a text to a file, whole or not at all."""
        from briefing.io import files

        return files.write(path, text)

    def save_markdown(self, noun: Noun, folder: Path) -> Path:
        """Write a noun into a folder; a file that is there stays."""
        from briefing.desk import library

        return library.save(noun, folder)

    def pipe(self, noun: Noun, command: str) -> str:
        """Give a noun to a command of the user on stdin; return the last line it said."""
        from briefing.desk import library

        return library.pipe(noun, command)

    # ------------------------------------------------------------------ targets

    def targets(self) -> list[str]:
        """Return the names of the targets in the settings."""
        return sorted(self.config.targets)

    def target(self, name: str) -> TargetConfig:
        """Return a target of the settings. Raises ConfigError."""
        if name not in self.config.targets:
            known = ", ".join(self.targets())
            raise ConfigError(
                f"no target is called {name!r}",
                hint=f"known: {known}" if known else f"add [targets.{name}] to the settings",
            )
        return self.config.targets[name]

    def preview(self, name: str, noun: Noun) -> str:
        """Return the payload as it would arrive at a target."""
        from briefing.desk import delivering

        return delivering.preview(name, self.target(name), noun)

    def send(
        self, name: str, noun: Noun, *, dry_run: bool = False, cancelled: Cancelled = never
    ) -> Iterator[Event | str]:
        """Send a noun to a target, exactly once; with `dry_run` yield the payload alone."""
        from briefing.desk import delivering

        yield from delivering.send(
            self.archive,
            name,
            self.target(name),
            noun,
            now=self.now(),
            dry_run=dry_run,
            cancelled=cancelled,
        )

    def resend(self, name: str | None = None, *, unknown: bool = False) -> Iterator[Event]:
        """Send again what did not arrive, at one target or at all; `unknown`: what may have."""
        from briefing.desk import delivering

        targets = {name: self.target(name)} if name else self.config.targets
        yield from delivering.retry(self.archive, targets, now=self.now(), unknown=unknown)

    # ------------------------------------------------------------------ the doctor

    def doctor(self) -> Iterator[tuple[str, bool, str]]:
        """Yield (part, well, words) for archive, feeds, model and targets."""
        from briefing.desk import doctor

        yield from doctor.examine(self)
