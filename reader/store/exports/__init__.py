"""Marks taken out of the store and brought back: which forms there are, and how each is told.

form = form_of("marks.json")
write_file(path, form.write(bookmarks.all_marks(), bookmarks.colour_names()))

bundle = read_marks(content)
plan = plan_import(bundle, bookmarks.all_marks(), bookmarks.colour_names())
print(plan.message())
bookmarks.apply(plan.changes(), "Import marks")
"""

from reader.store.exports.fields import Bundle
from reader.store.exports.files import read_file, write_file
from reader.store.exports.forms import FORMS, Form, form_of, read_marks, write_marks
from reader.store.exports.merging import Choice, Pair, Plan, plan_import

__all__ = [
    "FORMS",
    "Bundle",
    "Choice",
    "Form",
    "Pair",
    "Plan",
    "form_of",
    "plan_import",
    "read_file",
    "read_marks",
    "write_file",
    "write_marks",
]
