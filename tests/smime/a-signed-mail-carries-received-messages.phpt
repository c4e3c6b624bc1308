--TEST--
A signed mail carries received messages: 8-bit parts are made fit and read the same, what is signed itself stays as it came
--SKIPIF--
<?php require __DIR__ . "/../skipif.inc"; ?>
--FILE--
<?php
require __DIR__ . '/smime.inc';

/* As a file of a mailbox has it: 8-bit, LF line ends, multiparts in each other, a message in it. */
$received = <<<"EML"
Return-Path: <zoe@example.net>
Received: from mx.example.net (mx.example.net [192.0.2.7])
 by mail.example.org with ESMTP id 4711; Mon, 2 Nov 2026 09:00:00 +0100
From: =?utf-8?Q?Zo=C3=AB?= <zoe@example.net>
To: alice@example.org
Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= with parts
Date: Mon, 2 Nov 2026 08:59:58 +0000
Message-ID: <one@example.net>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="out"
Content-Transfer-Encoding: 8bit

Of no meaning.
--out
Content-Type: multipart/alternative; boundary="in"
Content-Transfer-Encoding: 8bit

--in
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Gr\u{fc}\u{df}e aus K\u{f6}ln
.a dot, a blank at the end 
From here on
--in
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: 8bit

<p>Gr\xfc\xdfe</p>
--in--

--out
Content-Type: application/octet-stream; name="data.bin"
Content-Disposition: attachment; filename="data.bin"
Content-Transfer-Encoding: base64

AAECAwQF/v8NCg0K
--out
Content-Type: message/rfc822
Content-Transfer-Encoding: 8bit

From: yves@example.net
Subject: further in
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

d\u{e9}j\u{e0} vu
--out--
Of no meaning either.

EML;

function certificate(string $name, string $suffix): string
{
	return certificates() . "/$name.$suffix";
}

/** A message that carol signed, as openssl writes it: LF line ends. */
function signed_by_carol(string $entity): string
{
	$signed = run_program(['openssl', 'cms', '-sign', '-signer', certificate('carol', 'pem'), '-inkey', certificate('carol', 'key'),
		'-certfile', certificate('ca', 'pem')], str_replace("\n", "\r\n", $entity));
	return "From: carol@example.org\nTo: alice@example.org\nSubject: signed\nDate: Mon, 2 Nov 2026 08:00:00 +0000\n" . str_replace("\r\n", "\n", $signed);
}

function carrying(string $message): string
{
	return "--carry\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nSieh die Anlage, Gr\u{fc}\u{df}e\n"
		. "--carry\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename=\"received.eml\"\n\n$message\n--carry--\n";
}

/** Every field of the message and every part: type, parameters, decoded octets; of texts without regard to line ends. */
function message_reads(string $message): array
{
	$script = <<<'PYTHON'
	import sys, json, base64, email, email.policy
	def walk(m):
	    fields = [[k, str(v)] for k, v in m.items() if k.lower() not in ("content-transfer-encoding",)]
	    at = {"fields": fields, "type": m.get_content_type(), "defects": [str(d) for d in m.defects]}
	    if m.is_multipart():
	        at["parts"] = [walk(p) for p in m.iter_parts()] if m.get_content_maintype() == "multipart" else [walk(m.get_payload(0))]
	    else:
	        octets = m.get_payload(decode=True)
	        if m.get_content_maintype() == "text":
	            at["text"] = m.get_content().replace("\r\n", "\n")
	            octets = octets.replace(b"\r\n", b"\n")
	        at["octets"] = base64.b64encode(octets).decode()
	    return at
	print(json.dumps(walk(email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default))))
	PYTHON;
	return json_decode(run_program(['python3', '-c', $script], $message), true) ?? [];
}

/** The attached message as it stands in the content that was signed. */
function attached(string $content): string
{
	[, , $part] = explode('--carry', $content);
	return preg_replace('/\r\n$/D', '', explode("\r\n\r\n", $part, 2)[1]);
}

function send_carrying(string $message, callable $protect): ?string
{
	$server = smtp_server(smtp_greeting('PIPELINING') . smtp_transaction() . SMTP_QUIT);
	$m = mail_to('bob@example.org', $server);
	$m->setOtherHeaders("Content-Type: multipart/mixed; boundary=\"carry\"\r\n")->setMessageText(carrying($message));
	$protect(signer($m));
	$m->doSend();
	$m->doDisconnect();
	$server->wait();
	return $server->message();
}

$ways = [
	'Sign' => fn ($m) => $m->doSign(),
	'Sign, opaque' => fn ($m) => $m->setDetachedSignature(false)->doSign(),
	'Protection' => fn ($m) => $m->setProtection(SSMTP::SIGN),
	'SignAndEncrypt' => fn ($m) => recipients($m, 'bob')->doSignAndEncrypt(),
];
$from_carol = signed_by_carol("Content-Type: multipart/mixed; boundary=\"x\"\n\n--x\nContent-Type: text/plain\n\nseven bits\n"
	. "--x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nGr=C3=BC=C3=9Fe=20\n--x--\n");
var_dump(count(message_reads($received)['parts']), openssl_verified($from_carol, certificates()) !== null);

foreach ($ways as $way => $protect) {
	foreach (['received' => $received, 'signed itself' => $from_carol] as $what => $message) {
		$mail = send_carrying($message, $protect);
		$mail = $way === 'SignAndEncrypt' ? openssl_decrypted($mail, certificates(), 'bob') : $mail;
		$content = openssl_verified($mail, certificates());
		$inside = attached($content ?? '');
		echo "$way, $what: ", json_encode([
			'verified' => $content !== null,
			'7-bit' => preg_match('/[\x80-\xff]/', $mail) === 0,
			'CRLF' => preg_match('/(?<!\r)\n|\r(?!\n)/', $content ?? '') === 0,
			'reads the same' => message_reads($inside) === message_reads($message),
			'octets' => $inside === str_replace("\n", "\r\n", rtrim($message, "\n")) || $inside === str_replace("\n", "\r\n", $message),
		]), "\n";
		if ($what === 'signed itself') {
			echo '  its own signature: ', json_encode(openssl_verified($inside, certificates()) !== null), "\n";
		}
	}
}

/* What is signed and needs eight bits cannot be made fit without breaking it: the error says so, and nothing leaves. */
$eight = signed_by_carol("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nGr\u{fc}\u{df}e\n");
var_dump(openssl_verified($eight, certificates()) !== null);
$m = mail_to();
$m->setOtherHeaders("Content-Type: multipart/mixed; boundary=\"carry\"\r\n")->setMessageText(carrying($eight));
echo outcome(fn () => signer($m)->doSign()), "\n", code(fn () => $m->doSend()), "\n";
?>
--EXPECT--
int(3)
bool(true)
Sign, received: {"verified":true,"7-bit":true,"CRLF":true,"reads the same":true,"octets":false}
Sign, signed itself: {"verified":true,"7-bit":true,"CRLF":true,"reads the same":true,"octets":true}
  its own signature: true
Sign, opaque, received: {"verified":true,"7-bit":true,"CRLF":true,"reads the same":true,"octets":false}
Sign, opaque, signed itself: {"verified":true,"7-bit":true,"CRLF":true,"reads the same":true,"octets":true}
  its own signature: true
Protection, received: {"verified":true,"7-bit":true,"CRLF":true,"reads the same":true,"octets":false}
Protection, signed itself: {"verified":true,"7-bit":true,"CRLF":true,"reads the same":true,"octets":true}
  its own signature: true
SignAndEncrypt, received: {"verified":true,"7-bit":true,"CRLF":true,"reads the same":true,"octets":false}
SignAndEncrypt, signed itself: {"verified":true,"7-bit":true,"CRLF":true,"reads the same":true,"octets":true}
  its own signature: true
bool(true)
10022: Part 2 (multipart/signed) has octets above 127, NUL or lines above 998 octets, and nobody but its maker may encode it: attach it as application/octet-stream in base64.
211