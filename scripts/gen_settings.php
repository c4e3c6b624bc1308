#!/usr/bin/env php
<?php
/* Writes what follows from the tables settings.def, constants.def, profiles.def, error.def, operations.def and events.def:
 * the marked regions of ssmtp.stub.php and docs/events.md, docs/settings.md, docs/errors.md, src/settings/settings.lock
 * and tests/api/rows.inc. The tables are read by the C preprocessor, which turns them into PHP arrays. With an argument,
 * that folder instead of the tree receives the files (scripts/check-generated.sh compares). */

$top = dirname(__DIR__);
$out = $argv[1] ?? $top;

/** Expands a .def file with the macros given; each row becomes a PHP array. */
function expand(string $def, array $macros): array
{
	global $top;

	$source = '';
	foreach ($macros as $head => $body) {
		$source .= "#define $head ROW $body\n";
	}
	$source .= "#include \"$def\"\n";
	$cc = getenv('CC') ?: 'cc';
	$process = proc_open("$cc -E -P -x c -I " . escapeshellarg("$top/src") . ' -', [['pipe', 'r'], ['pipe', 'w']], $pipes);
	fwrite($pipes[0], $source);
	fclose($pipes[0]);
	$text = stream_get_contents($pipes[1]);
	if (proc_close($process) !== 0) {
		exit(1);
	}
	/* C joins literals that stand side by side, PHP does not. */
	$text = preg_replace('/"\s+"/', '', $text);
	return eval('return [' . str_replace('ROW', '', $text) . '];');
}

function settings(): array
{
	$macros = [];
	foreach (['SETTING', 'VIEW', 'COMPUTED'] as $kind) {
		$macros["SSMTP_$kind(id, constant, name, field, type, value, check, access, flags, code, sentence)"] =
			"['kind' => '$kind', 'id' => id, 'constant' => #constant, 'name' => #name, 'type' => #type, 'default' => value,"
			. " 'check' => #check, 'access' => #access, 'flags' => #flags, 'code' => #code, 'sentence' => sentence],";
	}
	$rows = expand('settings/settings.def', $macros);
	foreach ($rows as &$row) {
		$row['flags'] = $row['flags'] === '0' ? [] : preg_split('/\s*\|\s*/', $row['flags']);
		$row['config'] = str_starts_with($row['access'], 'CONFIG_');
		$row['indexed'] = str_ends_with($row['access'], '_AT');
		$row['named'] = $row['config'] || in_array('NAMED', $row['flags'], true);
		$row['readable'] = !str_ends_with($row['access'], 'WO');
		$row['writable'] = !str_contains($row['access'], 'RO');
	}
	return $rows;
}

$rows = settings();
$constants = expand('settings/constants.def', [
	'SSMTP_CONSTANT(group, name, value, sentence)' => "['group' => #group, 'name' => #name, 'value' => value, 'sentence' => sentence],",
]);
$profiles = expand('settings/profiles.def', [
	'SSMTP_PROFILE(profile, constant, value)' => "['profile' => #profile, 'constant' => #constant, 'value' => value],",
]);
$errors = expand('base/error.def', [
	'SSMTP_ERROR_ROW(number, name, sentence)' => "['number' => number, 'name' => #name, 'sentence' => sentence],",
]);

$operations = expand('client/operations.def', [
	'SSMTP_OPERATION(constant, function, method, argument, plan, check, flags, request, verb, sentence)' =>
		"['function' => #function, 'method' => #method, 'argument' => #argument, 'sentence' => sentence],",
]);
$events = expand('client/events.def', [
	'SSMTP_EVENT(id, constant, name, args, decision, sentence)' =>
		"['id' => id, 'name' => #name, 'args' => #args, 'decision' => decision, 'sentence' => sentence],",
]);

function put(string $file, string $content): void
{
	global $out;

	if (!is_dir(dirname("$out/$file"))) {
		mkdir(dirname("$out/$file"), 0777, true);
	}
	if (!is_file("$out/$file") || file_get_contents("$out/$file") !== $content) {
		file_put_contents("$out/$file", $content);
	}
}

function php_type(array $row): string
{
	return match ($row['type']) {
		'BOOL' => 'bool',
		'INT', 'ENUM' => 'int',
		default => 'string',
	};
}

/* ---- the stub ---- */

function stub_constant(string $indent, string $visibility, string $name, int $value, string $sentence): string
{
	return "$indent/**\n$indent * $sentence\n$indent * @var int\n$indent */\n$indent{$visibility}const $name = $value;\n";
}

/* Stores and certificates may be given as octets with the private key in them; a command may be a log-in. */
const MAY_HOLD_SECRETS = ['CertStore', 'CertEncoded', 'SSLCertStore', 'SSLCertEncoded', 'Command'];

/** The constants that are the values of the row, or the bits of its mask, as analysers read them; "" for a plain type. */
function named_type(array $row): string
{
	global $constants;

	$group = preg_match('/^ONE_OF\((\w+)\)$/', $row['check'], $found) ? $found[1] : $row['constant'];
	$names = array_map(fn ($constant) => "SSMTP::{$constant['name']}", array_filter($constants, fn ($constant) => $constant['group'] === $group));
	if ($names === []) {
		return '';
	}
	return $row['type'] === 'ENUM' ? implode('|', $names) : 'int-mask<' . implode(', ', $names) . '>';
}

/* The tags of analysers: gen_stub.php reads @param and @return itself, and knows no constants as types. */
function stub_comment(string $sentence, string $tag, string $type, string $name = ''): string
{
	return $type === '' ? "    /** $sentence */\n" : "    /**\n     * $sentence\n     *\n     * @phpstan-$tag $type$name\n     */\n";
}

function stub_methods(array $row): string
{
	$index = $row['indexed'] ? 'int $index' : '';
	$type = php_type($row);
	$text = '';
	if ($row['readable']) {
		$text .= stub_comment($row['sentence'], 'return', named_type($row)) . "    public function get{$row['name']}($index): $type {}\n\n";
	}
	if ($row['writable']) {
		/* PHP takes the word "False" for true: words for a bool are ours to read. */
		$value = ($type === 'bool' ? 'bool|int|string' : $type) . ' $value';
		if ($row['type'] === 'SECRET' || in_array($row['name'], MAY_HOLD_SECRETS, true)) {
			$value = "#[\\SensitiveParameter] $value";
		}
		$arguments = $index === '' ? $value : "$index, $value";
		$text .= stub_comment($row['sentence'], 'param', named_type($row), ' $value') . "    public function set{$row['name']}($arguments): static {}\n\n";
	}
	return $text;
}

function fill_region(string $text, string $name, string $content): string
{
	$pattern = "~^([ ]*)// <$name>[^\n]*\n.*?^\\1// </$name>\n~ms";
	if (!preg_match($pattern, $text, $found)) {
		fwrite(STDERR, "ssmtp.stub.php: the region <$name> is missing\n");
		exit(1);
	}
	$first = strtok($found[0], "\n");
	return str_replace($found[0], "$first\n" . rtrim($content) . "\n{$found[1]}// </$name>\n", $text);
}

$global = $class = '';
foreach ($constants as $row) {
	$global .= stub_constant('', '', "SSMTP_{$row['name']}", $row['value'], $row['sentence']);
	$class .= stub_constant('    ', 'public ', $row['name'], $row['value'], $row['sentence']);
}
foreach ($errors as $row) {
	$global .= stub_constant('', '', "SSMTP_ERR_{$row['name']}", $row['number'], $row['sentence']);
	$class .= stub_constant('    ', 'public ', "ERR_{$row['name']}", $row['number'], $row['sentence']);
}
foreach ($rows as $row) {
	if (!$row['config']) {
		$class .= stub_constant('    ', 'public ', "PROP_{$row['constant']}", $row['id'], "Id of {$row['name']} for ssmtp_get() and ssmtp_set().");
	}
}
$class .= "\n";
foreach ($rows as $row) {
	if (!$row['config']) {
		$class .= stub_methods($row);
	}
}
/** NONE, TEXT(name) or SECRET(name) as a parameter; "" for none. */
function stub_argument(array $operation): string
{
	if (!preg_match('/^(TEXT|SECRET)\((\w+)\)$/', $operation['argument'], $found)) {
		return '';
	}
	return ($found[1] === 'SECRET' ? '#[\SensitiveParameter] ' : '') . "string \${$found[2]}";
}

$functions = $methods = '';
foreach ($operations as $row) {
	if ($row['function'] !== strtolower($row['method'])) {
		fwrite(STDERR, "operations.def: ssmtp_do_{$row['function']} is not the function of do{$row['method']}\n");
		exit(1);
	}
	$argument = stub_argument($row);
	$functions .= "/** {$row['sentence']} */\nfunction ssmtp_do_{$row['function']}(SSMTP \$handle"
		. ($argument === '' ? '' : ", $argument") . "): int {}\n\n";
	$methods .= "    /**\n     * {$row['sentence']}\n     *\n     * @alias ssmtp_do_{$row['function']}\n     */\n"
		. "    public function do{$row['method']}($argument): int {}\n\n";
}
$fires = '';
foreach ($events as $i => $row) {
	/* One body for all: the base class returns its argument. */
	$alias = $i === 0 ? '' : "     * @implementation-alias SSMTP::fire{$events[0]['name']}\n";
	$fires .= "    /**\n     * {$row['sentence']}\n     *\n$alias     * @return mixed\n     */\n"
		. "    public function fire{$row['name']}(array \$param) {}\n\n";
}
$stub = file_get_contents("$top/ssmtp.stub.php");
$stub = fill_region($stub, 'constants', $global);
$stub = fill_region($stub, 'settings', $class);
$stub = fill_region($stub, 'operations', $functions);
$stub = fill_region($stub, 'operation methods', $methods);
$stub = fill_region($stub, 'events', $fires);
put('ssmtp.stub.php', $stub);

/* ---- docs/settings.md ---- */

function cell(string $text): string
{
	return str_replace('|', '\\|', $text);
}

function default_text(array $row): string
{
	if (is_bool($row['default'])) {
		return $row['config'] ? ($row['default'] ? 'True' : 'False') : ($row['default'] ? 'true' : 'false');
	}
	return is_string($row['default']) ? '"' . str_replace([',', ';'], [', ', '; '], $row['default']) . '"' : (string) $row['default'];
}

function allowed_text(array $row): string
{
	preg_match('/^(\w+)(?:\((.*)\))?$/', $row['check'], $found);
	$argument = $found[2] ?? '';
	return match (true) {
		$found[1] === 'RANGE' => str_replace(', ', ' to ', $argument),
		$found[1] === 'ONE_OF' => '[' . strtolower(str_replace('_', ' ', $argument)) . '](#' . strtolower(str_replace('_', '-', $argument)) . ')',
		$found[1] === 'WORDS' => preg_replace('/^, /', 'empty, ', str_replace('|', ', ', trim($argument, '"'))),
		$row['type'] === 'BOOL' => '',
		default => ['line' => 'no control characters', 'folded' => 'no control characters but folds',
			'header_lines' => 'header lines', 'ssl_provider' => '0, 1', 'max_header_length' => '0, 20 to 998',
			'certificate' => 'PEM certificates'][$argument] ?? '',
	};
}

function access_text(array $row): string
{
	return ($row['readable'] ? 'r' : '') . ($row['writable'] ? 'w' : '') . ($row['indexed'] ? ', index' : '');
}

function sentence_text(array $row): string
{
	global $errors;

	$text = $row['sentence'];
	foreach ($errors as $error) {
		if ($error['name'] === $row['code']) {
			$text .= " Not while connected: error {$error['number']}.";
		}
	}
	return $text;
}

function table(array $rows, bool $ids, bool $named = false): string
{
	$text = ($ids ? '| Id ' : '') . "| Name | Type | Default | Allowed | Access | Meaning |\n" . ($ids ? '|---' : '') . "|---|---|---|---|---|---|\n";
	foreach ($rows as $row) {
		$name = $row['name'] . ($ids && $row['named'] ? ' ¹' : '');
		$type = ['BOOL' => 'bool', 'INT' => 'int', 'ENUM' => 'int', 'STRING' => 'string', 'BINARY' => 'octets', 'SECRET' => 'secret'][$row['type']];
		$text .= ($ids ? "| {$row['id']} " : '') . "| $name | $type | " . cell(default_text($row)) . ' | ' . cell(allowed_text($row)) . ' | ' . access_text($row)
			. ' | ' . cell(sentence_text($row)) . " |\n";
	}
	return $text . "\n";
}

function between(array $rows, int $low, int $high): array
{
	return array_filter($rows, fn ($row) => $row['id'] >= $low && $row['id'] <= $high);
}

$doc = <<<'TEXT'
# Properties and settings

Written by `scripts/gen_settings.php` from `src/settings/settings.def`; change the table, not this page.

A property is read with `getNAME()` or `ssmtp_get($handle, $id)` and set with `setNAME($value)` or
`ssmtp_set($handle, $id, $value)`; with an index, `getNAME($index)`, `setNAME($index, $value)`,
`ssmtp_get($handle, $id, $index)` and `ssmtp_set($handle, $id, $index, $value)`. A setting is read with
`doConfig('NAME')` and set with `doConfig('NAME=VALUE')`; properties marked ¹ can be reached that way too.

Booleans take true, false, 0, 1 and the words True, False, Yes, No in any case. Integers take numeric text. A value
that cannot be converted or is not allowed is error 10022 and changes nothing; so is an unknown id, an unknown name and
an index outside the array. Setting a read-only property is error 211. A *secret* is shown nowhere and wiped when it is
replaced; *octets* may contain NUL.


TEXT;
$groups = [
	['Properties of the reference interface', 1, 62], ['Further properties', 63, 69],
	['Signing certificate', 70, 99], ['Server certificate to accept', 100, 129], ['TLS client certificate', 130, 159],
	['Server certificate of the last connection', 160, 199],
	['SMTP settings', 1000, 1019], ['TCP settings', 1020, 1039], ['TLS settings', 1040, 1079], ['Socket settings', 1080, 1089],
	['Base settings', 1090, 1199], ['Security, queue and S/MIME settings', 1200, 9999],
];
foreach ($groups as [$title, $low, $high]) {
	$doc .= "## $title\n\n" . table(between($rows, $low, $high), $low < 1000);
}
$names = array_column($rows, 'name', 'constant');
$doc .= "## Profiles\n\n`doConfig('Profile=NAME')` sets:\n\n";
$by = [];
foreach ($profiles as $row) {
	$by[$row['profile']][$names[$row['constant']]] = $row['value'] === '' ? '(default)' : str_replace(',', ', ', $row['value']);
}
$doc .= '| Profile | ' . implode(' | ', array_keys(reset($by))) . " |\n|" . str_repeat('---|', count(reset($by)) + 1) . "\n";
foreach ($by as $profile => $values) {
	$doc .= "| $profile | " . implode(' | ', $values) . " |\n";
}
$doc .= "\n## Constants\n\nEach is `SSMTP::NAME` and `SSMTP_NAME`.\n\n";
$group = '';
foreach ($constants as $row) {
	if ($row['group'] !== $group) {
		$doc .= ($group === '' ? '' : "\n") . '### ' . ucfirst(strtolower(str_replace('_', ' ', $row['group']))) . "\n\n| Value | Name | Meaning |\n|---|---|---|\n";
		$group = $row['group'];
	}
	$doc .= "| {$row['value']} | {$row['name']} | {$row['sentence']} |\n";
}
put('docs/settings.md', $doc);

/* ---- docs/php-ini.md ---- */

$doc = <<<'TEXT'
# Defaults in php.ini

Written by `scripts/gen_settings.php` from `src/settings/settings.def`; change the table, not this page.

Each directive is the default of one setting for every object made afterwards; an object that sets it itself goes its own
way. Without a directive, or with an empty one, the setting's own default holds. Names are `ssmtp.` and the setting's
constant in lower case. A value that the setting refuses is not taken: php.ini gives a warning that says what is allowed,
`ini_set()` returns false. There is no directive for anything secret.

```ini
; php.ini, or conf.d/ssmtp.ini
ssmtp.mail_server = mail.example.org
ssmtp.mail_port = 587
ssmtp.ssl_start_mode = 2
ssmtp.timeout = 30
```

**Scripts may change them** by `ini_set()`, as PHP_INI_ALL says below, and so may `.htaccess` and `.user.ini`. What an
administrator wants to keep stands where scripts cannot reach it: `php_admin_value[ssmtp.mail_server] = mail.example.org`
in the pool of PHP-FPM, or `php_admin_value ssmtp.mail_server mail.example.org` in Apache's configuration. Even then it
is a default: an object may set MailServer. What must not leave a host is the firewall's to say.

| Directive | Setting | Default | Allowed | Changeable | Meaning |
|---|---|---|---|---|---|

TEXT;
foreach ($rows as $row) {
	if (in_array('INI', $row['flags'], true)) {
		$doc .= '| `ssmtp.' . strtolower($row['constant']) . "` | {$row['name']} | " . cell(default_text($row)) . ' | '
			. str_replace('](#', '](settings.md#', cell(allowed_text($row))) . ' | PHP_INI_ALL | ' . cell(sentence_text($row)) . " |\n";
	}
}
put('docs/php-ini.md', $doc);

/* ---- docs/errors.md ---- */

$doc = <<<'TEXT'
# Error codes

Written by `scripts/gen_settings.php` from `src/base/error.def`; change the table, not this page.

The class throws `SSMTPException` whose code is the number and whose message is `"<code>: <text>"`; the functions return
the number, and `ssmtp_get_last_error()` gives the text. The text of an error tells more than the sentence here.

| Code | SSMTP::ERR_… | Meaning |
|---|---|---|

TEXT;
foreach ($errors as $row) {
	$doc .= "| {$row['number']} | {$row['name']} | " . cell($row['sentence']) . " |\n";
}
put('docs/errors.md', $doc);

/* ---- docs/events.md: the table between its marks ---- */

/** STRING(key) INT(key) BOOL(key) as the cell of the table, and the key of the one that is writable. */
function event_keys(array $row): array
{
	preg_match_all('/(\w+)\((\w+)\)/', $row['args'], $found, PREG_SET_ORDER);
	$keys = array_map(fn ($arg) => "`$arg[2]` " . strtolower($arg[1]), $found);

	return [implode(', ', $keys), $row['decision'] < 0 ? '' : "`{$found[$row['decision']][2]}`"];
}

$table = "| Id | Event | Keys | Writable | Meaning |\n|---|---|---|---|---|\n";
foreach ($events as $row) {
	[$keys, $writable] = event_keys($row);
	$table .= "| {$row['id']} | {$row['name']} | $keys | $writable | " . cell($row['sentence']) . " |\n";
}
$page = file_get_contents("$top/docs/events.md");
put('docs/events.md', preg_replace('~(<!-- events -->\n).*?(<!-- end -->)~s', "$1$table$2", $page));

/* ---- the lock: an id once given is never given to another ---- */

$lock = [];
foreach (is_file("$top/src/settings/settings.lock") ? file("$top/src/settings/settings.lock", FILE_IGNORE_NEW_LINES) : [] as $line) {
	if ($line !== '' && $line[0] !== '#') {
		[$id, $name] = explode(' ', $line);
		$lock[(int) $id] = $name;
	}
}
$seen = 0;
foreach ($rows as $row) {
	if (isset($lock[$row['id']]) && $lock[$row['id']] !== $row['name']) {
		fwrite(STDERR, "settings.def: id {$row['id']} belongs to {$lock[$row['id']]} for ever; give {$row['name']} another\n");
		exit(1);
	}
	if ($row['id'] <= $seen) {
		fwrite(STDERR, "settings.def: id {$row['id']} ({$row['name']}) stands out of order or twice\n");
		exit(1);
	}
	$seen = $row['id'];
	$lock[$row['id']] = $row['name'];
}
ksort($lock);
$text = "# Ids of settings.def and their names, kept for ever: written by scripts/gen_settings.php.\n";
foreach ($lock as $id => $name) {
	$text .= "$id $name\n";
}
put('src/settings/settings.lock', $text);

/* ---- the rows for the tests that walk them all ---- */

/** As var_export(), on one line. */
function export(mixed $value): string
{
	if (!is_array($value)) {
		return var_export($value, true);
	}
	$parts = [];
	foreach ($value as $key => $part) {
		$parts[] = (is_int($key) ? '' : "'$key' => ") . export($part);
	}
	return '[' . implode(', ', $parts) . ']';
}

$fields = array_flip(['id', 'name', 'type', 'default', 'check', 'access', 'kind', 'flags', 'config', 'named', 'indexed',
	'readable', 'writable']);
$text = "<?php\n/* Every row of src/settings/settings.def: written by scripts/gen_settings.php. */\nreturn [\n";
foreach ($rows as $row) {
	$text .= "\t" . export(array_intersect_key($row, $fields)) . ",\n";
}
$text .= "];\n";
put('tests/api/rows.inc', $text);
$text = "<?php\n/* Every public constant: written by scripts/gen_settings.php. */\nreturn [\n";
foreach ($constants as $row) {
	$text .= "\t'{$row['name']}' => {$row['value']},\n";
}
foreach ($errors as $row) {
	$text .= "\t'ERR_{$row['name']}' => {$row['number']},\n";
}
put('tests/api/constants.inc', $text . "];\n");
