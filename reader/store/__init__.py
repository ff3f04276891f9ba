"""What we remember: bookmarks."""
