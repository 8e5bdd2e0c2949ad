"""From the journal to the tables, one file a subject."""
