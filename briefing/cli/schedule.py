"""A cron line and a systemd timer for the morning briefing, with this machine's own paths."""

from __future__ import annotations

import shlex
import shutil
import sys

from briefing.config import Config

_TEXT = """# cron (crontab -e): refresh every hour, a briefing at 06:30 on weekdays
0 * * * *     {program} refresh --quiet
30 6 * * 1-5  {program} daily --since last --quiet --out {folder}/

# systemd: save as ~/.config/systemd/user/briefing.service
[Unit]
Description=Morning briefing
[Service]
Type=oneshot
# exit code 3: done, but a source could not be read
SuccessExitStatus=3
ExecStart={program} refresh --quiet
ExecStart={program} daily --since last --quiet --out {folder}/

# and as ~/.config/systemd/user/briefing.timer
[Unit]
Description=Morning briefing on weekdays
[Timer]
OnCalendar=Mon..Fri 06:30
Persistent=true
[Install]
WantedBy=timers.target

# then: systemctl --user enable --now briefing.timer
"""


def text(settings: Config) -> str:
    """Return the lines to copy."""
    found = shutil.which("briefing")
    program = shlex.quote(found) if found else f"{shlex.quote(sys.executable)} -m briefing"
    folder = settings.daily.folder or str(settings.data / "briefings")
    return _TEXT.format(program=program, folder=shlex.quote(folder))
