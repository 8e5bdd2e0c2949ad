"""The drawn character who asks the questions and listens."""
