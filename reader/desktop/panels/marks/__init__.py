"""What is shown of a mark wherever there is one: its fields, its form, its menu."""
