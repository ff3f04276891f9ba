"""What a cable file looks like on disk: bytes become text here."""
