<?php
/* scripts/check-layers.sh [folder]: holds the rooms of src/ against the tables below: what a room may include, directly
 * and through what it includes, which system headers it may know, and who may ask the clock or run a program.
 * With --self-test it plants one violation of each kind in a copy and must find every one. */

/* Rooms whose headers a room may see, however many includes away. */
const ROOMS = [
	'base' => 'base',
	'stream' => 'base stream',
	'mime' => 'base stream mime',
	'smtp' => 'base smtp',
	'net' => 'base net',
	'crypto' => 'base stream crypto',
	'settings' => 'base mime settings',
	'message' => 'base stream mime crypto settings message',
	'queue' => 'base stream mime queue',
	'connection' => 'base stream mime smtp net crypto settings message connection',
	'client' => 'base stream mime smtp net crypto settings message queue connection client',
	'php' => 'base stream mime settings client php',
];

/* Single headers that cross sideways. TLS is a transport over a transport; SASL mechanisms of libraries stand behind the
 * vtable of the protocol; a mailbox in a certificate is compared by the A-labels of its domain. A queue file carries a
 * digest, and its report the fates of the recipients. */
const CROSSINGS = [
	'crypto' => ['net/idn.h', 'net/transport.h', 'smtp/sasl.h'],
	'queue' => ['crypto/digest.h', 'message/result.h'],
	'php' => ['message/result.h'],
];

/* System headers any room may include: they hold no input or output, no clock and no library. */
const PLAIN = 'errno.h limits.h stdarg.h stdbool.h stddef.h stdint.h stdio.h stdlib.h string.h';

/* What a room may include beside them, as shell patterns. */
const SYSTEM = [
	'mime' => 'iconv.h',
	'net' => 'arpa/inet.h dlfcn.h fcntl.h idn2.h mstcpip.h net/if.h netdb.h netinet/in.h netinet/tcp.h poll.h pthread.h signal.h'
		. ' sys/ioctl.h sys/socket.h sys/time.h unistd.h windows.h winsock2.h ws2tcpip.h',
	'crypto' => 'dlfcn.h gsasl.h gssapi/*.h openssl/*.h zlib.h',
	'php' => 'php.h php_*.h zend*.h SAPI.h ext/* main/* TSRM.h',
];

/* One file's own exceptions, each with its reason. */
const EXCEPTIONS = [
	'base/file*' => ['fcntl.h io.h pthread.h sys/*.h unistd.h dirent.h windows.h', 'files are its subject'],
	'base/lock.c' => ['pthread.h windows.h', 'the lock of the process'],
	'base/clock.c' => ['time.h windows.h', 'the place that asks the calendar clock'],
	'net/sys_posix.c' => ['time.h', 'the place that asks the monotonic clock'],
	'mime/msgid.*' => ['time.h', 'writes a time that is handed to it, in the local zone'],
	'crypto/certificate_text.c' => ['time.h', 'writes a time that stands in a certificate, in the local zone'],
	'crypto/smime*.[ch]' => ['time.h', 'the type time_t that OpenSSL takes; the time is handed down'],
];

/* Calls that have one home: pattern => [files, what it does]. */
const CALLS = [
	'time|gettimeofday|clock_gettime|timespec_get|GetSystemTimeAsFileTime|GetTickCount64|GetTickCount|ftime'
		=> [['base/clock.c', 'net/sys_posix.c', 'net/sys_win32.c'], 'asks the clock: take a time that is handed down, or ssmtp_clock_s() of base/clock.h'],
	'system|popen|_popen|execl|execlp|execv|execve|execvp|posix_spawn|posix_spawnp|fork|vfork|CreateProcess[AW]?'
		=> [[], 'runs another program'],
	'f?open|_w?open|_?wfopen|openat|creat|tmpfile|mkos?temp|opendir|_?[lf]?stat|_?unlink|rename|remove|readlink|realpath'
		=> [['base/file_*.c'], 'reaches a file: base/file.h does, on every platform'],
	'sleep|usleep|nanosleep|Sleep' => [['net/sys_posix.c', 'net/sys_win32.c'], 'sleeps'],
];

function matches(string $name, string $patterns): bool
{
	foreach (explode(' ', $patterns) as $pattern) {
		if ($pattern !== '' && fnmatch($pattern, $name)) {
			return true;
		}
	}
	return false;
}

/** The code without comments; with $strings false, what stands in literals is gone too. */
function code(string $text, bool $strings): string
{
	return preg_replace_callback('~/\*.*?\*/|//[^\n]*|"(?:\\\\.|[^"\\\\\n])*"~s', fn ($m) => $m[0][0] === '"'
		? ($strings ? $m[0] : '""') : str_repeat("\n", substr_count($m[0], "\n")), $text);
}

final class Layers
{
	/** file => its includes in order */
	private array $includes = [];
	private array $code = [];
	/** fault => true */
	public array $faults = [];

	public function __construct(private string $src)
	{
		foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($src, FilesystemIterator::SKIP_DOTS)) as $file) {
			if (preg_match('/\.(c|h|def)$/', $file)) {
				$name = substr($file, strlen($src) + 1);
				$text = file_get_contents($file);
				preg_match_all('/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]/m', code($text, true), $match);
				$this->includes[$name] = $match[1];
				$this->code[$name] = code($text, false);
			}
		}
		ksort($this->includes);
		foreach (array_keys($this->includes) as $name) {
			$this->look($name);
		}
	}

	private function fault(string $file, string $text): void
	{
		$this->faults["src/$file: $text"] = true;
	}

	private function look(string $file): void
	{
		$room = strtok($file, '/');
		if (!isset(ROOMS[$room])) {
			$this->fault($file, "src/$room is not in the table of rooms");
			return;
		}
		$seen = [];
		$this->follow($file, $room, $file, '', $seen);
		foreach ($this->includes[$file] as $header) {
			if (!isset($this->includes[$header]) && !$this->systemAllowed($file, $room, $header)) {
				$this->fault($file, "$room may not include <$header>");
			}
		}
		foreach (CALLS as $calls => [$homes, $what]) {
			if (!matches($file, implode(' ', $homes))) {
				preg_match_all("/(?<![\\w.>])(?:$calls)\\s*\\(/", $this->code[$file], $match, PREG_OFFSET_CAPTURE);
				foreach ($match[0] as [$call, $at]) {
					$this->fault($file . ':' . (1 + substr_count($this->code[$file], "\n", 0, $at)), trim($call, ' (') . "() $what");
				}
			}
		}
	}

	/** Everything that is seen through this file; $way tells through what. */
	private function follow(string $from, string $room, string $file, string $way, array &$seen): void
	{
		foreach ($this->includes[$file] as $header) {
			if (!isset($this->includes[$header]) || isset($seen[$header])) {
				continue;
			}
			$seen[$header] = true;
			if (in_array($header, CROSSINGS[$room] ?? [], true)) {
				continue;
			}
			if (!in_array(strtok($header, '/'), explode(' ', ROOMS[$room]), true)) {
				$this->fault($from, "$room may not see $header" . ($way === '' ? '' : " (through $way)"));
				continue;
			}
			$this->follow($from, $room, $header, $way === '' ? $header : "$way, $header", $seen);
		}
	}

	private function systemAllowed(string $file, string $room, string $header): bool
	{
		/* php_ssmtp.h and the generated arginfo stand beside src/. */
		if ($room === 'php' && is_file("$this->src/../$header")) {
			return true;
		}
		if (matches($header, PLAIN . ' ' . (SYSTEM[$room] ?? ''))) {
			return true;
		}
		foreach (EXCEPTIONS as $pattern => [$headers]) {
			if (fnmatch($pattern, $file) && matches($header, $headers)) {
				return true;
			}
		}
		return false;
	}

	/** A name in an editor or a trace is one file. */
	public function twins(): void
	{
		$names = array_count_values(array_map('basename', array_keys($this->includes)));
		foreach (array_filter($names, fn ($n) => $n > 1) as $name => $n) {
			$this->fault($name, 'stands more than once in src/');
		}
	}
}

/** One violation of each kind; what the check must say of it. */
const PLANTED = [
	['smtp/planted.c', "#include <time.h>\n", 'smtp may not include <time.h>'],
	['smtp/planted.c', "#include <sys/select.h>\n", 'smtp may not include <sys/select.h>'],
	['smtp/planted.c', "long f(void) { return (long) time(0); }\n", 'time() asks the clock'],
	['crypto/planted.c', "long f(void)\n{\n\treturn time (NULL);\n}\n", 'planted.c:3: time() asks the clock'],
	['smtp/planted.c', "#include \"crypto/digest.h\"\n", 'smtp may not see crypto/digest.h'],
	['base/planted.c', "#  include \"stream/source.h\"\n", 'base may not see stream/source.h'],
	['client/planted.c', "#include <openssl/ssl.h>\n", 'client may not include <openssl/ssl.h>'],
	['client/planted.c', "#include <sys/socket.h>\n", 'client may not include <sys/socket.h>'],
	['client/planted.c', "#include <zend.h>\n", 'client may not include <zend.h>'],
	['client/planted.h', "#include \"crypto/digest.h\"\n", 'php may not see crypto/digest.h (through client/planted.h)',
		'php/planted.c', "#include \"client/planted.h\"\n"],
	['net/planted.c', "int f(void) { return system(\"true\"); }\n", 'system() runs another program'],
	['mime/planted.c', "void f(void) { sleep(1); }\n", 'sleep() sleeps'],
	['crypto/planted.c', "#include <stdio.h>\nvoid *f(void) { return fopen(\"x\", \"r\"); }\n", 'fopen() reaches a file'],
	['queue/planted.c', "#include <fcntl.h>\n", 'queue may not include <fcntl.h>'],
	['stream/base64.c', "\n", 'stands more than once'],
	['attic/planted.c', "\n", 'is not in the table of rooms'],
	/* What only looks like one. */
	['smtp/planted.c', "/* time(NULL) */\nstatic const char *text = \"time(0)\";\nlong f(struct s *s) { return s->time(1) + my_time(2); }\n", null],
];

function self_test(string $src): int
{
	$failed = 0;
	$copy = sys_get_temp_dir() . '/ssmtp-layers-' . getmypid();
	foreach (PLANTED as $plant) {
		exec('rm -rf ' . escapeshellarg($copy) . ' && mkdir -p ' . escapeshellarg($copy) . ' && cp -r ' . escapeshellarg($src)
			. ' ' . escapeshellarg("$copy/src") . ' && cp ' . escapeshellarg("$src/../") . '*.h ' . escapeshellarg($copy));
		[$file, $text, $wanted] = $plant;
		foreach ([[$file, $text], array_slice($plant, 3)] as $pair) {
			if ($pair !== []) {
				@mkdir(dirname("$copy/src/$pair[0]"));
				file_put_contents("$copy/src/$pair[0]", $pair[1]);
			}
		}
		$layers = new Layers("$copy/src");
		$layers->twins();
		$said = implode("\n", array_keys($layers->faults));
		if ($wanted === null ? str_contains($said, 'planted') : !str_contains($said, $wanted)) {
			echo "self-test: $file: ", $wanted ?? 'nothing', " was expected, this was said:\n$said\n";
			$failed++;
		}
	}
	exec('rm -rf ' . escapeshellarg($copy));
	return $failed;
}

$src = dirname(__DIR__) . '/src';
$layers = new Layers($src);
$layers->twins();
echo implode("\n", array_keys($layers->faults)), $layers->faults === [] ? '' : "\n";
$failed = count($layers->faults);
if (in_array('--self-test', $argv, true)) {
	$failed += self_test($src);
}
echo $failed === 0 ? "layers: every include points downwards\n" : '';
exit($failed === 0 ? 0 : 1);
