"""What the parts of a cable are, and how they were read: the words for whoever asks.

Each function takes a cable, and the number of the item where a field has several. What the
vocabulary does not know is said to be unknown.
"""
