"""How the whole site is doing: what succeeds, what fails, what is full."""
