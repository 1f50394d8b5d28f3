#!/usr/bin/env bash
# Prints the folder of a JDK 25: JAVA_HOME, then the one on PATH, then the usual places.
set -euo pipefail

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -qE '^JAVA_VERSION="25([."-]|$)' "$1/release"
}

candidates() {
  printf '%s\n' "${JAVA_HOME:-}"
  if command -v javac >/dev/null; then
    dirname "$(dirname "$(readlink -f "$(command -v javac)")")"
  fi
  printf '%s\n' \
    /usr/lib/jvm/* /usr/java/* /usr/local/*jdk* /opt/*jdk* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

while IFS= read -r folder; do
  if [ -n "$folder" ] && is_jdk_25 "$folder"; then
    printf '%s\n' "$folder"
    exit 0
  fi
done < <(candidates)

cat >&2 <<'MESSAGE'
Legato needs a JDK 25, and none was found in JAVA_HOME, on PATH or in the usual folders.
Install one, for example Eclipse Temurin 25 (Debian and Ubuntu: the package temurin-25-jdk or
openjdk-25-jdk; macOS: brew install openjdk@25; SDKMAN: sdk install java 25-tem), or point
JAVA_HOME to the one you have. A JDK of another version may stay the default.
MESSAGE
exit 1
