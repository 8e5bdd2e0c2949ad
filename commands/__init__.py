"""The command line, and the composition root: the one place that may import everything."""
