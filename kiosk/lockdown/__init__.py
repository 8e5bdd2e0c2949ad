"""Operations that make a machine a kiosk and unmake it; each is on record before it is done."""
