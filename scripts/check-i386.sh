#!/usr/bin/env bash
# Builds the engine for 32 bits (gcc -m32) and runs its unit tests. The libraries of that architecture are unpacked
# into build/i386, nothing of them is installed. scripts/check-i386.sh TEST...: only these.
. "$(dirname "$0")/lib.sh"

root=$build/i386
need "build for 32 bits" gcc-multilib
mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -E '/debian/?$' | head -n 1 || true)
[ -n "$mirror" ] || die "apt knows no Debian mirror to fetch libraries for i386 from"
# shellcheck disable=SC1091
release=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME-}")
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# Lists of its own: the machine's architectures stay as they are.
i386_apt() {
	apt-get -q -o "Dir::Etc::sourcelist=$root/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$root/lists" \
		-o "Dir::Cache=$root/cache" -o Dir::Cache::srcpkgcache= -o Dir::Cache::pkgcache= \
		-o APT::Architecture=i386 -o APT::Architectures=i386 "$@"
}
step() { "$@" >>"$root/log" 2>&1 || { tail -n 5 "$root/log" >&2; die "$* failed; the whole log is $root/log"; }; }

if [ ! -e "$root/.made" ]; then
	say "unpacking libraries for i386"
	rm -rf "$root" && mkdir -p "$root/lists/partial" "$root/cache/archives/partial"
	printf 'deb %s %s %s main\n' "$([ ! -e "$keyring" ] || printf '[signed-by=%s]' "$keyring")" "$mirror" "$release" >"$root/sources.list"
	step i386_apt update
	cd "$root"
	step i386_apt download libssl3 libssl-dev zlib1g zlib1g-dev
	for package in "$root"/*.deb; do step dpkg-deb -x "$package" "$root/files"; done
	touch .made
fi

folder=$root/files/usr
# pkg-config knows this machine's libraries only: what they are here is said by hand.
cat >"$root/cc" <<SH
#!/bin/sh
exec gcc -m32 -isystem $folder/include -isystem $folder/include/i386-linux-gnu "\$@"
SH
chmod +x "$root/cc"
export LD_LIBRARY_PATH=$folder/lib/i386-linux-gnu:$root/files/lib/i386-linux-gnu
# The engine takes every size as it comes here too: warnings are errors.
nice -n 5 make -C "$top/tests/unit" -k -j"$(nproc)" BUILD="$root/unit" CC="$root/cc" PACKAGES="openssl zlib" \
	LIBS="-L$folder/lib/i386-linux-gnu -L$root/files/lib/i386-linux-gnu -lssl -lcrypto -lz -lpthread" "${@:-check}"
