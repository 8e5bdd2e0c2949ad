"""Coding questions: problem folders, a sandbox for candidates' programs, and the judge."""
