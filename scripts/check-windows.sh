#!/usr/bin/env bash
# Compiles every C file of the extension for Windows (mingw-w64), src/php for a thread-safe PHP and one that is not; runs
# the unit tests that need no OpenSSL under Wine; executes config.w32. None of it needs Windows. Headers of OpenSSL and
# zlib are those of this system, those of PHP come from its source; what Visual C does not have is refused.
. "$(dirname "$0")/lib.sh"

root=$build/windows
include=$root/include
cc=x86_64-w64-mingw32-gcc
# Unit tests of what the wine_rooms hold, without those that use POSIX themselves or want iconv.
wine_tests="base data entity file mailbox message proxy reply sasl session"
wine_rooms="base stream smtp mime net"
need "compile for Windows" gcc-mingw-w64-x86-64 pkg-config libssl-dev zlib1g-dev wine64 wine
command -v node >/dev/null || need "execute config.w32" nodejs

rm -rf "$root" && mkdir -p "$include/openssl" "$include/sys" "$root/php" "$root/o"
system=$(pkg-config --variable=includedir openssl)
triplet=$(gcc -print-multiarch 2>/dev/null || true)
for folder in "$system/openssl" "$system/$triplet/openssl"; do
	[ ! -d "$folder" ] || cp "$folder"/*.h "$include/openssl/"
done
cp "$system/zlib.h" "$include/"
# Z_HAVE_UNISTD_H was decided by the configure of this system.
grep -v 'define Z_HAVE_UNISTD_H' "$system/zconf.h" | sed 's/if defined(Z_HAVE_UNISTD_H)/if 0/' >"$include/zconf.h"
cat >"$include/iconv.h" <<'H'
/* As the libiconv of PHP's libraries for Windows declares it. */
#include <stddef.h>
typedef void *iconv_t;
iconv_t iconv_open(const char *to, const char *from);
size_t iconv(iconv_t converter, char **in, size_t *in_left, char **out, size_t *out_left);
int iconv_close(iconv_t converter);
H
# mingw has some of them, Visual C has none.
for header in unistd.h dirent.h strings.h pthread.h sys/time.h sys/file.h sys/socket.h poll.h; do
	printf '#error "Windows has no %s"\n' "$header" >"$include/$header"
done

# PHP's headers; main/config.w32.h is what its configure.js makes of the template.
tarball=$(php_source)
tar -xf "$tarball" --strip-components=1 -C "$root/php" --wildcards '*.h' '*/config.w32.h.in'
cp "$root/php/win32/build/config.w32.h.in" "$root/php/main/config.w32.h"
# Where mingw is not Visual C.
printf '#include <ws2tcpip.h>\n' >"$root/php/Ws2tcpip.h"
cat >"$root/php/visual-c.h" <<'H'
#include <_mingw.h>
#undef __forceinline
#define __forceinline __inline__ __attribute__((__always_inline__))
#define __assume(holds) ((void) 0)
/* PHP declares pid_t. */
#define _PID_T_
H

flags=(-std=c11 -Wall -Wextra -Werror -Wno-format -Wno-format-extra-args -I"$top/src" -isystem "$include"
	-D_WIN32_WINNT=0x0601 -D_UCRT)
# The thread storage of a DLL is an attribute that mingw spells in another way.
php_flags=(-include "$root/php/visual-c.h" -I"$top" -Wno-unused-parameter -Wno-sign-compare -Wno-attributes
	-DZEND_WIN32=1 -DPHP_WIN32=1 -DWIN32 -D_WINDOWS -DZEND_DEBUG=0 -DCOMPILE_DL_SSMTP=1)
for folder in . main Zend TSRM ext; do php_flags+=(-isystem "$root/php/$folder"); done
threads=(-DZTS=1 -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1)
passed=0 failed=0

fault() {
	failed=$((failed + 1))
	printf 'FAIL %s\n' "$1"
	grep -E 'error|undefined' "$root/log" | head -n 3 || true
}

# compile FILE FLAG...
compile() {
	local file=$1
	shift
	if "$cc" "${flags[@]}" "$@" "$file" >"$root/log" 2>&1; then passed=$((passed + 1)); else
		fault "${file#"$top/"} does not compile for Windows"
	fi
}

while IFS= read -r file; do
	case $file in
	"$top/ssmtp.c" | */src/php/*)
		compile "$file" -fsyntax-only "${php_flags[@]}"
		compile "$file" -fsyntax-only "${php_flags[@]}" "${threads[@]}"
		;;
	*) compile "$file" -fsyntax-only -DHAVE_ZLIB=1 ;;
	esac
done < <(find "$top/src" "$top/ssmtp.c" -name '*.c' | sort)

# What runs is linked, without iconv, for which there is no library here.
for room in $wine_rooms; do
	for file in "$top/src/$room"/*.c; do
		compile "$file" -g -O1 -c -DSSMTP_WITHOUT_ICONV=1 -DSSMTP_ALLOC_SEAM -o "$root/o/$(basename "$file" .c).o"
	done
done
rm -f "$root/engine.a" && x86_64-w64-mingw32-ar rcs "$root/engine.a" "$root/o"/*.o
# A Windows of its own, which goes at the end.
export WINEPREFIX=$root/wine WINEDEBUG=-all DISPLAY=
trap 'wineserver -k 2>/dev/null || true; rm -rf "$root/wine"' EXIT
wineboot -i >"$root/log" 2>&1 || fault "Wine does not start"
cd "$top/tests/unit"
for test in $wine_tests; do
	# The run time library of Windows 10 (UCRT), as PHP's.
	if "$cc" "${flags[@]}" -g -O1 -DSSMTP_ALLOC_SEAM -I. -o "$root/test_$test.exe" "test_$test.c" "$root/engine.a" \
		-nodefaultlibs -lmingw32 -lgcc -lmoldname -lmingwex -lws2_32 -lucrt -lkernel32 -ladvapi32 -luser32 >"$root/log" 2>&1; then
		wine "$root/test_$test.exe" >"$root/$test.log" 2>&1 || true
		tr -d '\r' <"$root/$test.log"
		grep -q "^unit $test: " "$root/$test.log" || fault "test_$test gave no summary under Wine"
	else
		fault "test_$test cannot be linked for Windows"
	fi
done

if node "$top/scripts/check-config-w32.js" "$top"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
printf 'windows: %d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && ! grep -lE '^unit .*, [1-9][0-9]* failed' "$root"/*.log
