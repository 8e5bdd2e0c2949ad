"""Who is invited to which interview, and when."""
