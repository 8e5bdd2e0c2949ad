"""What leaves the station in a form that people read."""
