"""Any OpenAI-compatible server, through the `openai` package: one wire format, chat completions.

This room sends one request and says what became of it: text as it streams, a reply, or a
ModelError with its kind. It owns deadline, retries, pace and key. What is asked, and what a reply
is worth, is decided elsewhere. `openai` (half a second to import) is loaded by the first call.
"""
