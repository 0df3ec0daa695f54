"""Verbs of two words read as one: "turned down" as "rejected", "buy back" as "repurchase"."""

from __future__ import annotations

from briefing.core.language.patterns import lazy

_PHRASAL = {
    f"{form} {particle}": plain
    for particle, forms, plains in (
        ("down", "turn turns turned turning", "reject rejects rejected rejecting"),
        ("back", "buy buys bought buying", "repurchase repurchases repurchased repurchasing"),
        ("off", "call calls called calling", "cancel cancels cancelled cancelling"),
        ("off", "put puts putting", "postpone postpones postponing"),
        ("off", "lay lays laid laying", "dismiss dismisses dismissed dismissing"),
        ("out", "pull pulls pulled pulling", "withdraw withdraws withdrew withdrawing"),
        ("down", "step steps stepped stepping", "resign resigns resigned resigning"),
        ("with", "part parts parted parting", "sell sells sold selling"),
        ("public", "go goes went gone going", "float floats floated floated floating"),
        (
            "into",
            "look looks looked looking",
            "investigate investigates investigated investigating",
        ),
    )
    for form, plain in zip(forms.split(), plains.split(), strict=True)
}
_PARTICLE = lazy(r" (?:back|down|into|off|out|public|with)\b")
_TWO_WORDS = lazy(rf"\b(?:{'|'.join(_PHRASAL)})\b")


def single(sentence: str) -> str:
    """Return a sentence with its phrasal verbs as single words: "turned down" as "rejected"."""
    if not _PARTICLE.search(sentence):
        return sentence  # a cheap test
    return _TWO_WORDS.sub(lambda m: _PHRASAL[m[0]], sentence)
