"""What people add to a session: notes, levels of their own, and links for colleagues."""
