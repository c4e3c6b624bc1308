#!/usr/bin/env bash
# Signed and encrypted mails of every kind, each read by other programs: the
# openssl program always; gpgsm, NSS cmsutil and Bouncy Castle where they are
# installed. What a reader cannot read whoever wrote it (docs/internals/crypto-smime.md)
# is not asked of it. A mail with one octet changed must be refused.
set -u
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
build=${SSMTP_BUILD_DIR:-$top/build}
work=$(mktemp -d "${TMPDIR:-/tmp}/ssmtp-interop.XXXXXX")
certs=$build/certs
export GNUPGHOME=$work/gnupg
trap 'gpgconf --kill all 2>/dev/null; rm -rf "$work"' EXIT

passed=0 failed=0 skipped=0

pass() { passed=$((passed + 1)); }
skip() { skipped=$((skipped + 1)) && echo "SKIP $*"; }
fail() { failed=$((failed + 1)) && echo "FAIL $*"; }

finish() {
	echo "interop: $passed passed, $failed failed, $skipped skipped"
	[ "$failed" -eq 0 ]
	exit
}

# One line a reader: which mails it reads. Arguments: operation, who, scheme or cipher, key encryption.
openssl_reads() {
	case $1-$2 in
	sign-ed25519) [ "$openssl_since_3_5" = yes ] ;;
	compress-*) [ "$openssl_zlib" = yes ] ;;
	esac
}
# The older program of the two, on OpenSSL's PKCS#7 calls.
smime_reads() {
	case $1-$2-$3-$4 in
	compress-* | sign-*-PSS-* | sign-pss-* | sign-ed25519-* | encrypt-carol-* | encrypt-p384-* | encrypt-p521-* | encrypt-*GCM* | encrypt-*-OAEP)
		return 1
		;;
	esac
}
gpgsm_reads() {
	case $1-$2-$3-$4 in
	compress-* | sign-ed25519-* | sign-p521-* | encrypt-carol-* | encrypt-p384-* | encrypt-p521-* | encrypt-*GCM* | encrypt-*-OAEP)
		return 1
		;;
	esac
}
nss_reads() {
	case $1-$2-$3-$4 in
	compress-* | sign-ed25519-* | sign-pss-* | encrypt-carol-* | encrypt-p384-* | encrypt-p521-* | encrypt-*GCM* | encrypt-*-OAEP) return 1 ;;
	esac
}

# NAME: verified or decrypted content goes to $work/read.
openssl_sign() { # mode file
	local options=()
	# The program's own parser of multipart/signed drops CR with -binary.
	[ "$1" = opaque ] && options=(-binary)
	openssl cms -verify "${options[@]}" -in "$2.eml" -CAfile "$certs/ca.pem" -out "$work/read"
}
openssl_encrypt() { # who file
	openssl cms -decrypt -binary -in "$2.eml" -inkey "$certs/$1.key" -recip "$certs/$1.pem" -out "$work/read"
}
openssl_compress() { openssl cms -uncompress -in "$2.eml" -out "$work/read"; }
smime_sign() { # mode file
	local options=()
	[ "$1" = opaque ] && options=(-binary)
	openssl smime -verify "${options[@]}" -in "$2.eml" -CAfile "$certs/ca.pem" -out "$work/read"
}
smime_encrypt() { # who file
	openssl smime -decrypt -binary -in "$2.eml" -inkey "$certs/$1.key" -recip "$certs/$1.pem" -out "$work/read"
}
gpgsm_run() {
	gpgsm --batch --yes --quiet --disable-crl-checks --disable-policy-checks --pinentry-mode loopback --passphrase '' "$@"
}
gpgsm_sign() {
	if [ "$1" = opaque ]; then
		gpgsm_run --output "$work/read" --verify "$2.der"
	else
		gpgsm_run --verify "$2.der" "$3" && cp "$3" "$work/read"
	fi
}
gpgsm_encrypt() { gpgsm_run --output "$work/read" --decrypt "$2.der"; }
nss_sign() {
	if [ "$1" = opaque ]; then
		cmsutil -D -d "sql:$work/nss" -i "$2.der" -o "$work/read"
	else
		cmsutil -D -d "sql:$work/nss" -i "$2.der" -c "$3" -o "$work/unused" && cp "$3" "$work/read"
	fi
}
nss_encrypt() { cmsutil -D -d "sql:$work/nss" -p '' -i "$2.der" -o "$work/read"; }

# reader mode-or-who NAME operation: reads the mail and compares; then the changed one must fail.
read_mail() {
	local reader=$1 argument=$2 name=$3 operation=$4
	local file=$work/mails/$name

	: > "$work/read"
	if "${reader}_$operation" "$argument" "$file" "$file.content" > "$work/log" 2>&1 && cmp -s "$work/read" "$file.content"; then
		pass
	else
		fail "$reader does not read $name: $(tail -n 1 "$work/log")"
	fi
}
refuse_mail() {
	local reader=$1 argument=$2 name=$3 operation=$4
	local file=$work/mails/$name.bad

	[ -e "$file.der" ] || cp "$work/mails/$name.der" "$file.der"
	: > "$work/read"
	if "${reader}_$operation" "$argument" "$file" "$file.content" > "$work/log" 2>&1 && [ -s "$work/read" ]; then
		fail "$reader accepts $name with one octet changed"
	else
		pass
	fi
}

# A changed ciphertext without authentication gives other octets, not an error: only signatures and GCM are asked.
check_mail() {
	local reader=$1 argument=$2 name=$3 operation=$4

	read_mail "$@"
	case $operation-$name in
	sign-* | encrypt-*GCM*) refuse_mail "$@" ;;
	esac
}

prepare_gpgsm() {
	command -v gpgsm > /dev/null || return 1
	mkdir -m 700 "$GNUPGHOME"
	echo allow-loopback-pinentry > "$GNUPGHOME/gpg-agent.conf"
	openssl x509 -in "$certs/root.pem" -noout -fingerprint -sha1 | sed 's/.*=//; s/$/ S relax/' > "$GNUPGHOME/trustlist.txt"
	gpgsm_run --import "$certs/ca.pem" > "$work/log" 2>&1
	for who in bob rsa3072; do
		# gpgsm 2.2 reads the old key protection only.
		openssl pkcs12 -export -inkey "$certs/$who.key" -in "$certs/$who.pem" -passout pass: -certpbe PBE-SHA1-3DES \
			-keypbe PBE-SHA1-3DES -macalg sha1 -out "$work/$who.p12"
		gpgsm_run --import "$work/$who.p12" >> "$work/log" 2>&1
	done
	[ "$(gpgsm_run --list-secret-keys 2> /dev/null | grep -c 'ID:')" -ge 2 ]
}

prepare_nss() {
	command -v cmsutil > /dev/null && command -v certutil > /dev/null || return 1
	mkdir "$work/nss"
	certutil -N -d "sql:$work/nss" --empty-password &&
		certutil -A -d "sql:$work/nss" -n root -t C,C,C -i "$certs/root.pem" &&
		pk12util -i "$certs/bob.pfx" -d "sql:$work/nss" -W secret -K '' &&
		pk12util -i "$certs/rsa3072.pfx" -d "sql:$work/nss" -W secret -K ''
}

prepare_bc() {
	local jar

	command -v javac > /dev/null || return 1
	for jar in bcmail bcpkix bcprov bcutil javax.mail javax.activation; do
		[ -e "/usr/share/java/$jar.jar" ] || return 1
		classpath=${classpath-$work/java}:/usr/share/java/$jar.jar
	done
	mkdir "$work/java" && javac -nowarn -d "$work/java" -cp "$classpath" "$here/SmimeRead.java"
}

# Bouncy Castle reads all mails in one process: it prints a line for each.
run_bc() {
	java -cp "$classpath" SmimeRead "$certs" "$work/mails" > "$work/bc" 2> "$work/log" || fail "bc: $(tail -n 1 "$work/log")"
	passed=$((passed + $(grep -c '^ok ' "$work/bc")))
	failed=$((failed + $(grep -c '^FAIL ' "$work/bc")))
	grep '^FAIL ' "$work/bc"
}

make -s -C "$top/tests/unit" smime_make certs > "$work/log" 2>&1 || {
	tail -n 5 "$work/log"
	fail "the mails cannot be made"
	finish
}
mkdir "$work/mails"
"$build/unit/smime_make" "$certs" "$work/mails" || {
	fail "the mails cannot be made"
	finish
}
openssl_since_3_5=no
case $(openssl version) in "OpenSSL 3."[5-9]* | "OpenSSL "[4-9]*) openssl_since_3_5=yes ;; esac
openssl_zlib=yes
openssl list -disabled | grep -qi zlib && openssl_zlib=no

readers="openssl smime"
for reader in gpgsm nss; do
	if prepare_$reader > "$work/log" 2>&1; then
		readers="$readers $reader"
	else
		skip "$reader: not installed or not usable: $(tail -n 1 "$work/log")"
	fi
done
while read -r operation who how mode rest <&3; do
	name=${rest##* }
	argument=$who
	[ "$operation" = sign ] && argument=$mode
	for reader in $readers; do
		"${reader}_reads" "$operation" "$who" "$how" "$mode" && check_mail "$reader" "$argument" "$name" "$operation"
	done
done 3< "$work/mails/manifest" < /dev/null
if [ "$(openssl smime -pk7out -in "$work/mails/certs-only.eml" 2> /dev/null | openssl pkcs7 -print_certs | grep -c BEGIN)" = 3 ]; then
	pass
else
	fail "openssl does not find three certificates in certs-only"
fi
if prepare_bc > "$work/log" 2>&1; then
	run_bc
else
	skip "Bouncy Castle: not installed or not usable: $(tail -n 1 "$work/log")"
fi
finish
