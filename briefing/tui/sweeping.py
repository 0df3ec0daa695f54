"""The garbage collector kept from stopping the screen.

A full collection walks every object there is: 60 to 100 ms with the libraries loaded, in the
middle of a key. What has come to stay (modules, classes, style sheets) is set aside, so that
collections walk only what came since.
"""

from __future__ import annotations

import gc

_SELDOM = (5_000, 20, 50)


def begin() -> None:
    """Collect less often than Python does by itself."""
    gc.set_threshold(*_SELDOM)


def set_aside() -> None:
    """Walk what there is now never again; it is still freed when nobody holds it."""
    gc.freeze()
