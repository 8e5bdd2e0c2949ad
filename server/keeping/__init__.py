"""How long sessions are kept, what must not go yet, and proof of what is gone."""
