"""What the candidate sees: one file a screen, and the registry that knows which one a state wants."""
