"""A screen reader's end of the accessibility bus: what the program tells to whoever cannot see it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, MatchRule, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
needs_bus = pytest.mark.skipif(
    not (LAUNCHER.exists() and shutil.which("dbus-daemon")), reason="there is no accessibility bus here"
)
_REGISTRY = DBusAddress(
    "/org/a11y/atspi/registry", bus_name="org.a11y.atspi.Registry", interface="org.a11y.atspi.Registry"
)
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_EVENTS = "org.a11y.atspi.Event.Object"
_DEEPEST = 40


class Reader:
    """Walks the tree of everything on the bus and listens to what is announced."""

    def __init__(self, connection: DBusConnection) -> None:
        self._bus = connection
        rule = MatchRule(type="signal", interface=_EVENTS, member="Announcement")
        self._ask(message_bus.AddMatch(rule))
        self._ask(new_method_call(_REGISTRY, "RegisterEvent", "s", ("object:announcement",)))
        self._heard = connection.filter(rule, bufsize=1000)
        self._queue = self._heard.__enter__()

    def announced(self, wait_s: float = 0.3) -> list[str]:
        """Everything that was said since the last time."""
        said: list[str] = []
        while True:
            try:
                message = self._bus.recv_until_filtered(self._queue, timeout=wait_s)
            except TimeoutError:
                return said
            said.append(str(message.body[3][1]))

    def tree(self) -> list[tuple[str, str]]:
        """Role and name of every node, the applications first."""
        return list(self._nodes(*_ROOT, 0))

    def close(self) -> None:
        """Leave the bus."""
        self._heard.__exit__(None, None, None)
        self._bus.close()

    def _nodes(self, bus: str, path: str, depth: int) -> Iterator[tuple[str, str]]:
        if depth > _DEEPEST:
            return
        node = DBusAddress(path, bus_name=bus, interface="org.a11y.atspi.Accessible")
        for child_bus, child_path in self._ask(new_method_call(node, "GetChildren"))[0]:
            child = DBusAddress(child_path, bus_name=child_bus, interface="org.a11y.atspi.Accessible")
            role = self._ask(new_method_call(child, "GetRoleName"))[0]
            yield str(role), self._name(child)
            yield from self._nodes(child_bus, child_path, depth + 1)

    def _name(self, node: DBusAddress) -> str:
        where = DBusAddress(
            node.object_path, bus_name=node.bus_name, interface="org.freedesktop.DBus.Properties"
        )
        wanted = ("org.a11y.atspi.Accessible", "Name")
        return str(self._ask(new_method_call(where, "Get", "ss", wanted))[0][1])

    def _ask(self, message: Any) -> Any:
        answer = self._bus.send_and_get_reply(message, timeout=10)
        assert HeaderFields.error_name not in answer.header.fields, answer
        return answer.body


@contextmanager
def accessibility_bus(display: str) -> Iterator[tuple[str, Reader]]:
    """A session bus of one's own with an accessibility bus beside it; its address, and a reader."""
    with ExitStack() as last:
        session = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
        )
        last.callback(_end, session)
        assert session.stdout is not None
        address = session.stdout.readline().strip()
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "DISPLAY": display}
        launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"], env=environment)
        last.callback(_end, launcher)
        last.callback(session.stdout.close)
        bus = DBusAddress("/org/a11y/bus", bus_name="org.a11y.Bus", interface="org.a11y.Bus")
        with open_dbus_connection(address) as asking:
            found = asking.send_and_get_reply(new_method_call(bus, "GetAddress"), timeout=10).body[0]
        reader = Reader(open_dbus_connection(found))
        last.callback(reader.close)
        yield address, reader


def _end(process: "subprocess.Popen[Any]") -> None:
    process.terminate()
    process.wait()
