"""The set-up of a station: one page a step, kept when one goes on."""
