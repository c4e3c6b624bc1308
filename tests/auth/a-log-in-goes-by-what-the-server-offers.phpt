--TEST--
A log-in goes by what the server offers: nothing secret goes to one that offers nothing, unless AuthWithoutOffer insists
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/auth.inc';
const LET_IN = [
	'LOGIN' => "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: *\nS: 334 UGFzc3dvcmQ6\nC: *\nS: 235 in\n",
	'PLAIN' => "C: AUTH PLAIN *\nS: 235 in\n",
];

/** What was said of AUTH, and how it ended. */
function ends(string $mechanism, array $lines, string $exchange, string $setting = 'AuthWithoutOffer=False'): string
{
	$last = array_pop($lines);
	$ehlo = "S: 220 mx ready\nC: EHLO *\n" . implode('', array_map(fn ($line) => "S: 250-$line\n", $lines)) . "S: 250 $last\n";
	$server = smtp_server($ehlo . $exchange . SMTP_QUIT);
	$m = auth_client($server, $mechanism);
	$m->doConfig($setting);
	$result = outcome(fn () => $m->doConnect());
	$m->getConnected() && $m->doDisconnect();
	$transcript = $server->wait();
	preg_match_all('/^AUTH.*/m', $server->received(), $match);
	$said = array_map(fn ($line) => substr(rtrim($line), 0, 10), $match[0]);
	return ($said === [] ? 'no AUTH' : implode(',', $said)) . ": $result" . (str_contains($transcript, '!!') ? "\n$transcript" : '');
}

foreach (['USER_PASSWORD', 'AUTO', 'PLAIN'] as $mechanism) {
	echo "$mechanism\n";
	foreach ([['mx', 'AUTH'], ['mx', 'AUTH ', 'Ok'], ['mx'], ['mx', 'X-EXPS LOGIN', 'X-EXPS=LOGIN'], ['mx', 'AUTH NTLM', 'Ok']] as $lines) {
		echo '  ', ends($mechanism, $lines, ''), "\n";
	}
}
echo "offered\n";
echo '  ', ends('USER_PASSWORD', ['mx', 'AUTH=LOGIN'], LET_IN['LOGIN']), "\n";
echo '  ', ends('USER_PASSWORD', ['mx', 'auth login plain', 'Ok'], LET_IN['LOGIN']), "\n";
echo '  ', ends('USER_PASSWORD', ['mx', 'Auth=Plain', 'Ok'], LET_IN['PLAIN']), "\n";
echo '  ', ends('AUTO', ['mx', 'AUTH', 'auth=login', 'X-EXPS NTLM'], LET_IN['LOGIN']), "\n";
echo "insisted on\n";
echo '  ', ends('USER_PASSWORD', ['mx'], LET_IN['LOGIN'], 'AuthWithoutOffer=True'), "\n";
echo '  ', ends('PLAIN', ['mx', 'AUTH'], LET_IN['PLAIN'], 'AuthWithoutOffer=True'), "\n";
echo '  ', ends('USER_PASSWORD', ['mx', 'AUTH PLAIN'], LET_IN['PLAIN'], 'AuthWithoutOffer=True'), "\n";
echo '  ', ends('AUTO', ['mx'], '', 'AuthWithoutOffer=True'), "\n";
?>
--EXPECT--
USER_PASSWORD
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no mechanism that AuthMechanism=0 allows (it offers: NTLM ).
AUTO
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no mechanism that AuthMechanism=99 allows (it offers: NTLM ).
PLAIN
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
  no AUTH: 161: The server offers no mechanism that AuthMechanism=4 allows (it offers: NTLM ).
offered
  AUTH LOGIN: ok
  AUTH LOGIN: ok
  AUTH PLAIN: ok
  AUTH LOGIN: ok
insisted on
  AUTH LOGIN: ok
  AUTH PLAIN: ok
  AUTH PLAIN: ok
  no AUTH: 161: The server offers no AUTH: it may want TLS first (SSLStartMode), another port, or no log-in at all (Config AuthWithoutOffer=True insists).
