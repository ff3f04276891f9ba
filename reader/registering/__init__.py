"""Making the program known to a desktop: what it opens, under which name, with which icon."""
