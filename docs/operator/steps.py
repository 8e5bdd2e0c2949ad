"""What a technician or proctor does about each fault, step by step, for the troubleshooting page."""

from kiosk.domain.faults import FaultCode

STEPS: dict[FaultCode, tuple[str, ...]] = {
    FaultCode.CAMERA_MISSING: (
        "Look at the plug and at the camera's lamp; try another USB port.",
        "`ls /dev/video*` shows what the computer sees. Nothing there: the camera or its cable is at fault.",
        "`main.py selftest` tries again.",
    ),
    FaultCode.CAMERA_BUSY: (
        "`fuser -v /dev/video0` (package psmisc) names the program that holds the camera; end it.",
        "The station tries again by itself; nothing has to be touched.",
        "Only one program can use a camera at a time: take others out of the session's autostart.",
    ),
    FaultCode.CAMERA_LOST: (
        "Do not stop the interview: the sound goes on, and the picture comes back by itself.",
        "Plug the camera in again, in the same port.",
        "The stretch without a picture is a gap in the recording, with its cause.",
    ),
    FaultCode.CAMERA_FROZEN: (
        "Unplug the camera, wait for two seconds and plug it in again. The interview goes on meanwhile.",
        "If it happens again, change the cable, then the camera.",
    ),
    FaultCode.CAMERA_BLACK: (
        "Look for a closed shutter, a cover, or a lamp that is off.",
        "`main.py record --camera 0 --mic sim --seconds 5 --out test.mp4` shows what the camera sees.",
    ),
    FaultCode.MICROPHONE_MISSING: (
        "`pactl list short sources` names the microphones that the computer knows.",
        "The one in the station settings must be among them, spelt the same.",
        "`main.py selftest` tries again and tells the level it hears.",
    ),
    FaultCode.MICROPHONE_LOST: (
        "Plug the same microphone in again. The station does not go on with another one, on purpose.",
        "The candidate continues when the sound is back; the lost stretch is a gap in the recording.",
    ),
    FaultCode.MICROPHONE_MUTED: (
        "Look for a switch on the microphone or its cable; many have a light that is red when it is off.",
        "`pactl list sources` says `Mute: yes` where the sound server has muted it: "
        "`pactl set-source-mute NAME 0`.",
        "The interview goes on when the candidate says so, with the time it had.",
    ),
    FaultCode.MICROPHONE_SILENT: (
        "Ask whether the candidate is speaking; a silent candidate is not a fault.",
        "Look for a mute switch on the microphone or its cable.",
        "`pactl list sources` shows whether the source is muted and its volume.",
    ),
    FaultCode.LOUDSPEAKER_MISSING: (
        "`pactl list short sinks` names the loudspeakers that the computer knows.",
        "Interviews can go on: every question stands on the screen.",
    ),
    FaultCode.RECORDER_LOST: (
        "Wait: the station starts another recorder by itself, within seconds.",
        "If it happens more than once a day, look at the log and at the computer's memory (`free -h`).",
    ),
    FaultCode.RECORDING_NOT_STARTED: (
        "`main.py selftest` says which device or disk refuses.",
        "When it is mended, let the candidate continue: nothing was recorded before, and nothing is lost.",
    ),
    FaultCode.RECORDING_NOT_FINISHED: (
        "Do not delete anything: all parts of the recording are in the session's folder.",
        "Free some space, as for “Disk full”, and start the station again: it finishes the recording then.",
        "`main.py show ID` tells whether the session has its file.",
    ),
    FaultCode.ENCODER_SLOW: (
        "Close other programs; `top` names those that need the processor.",
        "If nothing else runs, choose quality `sd` in the station settings.",
    ),
    FaultCode.FFMPEG_MISSING: (
        "`apt-get install ffmpeg`, as root.",
        "`main.py selftest` shows its version.",
    ),
    FaultCode.DISK_LOW: (
        "`df -h` shows how full the disk is.",
        "Make room before the next candidate; the running interview has enough.",
    ),
    FaultCode.DISK_SHORT: (
        "`main.py status` says how many hours can still be recorded; the longest interview must fit twice.",
        "Export finished sessions, or free some space; within seconds the station opens again.",
    ),
    FaultCode.DISK_FULL: (
        "The recording so far has been closed cleanly. Do not remove anything of the running session.",
        "`df -h`, then `du -sh *` in the data folder, show what takes the space.",
        "Make room elsewhere on the disk, then let the candidate continue.",
    ),
    FaultCode.DATA_UNWRITABLE: (
        "`ls -ld` on the data folder shows owner and permissions; the station's user must own it.",
        "`findmnt -T` on it shows whether it is mounted `ro`. A disk that turned read-only is failing.",
    ),
    FaultCode.VOICE_MISSING: (
        "`apt-get install espeak-ng`, as root.",
        "`main.py selftest` says a word and tells what is missing.",
    ),
    FaultCode.ERASURE_STUCK: (
        "Read the reason: the fault’s detail and the application log name the file or the store.",
        "Mend what is named: a full disk, a folder that nobody may change, a program that keeps reading.",
        "`main.py erase --pending`, with the kiosk stopped, tries again at once and names what is left.",
    ),
    FaultCode.SERVER_STOPPED: (
        "`main.py sync` names the reason under `trouble`. Nothing is sent meanwhile, and nothing is lost.",
        "“frozen” or “fork”: two computers wrote under this station’s key. Find the other one, a copied or "
        "restored disk, and switch it off; then an administrator lets the server listen again, on its page "
        "of the booth.",
        "“not known”: the station was retired. An administrator makes a new code; `main.py enrol` with it.",
        "“not in its journal”: this disk is older than what the server has. Keep it; make a new station.",
    ),
    FaultCode.JOURNAL_DAMAGED: (
        "Start no interview on this station.",
        "Copy the whole data folder to another disk before you try anything.",
        "`main.py selftest` on the copy (`--data COPY`) tells what is damaged.",
        "`main.py repair`, with the kiosk stopped, makes the database anew from the journal copies beside "
        "the recordings; the damaged one is kept beside it.",
        "`main.py selftest` must then say “chain OK”; if it does not, keep the copy for whoever repairs it.",
    ),
    FaultCode.TEST_FAILED: (
        "Open the staff panel while nobody is interviewed: the line “Test recording” says what is wrong.",
        "`main.py readiness` makes the same test and tells the same; stop the kiosk first.",
        "Mend it and test again. To open it all the same, a named person gives the reason in the panel.",
    ),
}
