--TEST--
Refused recipients stop the message or are reported, as StopOnToErrors, StopOnCcErrors and StopOnBccErrors say
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

const RCPT = "C: RCPT TO:<*>\nS: 250 2.1.5 ok\n";
const REFUSED = "C: RCPT TO:<nobody@*>\nS: 550 5.1.1 no such user here\n";
const SENT = "C: DATA\nS: 354 go ahead\ndata\nS: 250 2.0.0 Ok: queued as 4XyZ1q\n" . SMTP_QUIT;
const STOPPED = "C: RSET\nS: 250 2.0.0 ok\nany\n";

function attempt(array $recipients, string $script, string $config = ''): void
{
	by_both_interfaces(function (callable $do, string $interface) use ($recipients, $script, $config) {
		$server = smtp_server(smtp_greeting() . "C: MAIL FROM:<*>\nS: 250 2.1.0 ok\n" . $script);
		$m = client($server);
		foreach ($recipients as $setter => $value) {
			$m->{"set$setter"}($value);
		}
		if ($config !== '') {
			$m->doConfig($config);
		}
		$m->on('Error', function (array $param) {
			echo "  Error {$param['errorcode']}: {$param['description']}\n";
		});
		echo $interface, ' ', json_encode($recipients), " $config\n";
		echo '  ', $do($m, 'Send'), ' ', $m->lastError(), "\n";
		$report = $m->getDeliveryReport();
		foreach ($report['recipients'] as $r) {
			echo "  {$r['type']} {$r['address']}: {$r['fate']} {$r['replycode']} {$r['enhancedcode']} {$r['text']}\n";
		}
		$m->doDisconnect();
		echo '  ', $report['queueid'], ' ', str_contains($server->wait(), '!!') ? $server->wait() : $server->messages() . ' message', "\n";
	});
}

attempt(['SendTo' => 'nobody@example.com, ann@example.com'], REFUSED . STOPPED);
attempt(['SendTo' => 'nobody@example.com, ann@example.com'], REFUSED . RCPT . SENT, 'StopOnToErrors=False');
attempt(['Cc' => 'nobody@example.com'], RCPT . REFUSED . STOPPED);
attempt(['Cc' => 'nobody@example.com'], RCPT . REFUSED . SENT, 'StopOnCcErrors=False');
attempt(['BCc' => 'nobody@example.com'], RCPT . REFUSED . SENT);
attempt(['BCc' => 'nobody@example.com'], RCPT . REFUSED . STOPPED, 'StopOnBccErrors=True');
attempt(['SendTo' => 'nobody@example.com'], REFUSED . STOPPED, 'StopOnToErrors=False');
?>
--EXPECT--
class {"SendTo":"nobody@example.com, ann@example.com"} 
  161 SMTP protocol error: 550 5.1.1 no such user here (reply to RCPT TO:<nobody@example.com>)
  0 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
  0 ann@example.com: not tried 0  
   0 message
functions {"SendTo":"nobody@example.com, ann@example.com"} 
  161 SMTP protocol error: 550 5.1.1 no such user here (reply to RCPT TO:<nobody@example.com>)
  0 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
  0 ann@example.com: not tried 0  
   0 message
class {"SendTo":"nobody@example.com, ann@example.com"} StopOnToErrors=False
    Error 161: SMTP protocol error: RCPT TO:<nobody@example.com> refused: 550 5.1.1 no such user here
0 
  0 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
  0 ann@example.com: delivered 250 2.1.5 250 2.1.5 ok
  4XyZ1q 1 message
functions {"SendTo":"nobody@example.com, ann@example.com"} StopOnToErrors=False
    Error 161: SMTP protocol error: RCPT TO:<nobody@example.com> refused: 550 5.1.1 no such user here
0 
  0 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
  0 ann@example.com: delivered 250 2.1.5 250 2.1.5 ok
  4XyZ1q 1 message
class {"Cc":"nobody@example.com"} 
  161 SMTP protocol error: 550 5.1.1 no such user here (reply to RCPT TO:<nobody@example.com>)
  0 recipient@example.com: accepted 250 2.1.5 250 2.1.5 ok
  1 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
   0 message
functions {"Cc":"nobody@example.com"} 
  161 SMTP protocol error: 550 5.1.1 no such user here (reply to RCPT TO:<nobody@example.com>)
  0 recipient@example.com: accepted 250 2.1.5 250 2.1.5 ok
  1 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
   0 message
class {"Cc":"nobody@example.com"} StopOnCcErrors=False
    Error 161: SMTP protocol error: RCPT TO:<nobody@example.com> refused: 550 5.1.1 no such user here
0 
  0 recipient@example.com: delivered 250 2.1.5 250 2.1.5 ok
  1 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
  4XyZ1q 1 message
functions {"Cc":"nobody@example.com"} StopOnCcErrors=False
    Error 161: SMTP protocol error: RCPT TO:<nobody@example.com> refused: 550 5.1.1 no such user here
0 
  0 recipient@example.com: delivered 250 2.1.5 250 2.1.5 ok
  1 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
  4XyZ1q 1 message
class {"BCc":"nobody@example.com"} 
    Error 161: SMTP protocol error: RCPT TO:<nobody@example.com> refused: 550 5.1.1 no such user here
0 
  0 recipient@example.com: delivered 250 2.1.5 250 2.1.5 ok
  2 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
  4XyZ1q 1 message
functions {"BCc":"nobody@example.com"} 
    Error 161: SMTP protocol error: RCPT TO:<nobody@example.com> refused: 550 5.1.1 no such user here
0 
  0 recipient@example.com: delivered 250 2.1.5 250 2.1.5 ok
  2 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
  4XyZ1q 1 message
class {"BCc":"nobody@example.com"} StopOnBccErrors=True
  161 SMTP protocol error: 550 5.1.1 no such user here (reply to RCPT TO:<nobody@example.com>)
  0 recipient@example.com: accepted 250 2.1.5 250 2.1.5 ok
  2 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
   0 message
functions {"BCc":"nobody@example.com"} StopOnBccErrors=True
  161 SMTP protocol error: 550 5.1.1 no such user here (reply to RCPT TO:<nobody@example.com>)
  0 recipient@example.com: accepted 250 2.1.5 250 2.1.5 ok
  2 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
   0 message
class {"SendTo":"nobody@example.com"} StopOnToErrors=False
    Error 161: SMTP protocol error: RCPT TO:<nobody@example.com> refused: 550 5.1.1 no such user here
161 SMTP protocol error: 550 5.1.1 no such user here (reply to RCPT TO:<nobody@example.com>)
  0 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
   0 message
functions {"SendTo":"nobody@example.com"} StopOnToErrors=False
    Error 161: SMTP protocol error: RCPT TO:<nobody@example.com> refused: 550 5.1.1 no such user here
161 SMTP protocol error: 550 5.1.1 no such user here (reply to RCPT TO:<nobody@example.com>)
  0 nobody@example.com: refused 550 5.1.1 550 5.1.1 no such user here
   0 message
