#!/usr/bin/env bash
# What holds for every text file of the tree: no trailing blanks, no CR, a final
# newline, lines of C within 120 columns (a tab is four).
set -u
cd "$(dirname "$0")/.." || exit 2
faults=0
fault() {
	printf '%s\n' "$1"
	faults=$((faults + 1))
}
files=$(git ls-files -co --exclude-standard 2>/dev/null || find . -type f -not -path './build/*' -printf '%P\n')
for file in $files; do
	[ -f "$file" ] || continue
	case $file in
	*.c | *.h | *.def | *.php | *.md | *.m4 | *.w32 | scripts/* | *.json) ;;
	*) continue ;;
	esac
	if grep -nP '[ \t]+$' "$file" >/dev/null; then fault "$file: trailing blanks"; fi
	if grep -nP '\r' "$file" >/dev/null; then fault "$file: a CR"; fi
	[ -z "$(tail -c 1 "$file")" ] || fault "$file: no final newline"
	case $file in
	*_arginfo.h) ;;
	*.c | *.h)
		long=$(expand -t 4 "$file" | awk 'length($0) > 120 { print NR; exit }')
		[ -z "$long" ] || fault "$file:$long: longer than 120 columns"
		;;
	esac
done
[ "$faults" -eq 0 ] && echo "format: clean"
[ "$faults" -eq 0 ]
