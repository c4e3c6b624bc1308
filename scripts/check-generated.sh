#!/usr/bin/env bash
# Makes every generated file again, beside the tree, and compares.
. "$(dirname "$0")/lib.sh"

dir=$build/generated
rm -rf "$dir"
mkdir -p "$dir"
"$php" "$top/scripts/gen_settings.php" "$dir" || die "scripts/gen_settings.php failed"
faults=0
while read -r file; do
	cmp -s "$dir/$file" "$top/$file" || {
		printf '%s is old; run scripts/gen_settings.php\n' "$file"
		faults=$((faults + 1))
	}
done < <(cd "$dir" && find . -type f -printf '%P\n')
"$php" "$top/scripts/gen_sources.php" --check || faults=$((faults + 1))
# The hash of the stub in the header would not tell a header changed by hand.
"$top/scripts/gen_arginfo.sh" --check 2>&1 || faults=$((faults + 1))
[ "$faults" -eq 0 ] && echo "generated: clean"
[ "$faults" -eq 0 ]
