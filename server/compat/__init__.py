"""The compatibility API: the exact shapes that existing front ends and scripts call."""
