#!/usr/bin/env bash
# Compiles every file of the engine (not yet src/php) for Windows (mingw-w64) and executes config.w32: neither needs Windows. Headers of
# OpenSSL and zlib are those of this system; what Visual C does not have is refused.
. "$(dirname "$0")/lib.sh"

root=$build/windows
include=$root/include
cc=x86_64-w64-mingw32-gcc
need "compile for Windows" gcc-mingw-w64-x86-64 pkg-config libssl-dev zlib1g-dev
command -v node >/dev/null || need "execute config.w32" nodejs

rm -rf "$root" && mkdir -p "$include/openssl" "$include/sys"
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

flags=(-std=c11 -Wall -Wextra -Werror -Wno-format -Wno-format-extra-args -I"$top/src" -isystem "$include"
	-D_WIN32_WINNT=0x0600 -D_UCRT -DHAVE_ZLIB=1 -fsyntax-only)
# These open files by themselves and not through base/file.h: the list may only become shorter.
not_yet=" src/crypto/store_file.c src/crypto/tls_status.c src/stream/plain_file.c "
passed=0 failed=0 skipped=0
while IFS= read -r file; do
	if [[ $not_yet == *" ${file#"$top/"} "* ]]; then
		skipped=$((skipped + 1))
		printf 'SKIP %s opens files by itself\n' "${file#"$top/"}"
	elif "$cc" "${flags[@]}" "$file" >"$root/log" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'FAIL %s does not compile for Windows\n' "${file#"$top/"}"
		grep -E 'error' "$root/log" | head -n 3 || true
	fi
done < <(find "$top/src" -name '*.c' -not -path '*/php/*' | sort)
node "$top/scripts/check-config-w32.js" "$top" || failed=$((failed + 1))
printf 'windows: %d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ]
