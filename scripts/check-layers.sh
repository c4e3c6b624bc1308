#!/usr/bin/env bash
# Holds the table of layers against every #include: a folder of src/ may include
# only the folders on its line, and some system headers have one home.
set -u
cd "$(dirname "$0")/.." || exit 2

declare -A may=(
	[base]="base"
	[stream]="base stream"
	[mime]="base stream mime"
	[smtp]="base smtp"
	[net]="base net"
	[crypto]="base stream crypto"
	[client]="base stream mime smtp net crypto client"
	[php]="base stream mime client php"
)
# Headers that a layer may include one by one beside its folders, and why:
# crypto drives TLS over a transport, and its SASL mechanisms stand behind the vtable of the session.
declare -A also=(
	[crypto]="net/transport.h smtp/sasl.h"
)

sockets='sys/socket\.h|netinet/|arpa/inet\.h|netdb\.h|poll\.h|winsock2\.h|ws2tcpip\.h|sys/un\.h'
zend='php\.h|php_[a-z]+\.h|zend.*\.h|SAPI\.h|ext/.*|main/.*|TSRM.*'
faults=0

fault() {
	printf '%s: %s\n' "$1" "$2"
	faults=$((faults + 1))
}

while IFS= read -r file; do
	layer=${file#src/}
	layer=${layer%%/*}
	while IFS= read -r header; do
		case $header in
		openssl/*) [ "$layer" = crypto ] || fault "$file" "OpenSSL outside src/crypto: $header" ;;
		esac
		if printf '%s\n' "$header" | grep -Eq "^($sockets)"; then
			[ "$layer" = net ] || fault "$file" "a socket header outside src/net: $header"
		fi
		if printf '%s\n' "$header" | grep -Eq "^($zend)$" && [ "$header" != php_ssmtp.h ]; then
			case $header in php/*) ;; *) [ "$layer" = php ] || fault "$file" "a Zend header outside src/php: $header" ;; esac
		fi
		folder=${header%%/*}
		[ -d "src/$folder" ] || continue
		[ -f "src/$header" ] || continue
		case " ${may[$layer]} " in
		*" $folder "*) ;;
		*)
			case " ${also[$layer]-} " in
			*" $header "*) ;;
			*) fault "$file" "layer $layer may not include $header" ;;
			esac
			;;
		esac
	done < <(sed -nE 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*[<"]([^>"]+)[>"].*/\1/p' "$file")
done < <(find src -name '*.c' -o -name '*.h' -o -name '*.def' | sort)

# File basenames are unique, so that a name in an editor or a trace is one file.
for twin in $(find src -name '*.c' -o -name '*.h' | sed 's|.*/||' | sort | uniq -d); do
	fault "$twin" "stands more than once in src/"
done
# Clocks belong to net and client; nobody runs another program.
while IFS= read -r line; do
	fault "$line" "reads a clock below the client layer"
done < <(grep -nE '\b(gettimeofday|clock_gettime)\(' -r src/base src/stream src/mime src/smtp src/crypto 2>/dev/null | cut -c1-120)
while IFS= read -r line; do
	fault "$line" "runs another program"
done < <(grep -nE '\b(system|popen|execl|execv|execve|execvp|posix_spawn)\(' -r src ssmtp.c 2>/dev/null | cut -c1-120)

[ "$faults" -eq 0 ] && echo "layers: every include points downwards"
[ "$faults" -eq 0 ]
