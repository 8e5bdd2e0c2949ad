"""The calibration of a booth: the screen flashes while the loudspeaker chirps. Times in seconds.

Screen and recorder follow this one programme, each on the system's monotonic clock. At most two flashes a
second: three and more can harm people who are sensitive to light.
"""

SOUND = "calibration"
"""The name of the sound with the chirps."""
FLASHES_S = (0.45, 0.95, 1.55, 2.05)
"""When flashes and chirps begin, from the sound's first sample; no two are taken for each other."""
FLASH_S = 0.12
LENGTH_S = 2.2
