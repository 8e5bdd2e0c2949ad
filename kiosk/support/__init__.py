"""The support bundle: how a station does, for whoever helps from afar, and nothing about anybody."""
