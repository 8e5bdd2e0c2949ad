"""These need root, a package that was built, and several minutes: `make package-test`."""

import os

collect_ignore_glob = [] if os.environ.get("PACKAGE_TESTS") else ["test_*"]
