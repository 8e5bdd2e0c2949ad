"""Messages between stations and the central server: pydantic models and pure functions, nothing else."""
