"""Sticks through UDisks2, over a real message bus."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.domain.export import Drive, ExportOutcome
from storage.errors import ExportFailedError
from storage.export.udisks_drives import UDisksDrives
from tests.udisks import BLOCKS, FakeUDisks, message_bus_with, needs_dbus

pytestmark = needs_dbus


@pytest.fixture
def udisks() -> FakeUDisks:
    return FakeUDisks()


@pytest.fixture
def drives(udisks: FakeUDisks) -> Iterator[UDisksDrives]:
    with message_bus_with(udisks) as address:
        yield UDisksDrives(address)


def test_sticks_are_what_people_plug_in(udisks: FakeUDisks, drives: UDisksDrives) -> None:
    assert drives.available()
    assert drives.sticks() == ()
    udisks.plug("sda", bus="ata", kind="ext4")
    udisks.plug("sdb", read_only=True)
    udisks.plug("sdc", kind="")
    protected = Drive("/dev/sdb1", "Acme Stick", 32_000_000_000, "exfat", read_only=True)
    empty = Drive("/dev/sdc1", "Acme Stick", 32_000_000_000, "", read_only=False)
    assert drives.sticks() == (protected, empty)


def test_a_stick_is_mounted_where_udisks_says_and_let_go_of(
    udisks: FakeUDisks, drives: UDisksDrives, tmp_path: Path
) -> None:
    udisks.mount_folder = tmp_path
    udisks.plug("sdb")
    (drive,) = drives.sticks()
    assert drives.mount(drive) == tmp_path
    (mounted,) = drives.sticks()
    assert mounted.mounted_at == str(tmp_path)
    assert drives.mount(mounted) == tmp_path
    assert drives.unmount(mounted)
    assert drives.sticks()[0].mounted_at == ""
    asked = [call for call in udisks.called if call[1] != "GetManagedObjects"]
    assert asked == [(f"{BLOCKS}/sdb1", "Mount"), (f"{BLOCKS}/sdb1", "Unmount")]


def test_a_refusal_is_an_outcome(udisks: FakeUDisks, drives: UDisksDrives) -> None:
    udisks.plug("sdb")
    (drive,) = drives.sticks()
    udisks.refuses = True
    with pytest.raises(ExportFailedError) as refused:
        drives.mount(drive)
    assert refused.value.outcome is ExportOutcome.STICK_DAMAGED
    assert not drives.unmount(drive)


def test_a_stick_that_is_gone_cannot_be_mounted(udisks: FakeUDisks, drives: UDisksDrives) -> None:
    udisks.plug("sdb")
    (drive,) = drives.sticks()
    udisks.objects.clear()
    with pytest.raises(ExportFailedError):
        drives.mount(drive)


def test_without_udisks_there_are_no_sticks(tmp_path: Path) -> None:
    nobody = UDisksDrives(f"unix:path={tmp_path}/bus")
    assert not nobody.available()
    assert nobody.sticks() == ()
