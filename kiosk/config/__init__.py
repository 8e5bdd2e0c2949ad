"""How a station is set up: its settings, its folders, its log."""
