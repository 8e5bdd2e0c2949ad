"""The staff door: who is in, and whether they may do what they wish. The one place that asks the table."""

import threading
from collections.abc import Callable

import structlog

from kiosk.domain.staff import PinAnswer, StaffMember
from kiosk.flow.duties import DUTIES
from kiosk.flow.events import Event
from kiosk.flow.staff import StaffAct, StaffEntered, StaffLeft, StaffRefused
from kiosk.ports.clock import Clock
from kiosk.ports.staff import StaffList
from kiosk.runtime.clock import moment

log = structlog.get_logger()


class Door:
    """Any thread may call. Coming, going and being refused become events, each with the name."""

    def __init__(self, staff: StaffList, clock: Clock, tell: Callable[[Event], None]) -> None:
        self._staff = staff
        self._clock = clock
        self._tell = tell
        self._inside: list[StaffMember] = []
        """Somebody may be in twice: at the booth and at the screen beside it."""
        self._lock = threading.Lock()

    def names(self) -> tuple[str, ...]:
        """Who may knock."""
        return self._staff.names()

    def enter(self, name: str, pin: str) -> PinAnswer:
        """Let somebody in who knows the PIN of ``name``."""
        answer = self._staff.check(name, pin, moment(self._clock))
        if not isinstance(answer, StaffMember):
            self._tell(StaffRefused(name, answer.problem))
            return answer
        with self._lock:
            self._inside.append(answer)
        self._tell(StaffEntered(answer.name, answer.role))
        return answer

    def leave(self, name: str) -> None:
        """Nothing more is done in this name until its PIN is given again, unless they are in elsewhere."""
        with self._lock:
            member = self._member(name)
            if member is not None:
                self._inside.remove(member)
        if member is not None:
            self._tell(StaffLeft(name))

    def lets_through(self, event: Event) -> bool:
        """Whether whoever is named in it is in and has that duty; what is not staff's passes."""
        if not isinstance(event, StaffAct):
            return True
        duty = DUTIES.get(type(event))
        with self._lock:
            member = self._member(event.by)
        if duty is not None and member is not None and member.may(duty):
            return True
        log.warning("not allowed", act=type(event).__name__)
        return False

    def _member(self, name: str) -> StaffMember | None:
        return next((member for member in self._inside if member.name == name), None)
