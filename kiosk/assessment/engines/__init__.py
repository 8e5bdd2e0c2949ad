"""Models that hear and read: whoever wants one goes through ``kiosk.assessment.gate``."""
