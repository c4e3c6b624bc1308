<?php

/**
 * The PHP surface of ssmtp. Hand-written but for the marked regions, which
 * scripts/gen_settings.php fills from settings.def, error.def, operations.def
 * and events.def. scripts/gen_arginfo.sh makes ssmtp_arginfo.h of it.
 *
 * @generate-class-entries
 * @generate-function-entries
 */

// <constants> written by scripts/gen_settings.php
/**
 * AUTH LOGIN, or PLAIN where LOGIN is not offered
 * @var int
 */
const SSMTP_AM_USER_PASSWORD = 0;
/**
 * AUTH CRAM-MD5
 * @var int
 */
const SSMTP_AM_CRAMMD5 = 1;
/**
 * AUTH NTLM
 * @var int
 */
const SSMTP_AM_NTLM = 2;
/**
 * a POP mechanism: a log-in fails with error 211
 * @var int
 */
const SSMTP_AM_APOP = 3;
/**
 * AUTH PLAIN
 * @var int
 */
const SSMTP_AM_SASLPLAIN = 4;
/**
 * AUTH DIGEST-MD5
 * @var int
 */
const SSMTP_AM_SASLDIGEST_MD5 = 5;
/**
 * AUTH GSSAPI
 * @var int
 */
const SSMTP_AM_KERBEROS = 6;
/**
 * AUTH XOAUTH2
 * @var int
 */
const SSMTP_AM_XOAUTH2 = 7;
/**
 * AUTH SCRAM-SHA-1, -PLUS where offered under TLS
 * @var int
 */
const SSMTP_AM_SCRAM_SHA1 = 8;
/**
 * AUTH SCRAM-SHA-256, -PLUS where offered under TLS
 * @var int
 */
const SSMTP_AM_SCRAM_SHA256 = 9;
/**
 * AUTH OAUTHBEARER
 * @var int
 */
const SSMTP_AM_OAUTHBEARER = 10;
/**
 * AUTH EXTERNAL
 * @var int
 */
const SSMTP_AM_EXTERNAL = 11;
/**
 * the strongest mechanism that both sides have
 * @var int
 */
const SSMTP_AM_AUTO = 99;
/**
 * direct connection
 * @var int
 */
const SSMTP_FW_NONE = 0;
/**
 * HTTP proxy with CONNECT, port 80
 * @var int
 */
const SSMTP_FW_TUNNEL = 1;
/**
 * SOCKS 4, port 1080
 * @var int
 */
const SSMTP_FW_SOCKS4 = 2;
/**
 * SOCKS 5, port 1080
 * @var int
 */
const SSMTP_FW_SOCKS5 = 3;
/**
 * SOCKS 4A, port 1080
 * @var int
 */
const SSMTP_FW_SOCKS4A = 10;
/**
 * no field
 * @var int
 */
const SSMTP_MI_UNSPECIFIED = 0;
/**
 * High
 * @var int
 */
const SSMTP_MI_HIGH = 1;
/**
 * Normal
 * @var int
 */
const SSMTP_MI_NORMAL = 2;
/**
 * Low
 * @var int
 */
const SSMTP_MI_LOW = 3;
/**
 * no field
 * @var int
 */
const SSMTP_EP_UNSPECIFIED = 0;
/**
 * normal
 * @var int
 */
const SSMTP_EP_NORMAL = 1;
/**
 * urgent
 * @var int
 */
const SSMTP_EP_URGENT = 2;
/**
 * non-urgent
 * @var int
 */
const SSMTP_EP_NON_URGENT = 3;
/**
 * sign the message; with ENCRYPT both
 * @var int
 */
const SSMTP_SIGN = 1;
/**
 * encrypt the message; with SIGN both
 * @var int
 */
const SSMTP_ENCRYPT = 2;
/**
 * no field
 * @var int
 */
const SSMTP_ES_UNSPECIFIED = 0;
/**
 * Personal
 * @var int
 */
const SSMTP_ES_PERSONAL = 1;
/**
 * Private
 * @var int
 */
const SSMTP_ES_PRIVATE = 2;
/**
 * Company-Confidential
 * @var int
 */
const SSMTP_ES_COMPANY_CONFIDENTIAL = 3;
/**
 * To
 * @var int
 */
const SSMTP_RT_TO = 0;
/**
 * Cc
 * @var int
 */
const SSMTP_RT_CC = 1;
/**
 * BCc
 * @var int
 */
const SSMTP_RT_BCC = 2;
/**
 * the user's certificates
 * @var int
 */
const SSMTP_CST_USER = 0;
/**
 * the machine's certificates
 * @var int
 */
const SSMTP_CST_MACHINE = 1;
/**
 * PKCS#12 file
 * @var int
 */
const SSMTP_CST_PFXFILE = 2;
/**
 * PKCS#12 octets or base64
 * @var int
 */
const SSMTP_CST_PFXBLOB = 3;
/**
 * Java key store file
 * @var int
 */
const SSMTP_CST_JKSFILE = 4;
/**
 * Java key store octets
 * @var int
 */
const SSMTP_CST_JKSBLOB = 5;
/**
 * PEM file with key and certificates
 * @var int
 */
const SSMTP_CST_PEMKEY_FILE = 6;
/**
 * PEM text with key and certificates
 * @var int
 */
const SSMTP_CST_PEMKEY_BLOB = 7;
/**
 * file of certificates
 * @var int
 */
const SSMTP_CST_PUBLIC_KEY_FILE = 8;
/**
 * certificates
 * @var int
 */
const SSMTP_CST_PUBLIC_KEY_BLOB = 9;
/**
 * SSH public key
 * @var int
 */
const SSMTP_CST_SSHPUBLIC_KEY_BLOB = 10;
/**
 * PKCS#7 certificates in a file
 * @var int
 */
const SSMTP_CST_P7BFILE = 11;
/**
 * PKCS#7 certificates
 * @var int
 */
const SSMTP_CST_P7BBLOB = 12;
/**
 * SSH public key file
 * @var int
 */
const SSMTP_CST_SSHPUBLIC_KEY_FILE = 13;
/**
 * PuTTY key file
 * @var int
 */
const SSMTP_CST_PPKFILE = 14;
/**
 * PuTTY key
 * @var int
 */
const SSMTP_CST_PPKBLOB = 15;
/**
 * XML key file
 * @var int
 */
const SSMTP_CST_XMLFILE = 16;
/**
 * XML key
 * @var int
 */
const SSMTP_CST_XMLBLOB = 17;
/**
 * JSON web key file
 * @var int
 */
const SSMTP_CST_JWKFILE = 18;
/**
 * JSON web key
 * @var int
 */
const SSMTP_CST_JWKBLOB = 19;
/**
 * as CST_PKCS11
 * @var int
 */
const SSMTP_CST_SECURITY_KEY = 20;
/**
 * Bouncy Castle key store file
 * @var int
 */
const SSMTP_CST_BCFKSFILE = 21;
/**
 * Bouncy Castle key store
 * @var int
 */
const SSMTP_CST_BCFKSBLOB = 22;
/**
 * pkcs11: URI, password is the PIN
 * @var int
 */
const SSMTP_CST_PKCS11 = 23;
/**
 * recognised by its content
 * @var int
 */
const SSMTP_CST_AUTO = 99;
/**
 * explicit on ports 25 and 587, else implicit
 * @var int
 */
const SSMTP_SSL_AUTOMATIC = 0;
/**
 * handshake directly after connecting
 * @var int
 */
const SSMTP_SSL_IMPLICIT = 1;
/**
 * STARTTLS before anything else
 * @var int
 */
const SSMTP_SSL_EXPLICIT = 2;
/**
 * no TLS
 * @var int
 */
const SSMTP_SSL_NONE = 3;
/**
 * STARTTLS when StartTLS is called
 * @var int
 */
const SSMTP_SSL_EXPLICIT_MANUAL = 4;
/**
 * OpenSSL
 * @var int
 */
const SSMTP_SSLP_AUTOMATIC = 0;
/**
 * OpenSSL
 * @var int
 */
const SSMTP_SSLP_PLATFORM = 1;
/**
 * does not exist: error 270
 * @var int
 */
const SSMTP_SSLP_INTERNAL = 2;
/**
 * Internal error: a resource is exhausted or the random generator failed.
 * @var int
 */
const SSMTP_ERR_INTERNAL = 1;
/**
 * The remote port cannot be changed while connected.
 * @var int
 */
const SSMTP_ERR_PORT_WHILE_CONNECTED = 100;
/**
 * The remote host cannot be changed while connected.
 * @var int
 */
const SSMTP_ERR_HOST_WHILE_CONNECTED = 101;
/**
 * The remote host address must not be 0.0.0.0.
 * @var int
 */
const SSMTP_ERR_WILDCARD_ADDRESS = 102;
/**
 * Already connected.
 * @var int
 */
const SSMTP_ERR_ALREADY_CONNECTED = 104;
/**
 * The local port cannot be changed while connected.
 * @var int
 */
const SSMTP_ERR_LOCAL_PORT_WHILE_CONNECTED = 106;
/**
 * The local host cannot be changed while connected.
 * @var int
 */
const SSMTP_ERR_LOCAL_HOST_WHILE_CONNECTED = 107;
/**
 * MaxLineLength cannot be changed while connected.
 * @var int
 */
const SSMTP_ERR_MAX_LINE_LENGTH_WHILE_CONNECTED = 112;
/**
 * The remote port must not be zero.
 * @var int
 */
const SSMTP_ERR_PORT_ZERO = 116;
/**
 * UseConnection cannot be changed while active.
 * @var int
 */
const SSMTP_ERR_USE_CONNECTION = 117;
/**
 * Firewall error.
 * @var int
 */
const SSMTP_ERR_FIREWALL = 118;
/**
 * The operation would block.
 * @var int
 */
const SSMTP_ERR_WOULD_BLOCK = 135;
/**
 * SMTP protocol error.
 * @var int
 */
const SSMTP_ERR_PROTOCOL = 161;
/**
 * Error communicating with the server.
 * @var int
 */
const SSMTP_ERR_COMMUNICATION = 162;
/**
 * No MailServer is set.
 * @var int
 */
const SSMTP_ERR_NO_MAIL_SERVER = 163;
/**
 * No sender is set: From is empty.
 * @var int
 */
const SSMTP_ERR_NO_SENDER = 164;
/**
 * No recipient is set: SendTo, Cc and BCc are empty.
 * @var int
 */
const SSMTP_ERR_NO_RECIPIENT = 165;
/**
 * Busy with another method.
 * @var int
 */
const SSMTP_ERR_BUSY = 166;
/**
 * Timeout.
 * @var int
 */
const SSMTP_ERR_TIMEOUT = 201;
/**
 * The action is impossible in this state.
 * @var int
 */
const SSMTP_ERR_INVALID_STATE = 211;
/**
 * The action is impossible while not connected.
 * @var int
 */
const SSMTP_ERR_NOT_CONNECTED = 212;
/**
 * The action is impossible while listening.
 * @var int
 */
const SSMTP_ERR_LISTENING = 213;
/**
 * The security library cannot be loaded.
 * @var int
 */
const SSMTP_ERR_SECURITY_LIBRARY = 270;
/**
 * The certificate store cannot be opened.
 * @var int
 */
const SSMTP_ERR_CERT_STORE = 271;
/**
 * The certificate was not found.
 * @var int
 */
const SSMTP_ERR_CERT_NOT_FOUND = 272;
/**
 * The security credentials cannot be acquired.
 * @var int
 */
const SSMTP_ERR_CREDENTIALS = 273;
/**
 * The certificate chain was not found.
 * @var int
 */
const SSMTP_ERR_CHAIN_NOT_FOUND = 274;
/**
 * The certificate chain cannot be verified.
 * @var int
 */
const SSMTP_ERR_CHAIN_NOT_VERIFIED = 275;
/**
 * TLS handshake error.
 * @var int
 */
const SSMTP_ERR_HANDSHAKE = 276;
/**
 * The server certificate was not accepted.
 * @var int
 */
const SSMTP_ERR_CERT_VERIFY = 280;
/**
 * No client certificate was found.
 * @var int
 */
const SSMTP_ERR_CLIENT_CERT = 281;
/**
 * No server certificate was found.
 * @var int
 */
const SSMTP_ERR_SERVER_CERT = 282;
/**
 * Error encrypting data.
 * @var int
 */
const SSMTP_ERR_ENCRYPTING_DATA = 283;
/**
 * Error decrypting data.
 * @var int
 */
const SSMTP_ERR_DECRYPTING_DATA = 284;
/**
 * The operation was interrupted.
 * @var int
 */
const SSMTP_ERR_INTERRUPTED = 301;
/**
 * The stream or attached file cannot be read.
 * @var int
 */
const SSMTP_ERR_STREAM = 302;
/**
 * The file cannot be opened.
 * @var int
 */
const SSMTP_ERR_FILE = 303;
/**
 * The string cannot be converted to the code page or character set.
 * @var int
 */
const SSMTP_ERR_CODE_PAGE = 434;
/**
 * Already connecting.
 * @var int
 */
const SSMTP_ERR_CONNECTING = 1105;
/**
 * Not connected: connect first.
 * @var int
 */
const SSMTP_ERR_CONNECT_FIRST = 1117;
/**
 * The local host cannot be changed while connected (duplicate of 107).
 * @var int
 */
const SSMTP_ERR_LOCAL_HOST_CONNECTED = 1119;
/**
 * The connection was dropped by the remote host.
 * @var int
 */
const SSMTP_ERR_DROPPED = 1120;
/**
 * Interrupted system call.
 * @var int
 */
const SSMTP_ERR_INTR = 10004;
/**
 * Bad file number.
 * @var int
 */
const SSMTP_ERR_BADF = 10009;
/**
 * Access denied.
 * @var int
 */
const SSMTP_ERR_ACCES = 10013;
/**
 * Bad address.
 * @var int
 */
const SSMTP_ERR_FAULT = 10014;
/**
 * Invalid argument.
 * @var int
 */
const SSMTP_ERR_INVAL = 10022;
/**
 * Too many open files.
 * @var int
 */
const SSMTP_ERR_MFILE = 10024;
/**
 * Operation would block.
 * @var int
 */
const SSMTP_ERR_WOULDBLOCK = 10035;
/**
 * Operation now in progress.
 * @var int
 */
const SSMTP_ERR_INPROGRESS = 10036;
/**
 * Operation already in progress.
 * @var int
 */
const SSMTP_ERR_ALREADY = 10037;
/**
 * Socket operation on non-socket.
 * @var int
 */
const SSMTP_ERR_NOTSOCK = 10038;
/**
 * Destination address required.
 * @var int
 */
const SSMTP_ERR_DESTADDRREQ = 10039;
/**
 * Message too long.
 * @var int
 */
const SSMTP_ERR_MSGSIZE = 10040;
/**
 * Protocol wrong type for socket.
 * @var int
 */
const SSMTP_ERR_PROTOTYPE = 10041;
/**
 * Bad protocol option.
 * @var int
 */
const SSMTP_ERR_NOPROTOOPT = 10042;
/**
 * Protocol not supported.
 * @var int
 */
const SSMTP_ERR_PROTONOSUPPORT = 10043;
/**
 * Socket type not supported.
 * @var int
 */
const SSMTP_ERR_SOCKTNOSUPPORT = 10044;
/**
 * Operation not supported.
 * @var int
 */
const SSMTP_ERR_OPNOTSUPP = 10045;
/**
 * Protocol family not supported.
 * @var int
 */
const SSMTP_ERR_PFNOSUPPORT = 10046;
/**
 * Address family not supported.
 * @var int
 */
const SSMTP_ERR_AFNOSUPPORT = 10047;
/**
 * Address already in use.
 * @var int
 */
const SSMTP_ERR_ADDRINUSE = 10048;
/**
 * Cannot assign requested address.
 * @var int
 */
const SSMTP_ERR_ADDRNOTAVAIL = 10049;
/**
 * Network is down.
 * @var int
 */
const SSMTP_ERR_NETDOWN = 10050;
/**
 * Network is unreachable.
 * @var int
 */
const SSMTP_ERR_NETUNREACH = 10051;
/**
 * Network dropped connection on reset.
 * @var int
 */
const SSMTP_ERR_NETRESET = 10052;
/**
 * Software caused connection abort.
 * @var int
 */
const SSMTP_ERR_CONNABORTED = 10053;
/**
 * Connection reset by peer.
 * @var int
 */
const SSMTP_ERR_CONNRESET = 10054;
/**
 * No buffer space available.
 * @var int
 */
const SSMTP_ERR_NOBUFS = 10055;
/**
 * Socket is already connected.
 * @var int
 */
const SSMTP_ERR_ISCONN = 10056;
/**
 * Socket is not connected.
 * @var int
 */
const SSMTP_ERR_NOTCONN = 10057;
/**
 * Cannot send after socket shutdown.
 * @var int
 */
const SSMTP_ERR_SHUTDOWN = 10058;
/**
 * Too many references.
 * @var int
 */
const SSMTP_ERR_TOOMANYREFS = 10059;
/**
 * Connection timed out.
 * @var int
 */
const SSMTP_ERR_TIMEDOUT = 10060;
/**
 * Connection refused.
 * @var int
 */
const SSMTP_ERR_CONNREFUSED = 10061;
/**
 * Too many levels of symbolic links.
 * @var int
 */
const SSMTP_ERR_LOOP = 10062;
/**
 * File name too long.
 * @var int
 */
const SSMTP_ERR_NAMETOOLONG = 10063;
/**
 * Host is down.
 * @var int
 */
const SSMTP_ERR_HOSTDOWN = 10064;
/**
 * No route to host.
 * @var int
 */
const SSMTP_ERR_HOSTUNREACH = 10065;
/**
 * Directory not empty.
 * @var int
 */
const SSMTP_ERR_NOTEMPTY = 10066;
/**
 * Too many processes.
 * @var int
 */
const SSMTP_ERR_PROCLIM = 10067;
/**
 * Too many users.
 * @var int
 */
const SSMTP_ERR_USERS = 10068;
/**
 * Disc quota exceeded.
 * @var int
 */
const SSMTP_ERR_DQUOT = 10069;
/**
 * Stale NFS file handle.
 * @var int
 */
const SSMTP_ERR_STALE = 10070;
/**
 * Too many levels of remote in path.
 * @var int
 */
const SSMTP_ERR_REMOTE = 10071;
/**
 * Network subsystem is unavailable.
 * @var int
 */
const SSMTP_ERR_SYSNOTREADY = 10091;
/**
 * Winsock version out of range.
 * @var int
 */
const SSMTP_ERR_VERNOTSUPPORTED = 10092;
/**
 * Winsock not loaded.
 * @var int
 */
const SSMTP_ERR_NOTINITIALISED = 10093;
/**
 * Invalid recipient index.
 * @var int
 */
const SSMTP_ERR_RECIPIENT_INDEX = 10191;
/**
 * Certificate or message decoding error.
 * @var int
 */
const SSMTP_ERR_DECODING = 10192;
/**
 * Unexpected message type.
 * @var int
 */
const SSMTP_ERR_MESSAGE_TYPE = 10193;
/**
 * Unsupported algorithm.
 * @var int
 */
const SSMTP_ERR_ALGORITHM = 10194;
/**
 * The message has no signer.
 * @var int
 */
const SSMTP_ERR_NO_SIGNER = 10195;
/**
 * The signature cannot be verified.
 * @var int
 */
const SSMTP_ERR_SIGNATURE = 10196;
/**
 * No suitable decryption certificate.
 * @var int
 */
const SSMTP_ERR_NO_DECRYPTION_CERT = 10197;
/**
 * The signer certificate was not found.
 * @var int
 */
const SSMTP_ERR_SIGNER_CERT = 10198;
/**
 * No signing certificate with a private key is selected.
 * @var int
 */
const SSMTP_ERR_NO_SIGNING_CERT = 10199;
/**
 * The certificate is not the required one.
 * @var int
 */
const SSMTP_ERR_WRONG_CERT = 10201;
/**
 * No recipient certificate was added.
 * @var int
 */
const SSMTP_ERR_NO_RECIPIENT_CERT = 10202;
/**
 * The cryptographic operation failed.
 * @var int
 */
const SSMTP_ERR_NO_PROVIDER = 10221;
/**
 * Type validation error.
 * @var int
 */
const SSMTP_ERR_TYPE_VALIDATION = 10222;
/**
 * Unsupported key type or size.
 * @var int
 */
const SSMTP_ERR_KEY_SIZE = 10223;
/**
 * Unrecognised content type identifier.
 * @var int
 */
const SSMTP_ERR_CONTENT_TYPE = 10224;
/**
 * Unrecognised public key format.
 * @var int
 */
const SSMTP_ERR_PUBLIC_KEY_FORMAT = 10225;
/**
 * No choice given.
 * @var int
 */
const SSMTP_ERR_NO_CHOICE = 10226;
/**
 * The output stream is missing.
 * @var int
 */
const SSMTP_ERR_OUTPUT_STREAM = 10228;
/**
 * Invalid part index or certificate decoding error.
 * @var int
 */
const SSMTP_ERR_PART_INDEX = 10280;
/**
 * Unknown MIME type.
 * @var int
 */
const SSMTP_ERR_MIME_TYPE = 10281;
/**
 * No MIME boundary.
 * @var int
 */
const SSMTP_ERR_NO_BOUNDARY = 10283;
/**
 * Host not found.
 * @var int
 */
const SSMTP_ERR_HOST_NOT_FOUND = 11001;
/**
 * Host not found, try again.
 * @var int
 */
const SSMTP_ERR_TRY_AGAIN = 11002;
/**
 * Non-recoverable name server error.
 * @var int
 */
const SSMTP_ERR_NO_RECOVERY = 11003;
/**
 * Valid name, no data record for the requested type.
 * @var int
 */
const SSMTP_ERR_NO_DATA = 11004;
// </constants>

/** Same as new SSMTP(): one handle serves both interfaces. */
function ssmtp_open(?string $licence = null): SSMTP {}

/** Disconnects, errors ignored; the handle cannot be used afterwards. */
function ssmtp_close(SSMTP $handle): int {}

/** Property $id, of entry $index where the property is indexed; null with the last error set when there is none. */
function ssmtp_get(SSMTP $handle, int $id, int $index = 0): string|int|bool|null {}

/** (handle, id, value) or (handle, id, index, value). */
function ssmtp_set(SSMTP $handle, int $id, #[\SensitiveParameter] mixed $index_or_value,
	#[\SensitiveParameter] mixed $value = UNKNOWN): int {}

/** null removes what was registered; what cannot be called is error 10022, as the reference interface has it. */
function ssmtp_register_callback(SSMTP $handle, int $id, mixed $callback): int {}

/**
 * Who gives the access token when XOAUTH2 or OAUTHBEARER logs in: function (string $user, bool $refused): string.
 * It is called a second time, with $refused true, when the server refused the first token; null removes it.
 */
function ssmtp_set_token_provider(SSMTP $handle, ?callable $provider): int {}

function ssmtp_get_last_error(SSMTP $handle): string {}

function ssmtp_get_last_error_code(SSMTP $handle): int {}

/** Fate of every recipient of the last mail transaction. */
function ssmtp_get_delivery_report(SSMTP $handle): array {}

// <operations> written by scripts/gen_settings.php
/** Opens the connection: TLS and log-in as they are set. */
function ssmtp_do_connect(SSMTP $handle): int {}

/** Says QUIT and closes the connection; without one it does nothing. */
function ssmtp_do_disconnect(SSMTP $handle): int {}

/** Notices what the server said or did meanwhile. */
function ssmtp_do_doevents(SSMTP $handle): int {}

/** STARTTLS on an open connection with SSLStartMode 4, then the log-in. */
function ssmtp_do_starttls(SSMTP $handle): int {}

/** Sends the message; connects before, and disconnects behind it, where there is no connection. */
function ssmtp_do_send(SSMTP $handle): int {}

/** Sends the message by SOML; needs AllowExtensions. */
function ssmtp_do_sendtoterminaloremail(SSMTP $handle): int {}

/** Sends the message by SEND; needs AllowExtensions. */
function ssmtp_do_sendtoterminalonly(SSMTP $handle): int {}

/** Sends the message by SAML; needs AllowExtensions. */
function ssmtp_do_sendtoterminalandemail(SSMTP $handle): int {}

/** EXPN: who is behind a mailing list; each is told by the event Expand. */
function ssmtp_do_expand(SSMTP $handle, string $emailaddress): int {}

/** VRFY: whether the server knows the address. */
function ssmtp_do_verify(SSMTP $handle, string $emailaddress): int {}

/** Sends one command as it is; the reply is in LastReply. */
function ssmtp_do_sendcommand(SSMTP $handle, #[\SensitiveParameter] string $command): int {}

/** Sends the messages of a queue directory. */
function ssmtp_do_processqueue(SSMTP $handle, string $queuedir): int {}

/** Disconnects and makes every setting its default. */
function ssmtp_do_reset(SSMTP $handle): int {}
// </operations>

function ssmtp_do_addrecipientcert(SSMTP $handle, string $certencoded): int {}

function ssmtp_do_certsonly(SSMTP $handle): int {}

function ssmtp_do_config(SSMTP $handle, #[\SensitiveParameter] string $configurationstring): string {}

function ssmtp_do_encrypt(SSMTP $handle): int {}

function ssmtp_do_interrupt(SSMTP $handle): int {}

function ssmtp_do_newmessage(SSMTP $handle): int {}

function ssmtp_do_queue(SSMTP $handle, string $queuedir): string {}

function ssmtp_do_resetheaders(SSMTP $handle): int {}

function ssmtp_do_sign(SSMTP $handle): int {}

function ssmtp_do_signandencrypt(SSMTP $handle): int {}

/** @param resource|null $stream */
function ssmtp_do_setmessagestream(SSMTP $handle, $stream): int {}

/**
 * @strict-properties
 * @not-serializable
 */
class SSMTP
{
    // <settings> written by scripts/gen_settings.php
    /**
     * AUTH LOGIN, or PLAIN where LOGIN is not offered
     * @var int
     */
    public const AM_USER_PASSWORD = 0;
    /**
     * AUTH CRAM-MD5
     * @var int
     */
    public const AM_CRAMMD5 = 1;
    /**
     * AUTH NTLM
     * @var int
     */
    public const AM_NTLM = 2;
    /**
     * a POP mechanism: a log-in fails with error 211
     * @var int
     */
    public const AM_APOP = 3;
    /**
     * AUTH PLAIN
     * @var int
     */
    public const AM_SASLPLAIN = 4;
    /**
     * AUTH DIGEST-MD5
     * @var int
     */
    public const AM_SASLDIGEST_MD5 = 5;
    /**
     * AUTH GSSAPI
     * @var int
     */
    public const AM_KERBEROS = 6;
    /**
     * AUTH XOAUTH2
     * @var int
     */
    public const AM_XOAUTH2 = 7;
    /**
     * AUTH SCRAM-SHA-1, -PLUS where offered under TLS
     * @var int
     */
    public const AM_SCRAM_SHA1 = 8;
    /**
     * AUTH SCRAM-SHA-256, -PLUS where offered under TLS
     * @var int
     */
    public const AM_SCRAM_SHA256 = 9;
    /**
     * AUTH OAUTHBEARER
     * @var int
     */
    public const AM_OAUTHBEARER = 10;
    /**
     * AUTH EXTERNAL
     * @var int
     */
    public const AM_EXTERNAL = 11;
    /**
     * the strongest mechanism that both sides have
     * @var int
     */
    public const AM_AUTO = 99;
    /**
     * direct connection
     * @var int
     */
    public const FW_NONE = 0;
    /**
     * HTTP proxy with CONNECT, port 80
     * @var int
     */
    public const FW_TUNNEL = 1;
    /**
     * SOCKS 4, port 1080
     * @var int
     */
    public const FW_SOCKS4 = 2;
    /**
     * SOCKS 5, port 1080
     * @var int
     */
    public const FW_SOCKS5 = 3;
    /**
     * SOCKS 4A, port 1080
     * @var int
     */
    public const FW_SOCKS4A = 10;
    /**
     * no field
     * @var int
     */
    public const MI_UNSPECIFIED = 0;
    /**
     * High
     * @var int
     */
    public const MI_HIGH = 1;
    /**
     * Normal
     * @var int
     */
    public const MI_NORMAL = 2;
    /**
     * Low
     * @var int
     */
    public const MI_LOW = 3;
    /**
     * no field
     * @var int
     */
    public const EP_UNSPECIFIED = 0;
    /**
     * normal
     * @var int
     */
    public const EP_NORMAL = 1;
    /**
     * urgent
     * @var int
     */
    public const EP_URGENT = 2;
    /**
     * non-urgent
     * @var int
     */
    public const EP_NON_URGENT = 3;
    /**
     * sign the message; with ENCRYPT both
     * @var int
     */
    public const SIGN = 1;
    /**
     * encrypt the message; with SIGN both
     * @var int
     */
    public const ENCRYPT = 2;
    /**
     * no field
     * @var int
     */
    public const ES_UNSPECIFIED = 0;
    /**
     * Personal
     * @var int
     */
    public const ES_PERSONAL = 1;
    /**
     * Private
     * @var int
     */
    public const ES_PRIVATE = 2;
    /**
     * Company-Confidential
     * @var int
     */
    public const ES_COMPANY_CONFIDENTIAL = 3;
    /**
     * To
     * @var int
     */
    public const RT_TO = 0;
    /**
     * Cc
     * @var int
     */
    public const RT_CC = 1;
    /**
     * BCc
     * @var int
     */
    public const RT_BCC = 2;
    /**
     * the user's certificates
     * @var int
     */
    public const CST_USER = 0;
    /**
     * the machine's certificates
     * @var int
     */
    public const CST_MACHINE = 1;
    /**
     * PKCS#12 file
     * @var int
     */
    public const CST_PFXFILE = 2;
    /**
     * PKCS#12 octets or base64
     * @var int
     */
    public const CST_PFXBLOB = 3;
    /**
     * Java key store file
     * @var int
     */
    public const CST_JKSFILE = 4;
    /**
     * Java key store octets
     * @var int
     */
    public const CST_JKSBLOB = 5;
    /**
     * PEM file with key and certificates
     * @var int
     */
    public const CST_PEMKEY_FILE = 6;
    /**
     * PEM text with key and certificates
     * @var int
     */
    public const CST_PEMKEY_BLOB = 7;
    /**
     * file of certificates
     * @var int
     */
    public const CST_PUBLIC_KEY_FILE = 8;
    /**
     * certificates
     * @var int
     */
    public const CST_PUBLIC_KEY_BLOB = 9;
    /**
     * SSH public key
     * @var int
     */
    public const CST_SSHPUBLIC_KEY_BLOB = 10;
    /**
     * PKCS#7 certificates in a file
     * @var int
     */
    public const CST_P7BFILE = 11;
    /**
     * PKCS#7 certificates
     * @var int
     */
    public const CST_P7BBLOB = 12;
    /**
     * SSH public key file
     * @var int
     */
    public const CST_SSHPUBLIC_KEY_FILE = 13;
    /**
     * PuTTY key file
     * @var int
     */
    public const CST_PPKFILE = 14;
    /**
     * PuTTY key
     * @var int
     */
    public const CST_PPKBLOB = 15;
    /**
     * XML key file
     * @var int
     */
    public const CST_XMLFILE = 16;
    /**
     * XML key
     * @var int
     */
    public const CST_XMLBLOB = 17;
    /**
     * JSON web key file
     * @var int
     */
    public const CST_JWKFILE = 18;
    /**
     * JSON web key
     * @var int
     */
    public const CST_JWKBLOB = 19;
    /**
     * as CST_PKCS11
     * @var int
     */
    public const CST_SECURITY_KEY = 20;
    /**
     * Bouncy Castle key store file
     * @var int
     */
    public const CST_BCFKSFILE = 21;
    /**
     * Bouncy Castle key store
     * @var int
     */
    public const CST_BCFKSBLOB = 22;
    /**
     * pkcs11: URI, password is the PIN
     * @var int
     */
    public const CST_PKCS11 = 23;
    /**
     * recognised by its content
     * @var int
     */
    public const CST_AUTO = 99;
    /**
     * explicit on ports 25 and 587, else implicit
     * @var int
     */
    public const SSL_AUTOMATIC = 0;
    /**
     * handshake directly after connecting
     * @var int
     */
    public const SSL_IMPLICIT = 1;
    /**
     * STARTTLS before anything else
     * @var int
     */
    public const SSL_EXPLICIT = 2;
    /**
     * no TLS
     * @var int
     */
    public const SSL_NONE = 3;
    /**
     * STARTTLS when StartTLS is called
     * @var int
     */
    public const SSL_EXPLICIT_MANUAL = 4;
    /**
     * OpenSSL
     * @var int
     */
    public const SSLP_AUTOMATIC = 0;
    /**
     * OpenSSL
     * @var int
     */
    public const SSLP_PLATFORM = 1;
    /**
     * does not exist: error 270
     * @var int
     */
    public const SSLP_INTERNAL = 2;
    /**
     * Internal error: a resource is exhausted or the random generator failed.
     * @var int
     */
    public const ERR_INTERNAL = 1;
    /**
     * The remote port cannot be changed while connected.
     * @var int
     */
    public const ERR_PORT_WHILE_CONNECTED = 100;
    /**
     * The remote host cannot be changed while connected.
     * @var int
     */
    public const ERR_HOST_WHILE_CONNECTED = 101;
    /**
     * The remote host address must not be 0.0.0.0.
     * @var int
     */
    public const ERR_WILDCARD_ADDRESS = 102;
    /**
     * Already connected.
     * @var int
     */
    public const ERR_ALREADY_CONNECTED = 104;
    /**
     * The local port cannot be changed while connected.
     * @var int
     */
    public const ERR_LOCAL_PORT_WHILE_CONNECTED = 106;
    /**
     * The local host cannot be changed while connected.
     * @var int
     */
    public const ERR_LOCAL_HOST_WHILE_CONNECTED = 107;
    /**
     * MaxLineLength cannot be changed while connected.
     * @var int
     */
    public const ERR_MAX_LINE_LENGTH_WHILE_CONNECTED = 112;
    /**
     * The remote port must not be zero.
     * @var int
     */
    public const ERR_PORT_ZERO = 116;
    /**
     * UseConnection cannot be changed while active.
     * @var int
     */
    public const ERR_USE_CONNECTION = 117;
    /**
     * Firewall error.
     * @var int
     */
    public const ERR_FIREWALL = 118;
    /**
     * The operation would block.
     * @var int
     */
    public const ERR_WOULD_BLOCK = 135;
    /**
     * SMTP protocol error.
     * @var int
     */
    public const ERR_PROTOCOL = 161;
    /**
     * Error communicating with the server.
     * @var int
     */
    public const ERR_COMMUNICATION = 162;
    /**
     * No MailServer is set.
     * @var int
     */
    public const ERR_NO_MAIL_SERVER = 163;
    /**
     * No sender is set: From is empty.
     * @var int
     */
    public const ERR_NO_SENDER = 164;
    /**
     * No recipient is set: SendTo, Cc and BCc are empty.
     * @var int
     */
    public const ERR_NO_RECIPIENT = 165;
    /**
     * Busy with another method.
     * @var int
     */
    public const ERR_BUSY = 166;
    /**
     * Timeout.
     * @var int
     */
    public const ERR_TIMEOUT = 201;
    /**
     * The action is impossible in this state.
     * @var int
     */
    public const ERR_INVALID_STATE = 211;
    /**
     * The action is impossible while not connected.
     * @var int
     */
    public const ERR_NOT_CONNECTED = 212;
    /**
     * The action is impossible while listening.
     * @var int
     */
    public const ERR_LISTENING = 213;
    /**
     * The security library cannot be loaded.
     * @var int
     */
    public const ERR_SECURITY_LIBRARY = 270;
    /**
     * The certificate store cannot be opened.
     * @var int
     */
    public const ERR_CERT_STORE = 271;
    /**
     * The certificate was not found.
     * @var int
     */
    public const ERR_CERT_NOT_FOUND = 272;
    /**
     * The security credentials cannot be acquired.
     * @var int
     */
    public const ERR_CREDENTIALS = 273;
    /**
     * The certificate chain was not found.
     * @var int
     */
    public const ERR_CHAIN_NOT_FOUND = 274;
    /**
     * The certificate chain cannot be verified.
     * @var int
     */
    public const ERR_CHAIN_NOT_VERIFIED = 275;
    /**
     * TLS handshake error.
     * @var int
     */
    public const ERR_HANDSHAKE = 276;
    /**
     * The server certificate was not accepted.
     * @var int
     */
    public const ERR_CERT_VERIFY = 280;
    /**
     * No client certificate was found.
     * @var int
     */
    public const ERR_CLIENT_CERT = 281;
    /**
     * No server certificate was found.
     * @var int
     */
    public const ERR_SERVER_CERT = 282;
    /**
     * Error encrypting data.
     * @var int
     */
    public const ERR_ENCRYPTING_DATA = 283;
    /**
     * Error decrypting data.
     * @var int
     */
    public const ERR_DECRYPTING_DATA = 284;
    /**
     * The operation was interrupted.
     * @var int
     */
    public const ERR_INTERRUPTED = 301;
    /**
     * The stream or attached file cannot be read.
     * @var int
     */
    public const ERR_STREAM = 302;
    /**
     * The file cannot be opened.
     * @var int
     */
    public const ERR_FILE = 303;
    /**
     * The string cannot be converted to the code page or character set.
     * @var int
     */
    public const ERR_CODE_PAGE = 434;
    /**
     * Already connecting.
     * @var int
     */
    public const ERR_CONNECTING = 1105;
    /**
     * Not connected: connect first.
     * @var int
     */
    public const ERR_CONNECT_FIRST = 1117;
    /**
     * The local host cannot be changed while connected (duplicate of 107).
     * @var int
     */
    public const ERR_LOCAL_HOST_CONNECTED = 1119;
    /**
     * The connection was dropped by the remote host.
     * @var int
     */
    public const ERR_DROPPED = 1120;
    /**
     * Interrupted system call.
     * @var int
     */
    public const ERR_INTR = 10004;
    /**
     * Bad file number.
     * @var int
     */
    public const ERR_BADF = 10009;
    /**
     * Access denied.
     * @var int
     */
    public const ERR_ACCES = 10013;
    /**
     * Bad address.
     * @var int
     */
    public const ERR_FAULT = 10014;
    /**
     * Invalid argument.
     * @var int
     */
    public const ERR_INVAL = 10022;
    /**
     * Too many open files.
     * @var int
     */
    public const ERR_MFILE = 10024;
    /**
     * Operation would block.
     * @var int
     */
    public const ERR_WOULDBLOCK = 10035;
    /**
     * Operation now in progress.
     * @var int
     */
    public const ERR_INPROGRESS = 10036;
    /**
     * Operation already in progress.
     * @var int
     */
    public const ERR_ALREADY = 10037;
    /**
     * Socket operation on non-socket.
     * @var int
     */
    public const ERR_NOTSOCK = 10038;
    /**
     * Destination address required.
     * @var int
     */
    public const ERR_DESTADDRREQ = 10039;
    /**
     * Message too long.
     * @var int
     */
    public const ERR_MSGSIZE = 10040;
    /**
     * Protocol wrong type for socket.
     * @var int
     */
    public const ERR_PROTOTYPE = 10041;
    /**
     * Bad protocol option.
     * @var int
     */
    public const ERR_NOPROTOOPT = 10042;
    /**
     * Protocol not supported.
     * @var int
     */
    public const ERR_PROTONOSUPPORT = 10043;
    /**
     * Socket type not supported.
     * @var int
     */
    public const ERR_SOCKTNOSUPPORT = 10044;
    /**
     * Operation not supported.
     * @var int
     */
    public const ERR_OPNOTSUPP = 10045;
    /**
     * Protocol family not supported.
     * @var int
     */
    public const ERR_PFNOSUPPORT = 10046;
    /**
     * Address family not supported.
     * @var int
     */
    public const ERR_AFNOSUPPORT = 10047;
    /**
     * Address already in use.
     * @var int
     */
    public const ERR_ADDRINUSE = 10048;
    /**
     * Cannot assign requested address.
     * @var int
     */
    public const ERR_ADDRNOTAVAIL = 10049;
    /**
     * Network is down.
     * @var int
     */
    public const ERR_NETDOWN = 10050;
    /**
     * Network is unreachable.
     * @var int
     */
    public const ERR_NETUNREACH = 10051;
    /**
     * Network dropped connection on reset.
     * @var int
     */
    public const ERR_NETRESET = 10052;
    /**
     * Software caused connection abort.
     * @var int
     */
    public const ERR_CONNABORTED = 10053;
    /**
     * Connection reset by peer.
     * @var int
     */
    public const ERR_CONNRESET = 10054;
    /**
     * No buffer space available.
     * @var int
     */
    public const ERR_NOBUFS = 10055;
    /**
     * Socket is already connected.
     * @var int
     */
    public const ERR_ISCONN = 10056;
    /**
     * Socket is not connected.
     * @var int
     */
    public const ERR_NOTCONN = 10057;
    /**
     * Cannot send after socket shutdown.
     * @var int
     */
    public const ERR_SHUTDOWN = 10058;
    /**
     * Too many references.
     * @var int
     */
    public const ERR_TOOMANYREFS = 10059;
    /**
     * Connection timed out.
     * @var int
     */
    public const ERR_TIMEDOUT = 10060;
    /**
     * Connection refused.
     * @var int
     */
    public const ERR_CONNREFUSED = 10061;
    /**
     * Too many levels of symbolic links.
     * @var int
     */
    public const ERR_LOOP = 10062;
    /**
     * File name too long.
     * @var int
     */
    public const ERR_NAMETOOLONG = 10063;
    /**
     * Host is down.
     * @var int
     */
    public const ERR_HOSTDOWN = 10064;
    /**
     * No route to host.
     * @var int
     */
    public const ERR_HOSTUNREACH = 10065;
    /**
     * Directory not empty.
     * @var int
     */
    public const ERR_NOTEMPTY = 10066;
    /**
     * Too many processes.
     * @var int
     */
    public const ERR_PROCLIM = 10067;
    /**
     * Too many users.
     * @var int
     */
    public const ERR_USERS = 10068;
    /**
     * Disc quota exceeded.
     * @var int
     */
    public const ERR_DQUOT = 10069;
    /**
     * Stale NFS file handle.
     * @var int
     */
    public const ERR_STALE = 10070;
    /**
     * Too many levels of remote in path.
     * @var int
     */
    public const ERR_REMOTE = 10071;
    /**
     * Network subsystem is unavailable.
     * @var int
     */
    public const ERR_SYSNOTREADY = 10091;
    /**
     * Winsock version out of range.
     * @var int
     */
    public const ERR_VERNOTSUPPORTED = 10092;
    /**
     * Winsock not loaded.
     * @var int
     */
    public const ERR_NOTINITIALISED = 10093;
    /**
     * Invalid recipient index.
     * @var int
     */
    public const ERR_RECIPIENT_INDEX = 10191;
    /**
     * Certificate or message decoding error.
     * @var int
     */
    public const ERR_DECODING = 10192;
    /**
     * Unexpected message type.
     * @var int
     */
    public const ERR_MESSAGE_TYPE = 10193;
    /**
     * Unsupported algorithm.
     * @var int
     */
    public const ERR_ALGORITHM = 10194;
    /**
     * The message has no signer.
     * @var int
     */
    public const ERR_NO_SIGNER = 10195;
    /**
     * The signature cannot be verified.
     * @var int
     */
    public const ERR_SIGNATURE = 10196;
    /**
     * No suitable decryption certificate.
     * @var int
     */
    public const ERR_NO_DECRYPTION_CERT = 10197;
    /**
     * The signer certificate was not found.
     * @var int
     */
    public const ERR_SIGNER_CERT = 10198;
    /**
     * No signing certificate with a private key is selected.
     * @var int
     */
    public const ERR_NO_SIGNING_CERT = 10199;
    /**
     * The certificate is not the required one.
     * @var int
     */
    public const ERR_WRONG_CERT = 10201;
    /**
     * No recipient certificate was added.
     * @var int
     */
    public const ERR_NO_RECIPIENT_CERT = 10202;
    /**
     * The cryptographic operation failed.
     * @var int
     */
    public const ERR_NO_PROVIDER = 10221;
    /**
     * Type validation error.
     * @var int
     */
    public const ERR_TYPE_VALIDATION = 10222;
    /**
     * Unsupported key type or size.
     * @var int
     */
    public const ERR_KEY_SIZE = 10223;
    /**
     * Unrecognised content type identifier.
     * @var int
     */
    public const ERR_CONTENT_TYPE = 10224;
    /**
     * Unrecognised public key format.
     * @var int
     */
    public const ERR_PUBLIC_KEY_FORMAT = 10225;
    /**
     * No choice given.
     * @var int
     */
    public const ERR_NO_CHOICE = 10226;
    /**
     * The output stream is missing.
     * @var int
     */
    public const ERR_OUTPUT_STREAM = 10228;
    /**
     * Invalid part index or certificate decoding error.
     * @var int
     */
    public const ERR_PART_INDEX = 10280;
    /**
     * Unknown MIME type.
     * @var int
     */
    public const ERR_MIME_TYPE = 10281;
    /**
     * No MIME boundary.
     * @var int
     */
    public const ERR_NO_BOUNDARY = 10283;
    /**
     * Host not found.
     * @var int
     */
    public const ERR_HOST_NOT_FOUND = 11001;
    /**
     * Host not found, try again.
     * @var int
     */
    public const ERR_TRY_AGAIN = 11002;
    /**
     * Non-recoverable name server error.
     * @var int
     */
    public const ERR_NO_RECOVERY = 11003;
    /**
     * Valid name, no data record for the requested type.
     * @var int
     */
    public const ERR_NO_DATA = 11004;
    /**
     * Id of AllowExtensions for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_ALLOW_EXTENSIONS = 1;
    /**
     * Id of AuthMechanism for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_AUTH_MECHANISM = 2;
    /**
     * Id of BCc for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_BCC = 3;
    /**
     * Id of Cc for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CC = 4;
    /**
     * Id of CertEncoded for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_ENCODED = 5;
    /**
     * Id of CertStore for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_STORE = 6;
    /**
     * Id of CertStorePassword for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_STORE_PASSWORD = 7;
    /**
     * Id of CertStoreType for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_STORE_TYPE = 8;
    /**
     * Id of CertSubject for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_SUBJECT = 9;
    /**
     * Id of Command for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_COMMAND = 10;
    /**
     * Id of Connected for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CONNECTED = 11;
    /**
     * Id of DeliveryNotificationTo for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_DELIVERY_NOTIFICATION_TO = 12;
    /**
     * Id of EncryptingAlgorithm for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_ENCRYPTING_ALGORITHM = 13;
    /**
     * Id of FirewallAutoDetect for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_FIREWALL_AUTO_DETECT = 14;
    /**
     * Id of FirewallType for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_FIREWALL_TYPE = 15;
    /**
     * Id of FirewallHost for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_FIREWALL_HOST = 16;
    /**
     * Id of FirewallPassword for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_FIREWALL_PASSWORD = 17;
    /**
     * Id of FirewallPort for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_FIREWALL_PORT = 18;
    /**
     * Id of FirewallUser for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_FIREWALL_USER = 19;
    /**
     * Id of From for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_FROM = 20;
    /**
     * Id of Idle for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_IDLE = 21;
    /**
     * Id of Importance for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_IMPORTANCE = 22;
    /**
     * Id of IncludeCertificate for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_INCLUDE_CERTIFICATE = 23;
    /**
     * Id of IncludeChain for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_INCLUDE_CHAIN = 24;
    /**
     * Id of LastReply for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_LAST_REPLY = 25;
    /**
     * Id of LocalHost for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_LOCAL_HOST = 26;
    /**
     * Id of MailPort for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MAIL_PORT = 27;
    /**
     * Id of MailServer for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MAIL_SERVER = 28;
    /**
     * Id of Message for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE = 29;
    /**
     * Id of MessageDate for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_DATE = 30;
    /**
     * Id of MessageHeaderCount for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_HEADER_COUNT = 31;
    /**
     * Id of MessageHeaderField for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_HEADER_FIELD = 32;
    /**
     * Id of MessageHeaderValue for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_HEADER_VALUE = 33;
    /**
     * Id of MessageHeadersString for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_HEADERS_STRING = 34;
    /**
     * Id of MessageId for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_ID = 35;
    /**
     * Id of MessageRecipientCount for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_RECIPIENT_COUNT = 36;
    /**
     * Id of MessageRecipientAddress for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_RECIPIENT_ADDRESS = 37;
    /**
     * Id of MessageRecipientName for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_RECIPIENT_NAME = 38;
    /**
     * Id of MessageRecipientOptions for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_RECIPIENT_OPTIONS = 39;
    /**
     * Id of MessageRecipientType for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_RECIPIENT_TYPE = 40;
    /**
     * Id of MessageText for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_MESSAGE_TEXT = 41;
    /**
     * Id of OtherHeaders for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_OTHER_HEADERS = 42;
    /**
     * Id of Password for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_PASSWORD = 43;
    /**
     * Id of Priority for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_PRIORITY = 44;
    /**
     * Id of ReadReceiptTo for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_READ_RECEIPT_TO = 45;
    /**
     * Id of ReplyTo for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_REPLY_TO = 46;
    /**
     * Id of ReturnPath for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_RETURN_PATH = 47;
    /**
     * Id of SendTo for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SEND_TO = 48;
    /**
     * Id of Sensitivity for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SENSITIVITY = 49;
    /**
     * Id of SigningAlgorithm for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SIGNING_ALGORITHM = 50;
    /**
     * Id of SSLAcceptServerCertEncoded for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_ENCODED = 51;
    /**
     * Id of SSLCertEncoded for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_ENCODED = 52;
    /**
     * Id of SSLCertStore for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_STORE = 53;
    /**
     * Id of SSLCertStorePassword for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_STORE_PASSWORD = 54;
    /**
     * Id of SSLCertStoreType for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_STORE_TYPE = 55;
    /**
     * Id of SSLCertSubject for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_SUBJECT = 56;
    /**
     * Id of SSLEnabled for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ENABLED = 57;
    /**
     * Id of SSLServerCertEncoded for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_ENCODED = 58;
    /**
     * Id of SSLStartMode for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_START_MODE = 59;
    /**
     * Id of Subject for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SUBJECT = 60;
    /**
     * Id of Timeout for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_TIMEOUT = 61;
    /**
     * Id of User for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_USER = 62;
    /**
     * Id of SSLProvider for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_PROVIDER = 63;
    /**
     * Id of DetachedSignature for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_DETACHED_SIGNATURE = 64;
    /**
     * Id of RecipientCertCount for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_RECIPIENT_CERT_COUNT = 65;
    /**
     * Id of RecipientCertEncoded for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_RECIPIENT_CERT_ENCODED = 66;
    /**
     * Id of RecipientCertSubject for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_RECIPIENT_CERT_SUBJECT = 67;
    /**
     * Id of CertEffectiveDate for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_EFFECTIVE_DATE = 70;
    /**
     * Id of CertExpirationDate for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_EXPIRATION_DATE = 71;
    /**
     * Id of CertExtendedKeyUsage for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_EXTENDED_KEY_USAGE = 72;
    /**
     * Id of CertFingerprint for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_FINGERPRINT = 73;
    /**
     * Id of CertFingerprintSHA1 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_FINGERPRINT_SHA1 = 74;
    /**
     * Id of CertFingerprintSHA256 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_FINGERPRINT_SHA256 = 75;
    /**
     * Id of CertIssuer for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_ISSUER = 76;
    /**
     * Id of CertKeyPassword for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_KEY_PASSWORD = 77;
    /**
     * Id of CertPrivateKey for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_PRIVATE_KEY = 78;
    /**
     * Id of CertPrivateKeyAvailable for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_PRIVATE_KEY_AVAILABLE = 79;
    /**
     * Id of CertPrivateKeyContainer for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_PRIVATE_KEY_CONTAINER = 80;
    /**
     * Id of CertPublicKey for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_PUBLIC_KEY = 81;
    /**
     * Id of CertPublicKeyAlgorithm for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_PUBLIC_KEY_ALGORITHM = 82;
    /**
     * Id of CertPublicKeyLength for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_PUBLIC_KEY_LENGTH = 83;
    /**
     * Id of CertSerialNumber for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_SERIAL_NUMBER = 84;
    /**
     * Id of CertSignatureAlgorithm for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_SIGNATURE_ALGORITHM = 85;
    /**
     * Id of CertSubjectAltNames for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_SUBJECT_ALT_NAMES = 86;
    /**
     * Id of CertThumbprintMD5 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_THUMBPRINT_MD5 = 87;
    /**
     * Id of CertThumbprintSHA1 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_THUMBPRINT_SHA1 = 88;
    /**
     * Id of CertThumbprintSHA256 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_THUMBPRINT_SHA256 = 89;
    /**
     * Id of CertUsage for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_USAGE = 90;
    /**
     * Id of CertUsageFlags for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_USAGE_FLAGS = 91;
    /**
     * Id of CertVersion for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_CERT_VERSION = 92;
    /**
     * Id of SSLAcceptServerCertEffectiveDate for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_EFFECTIVE_DATE = 100;
    /**
     * Id of SSLAcceptServerCertExpirationDate for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_EXPIRATION_DATE = 101;
    /**
     * Id of SSLAcceptServerCertExtendedKeyUsage for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_EXTENDED_KEY_USAGE = 102;
    /**
     * Id of SSLAcceptServerCertFingerprint for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT = 103;
    /**
     * Id of SSLAcceptServerCertFingerprintSHA1 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA1 = 104;
    /**
     * Id of SSLAcceptServerCertFingerprintSHA256 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA256 = 105;
    /**
     * Id of SSLAcceptServerCertIssuer for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_ISSUER = 106;
    /**
     * Id of SSLAcceptServerCertKeyPassword for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_KEY_PASSWORD = 107;
    /**
     * Id of SSLAcceptServerCertPrivateKey for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY = 108;
    /**
     * Id of SSLAcceptServerCertPrivateKeyAvailable for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_AVAILABLE = 109;
    /**
     * Id of SSLAcceptServerCertPrivateKeyContainer for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_CONTAINER = 110;
    /**
     * Id of SSLAcceptServerCertPublicKey for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY = 111;
    /**
     * Id of SSLAcceptServerCertPublicKeyAlgorithm for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_ALGORITHM = 112;
    /**
     * Id of SSLAcceptServerCertPublicKeyLength for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_LENGTH = 113;
    /**
     * Id of SSLAcceptServerCertSerialNumber for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_SERIAL_NUMBER = 114;
    /**
     * Id of SSLAcceptServerCertSignatureAlgorithm for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_SIGNATURE_ALGORITHM = 115;
    /**
     * Id of SSLAcceptServerCertSubjectAltNames for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_ALT_NAMES = 116;
    /**
     * Id of SSLAcceptServerCertThumbprintMD5 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_MD5 = 117;
    /**
     * Id of SSLAcceptServerCertThumbprintSHA1 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA1 = 118;
    /**
     * Id of SSLAcceptServerCertThumbprintSHA256 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA256 = 119;
    /**
     * Id of SSLAcceptServerCertUsage for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_USAGE = 120;
    /**
     * Id of SSLAcceptServerCertUsageFlags for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_USAGE_FLAGS = 121;
    /**
     * Id of SSLAcceptServerCertVersion for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_VERSION = 122;
    /**
     * Id of SSLAcceptServerCertSubject for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT = 123;
    /**
     * Id of SSLAcceptServerCertStore for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_STORE = 124;
    /**
     * Id of SSLAcceptServerCertStorePassword for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_STORE_PASSWORD = 125;
    /**
     * Id of SSLAcceptServerCertStoreType for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_ACCEPT_SERVER_CERT_STORE_TYPE = 126;
    /**
     * Id of SSLCertEffectiveDate for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_EFFECTIVE_DATE = 130;
    /**
     * Id of SSLCertExpirationDate for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_EXPIRATION_DATE = 131;
    /**
     * Id of SSLCertExtendedKeyUsage for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_EXTENDED_KEY_USAGE = 132;
    /**
     * Id of SSLCertFingerprint for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_FINGERPRINT = 133;
    /**
     * Id of SSLCertFingerprintSHA1 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_FINGERPRINT_SHA1 = 134;
    /**
     * Id of SSLCertFingerprintSHA256 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_FINGERPRINT_SHA256 = 135;
    /**
     * Id of SSLCertIssuer for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_ISSUER = 136;
    /**
     * Id of SSLCertKeyPassword for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_KEY_PASSWORD = 137;
    /**
     * Id of SSLCertPrivateKey for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_PRIVATE_KEY = 138;
    /**
     * Id of SSLCertPrivateKeyAvailable for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_PRIVATE_KEY_AVAILABLE = 139;
    /**
     * Id of SSLCertPrivateKeyContainer for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_PRIVATE_KEY_CONTAINER = 140;
    /**
     * Id of SSLCertPublicKey for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_PUBLIC_KEY = 141;
    /**
     * Id of SSLCertPublicKeyAlgorithm for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_PUBLIC_KEY_ALGORITHM = 142;
    /**
     * Id of SSLCertPublicKeyLength for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_PUBLIC_KEY_LENGTH = 143;
    /**
     * Id of SSLCertSerialNumber for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_SERIAL_NUMBER = 144;
    /**
     * Id of SSLCertSignatureAlgorithm for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_SIGNATURE_ALGORITHM = 145;
    /**
     * Id of SSLCertSubjectAltNames for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_SUBJECT_ALT_NAMES = 146;
    /**
     * Id of SSLCertThumbprintMD5 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_THUMBPRINT_MD5 = 147;
    /**
     * Id of SSLCertThumbprintSHA1 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_THUMBPRINT_SHA1 = 148;
    /**
     * Id of SSLCertThumbprintSHA256 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_THUMBPRINT_SHA256 = 149;
    /**
     * Id of SSLCertUsage for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_USAGE = 150;
    /**
     * Id of SSLCertUsageFlags for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_USAGE_FLAGS = 151;
    /**
     * Id of SSLCertVersion for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_CERT_VERSION = 152;
    /**
     * Id of SSLServerCertEffectiveDate for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_EFFECTIVE_DATE = 160;
    /**
     * Id of SSLServerCertExpirationDate for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_EXPIRATION_DATE = 161;
    /**
     * Id of SSLServerCertExtendedKeyUsage for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_EXTENDED_KEY_USAGE = 162;
    /**
     * Id of SSLServerCertFingerprint for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_FINGERPRINT = 163;
    /**
     * Id of SSLServerCertFingerprintSHA1 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_FINGERPRINT_SHA1 = 164;
    /**
     * Id of SSLServerCertFingerprintSHA256 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_FINGERPRINT_SHA256 = 165;
    /**
     * Id of SSLServerCertIssuer for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_ISSUER = 166;
    /**
     * Id of SSLServerCertKeyPassword for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_KEY_PASSWORD = 167;
    /**
     * Id of SSLServerCertPrivateKey for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_PRIVATE_KEY = 168;
    /**
     * Id of SSLServerCertPrivateKeyAvailable for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_PRIVATE_KEY_AVAILABLE = 169;
    /**
     * Id of SSLServerCertPrivateKeyContainer for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_PRIVATE_KEY_CONTAINER = 170;
    /**
     * Id of SSLServerCertPublicKey for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_PUBLIC_KEY = 171;
    /**
     * Id of SSLServerCertPublicKeyAlgorithm for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_PUBLIC_KEY_ALGORITHM = 172;
    /**
     * Id of SSLServerCertPublicKeyLength for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_PUBLIC_KEY_LENGTH = 173;
    /**
     * Id of SSLServerCertSerialNumber for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_SERIAL_NUMBER = 174;
    /**
     * Id of SSLServerCertSignatureAlgorithm for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_SIGNATURE_ALGORITHM = 175;
    /**
     * Id of SSLServerCertSubjectAltNames for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_SUBJECT_ALT_NAMES = 176;
    /**
     * Id of SSLServerCertThumbprintMD5 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_THUMBPRINT_MD5 = 177;
    /**
     * Id of SSLServerCertThumbprintSHA1 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_THUMBPRINT_SHA1 = 178;
    /**
     * Id of SSLServerCertThumbprintSHA256 for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_THUMBPRINT_SHA256 = 179;
    /**
     * Id of SSLServerCertUsage for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_USAGE = 180;
    /**
     * Id of SSLServerCertUsageFlags for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_USAGE_FLAGS = 181;
    /**
     * Id of SSLServerCertVersion for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_VERSION = 182;
    /**
     * Id of SSLServerCertSubject for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_SSL_SERVER_CERT_SUBJECT = 183;
    /**
     * Id of Protection for ssmtp_get() and ssmtp_set().
     * @var int
     */
    public const PROP_PROTECTION = 184;

    /** Greet with EHLO (falling back to HELO on a 5xx reply); false: HELO only, without any extension. */
    public function getAllowExtensions(): bool {}

    /** Greet with EHLO (falling back to HELO on a 5xx reply); false: HELO only, without any extension. */
    public function setAllowExtensions(bool|int|string $value): static {}

    /**
     * SASL mechanism of the log-in; never replaced by a weaker one.
     *
     * @phpstan-return SSMTP::AM_USER_PASSWORD|SSMTP::AM_CRAMMD5|SSMTP::AM_NTLM|SSMTP::AM_APOP|SSMTP::AM_SASLPLAIN|SSMTP::AM_SASLDIGEST_MD5|SSMTP::AM_KERBEROS|SSMTP::AM_XOAUTH2|SSMTP::AM_SCRAM_SHA1|SSMTP::AM_SCRAM_SHA256|SSMTP::AM_OAUTHBEARER|SSMTP::AM_EXTERNAL|SSMTP::AM_AUTO
     */
    public function getAuthMechanism(): int {}

    /**
     * SASL mechanism of the log-in; never replaced by a weaker one.
     *
     * @phpstan-param SSMTP::AM_USER_PASSWORD|SSMTP::AM_CRAMMD5|SSMTP::AM_NTLM|SSMTP::AM_APOP|SSMTP::AM_SASLPLAIN|SSMTP::AM_SASLDIGEST_MD5|SSMTP::AM_KERBEROS|SSMTP::AM_XOAUTH2|SSMTP::AM_SCRAM_SHA1|SSMTP::AM_SCRAM_SHA256|SSMTP::AM_OAUTHBEARER|SSMTP::AM_EXTERNAL|SSMTP::AM_AUTO $value
     */
    public function setAuthMechanism(int $value): static {}

    /** Blind-copy mailboxes, comma-separated: a view of the recipients; setting replaces those of this type. */
    public function getBCc(): string {}

    /** Blind-copy mailboxes, comma-separated: a view of the recipients; setting replaces those of this type. */
    public function setBCc(string $value): static {}

    /** Copy mailboxes, comma-separated: a view of the recipients; setting replaces those of this type. */
    public function getCc(): string {}

    /** Copy mailboxes, comma-separated: a view of the recipients; setting replaces those of this type. */
    public function setCc(string $value): static {}

    /** The signing certificate (PEM, base64 or DER); setting selects it and looks for its key in the store. Error 272. */
    public function getCertEncoded(): string {}

    /** The signing certificate (PEM, base64 or DER); setting selects it and looks for its key in the store. Error 272. */
    public function setCertEncoded(#[\SensitiveParameter] string $value): static {}

    /** The store the signing certificate is taken from: a path, octets or a URI, as CertStoreType says. */
    public function getCertStore(): string {}

    /** The store the signing certificate is taken from: a path, octets or a URI, as CertStoreType says. */
    public function setCertStore(#[\SensitiveParameter] string $value): static {}

    /** Password that opens CertStore. */
    public function getCertStorePassword(): string {}

    /** Password that opens CertStore. */
    public function setCertStorePassword(#[\SensitiveParameter] string $value): static {}

    /**
     * What CertStore holds.
     *
     * @phpstan-return SSMTP::CST_USER|SSMTP::CST_MACHINE|SSMTP::CST_PFXFILE|SSMTP::CST_PFXBLOB|SSMTP::CST_JKSFILE|SSMTP::CST_JKSBLOB|SSMTP::CST_PEMKEY_FILE|SSMTP::CST_PEMKEY_BLOB|SSMTP::CST_PUBLIC_KEY_FILE|SSMTP::CST_PUBLIC_KEY_BLOB|SSMTP::CST_SSHPUBLIC_KEY_BLOB|SSMTP::CST_P7BFILE|SSMTP::CST_P7BBLOB|SSMTP::CST_SSHPUBLIC_KEY_FILE|SSMTP::CST_PPKFILE|SSMTP::CST_PPKBLOB|SSMTP::CST_XMLFILE|SSMTP::CST_XMLBLOB|SSMTP::CST_JWKFILE|SSMTP::CST_JWKBLOB|SSMTP::CST_SECURITY_KEY|SSMTP::CST_BCFKSFILE|SSMTP::CST_BCFKSBLOB|SSMTP::CST_PKCS11|SSMTP::CST_AUTO
     */
    public function getCertStoreType(): int {}

    /**
     * What CertStore holds.
     *
     * @phpstan-param SSMTP::CST_USER|SSMTP::CST_MACHINE|SSMTP::CST_PFXFILE|SSMTP::CST_PFXBLOB|SSMTP::CST_JKSFILE|SSMTP::CST_JKSBLOB|SSMTP::CST_PEMKEY_FILE|SSMTP::CST_PEMKEY_BLOB|SSMTP::CST_PUBLIC_KEY_FILE|SSMTP::CST_PUBLIC_KEY_BLOB|SSMTP::CST_SSHPUBLIC_KEY_BLOB|SSMTP::CST_P7BFILE|SSMTP::CST_P7BBLOB|SSMTP::CST_SSHPUBLIC_KEY_FILE|SSMTP::CST_PPKFILE|SSMTP::CST_PPKBLOB|SSMTP::CST_XMLFILE|SSMTP::CST_XMLBLOB|SSMTP::CST_JWKFILE|SSMTP::CST_JWKBLOB|SSMTP::CST_SECURITY_KEY|SSMTP::CST_BCFKSFILE|SSMTP::CST_BCFKSBLOB|SSMTP::CST_PKCS11|SSMTP::CST_AUTO $value
     */
    public function setCertStoreType(int $value): static {}

    /** Selects the signing certificate: subject, part of it, *, or Thumbprint=HEX. Errors 271, 272. */
    public function getCertSubject(): string {}

    /** Selects the signing certificate: subject, part of it, *, or Thumbprint=HEX. Errors 271, 272. */
    public function setCertSubject(string $value): static {}

    /** Setting sends the text as a raw command and waits for the reply. Reads as empty. Error 1117. */
    public function setCommand(#[\SensitiveParameter] string $value): static {}

    /** Whether the connection stands; setting connects or disconnects. */
    public function getConnected(): bool {}

    /** Whether the connection stands; setting connects or disconnects. */
    public function setConnected(bool|int|string $value): static {}

    /** Mailbox of the Return-Receipt-To field. */
    public function getDeliveryNotificationTo(): string {}

    /** Mailbox of the Return-Receipt-To field. */
    public function setDeliveryNotificationTo(string $value): static {}

    /** Content encryption: AESCBC256, AESCBC192, AESCBC128, AESGCM256, AESGCM192, AESGCM128, 3DES or an object identifier; empty restores the default. Error 10194. */
    public function getEncryptingAlgorithm(): string {}

    /** Content encryption: AESCBC256, AESCBC192, AESCBC128, AESGCM256, AESGCM192, AESGCM128, 3DES or an object identifier; empty restores the default. Error 10194. */
    public function setEncryptingAlgorithm(string $value): static {}

    /** Take the proxy from the environment; FirewallHost wins over it. */
    public function getFirewallAutoDetect(): bool {}

    /** Take the proxy from the environment; FirewallHost wins over it. */
    public function setFirewallAutoDetect(bool|int|string $value): static {}

    /**
     * Kind of proxy; a type other than 0 stores its usual port in FirewallPort.
     *
     * @phpstan-return SSMTP::FW_NONE|SSMTP::FW_TUNNEL|SSMTP::FW_SOCKS4|SSMTP::FW_SOCKS5|SSMTP::FW_SOCKS4A
     */
    public function getFirewallType(): int {}

    /**
     * Kind of proxy; a type other than 0 stores its usual port in FirewallPort.
     *
     * @phpstan-param SSMTP::FW_NONE|SSMTP::FW_TUNNEL|SSMTP::FW_SOCKS4|SSMTP::FW_SOCKS5|SSMTP::FW_SOCKS4A $value
     */
    public function setFirewallType(int $value): static {}

    /** Host of the proxy; empty: direct connection. */
    public function getFirewallHost(): string {}

    /** Host of the proxy; empty: direct connection. */
    public function setFirewallHost(string $value): static {}

    /** Password for the proxy. */
    public function getFirewallPassword(): string {}

    /** Password for the proxy. */
    public function setFirewallPassword(#[\SensitiveParameter] string $value): static {}

    /** Port of the proxy. */
    public function getFirewallPort(): int {}

    /** Port of the proxy. */
    public function setFirewallPort(int $value): static {}

    /** User name for the proxy. */
    public function getFirewallUser(): string {}

    /** User name for the proxy. */
    public function setFirewallUser(string $value): static {}

    /** The From field; its address is the reverse-path unless ReturnPath is set. Empty at Send: error 164. */
    public function getFrom(): string {}

    /** The From field; its address is the reverse-path unless ReturnPath is set. Empty at Send: error 164. */
    public function setFrom(string $value): static {}

    /** False while a method runs, which only a callback can see. */
    public function getIdle(): bool {}

    /**
     * The Importance field; 0 leaves it out.
     *
     * @phpstan-return SSMTP::MI_UNSPECIFIED|SSMTP::MI_HIGH|SSMTP::MI_NORMAL|SSMTP::MI_LOW
     */
    public function getImportance(): int {}

    /**
     * The Importance field; 0 leaves it out.
     *
     * @phpstan-param SSMTP::MI_UNSPECIFIED|SSMTP::MI_HIGH|SSMTP::MI_NORMAL|SSMTP::MI_LOW $value
     */
    public function setImportance(int $value): static {}

    /** Put the signer's certificate into the signature. */
    public function getIncludeCertificate(): bool {}

    /** Put the signer's certificate into the signature. */
    public function setIncludeCertificate(bool|int|string $value): static {}

    /** Put the signer's chain without the root into the signature, if IncludeCertificate is true. */
    public function getIncludeChain(): bool {}

    /** Put the signer's chain without the root into the signature, if IncludeCertificate is true. */
    public function setIncludeChain(bool|int|string $value): static {}

    /** The last complete reply of the server with its code, lines joined by CRLF. */
    public function getLastReply(): string {}

    /** Local name or interface address; until set the host name, while connected the local address. */
    public function getLocalHost(): string {}

    /** Local name or interface address; until set the host name, while connected the local address. */
    public function setLocalHost(string $value): static {}

    /** Port of the server; 0 fails at Connect with error 116. */
    public function getMailPort(): int {}

    /** Port of the server; 0 fails at Connect with error 116. */
    public function setMailPort(int $value): static {}

    /** Host name or address of the server. Empty at Connect: error 163. */
    public function getMailServer(): string {}

    /** Host name or address of the server. Empty at Connect: error 163. */
    public function setMailServer(string $value): static {}

    /** Raw body, sent unchanged; setting it clears MessageText. */
    public function getMessage(): string {}

    /** Raw body, sent unchanged; setting it clears MessageText. */
    public function setMessage(string $value): static {}

    /** The Date field; * is the current time, empty leaves it out. */
    public function getMessageDate(): string {}

    /** The Date field; * is the current time, empty leaves it out. */
    public function setMessageDate(string $value): static {}

    /** Number of fields in the header section. */
    public function getMessageHeaderCount(): int {}

    /** Name of a header field. */
    public function getMessageHeaderField(int $index): string {}

    /** Unfolded value of a header field. */
    public function getMessageHeaderValue(int $index): string {}

    /** The header section as it would be sent now, or as it was sent. */
    public function getMessageHeadersString(): string {}

    /** The Message-Id field; * makes one for each message, empty leaves it out. */
    public function getMessageId(): string {}

    /** The Message-Id field; * makes one for each message, empty leaves it out. */
    public function setMessageId(string $value): static {}

    /** Number of recipients; growing adds empty ones, 0 clears. */
    public function getMessageRecipientCount(): int {}

    /** Number of recipients; growing adds empty ones, 0 clears. */
    public function setMessageRecipientCount(int $value): static {}

    /** Address of a recipient; an empty one is skipped. */
    public function getMessageRecipientAddress(int $index): string {}

    /** Address of a recipient; an empty one is skipped. */
    public function setMessageRecipientAddress(int $index, string $value): static {}

    /** Display name of a recipient. */
    public function getMessageRecipientName(int $index): string {}

    /** Display name of a recipient. */
    public function setMessageRecipientName(int $index, string $value): static {}

    /** Parameters of the RCPT command for a recipient, such as NOTIFY=SUCCESS,FAILURE. */
    public function getMessageRecipientOptions(int $index): string {}

    /** Parameters of the RCPT command for a recipient, such as NOTIFY=SUCCESS,FAILURE. */
    public function setMessageRecipientOptions(int $index, string $value): static {}

    /**
     * Type of a recipient.
     *
     * @phpstan-return SSMTP::RT_TO|SSMTP::RT_CC|SSMTP::RT_BCC
     */
    public function getMessageRecipientType(int $index): int {}

    /**
     * Type of a recipient.
     *
     * @phpstan-param SSMTP::RT_TO|SSMTP::RT_CC|SSMTP::RT_BCC $value
     */
    public function setMessageRecipientType(int $index, int $value): static {}

    /** Body; line ends become CRLF when sent. Setting it clears Message. */
    public function getMessageText(): string {}

    /** Body; line ends become CRLF when sent. Setting it clears Message. */
    public function setMessageText(string $value): static {}

    /** Further field lines; a value that begins with CRLF replaces the computed header section. */
    public function getOtherHeaders(): string {}

    /** Further field lines; a value that begins with CRLF replaces the computed header section. */
    public function setOtherHeaders(string $value): static {}

    /** Password of the log-in. */
    public function getPassword(): string {}

    /** Password of the log-in. */
    public function setPassword(#[\SensitiveParameter] string $value): static {}

    /**
     * The Priority field; 0 leaves it out.
     *
     * @phpstan-return SSMTP::EP_UNSPECIFIED|SSMTP::EP_NORMAL|SSMTP::EP_URGENT|SSMTP::EP_NON_URGENT
     */
    public function getPriority(): int {}

    /**
     * The Priority field; 0 leaves it out.
     *
     * @phpstan-param SSMTP::EP_UNSPECIFIED|SSMTP::EP_NORMAL|SSMTP::EP_URGENT|SSMTP::EP_NON_URGENT $value
     */
    public function setPriority(int $value): static {}

    /** Mailbox of the Disposition-Notification-To field. */
    public function getReadReceiptTo(): string {}

    /** Mailbox of the Disposition-Notification-To field. */
    public function setReadReceiptTo(string $value): static {}

    /** The Reply-To field. */
    public function getReplyTo(): string {}

    /** The Reply-To field. */
    public function setReplyTo(string $value): static {}

    /** Reverse-path instead of From; <> is the null reverse-path. */
    public function getReturnPath(): string {}

    /** Reverse-path instead of From; <> is the null reverse-path. */
    public function setReturnPath(string $value): static {}

    /** Mailboxes of the To field, comma-separated: a view of the recipients; setting replaces those of this type. */
    public function getSendTo(): string {}

    /** Mailboxes of the To field, comma-separated: a view of the recipients; setting replaces those of this type. */
    public function setSendTo(string $value): static {}

    /**
     * The Sensitivity field; 0 leaves it out.
     *
     * @phpstan-return SSMTP::ES_UNSPECIFIED|SSMTP::ES_PERSONAL|SSMTP::ES_PRIVATE|SSMTP::ES_COMPANY_CONFIDENTIAL
     */
    public function getSensitivity(): int {}

    /**
     * The Sensitivity field; 0 leaves it out.
     *
     * @phpstan-param SSMTP::ES_UNSPECIFIED|SSMTP::ES_PERSONAL|SSMTP::ES_PRIVATE|SSMTP::ES_COMPANY_CONFIDENTIAL $value
     */
    public function setSensitivity(int $value): static {}

    /** Digest of the signature: SHA256, SHA384, SHA512, SHA224, SHA1, MD5 or an object identifier; empty restores the default. Error 10194. */
    public function getSigningAlgorithm(): string {}

    /** Digest of the signature: SHA256, SHA384, SHA512, SHA224, SHA1, MD5 or an object identifier; empty restores the default. Error 10194. */
    public function setSigningAlgorithm(string $value): static {}

    /** A server certificate (PEM or base64; the first one of several) to accept whatever the verification says. Error 272. */
    public function getSSLAcceptServerCertEncoded(): string {}

    /** A server certificate (PEM or base64; the first one of several) to accept whatever the verification says. Error 272. */
    public function setSSLAcceptServerCertEncoded(string $value): static {}

    /** The client certificate for TLS; setting selects it and looks for its key in the store. Error 272. */
    public function getSSLCertEncoded(): string {}

    /** The client certificate for TLS; setting selects it and looks for its key in the store. Error 272. */
    public function setSSLCertEncoded(#[\SensitiveParameter] string $value): static {}

    /** The store the client certificate is taken from: a path, octets or a URI, as SSLCertStoreType says. */
    public function getSSLCertStore(): string {}

    /** The store the client certificate is taken from: a path, octets or a URI, as SSLCertStoreType says. */
    public function setSSLCertStore(#[\SensitiveParameter] string $value): static {}

    /** Password that opens SSLCertStore. */
    public function getSSLCertStorePassword(): string {}

    /** Password that opens SSLCertStore. */
    public function setSSLCertStorePassword(#[\SensitiveParameter] string $value): static {}

    /**
     * What SSLCertStore holds.
     *
     * @phpstan-return SSMTP::CST_USER|SSMTP::CST_MACHINE|SSMTP::CST_PFXFILE|SSMTP::CST_PFXBLOB|SSMTP::CST_JKSFILE|SSMTP::CST_JKSBLOB|SSMTP::CST_PEMKEY_FILE|SSMTP::CST_PEMKEY_BLOB|SSMTP::CST_PUBLIC_KEY_FILE|SSMTP::CST_PUBLIC_KEY_BLOB|SSMTP::CST_SSHPUBLIC_KEY_BLOB|SSMTP::CST_P7BFILE|SSMTP::CST_P7BBLOB|SSMTP::CST_SSHPUBLIC_KEY_FILE|SSMTP::CST_PPKFILE|SSMTP::CST_PPKBLOB|SSMTP::CST_XMLFILE|SSMTP::CST_XMLBLOB|SSMTP::CST_JWKFILE|SSMTP::CST_JWKBLOB|SSMTP::CST_SECURITY_KEY|SSMTP::CST_BCFKSFILE|SSMTP::CST_BCFKSBLOB|SSMTP::CST_PKCS11|SSMTP::CST_AUTO
     */
    public function getSSLCertStoreType(): int {}

    /**
     * What SSLCertStore holds.
     *
     * @phpstan-param SSMTP::CST_USER|SSMTP::CST_MACHINE|SSMTP::CST_PFXFILE|SSMTP::CST_PFXBLOB|SSMTP::CST_JKSFILE|SSMTP::CST_JKSBLOB|SSMTP::CST_PEMKEY_FILE|SSMTP::CST_PEMKEY_BLOB|SSMTP::CST_PUBLIC_KEY_FILE|SSMTP::CST_PUBLIC_KEY_BLOB|SSMTP::CST_SSHPUBLIC_KEY_BLOB|SSMTP::CST_P7BFILE|SSMTP::CST_P7BBLOB|SSMTP::CST_SSHPUBLIC_KEY_FILE|SSMTP::CST_PPKFILE|SSMTP::CST_PPKBLOB|SSMTP::CST_XMLFILE|SSMTP::CST_XMLBLOB|SSMTP::CST_JWKFILE|SSMTP::CST_JWKBLOB|SSMTP::CST_SECURITY_KEY|SSMTP::CST_BCFKSFILE|SSMTP::CST_BCFKSBLOB|SSMTP::CST_PKCS11|SSMTP::CST_AUTO $value
     */
    public function setSSLCertStoreType(int $value): static {}

    /** Selects the client certificate: subject, part of it, *, or Thumbprint=HEX. Errors 271, 272. */
    public function getSSLCertSubject(): string {}

    /** Selects the client certificate: subject, part of it, *, or Thumbprint=HEX. Errors 271, 272. */
    public function setSSLCertSubject(string $value): static {}

    /** Whether SSLStartMode asks for TLS; true turns mode 3 into 0, false sets 3. */
    public function getSSLEnabled(): bool {}

    /** Whether SSLStartMode asks for TLS; true turns mode 3 into 0, false sets 3. */
    public function setSSLEnabled(bool|int|string $value): static {}

    /** PEM of the server's certificate of the last connection. */
    public function getSSLServerCertEncoded(): string {}

    /**
     * When TLS begins; an explicit mode never goes on in clear.
     *
     * @phpstan-return SSMTP::SSL_AUTOMATIC|SSMTP::SSL_IMPLICIT|SSMTP::SSL_EXPLICIT|SSMTP::SSL_NONE|SSMTP::SSL_EXPLICIT_MANUAL
     */
    public function getSSLStartMode(): int {}

    /**
     * When TLS begins; an explicit mode never goes on in clear.
     *
     * @phpstan-param SSMTP::SSL_AUTOMATIC|SSMTP::SSL_IMPLICIT|SSMTP::SSL_EXPLICIT|SSMTP::SSL_NONE|SSMTP::SSL_EXPLICIT_MANUAL $value
     */
    public function setSSLStartMode(int $value): static {}

    /** The Subject field; left out until it is set. */
    public function getSubject(): string {}

    /** The Subject field; left out until it is set. */
    public function setSubject(string $value): static {}

    /** Seconds of inactivity before error 201; 0: no limit. AbsoluteTimeout makes it a limit on the whole method. */
    public function getTimeout(): int {}

    /** Seconds of inactivity before error 201; 0: no limit. AbsoluteTimeout makes it a limit on the whole method. */
    public function setTimeout(int $value): static {}

    /** User name of the log-in; empty: no log-in. */
    public function getUser(): string {}

    /** User name of the log-in; empty: no log-in. */
    public function setUser(string $value): static {}

    /**
     * TLS implementation: 0 and 1 are OpenSSL. 2 does not exist: error 270.
     *
     * @phpstan-return SSMTP::SSLP_AUTOMATIC|SSMTP::SSLP_PLATFORM|SSMTP::SSLP_INTERNAL
     */
    public function getSSLProvider(): int {}

    /**
     * TLS implementation: 0 and 1 are OpenSSL. 2 does not exist: error 270.
     *
     * @phpstan-param SSMTP::SSLP_AUTOMATIC|SSMTP::SSLP_PLATFORM|SSMTP::SSLP_INTERNAL $value
     */
    public function setSSLProvider(int $value): static {}

    /** Sign makes multipart/signed; false: application/pkcs7-mime. */
    public function getDetachedSignature(): bool {}

    /** Sign makes multipart/signed; false: application/pkcs7-mime. */
    public function setDetachedSignature(bool|int|string $value): static {}

    /** Number of recipient certificates; 0 clears, a smaller number drops the last ones. */
    public function getRecipientCertCount(): int {}

    /** Number of recipient certificates; 0 clears, a smaller number drops the last ones. */
    public function setRecipientCertCount(int $value): static {}

    /** A recipient certificate: reads as PEM, takes PEM, base64 or DER. Error 272. */
    public function getRecipientCertEncoded(int $index): string {}

    /** A recipient certificate: reads as PEM, takes PEM, base64 or DER. Error 272. */
    public function setRecipientCertEncoded(int $index, string $value): static {}

    /** Distinguished name of a recipient certificate. */
    public function getRecipientCertSubject(int $index): string {}

    /** Start of the certificate's validity in local time, as 23-Jan-2000 15:00:00. */
    public function getCertEffectiveDate(): string {}

    /** End of the certificate's validity in local time, as 23-Jan-2000 15:00:00. */
    public function getCertExpirationDate(): string {}

    /** Extended key usages: object identifiers, comma-separated. */
    public function getCertExtendedKeyUsage(): string {}

    /** MD5 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getCertFingerprint(): string {}

    /** SHA-1 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getCertFingerprintSHA1(): string {}

    /** SHA-256 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getCertFingerprintSHA256(): string {}

    /** Distinguished name of the issuer. */
    public function getCertIssuer(): string {}

    /** Password of the private key; reads as the store's password until it is set. */
    public function getCertKeyPassword(): string {}

    /** Password of the private key; reads as the store's password until it is set. */
    public function setCertKeyPassword(#[\SensitiveParameter] string $value): static {}

    /** The private key as unencrypted PEM; empty when there is none or it cannot be exported. */
    public function getCertPrivateKey(): string {}

    /** Whether a private key belongs to the certificate. */
    public function getCertPrivateKeyAvailable(): bool {}

    /** Windows key container: always empty. */
    public function getCertPrivateKeyContainer(): string {}

    /** The public key as PEM SubjectPublicKeyInfo. */
    public function getCertPublicKey(): string {}

    /** RSA, DSA, EC, ED25519 and so on, or the object identifier. */
    public function getCertPublicKeyAlgorithm(): string {}

    /** Length of the public key in bits. */
    public function getCertPublicKeyLength(): int {}

    /** Serial number: upper-case hexadecimal, two digits an octet. */
    public function getCertSerialNumber(): string {}

    /** Algorithm the issuer signed with, or its object identifier. */
    public function getCertSignatureAlgorithm(): string {}

    /** Alternative names (hosts, mail addresses, IP addresses, URIs), comma-separated. */
    public function getCertSubjectAltNames(): string {}

    /** MD5 thumbprint: upper-case hexadecimal. */
    public function getCertThumbprintMD5(): string {}

    /** SHA-1 thumbprint: upper-case hexadecimal. */
    public function getCertThumbprintSHA1(): string {}

    /** SHA-256 thumbprint: upper-case hexadecimal. */
    public function getCertThumbprintSHA256(): string {}

    /** Texts of the usage flags, comma-separated. */
    public function getCertUsage(): string {}

    /** Key usage: 0x80 digital signature, 0x40 non-repudiation, 0x20 key encipherment, 0x10 data encipherment, 0x08 key agreement, 0x04 certificate signing, 0x02 CRL signing, 0x01 encipher only. */
    public function getCertUsageFlags(): int {}

    /** Certificate version: V1, V2 or V3. */
    public function getCertVersion(): string {}

    /** Start of the certificate's validity in local time, as 23-Jan-2000 15:00:00. */
    public function getSSLAcceptServerCertEffectiveDate(): string {}

    /** End of the certificate's validity in local time, as 23-Jan-2000 15:00:00. */
    public function getSSLAcceptServerCertExpirationDate(): string {}

    /** Extended key usages: object identifiers, comma-separated. */
    public function getSSLAcceptServerCertExtendedKeyUsage(): string {}

    /** MD5 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getSSLAcceptServerCertFingerprint(): string {}

    /** SHA-1 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getSSLAcceptServerCertFingerprintSHA1(): string {}

    /** SHA-256 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getSSLAcceptServerCertFingerprintSHA256(): string {}

    /** Distinguished name of the issuer. */
    public function getSSLAcceptServerCertIssuer(): string {}

    /** Password of the private key; reads as the store's password until it is set. */
    public function getSSLAcceptServerCertKeyPassword(): string {}

    /** Password of the private key; reads as the store's password until it is set. */
    public function setSSLAcceptServerCertKeyPassword(#[\SensitiveParameter] string $value): static {}

    /** The private key as unencrypted PEM; empty when there is none or it cannot be exported. */
    public function getSSLAcceptServerCertPrivateKey(): string {}

    /** Whether a private key belongs to the certificate. */
    public function getSSLAcceptServerCertPrivateKeyAvailable(): bool {}

    /** Windows key container: always empty. */
    public function getSSLAcceptServerCertPrivateKeyContainer(): string {}

    /** The public key as PEM SubjectPublicKeyInfo. */
    public function getSSLAcceptServerCertPublicKey(): string {}

    /** RSA, DSA, EC, ED25519 and so on, or the object identifier. */
    public function getSSLAcceptServerCertPublicKeyAlgorithm(): string {}

    /** Length of the public key in bits. */
    public function getSSLAcceptServerCertPublicKeyLength(): int {}

    /** Serial number: upper-case hexadecimal, two digits an octet. */
    public function getSSLAcceptServerCertSerialNumber(): string {}

    /** Algorithm the issuer signed with, or its object identifier. */
    public function getSSLAcceptServerCertSignatureAlgorithm(): string {}

    /** Alternative names (hosts, mail addresses, IP addresses, URIs), comma-separated. */
    public function getSSLAcceptServerCertSubjectAltNames(): string {}

    /** MD5 thumbprint: upper-case hexadecimal. */
    public function getSSLAcceptServerCertThumbprintMD5(): string {}

    /** SHA-1 thumbprint: upper-case hexadecimal. */
    public function getSSLAcceptServerCertThumbprintSHA1(): string {}

    /** SHA-256 thumbprint: upper-case hexadecimal. */
    public function getSSLAcceptServerCertThumbprintSHA256(): string {}

    /** Texts of the usage flags, comma-separated. */
    public function getSSLAcceptServerCertUsage(): string {}

    /** Key usage: 0x80 digital signature, 0x40 non-repudiation, 0x20 key encipherment, 0x10 data encipherment, 0x08 key agreement, 0x04 certificate signing, 0x02 CRL signing, 0x01 encipher only. */
    public function getSSLAcceptServerCertUsageFlags(): int {}

    /** Certificate version: V1, V2 or V3. */
    public function getSSLAcceptServerCertVersion(): string {}

    /** Distinguished name of the certificate to accept. */
    public function getSSLAcceptServerCertSubject(): string {}

    /** Setting loads the certificate to accept from this store. Errors 271, 272. */
    public function getSSLAcceptServerCertStore(): string {}

    /** Setting loads the certificate to accept from this store. Errors 271, 272. */
    public function setSSLAcceptServerCertStore(string $value): static {}

    /** Password that opens SSLAcceptServerCertStore. */
    public function getSSLAcceptServerCertStorePassword(): string {}

    /** Password that opens SSLAcceptServerCertStore. */
    public function setSSLAcceptServerCertStorePassword(#[\SensitiveParameter] string $value): static {}

    /**
     * What SSLAcceptServerCertStore holds.
     *
     * @phpstan-return SSMTP::CST_USER|SSMTP::CST_MACHINE|SSMTP::CST_PFXFILE|SSMTP::CST_PFXBLOB|SSMTP::CST_JKSFILE|SSMTP::CST_JKSBLOB|SSMTP::CST_PEMKEY_FILE|SSMTP::CST_PEMKEY_BLOB|SSMTP::CST_PUBLIC_KEY_FILE|SSMTP::CST_PUBLIC_KEY_BLOB|SSMTP::CST_SSHPUBLIC_KEY_BLOB|SSMTP::CST_P7BFILE|SSMTP::CST_P7BBLOB|SSMTP::CST_SSHPUBLIC_KEY_FILE|SSMTP::CST_PPKFILE|SSMTP::CST_PPKBLOB|SSMTP::CST_XMLFILE|SSMTP::CST_XMLBLOB|SSMTP::CST_JWKFILE|SSMTP::CST_JWKBLOB|SSMTP::CST_SECURITY_KEY|SSMTP::CST_BCFKSFILE|SSMTP::CST_BCFKSBLOB|SSMTP::CST_PKCS11|SSMTP::CST_AUTO
     */
    public function getSSLAcceptServerCertStoreType(): int {}

    /**
     * What SSLAcceptServerCertStore holds.
     *
     * @phpstan-param SSMTP::CST_USER|SSMTP::CST_MACHINE|SSMTP::CST_PFXFILE|SSMTP::CST_PFXBLOB|SSMTP::CST_JKSFILE|SSMTP::CST_JKSBLOB|SSMTP::CST_PEMKEY_FILE|SSMTP::CST_PEMKEY_BLOB|SSMTP::CST_PUBLIC_KEY_FILE|SSMTP::CST_PUBLIC_KEY_BLOB|SSMTP::CST_SSHPUBLIC_KEY_BLOB|SSMTP::CST_P7BFILE|SSMTP::CST_P7BBLOB|SSMTP::CST_SSHPUBLIC_KEY_FILE|SSMTP::CST_PPKFILE|SSMTP::CST_PPKBLOB|SSMTP::CST_XMLFILE|SSMTP::CST_XMLBLOB|SSMTP::CST_JWKFILE|SSMTP::CST_JWKBLOB|SSMTP::CST_SECURITY_KEY|SSMTP::CST_BCFKSFILE|SSMTP::CST_BCFKSBLOB|SSMTP::CST_PKCS11|SSMTP::CST_AUTO $value
     */
    public function setSSLAcceptServerCertStoreType(int $value): static {}

    /** Start of the certificate's validity in local time, as 23-Jan-2000 15:00:00. */
    public function getSSLCertEffectiveDate(): string {}

    /** End of the certificate's validity in local time, as 23-Jan-2000 15:00:00. */
    public function getSSLCertExpirationDate(): string {}

    /** Extended key usages: object identifiers, comma-separated. */
    public function getSSLCertExtendedKeyUsage(): string {}

    /** MD5 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getSSLCertFingerprint(): string {}

    /** SHA-1 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getSSLCertFingerprintSHA1(): string {}

    /** SHA-256 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getSSLCertFingerprintSHA256(): string {}

    /** Distinguished name of the issuer. */
    public function getSSLCertIssuer(): string {}

    /** Password of the private key; reads as the store's password until it is set. */
    public function getSSLCertKeyPassword(): string {}

    /** Password of the private key; reads as the store's password until it is set. */
    public function setSSLCertKeyPassword(#[\SensitiveParameter] string $value): static {}

    /** The private key as unencrypted PEM; empty when there is none or it cannot be exported. */
    public function getSSLCertPrivateKey(): string {}

    /** Whether a private key belongs to the certificate. */
    public function getSSLCertPrivateKeyAvailable(): bool {}

    /** Windows key container: always empty. */
    public function getSSLCertPrivateKeyContainer(): string {}

    /** The public key as PEM SubjectPublicKeyInfo. */
    public function getSSLCertPublicKey(): string {}

    /** RSA, DSA, EC, ED25519 and so on, or the object identifier. */
    public function getSSLCertPublicKeyAlgorithm(): string {}

    /** Length of the public key in bits. */
    public function getSSLCertPublicKeyLength(): int {}

    /** Serial number: upper-case hexadecimal, two digits an octet. */
    public function getSSLCertSerialNumber(): string {}

    /** Algorithm the issuer signed with, or its object identifier. */
    public function getSSLCertSignatureAlgorithm(): string {}

    /** Alternative names (hosts, mail addresses, IP addresses, URIs), comma-separated. */
    public function getSSLCertSubjectAltNames(): string {}

    /** MD5 thumbprint: upper-case hexadecimal. */
    public function getSSLCertThumbprintMD5(): string {}

    /** SHA-1 thumbprint: upper-case hexadecimal. */
    public function getSSLCertThumbprintSHA1(): string {}

    /** SHA-256 thumbprint: upper-case hexadecimal. */
    public function getSSLCertThumbprintSHA256(): string {}

    /** Texts of the usage flags, comma-separated. */
    public function getSSLCertUsage(): string {}

    /** Key usage: 0x80 digital signature, 0x40 non-repudiation, 0x20 key encipherment, 0x10 data encipherment, 0x08 key agreement, 0x04 certificate signing, 0x02 CRL signing, 0x01 encipher only. */
    public function getSSLCertUsageFlags(): int {}

    /** Certificate version: V1, V2 or V3. */
    public function getSSLCertVersion(): string {}

    /** Start of the certificate's validity in local time, as 23-Jan-2000 15:00:00. */
    public function getSSLServerCertEffectiveDate(): string {}

    /** End of the certificate's validity in local time, as 23-Jan-2000 15:00:00. */
    public function getSSLServerCertExpirationDate(): string {}

    /** Extended key usages: object identifiers, comma-separated. */
    public function getSSLServerCertExtendedKeyUsage(): string {}

    /** MD5 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getSSLServerCertFingerprint(): string {}

    /** SHA-1 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getSSLServerCertFingerprintSHA1(): string {}

    /** SHA-256 fingerprint: lower-case hexadecimal pairs joined by colons. */
    public function getSSLServerCertFingerprintSHA256(): string {}

    /** Distinguished name of the issuer. */
    public function getSSLServerCertIssuer(): string {}

    /** Password of the private key; reads as the store's password until it is set. */
    public function getSSLServerCertKeyPassword(): string {}

    /** Password of the private key; reads as the store's password until it is set. */
    public function setSSLServerCertKeyPassword(#[\SensitiveParameter] string $value): static {}

    /** The private key as unencrypted PEM; empty when there is none or it cannot be exported. */
    public function getSSLServerCertPrivateKey(): string {}

    /** Whether a private key belongs to the certificate. */
    public function getSSLServerCertPrivateKeyAvailable(): bool {}

    /** Windows key container: always empty. */
    public function getSSLServerCertPrivateKeyContainer(): string {}

    /** The public key as PEM SubjectPublicKeyInfo. */
    public function getSSLServerCertPublicKey(): string {}

    /** RSA, DSA, EC, ED25519 and so on, or the object identifier. */
    public function getSSLServerCertPublicKeyAlgorithm(): string {}

    /** Length of the public key in bits. */
    public function getSSLServerCertPublicKeyLength(): int {}

    /** Serial number: upper-case hexadecimal, two digits an octet. */
    public function getSSLServerCertSerialNumber(): string {}

    /** Algorithm the issuer signed with, or its object identifier. */
    public function getSSLServerCertSignatureAlgorithm(): string {}

    /** Alternative names (hosts, mail addresses, IP addresses, URIs), comma-separated. */
    public function getSSLServerCertSubjectAltNames(): string {}

    /** MD5 thumbprint: upper-case hexadecimal. */
    public function getSSLServerCertThumbprintMD5(): string {}

    /** SHA-1 thumbprint: upper-case hexadecimal. */
    public function getSSLServerCertThumbprintSHA1(): string {}

    /** SHA-256 thumbprint: upper-case hexadecimal. */
    public function getSSLServerCertThumbprintSHA256(): string {}

    /** Texts of the usage flags, comma-separated. */
    public function getSSLServerCertUsage(): string {}

    /** Key usage: 0x80 digital signature, 0x40 non-repudiation, 0x20 key encipherment, 0x10 data encipherment, 0x08 key agreement, 0x04 certificate signing, 0x02 CRL signing, 0x01 encipher only. */
    public function getSSLServerCertUsageFlags(): int {}

    /** Certificate version: V1, V2 or V3. */
    public function getSSLServerCertVersion(): string {}

    /** Distinguished name of the server's certificate. */
    public function getSSLServerCertSubject(): string {}

    /**
     * What Send and Queue do to each message: 0 nothing, 1 (SIGN) sign it, 2 (ENCRYPT) encrypt it, 3 both. MessageText stays what was written.
     *
     * @phpstan-return int-mask<SSMTP::SIGN, SSMTP::ENCRYPT>
     */
    public function getProtection(): int {}

    /**
     * What Send and Queue do to each message: 0 nothing, 1 (SIGN) sign it, 2 (ENCRYPT) encrypt it, 3 both. MessageText stays what was written.
     *
     * @phpstan-param int-mask<SSMTP::SIGN, SSMTP::ENCRYPT> $value
     */
    public function setProtection(int $value): static {}
    // </settings>

    /** The argument is ignored. */
    public function __construct(?string $licence = null) {}

    public function VERSION(): string {}

    /** @alias ssmtp_get_last_error */
    public function lastError(): string {}

    /** @alias ssmtp_get_last_error_code */
    public function lastErrorCode(): int {}

    /** What was registered for the event by its name ("PITrail"); null removes it. */
    public function on(string $event, ?callable $callback): static {}

    /** Who gives the access token: function (string $user, bool $refused): string; null removes it. */
    public function setTokenProvider(?callable $provider): static {}

    /** One more To recipient behind those there are; the address may bring a display name along. */
    public function addTo(string $address, string $name = ''): static {}

    /** One more Cc recipient. */
    public function addCc(string $address, string $name = ''): static {}

    /** One more BCc recipient. */
    public function addBCc(string $address, string $name = ''): static {}

    /** @alias ssmtp_get_delivery_report */
    public function getDeliveryReport(): array {}

    // <operation methods> written by scripts/gen_settings.php
    /**
     * Opens the connection: TLS and log-in as they are set.
     *
     * @alias ssmtp_do_connect
     */
    public function doConnect(): int {}

    /**
     * Says QUIT and closes the connection; without one it does nothing.
     *
     * @alias ssmtp_do_disconnect
     */
    public function doDisconnect(): int {}

    /**
     * Notices what the server said or did meanwhile.
     *
     * @alias ssmtp_do_doevents
     */
    public function doDoEvents(): int {}

    /**
     * STARTTLS on an open connection with SSLStartMode 4, then the log-in.
     *
     * @alias ssmtp_do_starttls
     */
    public function doStartTLS(): int {}

    /**
     * Sends the message; connects before, and disconnects behind it, where there is no connection.
     *
     * @alias ssmtp_do_send
     */
    public function doSend(): int {}

    /**
     * Sends the message by SOML; needs AllowExtensions.
     *
     * @alias ssmtp_do_sendtoterminaloremail
     */
    public function doSendToTerminalOrEmail(): int {}

    /**
     * Sends the message by SEND; needs AllowExtensions.
     *
     * @alias ssmtp_do_sendtoterminalonly
     */
    public function doSendToTerminalOnly(): int {}

    /**
     * Sends the message by SAML; needs AllowExtensions.
     *
     * @alias ssmtp_do_sendtoterminalandemail
     */
    public function doSendToTerminalAndEmail(): int {}

    /**
     * EXPN: who is behind a mailing list; each is told by the event Expand.
     *
     * @alias ssmtp_do_expand
     */
    public function doExpand(string $emailaddress): int {}

    /**
     * VRFY: whether the server knows the address.
     *
     * @alias ssmtp_do_verify
     */
    public function doVerify(string $emailaddress): int {}

    /**
     * Sends one command as it is; the reply is in LastReply.
     *
     * @alias ssmtp_do_sendcommand
     */
    public function doSendCommand(#[\SensitiveParameter] string $command): int {}

    /**
     * Sends the messages of a queue directory.
     *
     * @alias ssmtp_do_processqueue
     */
    public function doProcessQueue(string $queuedir): int {}

    /**
     * Disconnects and makes every setting its default.
     *
     * @alias ssmtp_do_reset
     */
    public function doReset(): int {}
    // </operation methods>

    /** @alias ssmtp_do_addrecipientcert */
    public function doAddRecipientCert(string $certencoded): int {}

    /**
     * The message becomes one that carries the signing certificate and those of
     * AddRecipientCert and nothing else (RFC 8551 section 3.7).
     *
     * @alias ssmtp_do_certsonly
     */
    public function doCertsOnly(): void {}

    /** @alias ssmtp_do_config */
    public function doConfig(#[\SensitiveParameter] string $configurationstring): string {}

    /** @alias ssmtp_do_encrypt */
    public function doEncrypt(): int {}

    /** @alias ssmtp_do_interrupt */
    public function doInterrupt(): int {}

    /**
     * Begins another message: fields, recipients, their certificates, the body and what Sign or Encrypt made are
     * forgotten; server, connection, log-in, signer and Protection stay.
     *
     * @alias ssmtp_do_newmessage
     */
    public function doNewMessage(): void {}

    /** @alias ssmtp_do_queue */
    public function doQueue(string $queuedir): string {}

    /** @alias ssmtp_do_resetheaders */
    public function doResetHeaders(): int {}

    /** @alias ssmtp_do_sign */
    public function doSign(): int {}

    /** @alias ssmtp_do_signandencrypt */
    public function doSignAndEncrypt(): int {}

    /**
     * @param resource|null $stream
     * @alias ssmtp_do_setmessagestream
     */
    public function doSetMessageStream($stream): int {}

    /* Events: override to listen; no return types, so that overriding methods need none. The base class returns its argument. */

    // <events> written by scripts/gen_settings.php
    /**
     * The state of the connection changed.
     *
     * @return mixed
     */
    public function fireConnectionStatus(array $param) {}

    /**
     * The last octet of the body was written.
     *
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireEndTransfer(array $param) {}

    /**
     * Something failed that does not end the method, such as a refused recipient.
     *
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireError(array $param) {}

    /**
     * One line of a successful EXPN reply.
     *
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireExpand(array $param) {}

    /**
     * A line of the SMTP dialogue: 0 sent, 1 received, 2 information.
     *
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function firePITrail(array $param) {}

    /**
     * The server showed its certificate; accept decides whether the session goes on.
     *
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireSSLServerAuthentication(array $param) {}

    /**
     * Progress of the TLS handshake.
     *
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireSSLStatus(array $param) {}

    /**
     * The first octet of the body is about to be written.
     *
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireStartTransfer(array $param) {}

    /**
     * A chunk of the body was handed to the connection.
     *
     * @implementation-alias SSMTP::fireConnectionStatus
     * @return mixed
     */
    public function fireTransfer(array $param) {}
    // </events>
}

class SSMTPException extends RuntimeException
{
    /**
     * This message or its sender is refused: another message may go.
     * @var int
     */
    public const MESSAGE = 1;
    /**
     * This recipient is refused: the others may go.
     * @var int
     */
    public const RECIPIENT = 2;
    /**
     * The way to the server failed: a new connection may do.
     * @var int
     */
    public const CONNECTION = 3;
    /**
     * The server itself does not want, or cannot be trusted: another server may do.
     * @var int
     */
    public const SERVER = 4;
    /**
     * User, password, token or mechanism.
     * @var int
     */
    public const LOGIN = 5;
    /**
     * Settings, files, memory, the order of calls here.
     * @var int
     */
    public const LOCAL = 6;

    private int $replyCode = 0;
    private string $enhancedCode = "";
    private bool $transient = false;
    private int $scope = 6;
    private string $recipient = "";
    private string $queueFile = "";
    private bool $mayHaveBeenDelivered = false;

    /** The server's reply code, 0 when the failure is local. */
    public function getReplyCode(): int {}

    /** The enhanced status code ("5.1.1"), "" when there is none. */
    public function getEnhancedCode(): string {}

    /** True when the same call may succeed later: a 4yz reply, no answer, a dropped connection. */
    public function isTransient(): bool {}

    /** What has to change before the same can succeed: MESSAGE, RECIPIENT, CONNECTION, SERVER, LOGIN or LOCAL. */
    public function getScope(): int {}

    /** The recipient the failure belongs to, "" when it belongs to none. */
    public function getRecipient(): string {}

    /** ProcessQueue: the file the failure belongs to by the name it has now, without directory; "" when it belongs to none. */
    public function getQueueFile(): string {}

    /** True when the end of mail data may have reached the server: sending again may deliver twice. */
    public function mayHaveBeenDelivered(): bool {}
}
