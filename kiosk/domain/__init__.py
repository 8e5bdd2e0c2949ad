"""Plain frozen values of the interview; no I/O, no clock, no third party."""
