"""Simulated devices and devices that fail on purpose; they ship, so that anybody can try the kiosk."""
