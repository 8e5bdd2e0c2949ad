"""What the flow needs of the world, as protocols; implementations live in their own packages."""
