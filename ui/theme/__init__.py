"""Every colour, size, font and icon of the screens, from one set of tokens."""
