"""The disk: in which quality, and how long recordings stay."""

from PySide6.QtCore import QLocale, Signal

from kiosk.domain.recording import PRESETS
from kiosk.domain.set_up import LONGEST_KEPT_DAYS, Room, SetUpFacts
from kiosk.ports.setting_up import SettingUp
from ui.export.words import size
from ui.layout import Column, Split
from ui.setup.page import Job, SetUpPage, chosen
from ui.setup.words import quality, quality_facts
from ui.theme.fonts import Weight
from ui.theme.tokens import Theme
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.text import Text

DAYS = (30, 90, LONGEST_KEPT_DAYS)


class RoomPage(SetUpPage):
    """Quality on one side, days on the other."""

    may_skip = True
    measured = Signal(object)
    """A ``Room``."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("How are recordings kept?"),
            self.tr("A better picture takes more of the disk. What is over its time is erased by itself."),
        )
        self._free = Text("")
        self._free.setObjectName("free")
        self._qualities = {name: ChoiceCard(quality(name), quality_facts(name, None)) for name in PRESETS}
        self._days: dict[str, ChoiceCard] = {}
        first, second = Column(gap=1), Column(gap=1)
        first.add(Text(self.tr("Quality"), weight=Weight.STRONG))
        second.add(Text(self.tr("Recordings stay"), weight=Weight.STRONG))
        self._stay = Column(gap=1)
        second.add(self._stay)
        self.choices(self._qualities, first)
        for column in (first, second):
            column.box.addStretch(1)
        self.body.add(self._free, Split(first, second, gap=4))
        self.measured.connect(self._show_room)

    def widest(self, theme: Theme) -> int:
        """Two columns."""
        return round(theme.column * 1.4)

    @property
    def complete(self) -> bool:
        """Both are chosen."""
        return bool(chosen(self._qualities) and chosen(self._days))

    def show_facts(self, facts: SetUpFacts) -> None:
        """As it is now; a number of days that somebody wrote into the settings is one of the choices."""
        self._stay.clear()
        days = sorted({*DAYS, facts.keep_days})
        self._days = {f"days-{count}": ChoiceCard(*self._kept(count, facts)) for count in days}
        self.choices(self._days, self._stay)
        self._days[f"days-{facts.keep_days}"].setChecked(True)
        if facts.quality in self._qualities:
            self._qualities[facts.quality].setChecked(True)

    def entered(self, station: SettingUp) -> None:
        """Look at the disk."""
        self.errand.emit(self._look_at)

    def job(self) -> Job | None:
        """Keep both."""
        days = int(chosen(self._days).removeprefix("days-"))
        name = chosen(self._qualities)
        return lambda station: station.keep({"quality": name, "keep_days": days})

    def _look_at(self, station: SettingUp) -> None:
        self.measured.emit(station.room())

    def _kept(self, days: int, facts: SetUpFacts) -> tuple[str, str]:
        if days < LONGEST_KEPT_DAYS:
            words = self.tr("{days} days at most").format(days=QLocale().toString(days))
            return words, self.tr("Also where a question pack says longer.")
        packs = "; ".join(f"{title}: {count}" for title, count in facts.pack_days.items())
        return self.tr("As long as each question pack says"), self.tr("In days: {packs}").format(packs=packs)

    def _show_room(self, room: Room) -> None:
        self._free.setText(self.tr("{size} are free on this disk.").format(size=size(room.free_bytes)))
        for name, card in self._qualities.items():
            card.show_words(quality_facts(name, room.hours.get(name)))
