"""Every table of the server as typed rows, one file a subject."""
