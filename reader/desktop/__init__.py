"""Everything that knows of a screen."""
