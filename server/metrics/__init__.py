"""Figures for a monitoring system: what this copy of the server did, and what waits in the whole house."""
