"""What candidate and proctor see: Qt Widgets that show a state and report intents, and decide nothing."""
