"""The commands of the window, declared without Qt: a module a menu, and `table` with all."""
