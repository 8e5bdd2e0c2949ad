"""HR's desk: sessions found, watched, rated and decided, and the fairness board."""
