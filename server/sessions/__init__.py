"""Sessions: as stations tell of them, and as people read, decide and erase them."""
