"""The central server: stations report to it, staff look at it, other programs talk to it."""
