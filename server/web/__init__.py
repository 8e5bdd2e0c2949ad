"""Pages: templates and what fills them."""
