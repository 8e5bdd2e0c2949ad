"""``make booth``: the virtual booth for people. QEMU's monitor on this terminal, its screen over VNC."""

import os
import shlex
import shutil
import sys

from tests.booth.guest import door, lay_out
from tests.booth.images import installed
from tests.booth.machine import BUILD, a_free_port, command

VNC_DISPLAY = 24

HINTS = """
The virtual booth starts. Its screen: a VNC viewer at 127.0.0.1:{vnc}. A terminal in it:
  {ssh}
Here is QEMU's monitor:
  screendump photo.png -f png            photograph the screen
  sendkey ctrl-alt-f2                    press keys
  device_add usb-storage,id=stick,drive=stick,bus=usb.0      put the stick in
  device_del stick                       pull it
  system_reset                           cut the power and give it back
  system_powerdown                       press the power button
  quit                                   cut the power for good
"""


def main() -> None:
    """Build what is missing, then become QEMU, on a disk of this time only."""
    folder, port = BUILD / "booth", a_free_port()
    below = installed()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    lay_out(folder, below)
    sys.stdout.write(HINTS.format(vnc=5900 + VNC_DISPLAY, ssh=shlex.join(door(port))))
    sys.stdout.flush()
    words = [*command(folder, port), "-vnc", f"127.0.0.1:{VNC_DISPLAY}", "-monitor", "stdio"]
    os.execvp(words[0], words)


if __name__ == "__main__":
    main()
