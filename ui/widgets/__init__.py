"""The building blocks of the screens, painted from the theme."""
