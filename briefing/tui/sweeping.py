"""The garbage collector kept from stopping the screen.

A full collection walks every object there is: 60 to 100 ms with the libraries loaded, in the
middle of a key. What has come to stay (modules, classes, style sheets) is set aside, so that
collections walk only what came since.
"""

from __future__ import annotations

import gc

_LOADING = (200_000, 20, 50)
_SELDOM = (5_000, 20, 50)


def begin() -> None:
    """Hardly collect while everything is loaded: nearly all of it stays."""
    gc.set_threshold(*_LOADING)


def set_aside() -> None:
    """Walk what there is now never again; it is still freed when nobody holds it."""
    gc.freeze()
    gc.set_threshold(*_SELDOM)
