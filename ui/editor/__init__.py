"""Where candidates write programs: the editor, the results, and the bench that holds both beside the task."""
