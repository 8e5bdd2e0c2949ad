"""What stations ask; docs/protocol.md says it in words."""
