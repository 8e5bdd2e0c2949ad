"""Lens to file: devices, one timeline, the encoder, and the recorder process (`python -m capture`)."""
