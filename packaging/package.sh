#!/usr/bin/env bash
# Builds the Debian package into dist/: packaging/package.sh [VERSION]
#
# Python packages come from pip, pinned by hash like a developer's. They are fetched once and kept in
# build/environment until the pins change. Needs debhelper. Decision 0023.
set -euo pipefail
cd "$(dirname "$0")/.."

stated=$(sed -n 's/^version = "\(.*\)"$/\1/p' pyproject.toml)
version=${1:-$stated}
stage=build/package
environment=build/environment
home=usr/lib/interview-kiosk

if ! command -v dh >/dev/null; then
    echo 'debhelper is not installed: apt-get install debhelper' >&2
    exit 1
fi
if [ "$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')" != 3.11 ]; then
    echo 'A package for Debian 12 needs an environment of Python 3.11.' >&2
    exit 1
fi

if ! cmp --silent requirements/runtime.txt "$environment/installed.txt" ||
    ! cmp --silent packaging/debian/trim.sh "$environment/trimmed.sh"; then
    rm -rf "$environment"
    packages=$environment/lib/python3.11/site-packages
    mkdir -p "$environment/bin"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --target "$packages" \
        --require-hashes --only-binary=:all: --requirement requirements/runtime.txt
    rm -rf "$packages/bin" # programs that name this machine's interpreter; nobody calls them
    find "$packages" -type f -perm /111 -not -name '*.so*' -exec chmod a-x {} +
    packaging/debian/trim.sh "$packages"
    # An environment that works wherever it lies: its interpreter is Debian's.
    ln -s /usr/bin/python3.11 "$environment/bin/python"
    printf 'home = /usr/bin\ninclude-system-site-packages = false\n' >"$environment/pyvenv.cfg"
    .venv/bin/python -m compileall -q -j 2 --invalidation-mode unchecked-hash \
        -s "$environment" -p "/$home/environment" "$packages"
    cp requirements/runtime.txt "$environment/installed.txt"
    cp packaging/debian/trim.sh "$environment/trimmed.sh"
fi

rm -rf "$stage"
mkdir -p "$stage/$home" dist
tar --create --exclude=__pycache__ main.py commands kiosk capture storage ui server assets |
    tar --extract --directory "$stage/$home"
.venv/bin/python -m compileall -q -j 2 --invalidation-mode unchecked-hash \
    -s "$stage" -p / "$stage/$home" -x '/assets/'
cp --archive --link "$environment" "$stage/$home/environment"
rm "$stage/$home/environment/installed.txt" "$stage/$home/environment/trimmed.sh"

cp --recursive packaging/debian "$stage/debian"
cp packaging/server/kiosk-server.service "$stage/debian/interview-kiosk.kiosk-server.service"
cp -r docs/operator CHANGELOG.md "$stage/"
# What every station needs, but for the module that makes environments.
DEPENDS=$(awk '!/^#/ && $2 == "runtime" && $1 != "python3-venv" { print $1 }' packaging/debian-packages.txt | paste -sd,)
export DEPENDS
when=$(git log -1 --format=%ct 2>/dev/null || stat --format=%Y CHANGELOG.md)
export SOURCE_DATE_EPOCH=$when
cat >"$stage/debian/changelog" <<CHANGELOG
interview-kiosk ($version) bookworm; urgency=medium

  * See CHANGELOG.md.

 -- Interview Kiosk <maintainers@interview-kiosk.example>  $(date --utc --rfc-email --date "@$when")
CHANGELOG

(cd "$stage" && dpkg-buildpackage --build=binary --no-sign --no-check-builddeps >../package.log 2>&1) || {
    tail -40 build/package.log >&2
    exit 1
}
mv "build/interview-kiosk_${version}_$(dpkg --print-architecture).deb" dist/
rm -f build/interview-kiosk_*.buildinfo build/interview-kiosk_*.changes
ls -s --block-size=M dist/interview-kiosk_"$version"_*.deb
