import pytest

from capture import wire
from kiosk.domain.faults import Fault, FaultCode
from kiosk.domain.masks import MaskReason, Masks
from kiosk.domain.recording import HD, DeviceChoice
from kiosk.flow.facts import CodeSeen, FaultRaised, RecordingFinished
from tests.fakes import FakeRecorder
from tests.recorders import SESSION, an_order


@pytest.mark.parametrize(
    "order",
    [
        wire.Open(DeviceChoice("0", "default", "sim")),
        wire.Mask(Masks(MaskReason.PRIVACY, None)),
        wire.Begin(an_order("/data", HD)),  # type: ignore[arg-type]
        wire.Close(),
        wire.Sample(3.0),
    ],
)
def test_orders_pass_the_border_unchanged(order: wire.Order) -> None:
    assert wire.order_of(wire.to_line(order)) == order


def test_facts_pass_the_border_unchanged() -> None:
    told: list[object] = []
    fake = FakeRecorder()
    fake.listen(told.append)
    fake.finish(an_order("/data", HD))  # type: ignore[arg-type]
    (finished,) = told
    assert isinstance(finished, RecordingFinished)
    fault = FaultRaised(Fault(FaultCode.CAMERA_LOST, "é – “quoted”"))
    for fact in (finished, fault, CodeSeen("K7QF2MXP9RTD")):
        assert wire.news_of(wire.to_line(fact)) == fact


@pytest.mark.parametrize("line", [b"", b"[]", b"{", b'{"type":"Format"}', b'{"type":"Scan","on":"yes"}'])
def test_nonsense_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of its kinds
        wire.order_of(line)


def test_lines_are_cut_wherever_the_bytes_break() -> None:
    data = wire.to_line(wire.Scan(True)) + wire.to_line(wire.Close())
    reader = wire.LineReader()
    lines = [line for byte in data for line in reader.feed(bytes([byte]))]
    assert [wire.order_of(line) for line in lines] == [wire.Scan(True), wire.Close()]


def test_a_line_without_an_end_is_refused() -> None:
    reader = wire.LineReader()
    with pytest.raises(ValueError, match="without an end"):
        reader.feed(b"x" * (1 << 21))


def test_sessions_are_named_in_orders() -> None:
    assert SESSION.encode() in wire.to_line(wire.Finish(an_order("/data", HD)))  # type: ignore[arg-type]
