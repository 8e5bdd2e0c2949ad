import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.faults import CATALOGUE, FaultCode
from kiosk.domain.masks import Device
from kiosk.ports.recorder import DeviceState, PreviewPicture
from ui.theme.tokens import Appearance, Theme, Type, theme_for
from ui.theme.wardrobe import wear
from ui.widgets.banner import Banner
from ui.widgets.caption import CaptionText
from ui.widgets.device_chip import DeviceChip
from ui.widgets.level_line import LevelLine
from ui.widgets.notice import Notice
from ui.widgets.preview import Preview
from ui.widgets.progress import Progress
from ui.widgets.progress_line import ProgressLine
from ui.widgets.rec_badge import RecBadge, RecState
from ui.widgets.stage import Stage
from ui.widgets.text import Text
from ui.widgets.time_bar import TimeBar

LONG = "Tell us about a time when a plan changed at the last minute, and what you did about it. " * 4


@pytest.fixture(autouse=True)
def full_size(qapp: QApplication) -> None:
    wear(qapp, theme_for(1920, 1080, Appearance()))


def still(qapp: QApplication) -> None:
    wear(qapp, Theme(Appearance(reduced_motion=True)))


def test_every_recording_state_has_its_own_words(qtbot: QtBot) -> None:
    badge = RecBadge()
    qtbot.addWidget(badge)
    said = set()
    for state in RecState:
        badge.show_state(state)
        assert badge.accessibleName() == badge.words
        said.add(badge.words)
    assert len(said) == len(RecState)


def test_the_recording_dot_breathes(qtbot: QtBot) -> None:
    badge = RecBadge()
    qtbot.addWidget(badge)
    badge.show_state(RecState.RECORDING)
    badge.show()
    first = badge.grab().toImage()
    qtbot.waitUntil(lambda: badge.grab().toImage() != first)


def test_the_recording_dot_is_still_under_reduced_motion(qapp: QApplication, qtbot: QtBot) -> None:
    still(qapp)
    badge = RecBadge()
    qtbot.addWidget(badge)
    badge.show_state(RecState.RECORDING)
    badge.show()
    first = badge.grab().toImage()
    qtbot.wait(200)
    assert badge.grab().toImage() == first


def test_motion_stops_and_starts_with_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    badge = RecBadge()
    qtbot.addWidget(badge)
    badge.show_state(RecState.RECORDING)
    badge.show()
    still(qapp)
    first = badge.grab().toImage()
    qtbot.wait(150)
    assert badge.grab().toImage() == first
    wear(qapp, Theme())
    qtbot.waitUntil(lambda: badge.grab().toImage() != first)


@pytest.mark.parametrize("device", list(Device))
def test_every_device_state_has_its_own_words(device: Device, qtbot: QtBot) -> None:
    chip = DeviceChip(device)
    qtbot.addWidget(chip)
    said = {}
    for state in DeviceState:
        chip.show_state(state)
        said[state] = chip.words
    # on is on: the badge beside it says whether it is recorded
    assert said.pop(DeviceState.RECORDING) == said[DeviceState.CONNECTED]
    assert len(set(said.values())) == len(said)


def test_progress_is_told_in_words(qtbot: QtBot) -> None:
    progress = Progress()
    qtbot.addWidget(progress)
    progress.show_step(2, 6)
    assert progress.accessibleName() == "Question 2 of 6"


@pytest.mark.parametrize(
    ("left_s", "words"),
    [
        (300, "about 5 minutes left"),
        (61, "about a minute left"),
        (31, "about half a minute left"),
        (8, "a few seconds left"),
        (0, "the time is up"),
        (-3, "the time is up"),
    ],
)
def test_time_is_told_in_words_without_hurry(left_s: float, words: str, qtbot: QtBot) -> None:
    bar = TimeBar()
    qtbot.addWidget(bar)
    bar.show_time(left_s, 300)
    assert bar.words == words


def test_those_who_want_it_see_minutes_and_seconds(qtbot: QtBot) -> None:
    bar = TimeBar(exact=True)
    qtbot.addWidget(bar)
    bar.show_time(72.4, 120)
    assert bar.words == "1:12 left"


def test_a_voice_is_acknowledged_and_silence_is_patient(qtbot: QtBot) -> None:
    line = LevelLine()
    qtbot.addWidget(line)
    patient = line.words
    for _ in range(10):
        line.show_level(-20)
    assert line.words == "We hear you"
    for _ in range(80):
        line.show_level(-90)
    assert line.words == patient
    assert line.level < 0.1


def test_a_notice_says_what_happened_what_is_safe_and_what_to_do(qtbot: QtBot) -> None:
    texts = CATALOGUE[FaultCode.MICROPHONE_LOST].texts
    notice = Notice(texts)
    qtbot.addWidget(notice)
    said = [label.text() for label in notice.findChildren(QLabel)]
    assert said == [texts.what_happened, texts.what_is_safe, texts.what_to_do]


def test_a_short_question_is_set_large_and_a_long_one_shrinks_to_fit(qtbot: QtBot) -> None:
    caption = CaptionText("Why this job?")
    qtbot.addWidget(caption)
    caption.resize(880, 200)
    assert caption.fitting_px() == Theme().text_px(Type.HEADING)
    caption.setText(LONG)
    assert Theme().text_px(Type.BODY) <= caption.fitting_px() < Theme().text_px(Type.HEADING)


def test_words_take_more_lines_when_there_is_less_room(qtbot: QtBot) -> None:
    for widget in (Text(LONG), Banner(LONG)):
        qtbot.addWidget(widget)
        assert widget.heightForWidth(400) > widget.heightForWidth(800)


def halves(width: int = 64, height: int = 36) -> PreviewPicture:
    row = bytes((255, 0, 0)) * (width // 2) + bytes((0, 0, 255)) * (width // 2)
    return PreviewPicture(1, width, height, row * height)


def test_the_preview_is_a_mirror_with_round_corners(qtbot: QtBot) -> None:
    preview = Preview(silhouette=False)
    qtbot.addWidget(preview)
    preview.resize(640, 360)
    preview.show_picture(halves())
    image = preview.grab().toImage()
    assert image.pixelColor(60, 180) == QColor(0, 0, 255)
    assert image.pixelColor(580, 180) == QColor(255, 0, 0)
    corner, inside = image.pixelColor(0, 0), image.pixelColor(30, 30)
    assert inside == QColor(0, 0, 255)
    assert corner != inside


def test_the_preview_says_when_there_is_no_picture(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(640, 360)
    preview.show_picture(halves())
    with_picture = preview.grab().toImage()
    preview.show_picture(None)
    assert preview.grab().toImage() != with_picture


def test_a_wait_of_unknown_length_moves_and_a_known_one_fills(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.show()
    first = line.grab().toImage()
    qtbot.waitUntil(lambda: line.grab().toImage() != first)
    line.show_part(0.5)
    half = line.grab().toImage()
    line.show_part(1.0)
    assert line.grab().toImage() != half


class Page(QWidget):
    def __init__(self, colour: str) -> None:
        super().__init__()
        self.setStyleSheet(f"background: {colour}")
        QLabel("page", self).setFixedSize(400, 400)


def stage_with(qtbot: QtBot, page: QWidget) -> Stage:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.resize(400, 300)
    stage.show()
    stage.show_page(page)
    return stage


def middle(image: QImage) -> QColor:
    return image.pixelColor(QPoint(200, 150))


def test_pages_fade_into_each_other_and_the_new_one_is_there_at_once(qtbot: QtBot) -> None:
    old, new = Page("#ff0000"), Page("#0000ff")
    stage = stage_with(qtbot, old)
    stage.show_page(new)
    assert stage.page is new
    assert stage.moving
    assert new.isVisible()
    assert not old.isVisible()
    qtbot.waitUntil(lambda: not stage.moving)
    assert middle(stage.grab().toImage()) == QColor("#0000ff")


def test_nothing_fades_under_reduced_motion(qapp: QApplication, qtbot: QtBot) -> None:
    still(qapp)
    stage = stage_with(qtbot, Page("#ff0000"))
    stage.show_page(Page("#0000ff"))
    assert not stage.moving
    assert middle(stage.grab().toImage()) == QColor("#0000ff")


def test_a_page_always_fills_the_stage(qtbot: QtBot) -> None:
    page = Page("#ff0000")
    stage = stage_with(qtbot, page)
    stage.show_page(Page("#0000ff"))
    stage.show_page(page)
    stage.resize(800, 500)
    qtbot.waitUntil(lambda: page.size() == QSize(800, 500))
    assert not stage.moving
