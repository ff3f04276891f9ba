"""A text set as a page: rows, type, painting, places; the ground of reading and source view."""
