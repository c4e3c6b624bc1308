# Shared by the scripts: where things are, what a machine needs. Sourced, not run.
# shellcheck shell=bash
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${SSMTP_BUILD_DIR:-$top/build}
php=${PHP:-php}
mkdir -p "$build"

# Debian's packages by purpose.
packages_build="gcc make autoconf pkg-config php-cli php-dev libssl-dev zlib1g-dev libidn2-dev libgsasl-dev libkrb5-dev"
packages_demo="openssl python3"
packages_check="php-parser"
# What unit tests and PHPT use, and what the other steps use beside it.
packages_suite="valgrind openssl python3 git ca-certificates procps strace \
 postfix dovecot-core dovecot-imapd dovecot-submissiond dovecot-gssapi krb5-user krb5-kdc krb5-admin-server gss-ntlmssp \
 gpgsm gpg-agent dirmngr libnss3-tools softhsm2 opensc libengine-pkcs11-openssl \
 libsasl2-modules sasl2-bin libbcmail-java default-jdk-headless python3-cryptography-vectors tshark"
packages_test="$packages_suite $packages_check clang xz-utils debootstrap gcc-mingw-w64-x86-64 wine64 wine gcc-multilib"

say() { printf '\n== %s\n' "$*"; }
die() {
	printf '%s: %s\n' "$(basename "$0")" "$*" >&2
	exit 1
}

# need <what for> <package>...: installs what is missing on Debian, else says what to do.
need() {
	local purpose=$1 package missing=()
	shift
	if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
		for package in gcc make pkg-config phpize openssl; do
			command -v "$package" >/dev/null || missing+=("$package")
		done
		[ ${#missing[@]} -eq 0 ] && return 0
		printf 'This system is not Debian, so nothing was installed. To %s, install what these Debian packages hold:\n' "$purpose" >&2
		printf '  %s\n' "$@" >&2
		printf 'On Debian or Ubuntu the command is: apt-get install %s\n' "$*" >&2
		exit 1
	fi
	for package in "$@"; do
		dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
	done
	[ ${#missing[@]} -eq 0 ] && return 0
	if [ "$(id -u)" != 0 ]; then
		printf 'To %s these packages are missing; as root run:\n  apt-get install %s\n' "$purpose" "${missing[*]}" >&2
		exit 1
	fi
	say "installing ${#missing[@]} packages to $purpose"
	mkdir -p "$build"
	# What is left out here is said by the test that needs it.
	if ! { apt-get update && apt_install "${missing[@]}"; } >"$build/apt.log" 2>&1; then
		tail -n 5 "$build/apt.log" >&2
		die "apt-get install failed; the whole log is $build/apt.log"
	fi
}

# No service of an installed package may start: tests start their own.
apt_install() {
	local policy=/usr/sbin/policy-rc.d made=no status=0
	if [ ! -e "$policy" ]; then
		printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy" && made=yes
	fi
	DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" || status=$?
	if [ "$made" = yes ]; then rm -f "$policy"; fi
	return $status
}

# The package with clang's sanitizer and fuzzer runtime carries clang's version in its name.
clang_runtime() {
	local version
	version=$(clang -dumpversion 2>/dev/null | cut -d. -f1) || return 0
	[ -n "$version" ] && need "fuzz" "libclang-rt-$version-dev"
}

# Packages of the list that this Debian release has.
known_packages() {
	local package
	for package in "$@"; do
		if apt-cache show "$package" >/dev/null 2>&1; then
			printf '%s\n' "$package"
		fi
	done
}

# The source of this PHP as Debian's archive has it: prints its path. Fetched once, with a source list of its own, as the
# machine's lists stay as they are.
php_source() {
	local root=$build/php-source mirror release keyring=/usr/share/keyrings/debian-archive-keyring.gpg package
	if [ ! -e "$root/.made" ]; then
		mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -E '/debian/?$' | head -n 1 || true)
		[ -n "$mirror" ] || die "apt knows no Debian mirror to fetch PHP's source from"
		# shellcheck disable=SC1091
		release=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME-}")
		package=php$("$php" -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
		rm -rf "$root" && mkdir -p "$root/lists/partial"
		printf 'deb-src %s %s %s main\n' "$([ ! -e "$keyring" ] || printf '[signed-by=%s]' "$keyring")" "$mirror" "$release" \
			>"$root/sources.list"
		for step in update "source --download-only $package"; do
			# shellcheck disable=SC2086
			(cd "$root" && apt-get -q -o "Dir::Etc::sourcelist=$root/sources.list" -o Dir::Etc::sourceparts=/dev/null \
				-o "Dir::State::lists=$root/lists" -o Dir::Cache::srcpkgcache= -o Dir::Cache::pkgcache= $step) \
				>>"$root/log" 2>&1 || { tail -n 5 "$root/log" >&2; die "apt-get $step failed; the whole log is $root/log"; }
		done
		rm -rf "$root/lists"
		touch "$root/.made"
	fi
	printf '%s\n' "$root"/*.orig.tar.*z
}
