<?php
/* scripts/check-docs.php: every link of every page leads somewhere, anchors included; every file that a page or a
 * comment names is there; every decision, rule and promise that a comment cites stands in docs/internals. */

chdir(dirname(__DIR__));
$faults = [];
$pages = array_merge(glob('*.md'), glob('docs/*.md'), glob('docs/internals/*.md'), glob('bench/*.md'), glob('examples/*.md'));

/** The anchors of a page, as GitHub makes them of its headings. */
function anchors(string $page): array
{
	preg_match_all('/^#+ +(.*)$/m', preg_replace('/^```.*?^```/ms', '', file_get_contents($page)), $match);
	return array_map(fn ($title) => strtr(preg_replace('/[^\p{L}\p{N} _-]/u', '', strtolower(trim($title))), ' ', '-'), $match[1]);
}

foreach ($pages as $page) {
	$text = preg_replace('/^```.*?^```/ms', '', file_get_contents($page));
	preg_match_all('/\]\(([^)\s]+)\)/', $text, $links);
	foreach ($links[1] as $link) {
		if (preg_match('~^[a-z]+:~', $link)) {
			continue;
		}
		[$file, $anchor] = explode('#', $link, 2) + [1 => null];
		$target = $file === '' ? $page : dirname($page) . "/$file";
		if (!file_exists($target)) {
			$faults[] = "$page: the link $link leads nowhere";
		} elseif ($anchor !== null && !in_array($anchor, anchors($target), true)) {
			$faults[] = "$page: $target has no heading for #$anchor";
		}
	}
	preg_match_all('~`((?:src|scripts|tests|docs|examples|bench)/[\w./-]+)`~', $text, $named);
	foreach ($named[1] as $file) {
		if (!file_exists($file) && !file_exists("$file.c") && !str_ends_with($file, '/')) {
			$faults[] = "$page: $file is not there";
		}
	}
}

/* Pages named in code and build files. */
$sources = array_merge(glob('src/*/*.{c,h,def}', GLOB_BRACE), glob('*.{c,h,m4,w32,php}', GLOB_BRACE), glob('scripts/*'), glob('tests/*.inc'),
	glob('tests/*/*.{phpt,inc,c,h}', GLOB_BRACE));
$decisions = file_get_contents('docs/internals/decisions.md');
$security = file_get_contents('docs/internals/security.md');
[$rules, $promises] = explode('## The ten promises', $security, 2);
foreach ($sources as $file) {
	/* A comment's line break and star are no part of what it says. */
	$text = preg_replace('~\s*\n\s*(?:\*|//|#|dnl)?\s*~', ' ', file_get_contents($file));
	preg_match_all('~\bdocs/[\w./-]+\.md\b~', $text, $match);
	foreach ($match[0] as $page) {
		if (!file_exists($page)) {
			$faults[] = "$file: $page is not there";
		}
	}
	if (!preg_match('/\.(c|h|def)$/', $file)) {
		continue;
	}
	preg_match_all('/\b(decision|security rule|promise) (D?\d+)\b/i', $text, $cited, PREG_SET_ORDER);
	foreach ($cited as [$words, $kind, $number]) {
		$in = match (strtolower($kind)) { 'decision' => $decisions, 'promise' => $promises, default => $rules };
		if (!preg_match("/^\\| $number \\|/m", $in)) {
			$faults[] = "$file: \"$words\" stands in no page of docs/internals";
		}
	}
	preg_match_all('/\bspec (properties|config|methods|events|errors|other-clients)\b/', $text, $cited);
	foreach ($cited[1] as $page) {
		if (!str_contains($decisions, "spec $page")) {
			$faults[] = "$file: docs/internals/decisions.md does not tell where \"spec $page\" stands";
		}
	}
}
/* Tests that a row of the rules names as its proof. */
preg_match_all('~`((?:api|auth|connect|errors|events|header|limits|mime|queue|real|send|smime|tls)/[\w-]+)`~', $security, $proofs);
foreach ($proofs[1] as $test) {
	if (!file_exists("tests/$test.phpt")) {
		$faults[] = "docs/internals/security.md: the proof tests/$test.phpt is not there";
	}
}
preg_match_all('~`unit/(\w+)`~', $security, $proofs);
foreach ($proofs[1] as $test) {
	if (!file_exists("tests/unit/test_$test.c") && $test !== 'x') {
		$faults[] = "docs/internals/security.md: the proof tests/unit/test_$test.c is not there";
	}
}
echo $faults === [] ? "docs: every link and every citation leads somewhere\n" : implode("\n", array_unique($faults)) . "\n";
exit($faults === [] ? 0 : 1);
