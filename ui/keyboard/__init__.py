"""The keyboard on the screen: layouts, keys, and how it finds the field it types into."""
