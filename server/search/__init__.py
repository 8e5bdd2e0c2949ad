"""Finding sessions by the candidate's name and by what was said."""
