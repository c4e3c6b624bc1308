#!/usr/bin/env bash
# What holds for every text file of the tree: no trailing blanks, no CR, a final
# newline, lines of C within 120 columns (a tab is four). One process reads them all.
set -u
cd "$(dirname "$0")/.." || exit 2
{ git ls-files -co --exclude-standard 2>/dev/null || find . -type f -not -path './build/*' -printf '%P\n'; } |
	"${PHP:-php}" -n -r '
	$faults = 0;
	while (($file = fgets(STDIN)) !== false) {
		$file = rtrim($file, "\n");
		if (!preg_match("~\.(c|h|def|php|md|m4|w32|json)$|^scripts/~D", $file) || !is_file($file)) {
			continue;
		}
		$text = file_get_contents($file);
		$found = [];
		if (preg_match("~[ \t]+$~m", $text)) {
			$found[] = "$file: trailing blanks";
		}
		if (str_contains($text, "\r")) {
			$found[] = "$file: a CR";
		}
		if (!str_ends_with($text, "\n")) {
			$found[] = "$file: no final newline";
		}
		if (preg_match("~(?<!_arginfo)\.[ch]$~D", $file)) {
			foreach (explode("\n", $text) as $number => $line) {
				/* A tab reaches to the next column of four. */
				for ($columns = $i = 0; $i < strlen($line); $i++) {
					$columns += $line[$i] === "\t" ? 4 - $columns % 4 : 1;
				}
				if ($columns > 120) {
					$found[] = $file . ":" . ($number + 1) . ": longer than 120 columns";
					break;
				}
			}
		}
		foreach ($found as $fault) {
			echo $fault, "\n";
		}
		$faults += count($found);
	}
	if ($faults === 0) {
		echo "format: clean\n";
	}
	exit($faults === 0 ? 0 : 1);'
