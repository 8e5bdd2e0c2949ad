"""The export wizard: which interviews, what of them, for whom, and the stick."""
