#!/usr/bin/env bash
# Asks an advisory service which pinned Python packages have known weaknesses, and names them.
#
# pip-audit has an environment of its own, build/audit-env. Where nobody can be asked, this says so and ends well,
# because that is no property of the pins; STRICT=1 takes it for a failure. SERVICE=osv asks another service.
set -euo pipefail
cd "$(dirname "$0")/../.."
environment=build/audit-env
found=build/audit.json
patience_s=300

unaudited() {
    echo "NOT AUDITED: $1" >&2
    [ -z "${STRICT-}" ] || exit 1
    exit 0
}

if ! cmp --silent requirements/audit.txt "$environment/installed.txt"; then
    "${PYTHON:-python3}" -m venv --clear "$environment"
    timeout "$patience_s" "$environment/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
        --only-binary=:all: --requirement requirements/audit.txt || unaudited 'pip-audit cannot be installed here'
    cp requirements/audit.txt "$environment/installed.txt"
fi

rm -f "$found"
for pins in runtime dev bundle audit; do
    pinned+=(--requirement "requirements/$pins.txt")
done
if timeout "$patience_s" "$environment/bin/pip-audit" "${pinned[@]}" --require-hashes --disable-pip --progress-spinner off \
    --vulnerability-service "${SERVICE:-pypi}" --timeout 20 --format json --output "$found" 2>"$found.log"; then
    # It ends well, too, when the service knows none of the packages, as behind a mirror.
    passed_over=$(grep -o '"skip_reason"' "$found" | wc -l) || true
    [ "$passed_over" -eq 0 ] || unaudited "the advisory service does not know $passed_over of the packages"
    tail -n 1 "$found.log"
elif [ -s "$found" ]; then
    "$environment/bin/python" - "$found" <<'PYTHON'
import json, sys
for package in json.load(open(sys.argv[1]))["dependencies"]:
    for weakness in package.get("vulns", []):
        fixed = ", ".join(weakness["fix_versions"]) or "no version yet"
        print(f'{package["name"]} {package["version"]}: {weakness["id"]}, mended in {fixed}')
PYTHON
    exit 1
else
    tail -n 3 "$found.log" >&2
    unaudited 'the advisory service cannot be reached from here'
fi
