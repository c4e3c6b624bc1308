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
# gen_stub.php writes the stub's hash into the header, so its parser need not be here.
grep -q "Stub hash: $(sha1sum "$top/ssmtp.stub.php" | cut -d ' ' -f 1)" "$top/ssmtp_arginfo.h" || {
	echo "ssmtp_arginfo.h is old; run scripts/gen_arginfo.sh"
	faults=$((faults + 1))
}
[ "$faults" -eq 0 ] && echo "generated: clean"
[ "$faults" -eq 0 ]
