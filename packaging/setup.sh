#!/usr/bin/env bash
# Installs what the project needs: Debian packages, then Python packages into .venv.
#
#   packaging/setup.sh runtime    what a station needs
#   packaging/setup.sh dev        that, and what the checks and tests need
#   packaging/setup.sh booth      that, and what the virtual booth needs
#
# What is already there is left alone, so a second run touches neither apt nor pip.
# PYTHON=... names the interpreter for .venv; without it, python3.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1-}" in
    runtime) audience='runtime' pins='runtime' ;;
    dev) audience='runtime|dev' pins='dev' ;;
    booth) audience='runtime|dev|booth' pins='dev' ;;
    *) echo 'usage: packaging/setup.sh runtime|dev|booth' >&2; exit 2 ;;
esac
requirements="requirements/$pins.txt"
installed=".venv/installed-$pins.txt"

missing_packages() {
    local wanted
    wanted=$(awk -v audience="^($audience)\$" '!/^#/ && $2 ~ audience { print $1 }' packaging/debian-packages.txt)
    comm -23 \
        <(sort <<<"$wanted") \
        <(xargs dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' 2>/dev/null <<<"$wanted" |
            awk '$2 == "installed" { print $1 }' | sort)
}

install_packages() {
    local as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    # Whether an unreachable package source matters, the installation itself will tell.
    "${as_root[@]}" apt-get update -q || true
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes -q --no-install-recommends -o Dpkg::Use-Pty=0 "$@"
}

if command -v dpkg-query >/dev/null; then
    mapfile -t missing < <(missing_packages)
    if [ "${#missing[@]}" -gt 0 ]; then
        echo "Installing Debian packages: ${missing[*]}"
        install_packages "${missing[@]}"
    fi
else
    echo 'This is not Debian: install the equivalents of packaging/debian-packages.txt yourself.' >&2
fi

if ! .venv/bin/python -c '' 2>/dev/null; then
    python=${PYTHON:-python3}
    if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        echo "$python is missing or older than 3.11; name another with PYTHON=..." >&2
        exit 1
    fi
    "$python" -m venv --clear .venv
fi

if ! cmp --silent "$requirements" "$installed"; then
    echo "Installing Python packages of $requirements"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check \
        --require-hashes --only-binary=:all: --requirement "$requirements"
    cp "$requirements" "$installed"
fi
