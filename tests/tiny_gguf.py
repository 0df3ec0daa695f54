"""A model file of random weights, small enough to be made in a test: a real engine's protocol
without a download. Its words are noise. Needs `gguf` and `numpy`.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from string import ascii_lowercase, printable
from typing import Any

LAYERS, WIDTH, HEADS, CONTEXT = 1, 32, 2, 16_384
_TEMPLATE = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant: "


def pieces() -> list[tuple[str, int]]:
    """Return the vocabulary with token types: 2 unknown, 3 control, 6 byte, 1 normal."""
    rows = [("<unk>", 2), ("<s>", 3), ("</s>", 3)]
    rows += [(f"<0x{byte:02X}>", 6) for byte in range(256)]
    letters = [c for c in printable if c.isprintable() and c != " "]
    pairs = ["".join(pair) for pair in product(ascii_lowercase, repeat=2)]
    normal = ["▁", *letters, *pairs, *(f"▁{p}" for p in (*letters, *pairs))]
    return rows + [(piece, 1) for piece in dict.fromkeys(normal)]


def write(file: Path) -> None:
    """Write the model file."""
    import numpy
    from gguf import GGUFWriter

    rows = pieces()
    chance = numpy.random.default_rng(7)
    out = GGUFWriter(str(file), "llama")
    out.add_name("noise")
    out.add_context_length(CONTEXT)
    out.add_embedding_length(WIDTH)
    out.add_block_count(LAYERS)
    out.add_feed_forward_length(WIDTH * 2)
    out.add_head_count(HEADS)
    out.add_head_count_kv(HEADS)
    out.add_rope_dimension_count(WIDTH // HEADS)
    out.add_layer_norm_rms_eps(1e-5)
    out.add_vocab_size(len(rows))
    out.add_tokenizer_model("llama")
    out.add_token_list([piece.encode() for piece, _ in rows])
    out.add_token_scores([-float(i) if kind == 1 else 0.0 for i, (_, kind) in enumerate(rows)])
    out.add_token_types([kind for _, kind in rows])
    out.add_bos_token_id(1)
    out.add_eos_token_id(2)
    out.add_unk_token_id(0)
    out.add_chat_template(_TEMPLATE)

    def noise(*shape: int) -> Any:
        return (chance.standard_normal(shape) * 0.05).astype(numpy.float32)

    ones = numpy.ones(WIDTH, numpy.float32)
    tensors = {
        "token_embd": noise(len(rows), WIDTH), "output_norm": ones,
        "output": noise(len(rows), WIDTH),
    }  # fmt: skip
    for layer in range(LAYERS):
        at = f"blk.{layer}."
        tensors |= {f"{at}attn_norm": ones, f"{at}ffn_norm": ones}
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            tensors[at + name] = noise(WIDTH, WIDTH)
        tensors[f"{at}ffn_gate"] = noise(WIDTH * 2, WIDTH)
        tensors[f"{at}ffn_up"] = noise(WIDTH * 2, WIDTH)
        tensors[f"{at}ffn_down"] = noise(WIDTH, WIDTH * 2)
    for name, tensor in tensors.items():
        out.add_tensor(f"{name}.weight", tensor)
    out.write_header_to_file()
    out.write_kv_data_to_file()
    out.write_tensors_to_file()
    out.close()
