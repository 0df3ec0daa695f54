"""The figures of the days, as the rows of a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import mean

from processes import Done


@dataclass
class Day:
    """The figures of a day."""

    refreshes: list[Done] = field(default_factory=list)
    killed: int = 0
    articles: int = 0
    size: int = 0
    daily: float = 0.0
    writer: str = ""
    stories: int = 0
    also: int = 0
    questions: int = 0
    answered: int = 0

    def cpu(self) -> float:
        """Return the CPU seconds of a refresh, in the mean."""
        return mean([d.cpu for d in self.refreshes] or [0.0])

    def row(self, name: str) -> str:
        """Return the line of the table."""
        walls = [d.wall for d in self.refreshes] or [0.0]
        rss = max((d.rss for d in self.refreshes), default=0.0)
        return (
            f"| {name} | {self.articles} | {len(walls)} | {self.killed} | "
            f"{mean(walls):.2f} | {self.cpu():.2f} | {rss:.0f} | {self.daily:.1f} | "
            f"{self.writer} | {self.stories} + {self.also} | {self.questions} / {self.answered} | "
            f"{self.size / max(1, self.articles) / 1000:.1f} |"
        )


HEAD = (
    "| day | articles | refreshes | killed | s each | CPU s each | RSS MB | daily s | written by | "
    "printed | questions / answered | KB an article |\n|" + "---|" * 12
)
