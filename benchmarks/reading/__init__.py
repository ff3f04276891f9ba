"""How quick the window is while a cable is read, each part beside a yardstick of the same run."""
