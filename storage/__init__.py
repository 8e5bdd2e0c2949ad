"""The station's memory: journal, tables, media, staff and invitations, and what is exported of them."""
