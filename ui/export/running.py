"""The last two pages of the export wizard: it runs, it is over."""

from kiosk.domain.export import GOOD, Destination, ExportOutcome, ExportPhase, ExportProgress
from kiosk.ports.exporter import ExportView
from ui.export import words
from ui.export.pages import Page
from ui.layout import Column, Row
from ui.theme.fonts import Weight
from ui.theme.icons import Icon
from ui.theme.tokens import Type
from ui.widgets.icon_mark import IconMark
from ui.widgets.progress_line import ProgressLine
from ui.widgets.text import Text, Tone

_MEASURED = (ExportPhase.COPYING, ExportPhase.VERIFYING)


class RunningPage(Page):
    """How far it is."""

    def __init__(self, destination: Destination = Destination.STICK) -> None:
        to_server = destination is Destination.SERVER
        super().__init__(
            self.tr("On the way to the central server") if to_server else self.tr("Please leave the stick in")
        )
        self._destination = destination
        self._phase = Text(words.phase(ExportPhase.PREPARING, destination), Type.LEAD, weight=Weight.STRONG)
        self._phase.setObjectName("phase")
        self._line = ProgressLine()
        self._speed = Text(" ", tone=Tone.QUIET)
        self._slow = Text(self.tr("This stick is slow. Another one may be faster."), tone=Tone.ATTENTION)
        self._slow.setObjectName("slow")
        self._slow.hide()
        self.add(self._phase, self._line, self._speed, self._slow)

    def show_view(self, view: ExportView) -> None:
        """Phase, part done, speed and time left."""
        if view.progress is not None:
            self._show(view.progress)

    def _show(self, now: ExportProgress) -> None:
        measured = now.total_bytes > 0 and (now.phase in _MEASURED or now.done_bytes > 0)
        share = now.done_bytes / now.total_bytes if measured else None
        said = words.phase(now.phase, self._destination)
        self._phase.setText(said if share is None else f"{said} · {share:.0%}")
        self._line.show_part(share)
        self._line.setAccessibleName(self._phase.text())
        self._speed.setText(words.speed(now) or " ")
        self._slow.setVisible(now.slow and self._destination is Destination.STICK)


class OverPage(Page):
    """How it ended, what to do now, and the passphrase, once."""

    def __init__(self, progress: ExportProgress) -> None:
        assert progress.outcome is not None
        texts = words.outcome_texts(progress.outcome)
        good = progress.outcome in GOOD
        super().__init__(texts.what_to_do if good else self.tr("It did not work out"))
        tone = Tone.PROVEN if good else Tone.ATTENTION
        told = Column(gap=1)
        happened = Text(texts.what_happened, Type.BODY if good else Type.LEAD)
        happened.setObjectName("outcome")
        told.add(happened)
        if not good:
            told.add(Text(texts.what_to_do, tone=Tone.QUIET))
        if good and progress.place:
            told.add(Text(self.tr("Its name is {name}.").format(name=progress.place), Type.NOTE, Tone.QUIET))
        for one in progress.receipts:
            told.add(Text(words.receipt(one), Type.NOTE, Tone.QUIET))
        row = Row(gap=3)
        row.add(IconMark(_icon(progress.outcome), tone, Type.LEAD, disc=True))
        row.add(told, stretch=1)
        self.add(row)
        if progress.passphrase:
            self._add_passphrase(progress.passphrase)

    def _add_passphrase(self, passphrase: str) -> None:
        shown = Text(passphrase, Type.LEAD, Tone.ACCENT, Weight.STRONG)
        shown.setObjectName("passphrase")
        shown.setAccessibleName(" ".join(passphrase))
        self.add(
            Text(self.tr("The passphrase, shown only now:"), Type.NOTE, Tone.QUIET),
            shown,
            Text(
                self.tr("Please write it down and keep it away from the stick. Nobody can find it again."),
                tone=Tone.ATTENTION,
            ),
        )


def _icon(outcome: ExportOutcome) -> Icon:
    return Icon.CHECK if outcome in GOOD else Icon.WARNING
