#!/bin/sh
# What Cable Reader needs from the system, on Debian, Ubuntu and their kin.
#
#   set-up.sh make      make itself
#   set-up.sh python    a Python that is new enough, with venv; prints its name
#   set-up.sh run       Qt's libraries and a font
#   set-up.sh test      the same, and what the tests use: an X server without a screen and the like
#
# Looks for what is missing, by file, and in the ordinary case does nothing. What is missing is
# installed when the caller is root or may use sudo without a password; else one sentence says how.
set -eu

# The file that is looked for, and the package that has it.
qt_libraries='
libEGL.so.1             libegl1
libGL.so.1              libgl1
libX11-xcb.so.1         libx11-xcb1
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libfreetype.so.6        libfreetype6
libglib-2.0.so.0        libglib2.0-0
libxcb-cursor.so.0      libxcb-cursor0
libxcb-glx.so.0         libxcb-glx0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-image.so.0       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0
libxcb-shm.so.0         libxcb-shm0
libxcb-sync.so.1        libxcb-sync1
libxcb-xfixes.so.0      libxcb-xfixes0
libxcb-xinerama.so.0    libxcb-xinerama0
libxcb-xkb.so.1         libxcb-xkb1
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libzstd.so.1            libzstd1
'
test_programs='
Xvfb     xvfb
openbox  openbox
strace   strace
xdotool  xdotool
'

missing_libraries() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p)
    echo "$qt_libraries" | while read -r file package; do
        case $known in
            *"$file "*) ;;
            *) echo "$package" ;;
        esac
    done
}

missing_programs() {
    echo "$test_programs" | while read -r program package; do
        [ -z "$program" ] || command -v "$program" >/dev/null || echo "$package"
    done
}

missing_font() {
    find /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.local/share/fonts" \
        -name '*.[to]t[fc]' 2>/dev/null | grep -q . || echo fonts-dejavu-core
}

# Installs the packages named, or says how and ends.
install_packages() {
    [ $# -gt 0 ] || return 0
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root=sudo
    else
        echo "Cable Reader needs some packages of the system; please run: sudo apt install $*" >&2
        exit 1
    fi
    echo "Installing $*" >&2
    apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0"
    {
        $apt update || true # an out-of-date list is better than none
        $apt install --yes --no-install-recommends "$@"
    } >/dev/null </dev/null || {
        echo "Some packages could not be installed; please run: sudo apt install $*" >&2
        exit 1
    }
}

# The name of the first Python that is new enough; fails when there is none.
new_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    return 1
}

find_python() {
    if [ -n "$apt_get" ] && ! command -v python3 >/dev/null; then
        install_packages python3 python3-venv
    fi
    if ! python=$(new_python); then
        found=$(python3 --version 2>/dev/null || echo none)
        echo "Cable Reader needs Python 3.11 or newer; this machine has $found." >&2
        exit 1
    fi
    if [ -n "$apt_get" ] && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        install_packages "$python-venv"
    fi
    echo "$python"
}

apt_get=$(command -v apt-get || true)
if [ -z "$apt_get" ] && [ "${1-}" != python ]; then
    exit 0 # another kind of system, whose packages have other names
fi
# The names are words without blanks, so they may be split at them.
# shellcheck disable=SC2046
case ${1-} in
    make) command -v make >/dev/null || install_packages make ;;
    python) find_python ;;
    run) install_packages $(missing_libraries) $(missing_font) ;;
    test) install_packages $(missing_libraries) $(missing_font) $(missing_programs) ;;
    *)
        echo "usage: set-up.sh make|python|run|test" >&2
        exit 2
        ;;
esac
