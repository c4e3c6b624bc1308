// Executes config.w32 with stand-ins for what PHP's configure.js offers: every source file must be named and exist,
// every library and header must be asked for, and each that is missing must show itself as it should.
'use strict';
const fs = require('fs');
const path = require('path');
const top = path.resolve(process.argv[2] || path.join(__dirname, '..'));
const text = fs.readFileSync(path.join(top, 'config.w32'), 'utf8');
let faults = 0;

function fault(what) {
	console.log(`FAIL config.w32: ${what}`);
	faults++;
}

// missing: libraries and headers that this machine has not, by a word of their name.
function configure(missing) {
	const made = { extension: false, flags: '', sources: [], warnings: [], asked: [] };
	const has = (name) => {
		made.asked.push(name);
		return !missing.some((word) => name.includes(word));
	};
	const scope = {
		PHP_SSMTP: 'yes',
		configure_module_dirname: top,
		ARG_ENABLE() {},
		ARG_WITH() {},
		CHECK_LIB: has,
		CHECK_HEADER_ADD_INCLUDE: has,
		CHECK_HEADER: has,
		ADD_FLAG(name, value) { made.flags += ` ${value}`; },
		AC_DEFINE(name, value) { made.flags += ` /D${name}=${value}`; },
		WARNING(what) { made.warnings.push(what); },
		ERROR(what) { made.warnings.push(what); },
		EXTENSION(name, files, shared, flags) {
			made.extension = true;
			made.flags += ` ${flags}`;
			made.sources.push(...files.split(' ').map((file) => path.join(top, file)));
		},
		ADD_SOURCES(folder, files) {
			made.sources.push(...files.split(' ').map((file) => path.join(folder.replace(/\\/g, '/'), file)));
		},
	};
	new Function(...Object.keys(scope), text)(...Object.values(scope));
	return made;
}

function sourcesOf(folder) {
	return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isDirectory()
		? sourcesOf(path.join(folder, entry.name))
		: entry.name.endsWith('.c') ? [path.join(folder, entry.name)] : []);
}

const whole = configure([]);
const wanted = [path.join(top, 'ssmtp.c'), ...sourcesOf(path.join(top, 'src'))];
if (!whole.extension || whole.warnings.length > 0) {
	fault(`with every library there is: ${whole.warnings.join(' ') || 'no extension'}`);
}
for (const file of whole.sources.filter((name) => !fs.existsSync(name))) {
	fault(`it names ${file}, which does not exist`);
}
for (const file of wanted.filter((name) => !whole.sources.includes(name))) {
	fault(`it leaves out ${path.relative(top, file)}`);
}
if (new Set(whole.sources).size !== whole.sources.length) {
	fault('it names a file twice');
}
// Without these there is no extension, and a sentence says so.
for (const name of ['libcrypto', 'libssl', 'ws2_32', 'crypt32', 'openssl/ssl.h']) {
	const made = configure([name]);
	if (made.extension || made.warnings.length === 0) {
		fault(`without ${name} it goes on`);
	}
}
// Without these something is left out.
for (const [name, flag, present] of [['zlib', 'HAVE_ZLIB', true], ['iconv', 'SSMTP_WITHOUT_ICONV', false]]) {
	if (!whole.asked.some((asked) => asked.includes(name))) {
		fault(`it does not ask for ${name}`);
	}
	if (whole.flags.includes(flag) !== present || configure([name]).flags.includes(flag) === present) {
		fault(`${flag} does not follow whether ${name} is there`);
	}
}
console.log(`config.w32: ${whole.sources.length} files, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
