"""Which language the screen speaks: the dictionaries under ``assets/words``, and how they are put on."""
