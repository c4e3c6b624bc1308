#!/usr/bin/env php
<?php
/* scripts/check-linkage.php [--self-test]: a function that a header of src/ declares is called from another file than
 * its own; else it is to be static, or to go. With --self-test two functions are planted that must be found. */

/* What tests alone look at, each with its reason; a row that is no longer needed is a fault. */
const FOR_TESTS = [
	'ssmtp_alloc_count' => 'the seam of memory that runs out',
	'ssmtp_alloc_fail_at' => 'the seam of memory that runs out',
	'ssmtp_client_wait' => 'the loop without a limit; the glue waits in slices',
	'ssmtp_certificate_equal' => 'compares what was parsed',
	'ssmtp_certificate_parse_list' => 'compares what was parsed',
	'ssmtp_dn_canonical' => 'a table of names is run through it',
	'ssmtp_header_is_date' => 'a table of dates is run through it',
	'ssmtp_header_is_msgid' => 'a table of identifiers is run through it',
	'ssmtp_mailbox_list_parse_counted' => 'the work done is counted',
	'ssmtp_ossl_version_mismatch_for' => 'versions that are not here',
	'ssmtp_ossl_version_warning_for' => 'versions that are not here',
	'ssmtp_resolve_failed' => 'codes that no resolver here gives',
	'ssmtp_secret_equal' => 'reads a secret back',
	'ssmtp_settings_copy' => 'a copy that fails for want of memory',
	'ssmtp_settings_find_config' => 'every name is looked up',
	'ssmtp_source_file_new' => 'a file is the plainest source',
];

/* Defined by a macro, in files where the name does not stand. */
const PASTED = '/^ssmtp_sasl_\w+_new$/';

chdir(dirname(__DIR__));

/** Files of these patterns, comments and preprocessor lines left out: what is called or declared. */
function texts(string ...$patterns): array
{
	$texts = [];
	foreach ($patterns as $pattern) {
		foreach (glob($pattern) as $file) {
			$texts[$file] = preg_replace('~/\*.*?\*/~s', '', file_get_contents($file));
		}
	}
	return $texts;
}

/** Faults as sentences. */
function faults(array $headers, array $bodies, array $tests): array
{
	$users = $faults = $declared = [];
	foreach ($bodies + $headers as $file => $text) {
		preg_match_all('/\b(?:php_)?ssmtp_\w+/', $text, $found);
		foreach (array_unique($found[0]) as $name) {
			$users[$name][] = $file;
		}
	}
	foreach ($headers as $file => $text) {
		preg_match_all('/^(?!static|typedef|#|\s|return)[\w \t*]*?\b((?:php_)?ssmtp_\w+)\([^;{]*\)[^;{]*;/m', $text, $found);
		foreach ($found[1] as $name) {
			$declared[$name] = true;
			$others = array_diff($users[$name], [$file]);
			if (count($others) > 1 || isset(FOR_TESTS[$name]) || preg_match(PASTED, $name)) {
				continue;
			}
			$faults[] = "$file: $name() is " . ($others === [] ? 'called nowhere' : 'called in ' . current($others) . ' alone: make it static, or let it go');
		}
	}
	$tested = implode("\n", $tests);
	foreach (FOR_TESTS as $name => $why) {
		if (!isset($declared[$name]) || count($users[$name]) > 2 || !preg_match("/\b$name\b/", $tested)) {
			$faults[] = "scripts/check-linkage.php: $name() needs no row of its own any more";
		}
	}
	return $faults;
}

$headers = texts('src/*/*.h');
$bodies = texts('src/*/*.c', 'src/*/*.def', 'ssmtp.c');
$tests = texts('tests/*/*.c', 'tests/*/*.h');
if (in_array('--self-test', $argv, true)) {
	$headers['src/base/planted.h'] = "bool ssmtp_planted_alone(\n\tint a);\nvoid *ssmtp_planted_nowhere(void);\n";
	$bodies['src/base/planted.c'] = "bool ssmtp_planted_alone(int a)\n{\n\treturn a > 0;\n}\n";
	$found = implode("\n", faults($headers, $bodies, $tests));
	if (!str_contains($found, 'ssmtp_planted_alone') || !str_contains($found, 'ssmtp_planted_nowhere')) {
		fwrite(STDERR, "linkage: what was planted was not found\n");
		exit(1);
	}
	unset($headers['src/base/planted.h'], $bodies['src/base/planted.c']);
}
$faults = faults($headers, $bodies, $tests);
echo $faults === [] ? "linkage: every function of a header has a caller elsewhere\n" : implode("\n", $faults) . "\n";
exit($faults === [] ? 0 : 1);
