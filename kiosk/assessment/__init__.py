"""Answers understood and judged: transcripts, the rubric scorer, a model's advice behind a gate."""
