"""Where bytes lie: a folder, or any S3 API."""
