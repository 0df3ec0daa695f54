"""The rules of the grounding check, a module each; `core/card/ground.py` is the door."""
