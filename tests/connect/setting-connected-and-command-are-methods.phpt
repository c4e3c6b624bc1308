--TEST--
Setting Connected connects and disconnects, setting Command sends a command
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; ?>
--FILE--
<?php
require __DIR__ . '/../client.inc';

$server = smtp_server(smtp_greeting() . "C: NOOP now\nS: 250 2.0.0 done\nC: HELP\nS: 502 5.5.1 no help\n" . SMTP_QUIT);
$m = client($server);
echo code(fn () => $m->setCommand('NOOP')), ' ', ssmtp_set($m, 10, 'NOOP'), "\n";
var_dump($m->setConnected(true) === $m, $m->getConnected());
$m->setConnected('yes');
$m->setCommand('NOOP now');
echo $m->getLastReply(), "\n";
echo ssmtp_do_sendcommand($m, 'HELP'), ' ', $m->getLastReply(), "\n";
echo code(fn () => $m->setCommand("NOOP\r\nQUIT")), ' ', ssmtp_do_sendcommand($m, "NOOP\n"), ' ', ssmtp_do_sendcommand($m, ''), "\n";
echo ssmtp_set($m, 11, false), ' ', ssmtp_set($m, 11, 'perhaps'), "\n";
var_dump($m->getConnected(), ssmtp_get($m, 10));
echo $server->wait();
?>
--EXPECT--
1117 1117
bool(true)
bool(true)
250 2.0.0 done
0 502 5.5.1 no help
10022 10022 10022
0 10022
bool(false)
string(0) ""
S: 220 mx.example.com ready
C: EHLO client.example.org
S: 250 mx.example.com
C: NOOP now
S: 250 2.0.0 done
C: HELP
S: 502 5.5.1 no help
C: QUIT
S: 221 2.0.0 bye
(client closed)
