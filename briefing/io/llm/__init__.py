"""Any OpenAI-compatible server, one wire format, what it can do found out lazily."""
