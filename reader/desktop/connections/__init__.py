"""Which signal calls what: a module a subject, between the session, the window and the actions."""
