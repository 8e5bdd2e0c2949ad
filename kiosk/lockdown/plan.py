"""What makes a Debian machine with systemd a kiosk. All of it holds from the next start of the machine."""

from pathlib import Path

from kiosk.lockdown.files import NOWHERE, FilePlaced, LinkPlaced

UNITS = "etc/systemd/system"
SESSION = "/lib/systemd/system/interview-kiosk.service"
OURS = "# Made by “interview-kiosk lockdown on”; “interview-kiosk lockdown off” takes it away.\n"

LOGIND = """[Login]
NAutoVTs=0
ReserveVT=0
IdleAction=ignore
HandleSuspendKey=ignore
HandleHibernateKey=ignore
HandleRebootKey=ignore
HandleLidSwitch=ignore
HandleLidSwitchExternalPower=ignore
HandleLidSwitchDocked=ignore
"""
"""The power key is left: a clean end is better than a pulled plug."""
KERNEL = """kernel.sysrq = 0
kernel.printk = 3 4 1 3
"""
"""No magic keys, and no messages of the kernel over the screen."""
X11 = """Section "ServerFlags"
    Option "DontVTSwitch" "true"
    Option "DontZap" "true"
    Option "DontZoom" "true"
    Option "BlankTime" "0"
    Option "StandbyTime" "0"
    Option "SuspendTime" "0"
    Option "OffTime" "0"
EndSection
"""
"""For the fallback; the Wayland compositor neither blanks nor switches."""
NO_CONSOLE = ("getty@.service", "autovt@.service")
NO_SLEEP = ("sleep", "suspend", "hibernate", "hybrid-sleep", "suspend-then-hibernate")


def plan(root: Path) -> tuple[FilePlaced | LinkPlaced, ...]:
    """The operations in the order they are done; ``root`` is / but in tests."""

    def file(path: str, text: str) -> FilePlaced:
        return FilePlaced(root, path, OURS + text)

    def unit(name: str, target: str = NOWHERE) -> LinkPlaced:
        return LinkPlaced(root, f"{UNITS}/{name}", target)

    return (
        file("etc/systemd/logind.conf.d/90-interview-kiosk.conf", LOGIND),
        file("etc/systemd/system.conf.d/90-interview-kiosk.conf", "[Manager]\nCtrlAltDelBurstAction=none\n"),
        file("etc/sysctl.d/99-zz-interview-kiosk.conf", KERNEL),
        file("etc/X11/xorg.conf.d/90-interview-kiosk.conf", X11),
        unit("ctrl-alt-del.target"),
        *map(unit, NO_CONSOLE),
        *(unit(f"{name}.target") for name in NO_SLEEP),
        unit("display-manager.service", SESSION),
        unit("default.target", "/lib/systemd/system/graphical.target"),
    )
