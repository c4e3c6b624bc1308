#!/usr/bin/env php
<?php
/* Writes the list of source files, once read from the tree, to the places that
 * need it: config.m4, config.w32 and package.xml. With --check nothing is
 * written and a difference is an error. */

$top = dirname(__DIR__);
chdir($top);
$check = in_array('--check', $argv, true);

$sources = glob('src/*/*.c');
sort($sources);
$folders = array_values(array_unique(array_map('dirname', $sources)));

/** Replaces what stands between the two marks, marks kept. */
function fill(string $file, string $begin, string $end, string $content): bool
{
	global $check;

	$old = file_get_contents($file);
	$from = strpos($old, $begin);
	$to = strpos($old, $end);
	if ($from === false || $to === false) {
		fwrite(STDERR, "$file: the marks of the generated region are missing\n");
		exit(2);
	}
	$from = strpos($old, "\n", $from) + 1;
	$to = strrpos(substr($old, 0, $to), "\n") + 1;
	$new = substr($old, 0, $from) . $content . substr($old, $to);
	if ($new === $old) {
		return true;
	}
	if ($check) {
		fwrite(STDERR, "$file: the source list is old; run scripts/gen_sources.php\n");
		return false;
	}
	file_put_contents($file, $new);
	return true;
}

function m4(array $sources, array $folders): string
{
	$list = implode(" \\\n    ", array_merge(['ssmtp.c'], $sources));

	return "  ssmtp_sources=\"$list\"\n  ssmtp_folders=\"" . implode(' ', $folders) . "\"\n";
}

function w32(array $sources, array $folders): string
{
	$lines = '';
	foreach ($folders as $folder) {
		$names = array_map('basename', array_filter($sources, fn ($s) => dirname($s) === $folder));
		$path = str_replace('/', '\\\\', $folder);
		$lines .= "\t\tADD_SOURCES(configure_module_dirname + \"\\\\$path\", \"" . implode(' ', $names) . "\", \"ssmtp\");\n";
	}
	return $lines;
}

/** Every file a PECL package holds, by role. */
function package(): string
{
	$files = array_filter(explode("\n", shell_exec('git ls-files') ?? ''));
	$lines = '';
	sort($files);
	foreach ($files as $file) {
		$role = match (true) {
			str_starts_with($file, '.'), $file === 'package.xml' => null,
			str_starts_with($file, 'tests/') => 'test',
			str_starts_with($file, 'docs/'), str_starts_with($file, 'bench/'), str_ends_with($file, '.md'), $file === 'LICENSE' => 'doc',
			/* For editors and analysers: PECL installs it beside its data. */
			$file === 'ssmtp.stub.php' => 'data',
			default => 'src',
		};
		if ($role !== null) {
			$lines .= "   <file name=\"$file\" role=\"$role\"/>\n";
		}
	}
	return $lines;
}

$ok = fill('config.m4', 'dnl <sources>', 'dnl </sources>', m4($sources, $folders));
$ok = fill('config.w32', '// <sources>', '// </sources>', w32($sources, $folders)) && $ok;
/* A tarball has no git index; its package.xml was made before. */
if (is_dir('.git') || is_file('.git')) {
	$ok = fill('package.xml', '<!-- <files>', '<!-- </files>', package()) && $ok;
}
exit($ok ? 0 : 1);
