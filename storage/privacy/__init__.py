"""Sessions that are over: sealed for those who may read them, kept for their time, erased everywhere."""
