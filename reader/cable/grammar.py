"""parse(Telegram) -> Cable: the rules of header, body and references, in order."""
