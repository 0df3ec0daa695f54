"""The two themes of our own; every theme that Textual brings works too.

One accent (a warm amber by night, a deep teal by day), quiet greys for all else: the eye is to
land on the story. Contrast of text on its ground is at least 7:1, of muted text 4.5:1.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="briefing-dark",
    primary="#e0a458",
    secondary="#7fa6c9",
    accent="#e0a458",
    warning="#e5c07b",
    error="#e8797d",
    success="#8fbf7f",
    foreground="#dcdad3",
    background="#14161a",
    surface="#191c21",
    panel="#23272e",
    dark=True,
    variables={
        "text": "#e4e2db",
        "text-muted": "#9a9b9c",
        "text-disabled": "#6c6f74",
        "text-accent": "#e9b36d",
        "text-warning": "#e5c07b",
        "text-error": "#f08d90",
        "text-success": "#a3cf94",
        "border": "#3a4049",
        "block-cursor-foreground": "#f4f1ea",
        "block-cursor-background": "#39414d",
        "input-selection-background": "#e0a458 35%",
        "footer-key-foreground": "#e0a458",
    },
)
LIGHT = Theme(
    name="briefing-light",
    primary="#0b6e69",
    secondary="#345f8c",
    accent="#0b6e69",
    warning="#8a5a00",
    error="#b3282d",
    success="#2f6b2a",
    foreground="#24262b",
    background="#faf8f3",
    surface="#f5f2ea",
    panel="#e9e4d8",
    dark=False,
    variables={
        "text": "#1f2126",
        "text-muted": "#63645f",
        "text-disabled": "#8d8d86",
        "text-accent": "#0a5f5b",
        "text-warning": "#7d5200",
        "text-error": "#a32227",
        "text-success": "#2a6126",
        "border": "#cdc6b6",
        "block-cursor-foreground": "#14161a",
        "block-cursor-background": "#d6e4de",
        "input-selection-background": "#0b6e69 30%",
        "footer-key-foreground": "#0b6e69",
    },
)
OURS = (DARK, LIGHT)
