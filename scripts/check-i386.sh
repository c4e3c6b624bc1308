#!/usr/bin/env bash
# Builds the engine for 32 bits (gcc -m32) with all its libraries, runs its unit tests and compiles src/php. The libraries
# and PHP's headers of that architecture are unpacked into build/i386, nothing of them is installed.
# scripts/check-i386.sh TEST...: only these.
. "$(dirname "$0")/lib.sh"

root=$build/i386
need "build for 32 bits" gcc-multilib
mirror=$(apt-get indextargets --format '$(REPO_URI)' | grep -E '/debian/?$' | head -n 1 || true)
[ -n "$mirror" ] || die "apt knows no Debian mirror to fetch libraries for i386 from"
# shellcheck disable=SC1091
release=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME-}")
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
version=$("$php" -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')

# Lists of its own: the machine's architectures stay as they are.
i386_apt() {
	apt-get -q -o "Dir::Etc::sourcelist=$root/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$root/lists" \
		-o "Dir::Cache=$root/cache" -o Dir::Cache::srcpkgcache= -o Dir::Cache::pkgcache= -o Dir::State::status=/dev/null \
		-o APT::Architecture=i386 -o APT::Architectures=i386 "$@"
}
step() { "$@" >>"$root/log" 2>&1 || { tail -n 5 "$root/log" >&2; die "$* failed; the whole log is $root/log"; }; }

if [ ! -e "$root/.made" ]; then
	say "unpacking libraries for i386"
	rm -rf "$root" && mkdir -p "$root/lists/partial" "$root/cache/archives/partial"
	printf 'deb %s %s %s main\n' "$([ ! -e "$keyring" ] || printf '[signed-by=%s]' "$keyring")" "$mirror" "$release" >"$root/sources.list"
	step i386_apt update
	cd "$root"
	# What these libraries need, without the C library, which gcc-multilib brings.
	i386_apt install --print-uris -y --no-install-recommends libssl-dev zlib1g-dev libidn2-dev libgsasl-dev libkrb5-dev \
		libengine-pkcs11-openssl libsofthsm2 gss-ntlmssp 2>>log | sed -nE "s/^'.*\/([^/]+)_[^_']+_i386\.deb'.*/\1/p" | sed 's/%2b/+/g' |
		grep -E '^(lib|zlib|krb5|comerr|gss-ntlmssp)' | grep -vE '^lib(c6|c-|gcc-.*-dev)' >packages
	# shellcheck disable=SC2046
	step i386_apt download $(cat packages) "php$version-dev"
	for package in "$root"/*.deb; do step dpkg-deb -x "$package" "$root/files"; done
	# What links from the root is found in the folder.
	find files -type l -lname '/*' | while read -r link; do ln -sfn "$root/files$(readlink "$link")" "$link"; done
	# The NTLMSSP mechanism is a plugin that a file names.
	sed -i "s#/usr/lib/#$root/files&#" files/etc/gss/mech.d/mech.ntlmssp.conf
	rm -rf lists cache ./*.deb
	touch .made
fi

folder=$root/files/usr
libraries=$folder/lib/i386-linux-gnu
# pkg-config knows this machine's libraries only: what they are here is said by hand.
cat >"$root/cc" <<SH
#!/bin/sh
exec gcc -m32 -isystem $folder/include -isystem $folder/include/i386-linux-gnu -isystem $folder/include/mit-krb5 \\
	-DPROGRAM_MODULE='"$folder/lib/softhsm/libsofthsm2.so"' "\$@"
SH
chmod +x "$root/cc"
export LD_LIBRARY_PATH=$libraries:$root/files/lib/i386-linux-gnu
export GSS_MECH_CONFIG=$root/files/etc/gss/mech.d/mech.ntlmssp.conf
export OPENSSL_MODULES=$libraries/ossl-modules OPENSSL_ENGINES=$libraries/engines-3
status=0
# The engine takes every size as it comes here too: warnings are errors.
nice -n 5 make -C "$top/tests/unit" -k -j"$(nproc)" BUILD="$root/unit" CC="$root/cc" WITHOUT_TSAN=1 \
	PACKAGES="openssl zlib libidn2 libgsasl krb5-gssapi" \
	LIBS="-L$libraries -L$root/files/lib/i386-linux-gnu -Wl,-rpath-link,$LD_LIBRARY_PATH -lssl -lcrypto -lz -lidn2 -lgsasl -lgssapi_krb5 -lpthread" \
	"${@:-check}" || status=$?
[ $# -eq 0 ] || exit "$status"

# src/php with the numbers of a PHP of 32 bits.
passed=0 failed=0
api=$(echo "$folder"/include/php/2*)
for file in "$top/ssmtp.c" "$top"/src/php/*.c; do
	if "$root/cc" -std=gnu11 -fsyntax-only -Wall -Wextra -Werror -Wno-unused-parameter -Wno-sign-compare -D_GNU_SOURCE \
		-DCOMPILE_DL_SSMTP=1 -I"$top" -I"$top/src" -isystem "$api" -isystem "$api/main" -isystem "$api/TSRM" \
		-isystem "$api/Zend" -isystem "$api/ext" "$file"; then
		passed=$((passed + 1))
	else
		printf 'FAIL %s does not compile for 32 bits\n' "${file#"$top/"}"
		failed=$((failed + 1))
	fi
done
printf 'src/php for i386: %d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && exit "$status"
