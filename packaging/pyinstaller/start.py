"""Where the frozen program begins."""

import sys

from reader.desktop.panels.page import pattern_search

if __name__ == "__main__":
    if sys.argv[1:] == [pattern_search.ASKED]:
        # The window has started this very program, since there is no other Python to start.
        sys.exit(pattern_search.main())
    from reader.cli import main

    sys.exit(main())
