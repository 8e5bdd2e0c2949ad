"""Makes the machine run: one engine thread, its mailbox and clocks, and the orders it carries out."""
