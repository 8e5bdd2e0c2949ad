"""Assessments that other programs order, and telling those programs when one has ended."""
