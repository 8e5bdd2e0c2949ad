"""What the station sends to the central server, and what it remembers of what the server has."""
