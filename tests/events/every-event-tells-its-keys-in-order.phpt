--TEST--
Every event tells its keys in order, by override and by callback
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/scenario.inc';

function describe(string $event, array $param): string
{
	return $event . ': ' . implode(', ', array_map(fn ($k, $v) => "$k " . get_debug_type($v), array_keys($param), $param));
}

class Overrides extends SSMTP
{
	public array $seen = [];

	public function fireConnectionStatus($param) { $this->seen[__FUNCTION__] = describe('ConnectionStatus', $param); }
	public function fireEndTransfer($param) { $this->seen[__FUNCTION__] = describe('EndTransfer', $param); }
	public function fireError($param) { $this->seen[__FUNCTION__] = describe('Error', $param); }
	public function fireExpand($param) { $this->seen[__FUNCTION__] = describe('Expand', $param); }
	public function firePITrail($param) { $this->seen[__FUNCTION__] = describe('PITrail', $param); }
	public function fireSSLServerAuthentication($param) { $this->seen[__FUNCTION__] = describe('SSLServerAuthentication', $param); }
	public function fireSSLStatus($param) { $this->seen[__FUNCTION__] = describe('SSLStatus', $param); }
	public function fireStartTransfer($param) { $this->seen[__FUNCTION__] = describe('StartTransfer', $param); }
	public function fireTransfer($param) { $this->seen[__FUNCTION__] = describe('Transfer', $param); }
}

$overrides = scenario_client($server = scenario_server(), new Overrides());
play($overrides);
echo $server->wait();

$m = scenario_client(scenario_server());
$seen = [];
foreach (EVENTS as $id => $event) {
	var_dump(ssmtp_register_callback($m, $id, function (array $param) use ($event, &$seen) {
		$seen["fire$event"] = describe($event, $param);
	}));
}
play($m);
ksort($seen);
ksort($overrides->seen);
echo implode("\n", $seen), "\n";
var_dump($seen === $overrides->seen);
?>
--EXPECT--
S: 220 mx.example.com ready
C: EHLO client.example.org
S: 250-mx.example.com
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
(TLS)
C: EHLO client.example.org
S: 250 mx.example.com
C: EXPN staff
S: 250-Ann <ann@example.com>
S: 250 Bob <bob@example.com>
C: MAIL FROM:<sender@example.org>
S: 250 2.1.0 ok
C: RCPT TO:<recipient@example.com>
S: 250 2.1.5 ok
C: RCPT TO:<nobody@example.com>
S: 550 5.1.1 no such user
C: DATA
S: 354 go ahead
(mail data)
S: 250 2.0.0 Ok: queued as 4XyZ1q
C: QUIT
S: 221 2.0.0 bye
int(0)
int(0)
int(0)
int(0)
int(0)
int(0)
int(0)
int(0)
int(0)
ConnectionStatus: connectionevent string, statuscode int, description string
EndTransfer: direction int
Error: errorcode int, description string
Expand: address string
PITrail: direction int, message string
SSLServerAuthentication: certencoded string, certsubject string, certissuer string, status string, accept bool
SSLStatus: message string
StartTransfer: direction int
Transfer: direction int, bytestransferred int, percentdone int, text string
bool(true)
