"""Booth computers: how they are introduced, how they speak, how they are."""
