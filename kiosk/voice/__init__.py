"""The avatar's voice: sentences rendered ahead into sound files with mouth shapes, kept in a cache."""
