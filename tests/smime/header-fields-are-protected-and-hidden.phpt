--TEST--
HeaderProtection puts the fields inside, and HeaderConfidentiality decides what stands outside (RFC 9788)
--SKIPIF--
<?php require __DIR__ . '/../skipif.inc'; require_program('openssl', 'openssl'); require_program('python3', 'python3'); ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

function protected_mail(string $policy, bool $encrypt = true): array
{
	$server = smtp_server(smtp_greeting() . smtp_transaction() . SMTP_QUIT);
	$m = mail_to('Bob Müller <bob@example.org>', $server)->setSubject('Angebot für Köln')
		->setOtherHeaders("Keywords: secret\r\nX-Own: 1\r\n")->setMessageDate('Sun, 22 Nov 2026 01:30:05 +0530');
	recipients(signer($m), 'bob')->doConfig('HeaderProtection=True');
	$m->doConfig("HeaderConfidentiality=$policy");
	$encrypt ? $m->doSignAndEncrypt() : $m->doSign();
	$shown = whole($m);
	$m->doSend();
	$m->doDisconnect();
	$mail = $server->message();
	echo $shown === $mail ? '' : "what was read is not what was sent\n";
	return [$mail, $encrypt ? openssl_decrypted($mail, certificates(), 'bob') : $mail];
}

function show(array $read, string ...$names): void
{
	foreach ($names as $name) {
		foreach ($read['fields'][$name] ?? [] as $value) {
			echo "  $name: $value\n";
		}
	}
}

foreach (['Baseline', 'Shy', 'None'] as $policy) {
	[$mail, $signed] = protected_mail($policy);
	echo "$policy, outside:\n";
	show(python_reads($mail), 'Date', 'To', 'Subject', 'Keywords', 'X-Own');
	$entity = openssl_verified($signed, certificates());
	$read = python_reads($entity);
	echo "inside:\n";
	show($read, 'Date', 'To', 'Subject', 'Keywords', 'X-Own');
	echo preg_replace('/<\w+@/', '<ID@', '  ' . implode("\n  ", $read['fields']['HP-Outer'])), "\n";
	echo "  $read[type] hp=$read[hp] $read[v1] display=$read[mark] ", json_encode($read['text'], JSON_UNESCAPED_UNICODE), "\n";
	preg_match('/^Message-Id: .*$/m', $mail, $id);
	var_dump(str_contains($entity, trim($id[0])), str_contains($entity, 'message/rfc822'), $read['defects'] === []);
}
[$mail, $signed] = protected_mail('Shy', false);
$read = python_reads(openssl_verified($signed, certificates()));
echo "signed only:\n";
show($read, 'To', 'Subject', 'HP-Outer');
show(python_reads($mail), 'Subject', 'Keywords');
echo "  $read[type] hp=$read[hp] $read[v1] ", json_encode($read['text']), "\n";
?>
--EXPECT--
Baseline, outside:
  Date: Sun, 22 Nov 2026 01:30:05 +0530
  To: Bob Müller <bob@example.org>
  Subject: [...]
  X-Own: 1
inside:
  Date: Sun, 22 Nov 2026 01:30:05 +0530
  To: Bob Müller <bob@example.org>
  Subject: Angebot für Köln
  Keywords: secret
  X-Own: 1
  Date: Sun, 22 Nov 2026 01:30:05 +0530
  From: alice@example.org
  To: Bob Müller <ID@example.org>
  Subject: [...]
  Message-Id: <ID@example.org>
  X-Own: 1
  text/plain hp=cipher v1 display=1 "Subject: Angebot für Köln\r\n\r\nHello Bob\r\n"
bool(true)
bool(false)
bool(true)
Shy, outside:
  Date: Sat, 21 Nov 2026 20:00:05 +0000
  To: bob@example.org
  Subject: [...]
  X-Own: 1
inside:
  Date: Sun, 22 Nov 2026 01:30:05 +0530
  To: Bob Müller <bob@example.org>
  Subject: Angebot für Köln
  Keywords: secret
  X-Own: 1
  Date: Sat, 21 Nov 2026 20:00:05 +0000
  From: alice@example.org
  To: bob@example.org
  Subject: [...]
  Message-Id: <ID@example.org>
  X-Own: 1
  text/plain hp=cipher v1 display=1 "Date: Sun, 22 Nov 2026 01:30:05 +0530\r\nTo: Bob Müller <bob@example.org>\r\nSubject: Angebot für Köln\r\n\r\nHello Bob\r\n"
bool(true)
bool(false)
bool(true)
None, outside:
  Date: Sun, 22 Nov 2026 01:30:05 +0530
  To: Bob Müller <bob@example.org>
  Subject: Angebot für Köln
  Keywords: secret
  X-Own: 1
inside:
  Date: Sun, 22 Nov 2026 01:30:05 +0530
  To: Bob Müller <bob@example.org>
  Subject: Angebot für Köln
  Keywords: secret
  X-Own: 1
  Date: Sun, 22 Nov 2026 01:30:05 +0530
  From: alice@example.org
  To: Bob Müller <ID@example.org>
  Subject: Angebot für Köln
  Message-Id: <ID@example.org>
  Keywords: secret
  X-Own: 1
  text/plain hp=cipher v1 display= "Hello Bob\r\n"
bool(true)
bool(false)
bool(true)
signed only:
  To: Bob Müller <bob@example.org>
  Subject: Angebot für Köln
  Subject: Angebot für Köln
  Keywords: secret
  text/plain hp=clear v1 "Hello Bob\r\n"
