#!/usr/bin/env bash
# Makes dist/interview-kiosk: a folder with the program, its libraries and Python itself.
#
# The environment it is made in lies in build/bundle-env and is kept for the next time.
# PYTHON=... names the interpreter; it must have been built with a shared library, as Debian's is.
set -euo pipefail
cd "$(dirname "$0")/../.."
environment=build/bundle-env

if ! cmp --silent <(cat requirements/runtime.txt requirements/bundle.txt) "$environment/installed.txt"; then
    "${PYTHON:-python3}" -m venv --clear "$environment"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
        --only-binary=:all: --requirement requirements/runtime.txt --requirement requirements/bundle.txt
    cat requirements/runtime.txt requirements/bundle.txt >"$environment/installed.txt"
fi
"$environment/bin/pyinstaller" --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller \
    packaging/pyinstaller/interview-kiosk.spec
du -sh dist/interview-kiosk

# It tests itself before anybody gets it: helpers, codecs, voice and migrations are all in there or they are not.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export KIOSK_CAMERA=sim KIOSK_MICROPHONE=sim KIOSK_LOUDSPEAKER=sim
dist/interview-kiosk/interview-kiosk selftest --data "$scratch/data"
dist/interview-kiosk/interview-kiosk record --camera sim --mic sim --seconds 3 --out "$scratch/test.mp4"
