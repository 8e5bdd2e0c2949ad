"""What a program can do to the station: nothing. Every test here is a program that tries."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from kiosk.coding.box import MIB, Limits, Surroundings
from kiosk.coding.errors import SandboxError
from kiosk.coding.sandbox import Ending, Finish, Job, Sandbox

ROOT = Path(__file__).parents[4]
SMALL = Limits(
    cpu_s=1.0, wall_s=40.0, memory_bytes=96 * MIB, output_bytes=256 * 1024, processes=16, work_bytes=16 * MIB
)
RunPython = Callable[..., Finish]


@pytest.fixture
def run_python() -> RunPython:
    """Run a Python source in the sandbox; keywords change the limits."""

    def run(source: str, **limits: Any) -> Finish:
        job = Job(("python3", "-IB", "main.py"), replace(SMALL, **limits), {"main.py": source.encode()})
        return Sandbox().run(job)

    return run


def enclosed_processes() -> set[str]:
    """Name everybody who lives in another user namespace than this test."""
    here, found = Path("/proc/self/ns/user").readlink(), set()
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "ns/user").readlink() != here:
                found.add(process.name)
    return found


@pytest.fixture(autouse=True)
def nothing_runs_on() -> Iterator[None]:
    before = enclosed_processes()
    yield
    deadline = time.monotonic() + 5
    while (left := enclosed_processes() - before) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not left


def test_a_program_reads_its_input_and_answers(run_python: RunPython) -> None:
    job = Job(("python3", "-IB", "main.py"), SMALL, {"main.py": b"print(input()[::-1])"}, b"live")
    finish = Sandbox().run(job)
    assert (finish.ending, finish.exit_code, finish.output) == (Ending.EXITED, 0, b"evil\n")
    assert 0 < finish.cpu_s < 1


@pytest.mark.parametrize(
    ("source", "code"), [("exit(3)", 3), ("import os; os.abort()", 128 + signal.SIGABRT)]
)
def test_how_a_program_ended_is_known(source: str, code: int, run_python: RunPython) -> None:
    assert run_python(source).exit_code == code


def test_an_endless_loop_ends_at_its_processor_time(run_python: RunPython) -> None:
    finish = run_python("while True: pass")
    assert finish.ending is Ending.CPU
    assert 1.0 <= finish.cpu_s < 3.0


def test_loops_in_many_processes_share_one_processor_time(run_python: RunPython) -> None:
    finish = run_python("import os\nfor _ in range(3): os.fork()\nwhile True: pass")
    assert finish.ending is Ending.CPU
    assert finish.cpu_s < 4.0


def test_a_sleeper_is_woken_by_the_wall_clock(run_python: RunPython) -> None:
    assert run_python("import time; time.sleep(60)", wall_s=0.5).ending is Ending.WALL


def test_a_fork_bomb_meets_the_limit_of_processes(run_python: RunPython) -> None:
    bomb = """
import os
children = 0
try:
    while True:
        if os.fork() == 0:
            os.read(os.pipe()[0], 1)
        children += 1
except OSError as error:
    print(children, error.errno, flush=True)
"""
    finish = run_python(bomb, memory_bytes=512 * MIB)
    children, errno = map(int, finish.output.split()[:2])
    assert children < SMALL.processes
    assert errno == 11


def test_a_fork_bomb_that_never_gives_up_is_ended(run_python: RunPython) -> None:
    bomb = "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"
    assert run_python(bomb, memory_bytes=512 * MIB).ending is Ending.CPU


def test_a_memory_bomb_is_ended_near_its_limit(run_python: RunPython) -> None:
    finish = run_python("hoard = []\nwhile True: hoard.append(bytearray(500_000))")
    assert finish.ending is Ending.MEMORY
    assert SMALL.memory_bytes < finish.memory_bytes < 2 * SMALL.memory_bytes


def test_a_memory_bomb_in_many_small_processes_is_ended_too(run_python: RunPython) -> None:
    bomb = "import os, time\nfor _ in range(3): os.fork()\nhoard = bytearray(40_000_000)\ntime.sleep(39)"
    assert run_python(bomb).ending is Ending.MEMORY


def test_more_memory_than_twice_the_limit_is_never_given_at_once(run_python: RunPython) -> None:
    finish = run_python("bytearray(1_000_000_000)")
    assert finish.exit_code == 1
    assert b"MemoryError" in finish.error_output


def test_memory_that_belongs_to_no_process_cannot_be_had(run_python: RunPython) -> None:
    assert b"PermissionError" in run_python("import os; os.memfd_create('hoard')").error_output


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_endless_output_is_cut_off(stream: str, run_python: RunPython) -> None:
    finish = run_python(f"import sys\nwhile True: sys.{stream}.write('x' * 9999)")
    assert finish.ending is Ending.OUTPUT
    assert max(len(finish.output), len(finish.error_output)) == SMALL.output_bytes


def test_files_cannot_fill_more_than_the_folder_in_memory(run_python: RunPython) -> None:
    finish = run_python("f = open('full', 'wb')\nwhile True: f.write(bytes(100_000))", memory_bytes=999 * MIB)
    assert b"No space left on device" in finish.error_output


def test_one_file_cannot_grow_without_end(run_python: RunPython) -> None:
    finish = run_python("f = open('full', 'wb')\nwhile True: f.write(bytes(100_000))", file_bytes=1 * MIB)
    assert b"File too large" in finish.error_output


def test_files_count_as_memory_even_when_they_are_empty(run_python: RunPython) -> None:
    full = run_python(
        "open('full', 'wb').write(bytes(9_000_000))\nimport time; time.sleep(39)", memory_bytes=16 * MIB
    )
    many = run_python(
        "for n in range(10**9): open(f'{n}', 'w').close()", memory_bytes=24 * MIB, cpu_s=9, wall_s=9
    )
    assert (full.ending, many.ending) == (Ending.MEMORY, Ending.MEMORY)


@pytest.mark.parametrize("place", ["/", "/usr", "/usr/bin", "/etc", "/dev", "/dev/shm", "/proc/sys/kernel"])
def test_nowhere_else_can_anything_be_written(place: str, run_python: RunPython) -> None:
    finish = run_python(f"open('{place}/left-behind', 'w')")
    assert finish.exit_code == 1
    assert b"left-behind" in finish.error_output


def test_no_network_is_reached_neither_here_nor_outside(run_python: RunPython) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        for host in ("127.0.0.1", "192.0.2.1"):
            source = f"import socket; socket.create_connection(('{host}', {port}), timeout=1)"
            assert b"Operation not permitted" in run_python(source).error_output


def test_there_is_no_network_even_if_a_socket_could_be_had(run_python: RunPython) -> None:
    assert run_python("print(open('/proc/net/dev').read().count(':'))").output == b"1\n"


def test_the_stations_files_are_not_there(tmp_path: Path, run_python: RunPython) -> None:
    secret = tmp_path / "journal.db"
    secret.write_text("what a candidate said")
    for path in (secret, ROOT, Path.home(), Path("/etc/passwd"), Path("/var"), Path("/root"), Path("/home")):
        assert run_python(f"import os; print(os.path.exists({str(path)!r}))").output == b"False\n"


def test_folders_among_the_systems_own_can_be_hidden() -> None:
    around = Surroundings(hidden=(Path("/usr/share/doc"),))
    command = ("ls", "-A", "/usr/share/doc")
    assert Sandbox().run(Job(command, SMALL)).output != b""
    hidden = Sandbox(around).run(Job(command, SMALL))
    assert (hidden.exit_code, hidden.output) == (0, b"")


def test_other_processes_are_neither_seen_nor_signalled(run_python: RunPython) -> None:
    source = f"""
import os, signal
print(sorted(int(name) for name in os.listdir('/proc') if name.isdigit()))
try:
    os.kill({os.getpid()}, signal.SIGTERM)
except ProcessLookupError:
    print('nobody')
"""
    assert run_python(source).output == b"[1, 2]\nnobody\n"


def test_a_signal_to_everybody_stays_inside(run_python: RunPython) -> None:
    with subprocess.Popen(["sleep", "30"]) as bystander:
        run_python("import os; os.kill(-1, 9)")
        assert bystander.poll() is None
        bystander.kill()


def test_no_descriptor_of_ours_gets_in(tmp_path: Path, run_python: RunPython) -> None:
    with (tmp_path / "open").open("w") as ours:
        os.set_inheritable(ours.fileno(), True)
        assert run_python("import os; print(os.listdir('/proc/self/fd'))").output == b"['0', '1', '2', '3']\n"


def test_a_program_is_nobody_and_can_become_nobody_else(run_python: RunPython) -> None:
    status = run_python("print(open('/proc/self/status').read())").output.decode()
    facts = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert facts["Uid"].split() == ["1000"] * 4
    assert int(facts["CapEff"], 16) == int(facts["CapBnd"], 16) == 0
    assert (facts["NoNewPrivs"], facts["Seccomp"]) == ("1", "2")


def test_a_program_cannot_build_namespaces_of_its_own() -> None:
    assert Sandbox().run(Job(("unshare", "--user", "true"), SMALL)).exit_code != 0


def test_a_process_left_behind_ends_with_the_program(run_python: RunPython) -> None:
    source = "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(60)\nprint('gone')"
    finish = run_python(source)
    assert (finish.ending, finish.output) == (Ending.EXITED, b"gone\n")
    assert finish.wall_s < 30


def test_what_it_reads_cannot_be_changed_for_the_next_one(run_python: RunPython) -> None:
    finish = run_python("import os; os.write(os.open('/proc/self/fd/0', os.O_RDWR), b'x')")
    assert b"Operation not permitted" in finish.error_output


@pytest.mark.parametrize("after_s", [0, 0.002, 0.005, 0.01, 0.2])
def test_a_program_can_be_cancelled_at_any_time(after_s: float) -> None:
    cancelled = threading.Event()
    timer = threading.Timer(after_s, cancelled.set)
    timer.start()
    finish = Sandbox().run(Job(("sleep", "60"), Limits(9, 30, 96 * MIB, 4096)), cancelled)
    timer.join()
    assert finish.ending is Ending.CANCELLED


def test_several_programs_run_at_the_same_time(run_python: RunPython) -> None:
    found: list[Finish] = []
    threads = [threading.Thread(target=lambda: found.append(run_python("print('here')"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [finish.output for finish in found] == [b"here\n"] * 4


def test_without_bubblewrap_a_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(SandboxError, match="is not installed on this station"):
        Sandbox(Surroundings(programs=str(tmp_path))).check()


AS_SOMEBODY = """
from kiosk.coding.box import MIB, Limits
from kiosk.coding.sandbox import Job, Sandbox
limits = Limits(cpu_s=2, wall_s=25, memory_bytes=256 * MIB, output_bytes=9999, processes=8)
bomb = "import os\\ntry:\\n  while os.fork(): pass\\n  os.read(os.pipe()[0], 1)\\nexcept OSError: print(1)"
print(Sandbox().run(Job(("python3", "-c", bomb), limits)).output)
"""


@pytest.mark.skipif(os.getuid() != 0, reason="the other tests run as an ordinary user already")
def test_the_limits_hold_when_the_station_runs_as_an_ordinary_user() -> None:
    ids = ["--reuid=65533", "--regid=65533", "--clear-groups"]
    command = ["setpriv", *ids, "/usr/bin/python3", "-B", "-c", AS_SOMEBODY]
    run = subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, timeout=30, check=False
    )
    assert run.stdout.startswith(b"b'1\\n"), run.stderr


@pytest.mark.slow
def test_when_the_station_dies_its_programs_die_with_it() -> None:
    source = (
        "from kiosk.coding.box import MIB, Limits\nfrom kiosk.coding.sandbox import Job, Sandbox\n"
        "print('ready', flush=True)\n"
        "Sandbox().run(Job(('sleep', '47'), Limits(9, 60, 96 * MIB, 4096)))"
    )
    station = subprocess.Popen([sys.executable, "-c", source], cwd=ROOT, stdout=subprocess.PIPE)
    assert station.stdout is not None
    station.stdout.readline()

    def sleeping() -> bool:
        return any(one.info["cmdline"] == ["sleep", "47"] for one in psutil.process_iter(["cmdline"]))

    deadline = time.monotonic() + 10
    while not sleeping() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert sleeping()
    station.kill()
    station.communicate()
    while sleeping() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not sleeping()
