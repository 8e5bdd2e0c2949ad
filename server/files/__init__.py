"""Files of sessions: pieces in, whole files out."""
