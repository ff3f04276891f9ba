"""Pictures of the window in every state that a reader meets: `python -m tests.screenshots`.

They go into `screenshots/`, which is not kept; the two of the README go into `resources/` too.
What lies beside the checkout is pictured where it is there, and never in `resources/`.
"""
