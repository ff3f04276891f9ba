"""The panels of the window, one widget a file."""
