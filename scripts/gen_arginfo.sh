#!/usr/bin/env bash
# scripts/gen_arginfo.sh [--check]: writes ssmtp_arginfo.h from ssmtp.stub.php with
# the gen_stub.php of the oldest supported PHP (8.2), which needs PHP-Parser 4
# (Debian: php-parser, or composer's nikic/php-parser in PHP_PARSER).
. "$(dirname "$0")/lib.sh"

generator=${GEN_STUB:-$(php-config --prefix)/lib/php/$(php-config --phpapi)/build/gen_stub.php}
parser=${PHP_PARSER:-/usr/share/php/PhpParser}
[ -f "$generator" ] || die "gen_stub.php is missing; on Debian: apt-get install php-dev"
[ -d "$parser" ] || die "PHP-Parser is missing; on Debian: apt-get install php-parser"

dir=$build/arginfo
rm -rf "$dir"
version=$(sed -n 's/.*\$version = "\(4[0-9.]*\)";.*/\1/p' "$generator" | head -n 1)
[ -n "$version" ] || die "$generator asks for another PHP-Parser than 4; take that of PHP 8.2"
# gen_stub.php looks for the parser beside itself.
mkdir -p "$dir/PHP-Parser-$version/lib"
cp "$generator" "$dir/gen_stub.php"
ln -s "$parser" "$dir/PHP-Parser-$version/lib/PhpParser"
cp "$top/ssmtp.stub.php" "$dir/"
"$php" "$dir/gen_stub.php" -f "$dir/ssmtp.stub.php" >"$dir/log" 2>&1 || { cat "$dir/log" >&2; die "gen_stub.php failed"; }

if cmp -s "$dir/ssmtp_arginfo.h" "$top/ssmtp_arginfo.h"; then
	exit 0
fi
[ "${1:-}" = --check ] && die "ssmtp_arginfo.h is old; run scripts/gen_arginfo.sh"
cp "$dir/ssmtp_arginfo.h" "$top/ssmtp_arginfo.h"
