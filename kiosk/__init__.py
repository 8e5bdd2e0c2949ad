"""What an interview is and what happens next."""
