"""Question packs: folders with a ``pack.toml``, read, checked and turned into ``kiosk.domain.pack.Pack``."""
