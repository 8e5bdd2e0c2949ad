"""The same package once more under a later version, to be upgraded to."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def a_later_package(package: Path, version: str, shelf: Path) -> Iterator[Path]:
    """What is in ``package`` as ``version``, in the folder ``shelf``, which is made, and goes again.

    It is not compressed: that takes a minute here, and ten on an emulated processor.
    """
    shelf.mkdir()
    tree, later = shelf / "tree", shelf / f"interview-kiosk_{version}.deb"
    try:
        subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
        control = tree / "DEBIAN/control"
        told, times = re.subn("^Version: .*$", f"Version: {version}", control.read_text(), flags=re.MULTILINE)
        assert times == 1
        control.write_text(told)
        build = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(tree), str(later)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        shutil.rmtree(tree)
        yield later
    finally:
        shutil.rmtree(shelf, ignore_errors=True)
