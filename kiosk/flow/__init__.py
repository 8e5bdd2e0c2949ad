"""The state machine of an interview: facts go in, orders come out, state is one value."""
