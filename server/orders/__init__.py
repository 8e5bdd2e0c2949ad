"""What stations are to do."""
