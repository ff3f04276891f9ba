"""Slow checks of what is shipped: `make check-packages`, as root, on Debian or its kin."""
