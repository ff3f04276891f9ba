"""The keys of the window: the sheet that shows them, and the form that changes them."""
