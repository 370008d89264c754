# shellcheck shell=bash
# Sourced by packaging/run and packaging/test: brings in what is missing, and does nothing where nothing is.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=$root/.venv

# Debian and Ubuntu packages, and what each is for.
window_packages=(
  libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3                                # Qt itself
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0           # Qt in a real X window
  fonts-dejavu-core fonts-wqy-microhei                                                                # Latin and Chinese glyphs
)
screen_packages=(xvfb xauth) # where there is no display
test_packages=(
  git shellcheck                        # the package list of the tree; the scripts here
  gnome-keyring libsecret-tools dbus    # a real keyring
  at-spi2-core                          # the accessibility bus
  php-cli php-soap                      # a SOAP client that is not ours
  libsoap-lite-perl python3-suds        # two more
  desktop-file-utils appstream          # the desktop entry and the software catalogue
  "${screen_packages[@]}"
)

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$1"
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    sudo "$@"
  else
    return 1
  fi
}

# need_packages NAME... : installs the Debian packages that are missing.
need_packages() {
  local missing=() name
  command -v dpkg-query >/dev/null ||
    { say "This is no Debian or Ubuntu system: the libraries of Qt are taken to be there already."; return; }
  for name in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
  done
  drop_replaced missing
  [ ${#missing[@]} -eq 0 ] && return
  say "Installing: ${missing[*]}"
  as_root true || die "These packages are missing and cannot be installed without root or sudo: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null ||
    die "The package lists could not be read: is there a network? Needed: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    die "These packages could not be installed: ${missing[*]}"
}

# Newer releases have libglib2.0-0t64 in place of libglib2.0-0: it is there, only under another name.
drop_replaced() {
  local -n list=$1
  local kept=() name
  for name in "${list[@]}"; do
    dpkg-query -W -f '${db:Status-Status}' "${name}t64" 2>/dev/null | grep -qx installed || kept+=("$name")
  done
  list=("${kept[@]}")
}

# Sets `python` to a Python that is new enough, installing Debian's where there is none.
find_python() {
  local name
  for name in python3 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      python=$name
      return
    fi
  done
  command -v python3 >/dev/null && die "Python 3.11 or newer is needed; this is $(python3 --version)."
  need_packages python3 python3-venv
  python=python3
}

# The virtual environment, made or brought up to date only where something has changed since.
need_environment() {
  local stamp
  stamp=$(cat "$root/packaging/constraints.txt" "$root/pyproject.toml" | sha256sum)
  [ -x "$venv/bin/python" ] && [ "$(cat "$venv/stamp" 2>/dev/null)" = "$stamp" ] && return
  find_python
  "$python" -c 'import ensurepip, venv' 2>/dev/null || need_packages python3-venv
  say "Making the virtual environment in .venv (a minute or less) ..."
  "$python" -m venv --clear "$venv" || die "No virtual environment could be made in $venv."
  local pip=("$venv/bin/python" -m pip --disable-pip-version-check --quiet)
  "${pip[@]}" install --require-hashes --no-deps -r "$root/packaging/constraints.txt" ||
    die "The Python packages could not be installed: is there a network? The message is above."
  "${pip[@]}" install --no-deps --no-build-isolation --no-warn-script-location -e "$root" >/dev/null ||
    die "The program itself could not be installed into .venv."
  printf '%s\n' "$stamp" >"$venv/stamp"
}
