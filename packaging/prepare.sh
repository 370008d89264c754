# shellcheck shell=bash
# Sourced by packaging/run, packaging/test and packaging/freeze: brings in what is missing, and does nothing where
# nothing is.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv=$root/.venv

# Debian and Ubuntu packages, and what each is for.
window_packages=(
  libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfontconfig1 libdbus-1-3                      # Qt itself
  libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 # Qt in an X window
  libwayland-cursor0 libwayland-egl1                                                        # Qt in Wayland
  fonts-dejavu-core fonts-wqy-microhei                                                      # Latin, Chinese glyphs
)
screen_packages=(xvfb xauth) # where there is no display
test_packages=(
  git shellcheck                        # the package list of the tree; the scripts here
  gnome-keyring libsecret-tools dbus    # a real keyring
  at-spi2-core                          # the accessibility bus
  tinyproxy                             # a real proxy
  php-cli php-soap                      # a SOAP client that is not ours; runs code that a call was copied as
  curl openssl php-curl ruby            # the same
  default-jdk-headless                  # the same; java compiles what it runs
  libsoap-lite-perl python3-suds        # two more
  desktop-file-utils appstream          # the desktop entry and the software catalogue
  "${screen_packages[@]}"
)
freeze_packages=(binutils "${screen_packages[@]}") # reads what a library needs; looks at the result

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

# prepare PACKAGE...: these Debian packages, Python and the virtual environment in .venv, as far as they are missing.
prepare() {
  if [ -x "$venv/bin/python" ] && [ "$(cat "$venv/stamp" 2>/dev/null)" = "$(environment_stamp)" ]; then
    need_packages "$@"
    return
  fi
  need_python_and "$@"
  say "Making the virtual environment in .venv (a minute or less) ..."
  make_environment "$venv"
  "$venv/bin/python" -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation -e "$root" \
    >/dev/null || die "The program itself could not be installed into .venv."
  environment_stamp >"$venv/stamp"
}

# What the environment was made from, by which Python and where: its scripts hold the path, its folders the version.
environment_stamp() {
  { cat "$root/packaging/constraints.txt" "$root/pyproject.toml" && echo "$venv" && readlink -f "$venv/bin/python"; } |
    sha256sum
}

# need_python_and PACKAGE...: these packages and a Python that is new enough, with one question to apt.
need_python_and() {
  find_python
  if [ -z "$python" ]; then
    need_packages "$@" python3 python3-venv
    find_python
  elif "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    need_packages "$@"
  else
    need_packages "$@" python3-venv
  fi
}

# Sets `python` to one that is new enough, or to nothing where there is none at all.
find_python() {
  local name
  python=""
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      python=$name
      return
    fi
  done
  ! command -v python3 >/dev/null || die "Python 3.11 or newer is needed; this is $(python3 --version)."
}

# make_environment FOLDER: a new virtual environment with all that the program, its tests and the frozen build need.
make_environment() {
  [ -n "$python" ] || die "Python 3.11 or newer is needed, with its module venv."
  "$python" -m venv --clear "$1" || die "No virtual environment could be made in $1."
  "$1/bin/python" -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps \
    -r "$root/packaging/constraints.txt" ||
    die "The Python packages could not be installed: is there a network? The message is above."
}

# need_packages NAME...: installs the Debian packages that are missing.
need_packages() {
  local missing=() name there
  command -v dpkg-query >/dev/null ||
    { say "This is no Debian or Ubuntu system: the libraries of Qt are taken to be there already."; return; }
  # Newer releases have libglib2.0-0t64 in place of libglib2.0-0: it is there, only under another name.
  there=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" "${@/%/t64}" 2>/dev/null) || true
  for name in "$@"; do
    grep -qxE "installed $name(t64)?" <<<"$there" || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  as_root true || die "These packages are missing, and installing them needs root or sudo. Somebody who may can run:" \
    "  apt-get install ${missing[*]}"
  say "Installing: ${missing[*]}"
  apt_get update >/dev/null || die "The package lists could not be read: is there a network? Needed: ${missing[*]}"
  apt_get install -y --no-install-recommends "${missing[@]}" >/dev/null ||
    die "These packages could not be installed: ${missing[*]}"
}

# A machine that has just been started may still be at its own updates: wait for them.
apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@"
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
