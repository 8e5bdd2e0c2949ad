"""How the server's schema came to be, one step a file in ``versions``; the same on both databases."""
