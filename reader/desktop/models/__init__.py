"""Item models: the paragraphs of a cable, what it cites, the bookmarks."""
