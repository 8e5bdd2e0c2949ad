"""A private PulseAudio server with named loudspeakers and microphones, for tests with real sound devices."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class PulseServer:
    """Runs ``pulseaudio`` in a folder of its own; ``environment`` leads programs to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self.environment = {
            "PULSE_SERVER": f"unix:{folder}/native",
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_STATE_PATH": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
        }

    def start(self) -> None:
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        command += ["--disable-shm=yes", "--disallow-exit", "--log-level=error"]
        command += [f"--load=module-native-protocol-unix auth-anonymous=1 socket={self._folder}/native"]
        command += ["--load=module-rescue-streams"]
        self._process = subprocess.Popen(
            command, env=self._full_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        deadline = time.monotonic() + 10
        while subprocess.run(
            ["pactl", "info"], env=self._full_environment(), capture_output=True, check=False
        ).returncode:
            assert time.monotonic() < deadline, "pulseaudio did not start"
            time.sleep(0.05)

    def stop(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    @contextmanager
    def used(self) -> Iterator[None]:
        """Lead this process to it, and away again."""
        before = {name: os.environ.get(name) for name in self.environment}
        os.environ.update(self.environment)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del os.environ[name]
                else:
                    os.environ[name] = value

    def pactl(self, *arguments: str) -> str:
        done = subprocess.run(
            ["pactl", *arguments], env=self._full_environment(), capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def add_loudspeaker(self, name: str) -> str:
        """Give the number of the module, by which it can be unloaded."""
        return self.pactl("load-module", "module-null-sink", f"sink_name={name}", "rate=48000")

    def add_microphone(self, name: str, hears: str) -> str:
        """A microphone that hears what a loudspeaker plays; give the number of its module."""
        return self.pactl(
            "load-module", "module-remap-source", f"source_name={name}", f"master={hears}.monitor"
        )

    def remove(self, module: str) -> None:
        self.pactl("unload-module", module)

    def _full_environment(self) -> dict[str, str]:
        return {**os.environ, **self.environment}
