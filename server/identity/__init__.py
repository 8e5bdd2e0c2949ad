"""What people, programs and stations prove themselves with, and what each may do."""
