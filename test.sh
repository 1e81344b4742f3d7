#!/usr/bin/env bash
# Installs what the tests need, builds, runs every test. Ends with "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

say() { printf '== %s\n' "$*"; }

command -v dotnet >/dev/null || { echo "test.sh: the .NET 10 SDK is missing; see https://dotnet.microsoft.com/download" >&2; exit 2; }

# Debian packages: a file that must be there, the package that brings it.
missing=()
while read -r path package; do
  compgen -G "$path" >/dev/null || missing+=("$package")
done <<'PACKAGES'
/usr/bin/git git
/usr/bin/aws awscli
/usr/bin/chromium chromium
/usr/bin/node nodejs
/usr/bin/npm npm
/usr/bin/python3 python3
/usr/lib/python3/dist-packages/boto3 python3-boto3
/usr/lib/postgresql/*/bin/initdb postgresql
PACKAGES
if [ "${#missing[@]}" -gt 0 ]; then
  say "Installing ${missing[*]}"
  root=""; [ "$(id -u)" = 0 ] || root=sudo
  $root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends "${missing[@]}" >"$results/apt.log" 2>&1 \
    || { tail -20 "$results/apt.log" >&2; exit 2; }
fi

say "Building"
dotnet build SecretsAudit.sln -nologo -v quiet

say "Testing"
status=0
dotnet test SecretsAudit.sln --no-build -nologo -v quiet --logger "trx" --results-directory "$results" || status=$?

# The sum over all projects, from their result files: a project that did not report is not passed.
passed=0 failed=0
for file in "$results"/*.trx; do
  [ -e "$file" ] || continue
  counters="$(grep -o '<Counters [^>]*>' "$file")"
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  passed=$((passed + $(count passed)))
  failed=$((failed + $(count total) - $(count passed)))
done
python3 - "$results" <<'FAILURES'
import pathlib, sys, xml.etree.ElementTree as tree
ns = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"
for file in sorted(pathlib.Path(sys.argv[1]).glob('*.trx')):
    for result in tree.parse(file).iter(ns + "UnitTestResult"):
        if result.get("outcome") not in ("Passed", "NotExecuted"):
            print("== Failed:", result.get("testName"))
            for part in ("Message", "StackTrace"):
                print("   ", (result.findtext(f"{ns}Output/{ns}ErrorInfo/{ns}{part}") or "")[:4000].replace("\n", "\n    "))
FAILURES
[ "$passed" -gt 0 ] || { echo "test.sh: no test ran" >&2; status=1; }
if [ "$failed" -gt 0 ]; then status=1; fi
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "$passed passed, $failed failed"
exit "$status"
