/* Writes the mails that other programs read in tests/interop/smime-matrix.sh:
 *   smime_make CERTS OUT
 * CERTS is what tests/certs/make.sh made. A mail NAME is OUT/NAME.eml; beside
 * it stand NAME.content (what is signed or encrypted), NAME.der (the CMS
 * structure) and the same with one octet changed as NAME.bad.eml, .bad.content,
 * .bad.der. OUT/manifest has a line a mail:
 *   sign SIGNER SCHEME detached|opaque NAME
 *   encrypt RECIPIENT CIPHER KEY-ENCRYPTION COUNT NAME
 *   compress zlib zlib opaque NAME
 * OUT/certs-only.eml carries three certificates. */
#include <stdio.h>
#include <stdlib.h>

#include "base/base64.h"
#include "crypto/smime.h"
#include "mime/entity.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))
#define RECIPIENTS_MAX 50

static const char *certs, *out;
static FILE *manifest;

typedef struct content_kind {
	const char *name;
	const char *fields; /* Content-* lines as a caller would give them */
	ssmtp_slice body;
} content_kind;

static uint8_t long_line[3000], every_octet[1500];

#define KIND(name, fields, body)                                                                                       \
	{                                                                                                                  \
		name, fields,                                                                                                  \
		{                                                                                                              \
			(const uint8_t *) (body), sizeof(body) - 1                                                                 \
		}                                                                                                              \
	}

static const content_kind kinds[] = {
	KIND("eightbit", "",
		"Gr\xc3\xbc\xc3\x9f"
		"e aus K\xc3\xb6ln\r\nund \xe2\x82\xac 42\r\n"),
	{ "longline", "", { long_line, sizeof(long_line) } },
	KIND("blanks", "", "trailing  \r\n\t\r\nblanks\t\r\n"),
	KIND("dots", "", ".\r\n..\r\n.x\r\n.\r\n"),
	KIND("from", "", "From here\r\n>From there\r\nFrom \r\n"),
	KIND("empty", "", ""),
	KIND("nonewline", "", "no final line end"),
	KIND("cr", "", "only\rCR\rhere\r"),
	KIND("lf", "", "only\nLF\nhere\n"),
	KIND("html", "Content-Type: text/html; charset=utf-8\r\n",
		"<p>Gr\xc3\xbc\xc3\x9f"
		"e</p>\r\n"),
	{ "binary", "Content-Type: application/octet-stream\r\n", { every_octet, sizeof(every_octet) } },
	KIND("multipart", "Content-Type: multipart/mixed; boundary=\"b\"\r\n",
		"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGr\xc3\xbc\xc3\x9f"
		"e \r\n--b\r\n"
		"Content-Type: application/pdf\r\n\r\n%PDF\xff\xfe\r\n--b--\r\n"),
};

static const struct {
	const char *who;
	const char *scheme;
} signers[] = {
	{ "alice", "PKCS1" },
	{ "alice", "PSS" },
	{ "pss", "Auto" },
	{ "carol", "Auto" },
	{ "p384", "Auto" },
	{ "p521", "Auto" },
	{ "ed25519", "Auto" },
};

static const struct {
	const char *who;
	const char *cipher;
	const char *key_encryption;
	size_t count;
} envelopes[] = {
	{ "bob", "AESCBC256", "Auto", 1 },
	{ "bob", "AESCBC192", "Auto", 1 },
	{ "bob", "AESCBC128", "Auto", 1 },
	{ "bob", "3DES", "Auto", 1 },
	{ "bob", "AESCBC256", "Auto", 2 },
	{ "bob", "AESCBC256", "Auto", 50 },
	{ "bob", "3DES", "Auto", 50 },
	{ "bob", "AESCBC256", "OAEP", 1 },
	{ "bob", "AESCBC128", "OAEP", 50 },
	{ "bob", "AESGCM256", "Auto", 1 },
	{ "bob", "AESGCM128", "OAEP", 2 },
	{ "bob", "AESGCM256", "Auto", 50 },
	{ "rsa3072", "AESCBC256", "Auto", 1 },
	{ "carol", "AESCBC256", "Auto", 1 },
	{ "carol", "AESCBC128", "Auto", 2 },
	{ "carol", "AESGCM256", "Auto", 1 },
	{ "carol", "3DES", "Auto", 50 },
	{ "p384", "AESCBC256", "Auto", 1 },
	{ "p521", "AESGCM192", "Auto", 2 },
};

static void fail(const char *what, const ssmtp_error *error)
{
	fprintf(stderr, "smime_make: %s: %s\n", what, error == NULL ? "no memory" : error->text);
	exit(EXIT_FAILURE);
}

static void write_file(const char *name, const char *suffix, ssmtp_slice octets)
{
	char path[4096];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s.%s", out, name, suffix);
	file = fopen(path, "wb");
	if (file == NULL || fwrite(octets.ptr, 1, octets.len, file) != octets.len || fclose(file) != 0) {
		fail(path, NULL);
	}
}

static ssmtp_identity *open_identity(const char *who)
{
	ssmtp_error error = { 0 };
	ssmtp_identity *identity;
	ssmtp_store_request request = { .type = SSMTP_STORE_PEM_FILE, .need_key = true };
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s-bundle.pem", certs, who);
	request.store = ssmtp_slice_str(path);
	identity = ssmtp_identity_open(&request, &error);
	if (identity == NULL) {
		fail(who, &error);
	}
	return identity;
}

static ssmtp_certificate *read_certificate(const char *who)
{
	ssmtp_error error = { 0 };
	ssmtp_certificate *certificate;
	ssmtp_source *file;
	ssmtp_buf text;
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s.pem", certs, who);
	ssmtp_buf_init(&text, 1 << 20);
	file = ssmtp_source_file_new(path, &error);
	if (file == NULL || !ssmtp_source_read_all(file, &text, &error)) {
		fail(path, &error);
	}
	certificate = ssmtp_certificate_parse(ssmtp_buf_slice(&text), &error);
	if (certificate == NULL) {
		fail(path, &error);
	}
	ssmtp_source_free(&file);
	ssmtp_buf_free(&text);
	return certificate;
}

/* What Sign() and Encrypt() make of the content before anything else. */
static void make_entity(const content_kind *kind, ssmtp_buf *fields, ssmtp_source **body, ssmtp_buf *content)
{
	ssmtp_error error = { 0 };

	ssmtp_buf_init(fields, 1 << 20);
	ssmtp_buf_init(content, 1 << 20);
	*body = ssmtp_source_mem_new(kind->body, &error);
	if (*body == NULL || !ssmtp_buf_append_str(fields, kind->fields) ||
		!ssmtp_entity_canonical(fields, body, "utf-8", false, &error) ||
		!ssmtp_buf_append_slice(content, ssmtp_buf_slice(fields)) || !ssmtp_buf_append_str(content, "\r\n") ||
		!ssmtp_source_read_all(*body, content, &error) || !ssmtp_source_rewind(*body, &error)) {
		fail(kind->name, &error);
	}
}

static size_t find(ssmtp_slice in, const char *what, size_t from)
{
	size_t len = strlen(what);

	while (from + len <= in.len && memcmp(in.ptr + from, what, len) != 0) {
		from++;
	}
	return from;
}

/* An octet inside the content or its ciphertext, which stands at the end; compressed, it may be of any length. */
static size_t inside(ssmtp_slice der, const ssmtp_buf *content)
{
	size_t back = content->end / 2 + 17;
	char head[33] = { 0 };
	size_t at;

	memcpy(head, content->data, sizeof(head) - 1);
	at = find(der, head, 0);
	if (at + sizeof(head) < der.len) {
		return at + content->end / 2;
	}
	return back < der.len / 2 ? der.len - back : der.len - 6;
}

/* Decodes the base64 between from and to, changes one octet of content (NULL: none), encodes it again in place. */
static void recode(
	const char *name, const char *suffix, ssmtp_buf *mail, size_t from, size_t to, const ssmtp_buf *content)
{
	ssmtp_error error = { 0 };
	ssmtp_source *source;
	ssmtp_buf der, lines;

	ssmtp_buf_init(&der, 1 << 20);
	ssmtp_buf_init(&lines, 1 << 20);
	if (!ssmtp_base64_decode_text(&der, ssmtp_slice_of(mail->data + from, to - from))) {
		fail(name, NULL);
	}
	if (content != NULL) {
		der.data[inside(ssmtp_buf_slice(&der), content)] ^= 1;
	}
	write_file(name, suffix, ssmtp_buf_slice(&der));
	source = ssmtp_source_mem_new(ssmtp_buf_slice(&der), &error);
	source = ssmtp_filter_base64_new_take(&source, &error);
	if (!ssmtp_source_read_all(source, &lines, &error) || ssmtp_buf_len(&lines) != to - from) {
		fail(name, &error);
	}
	memcpy(mail->data + from, lines.data, to - from);
	ssmtp_source_free(&source);
	ssmtp_buf_free(&der);
	ssmtp_buf_free(&lines);
}

/* Bare CR, bare LF, long lines: what must not be in any mail. */
static void check_wire(const char *name, ssmtp_slice mail)
{
	size_t line = 0;

	for (size_t i = 0; i < mail.len; i++) {
		bool ends = mail.ptr[i] == '\r' && i + 1 < mail.len && mail.ptr[i + 1] == '\n';

		if ((mail.ptr[i] == '\r' && !ends) || (mail.ptr[i] == '\n' && (i == 0 || mail.ptr[i - 1] != '\r')) ||
			mail.ptr[i] == '\0' || mail.ptr[i] > 127 || line > 78) {
			fprintf(stderr, "smime_make: %s: octet %zu is not fit for mail\n", name, i);
			exit(EXIT_FAILURE);
		}
		line = ends || mail.ptr[i] == '\n' ? 0 : line + 1;
	}
}

static void write_mail(const char *name, ssmtp_buf *fields, ssmtp_source *body, const ssmtp_buf *content, bool detached)
{
	static const char marker[] = "filename=\"smime.p7s\"\r\n\r\n";
	ssmtp_error error = { 0 };
	ssmtp_buf mail, changed;
	size_t from, to;

	ssmtp_buf_init(&mail, 1 << 20);
	ssmtp_buf_init(&changed, 1 << 20);
	ssmtp_buf_printf(&mail,
		"From: Alice <alice@example.org>\r\nTo: Bob <bob@example.org>\r\nSubject: %s\r\n"
		"Date: Thu, 01 Jan 2026 00:00:00 +0000\r\nMessage-ID: <%s@example.org>\r\nMIME-Version: 1.0\r\n",
		name, name);
	ssmtp_buf_append_slice(&mail, ssmtp_buf_slice(fields));
	ssmtp_buf_append_str(&mail, "\r\n");
	if (!ssmtp_source_read_all(body, &mail, &error)) {
		fail(name, &error);
	}
	check_wire(name, ssmtp_buf_slice(&mail));
	write_file(name, "eml", ssmtp_buf_slice(&mail));
	write_file(name, "content", ssmtp_buf_slice(content));
	from = detached ? find(ssmtp_buf_slice(&mail), marker, 0) + strlen(marker)
					: find(ssmtp_buf_slice(&mail), "\r\n\r\n", 0) + 4;
	to = detached ? find(ssmtp_buf_slice(&mail), "--=_ssmtp_", from) : ssmtp_buf_len(&mail);
	recode(name, "der", &mail, from, to, NULL);
	ssmtp_buf_append_slice(&changed, ssmtp_buf_slice(content));
	changed.data[changed.end / 2] ^= 1;
	write_file(name, "bad.content", ssmtp_buf_slice(&changed));
	if (detached) {
		size_t at = find(ssmtp_buf_slice(&mail), "\r\n--=_ssmtp_", 0);

		/* The second boundary line ends the content. */
		mail.data[at + find(ssmtp_slice_of(mail.data + at + 2, mail.end - at - 2), "\r\n", 0) + 4 + changed.end / 2] ^=
			1;
	} else {
		recode(name, "bad.der", &mail, from, to, content);
	}
	write_file(name, "bad.eml", ssmtp_buf_slice(&mail));
	ssmtp_buf_free(&mail);
	ssmtp_buf_free(&changed);
}

static const ssmtp_smime_options usual = {
	.detached = true, .include_certificate = true, .include_chain = true, .signing_time = true
};

static void make_signed(size_t row, const content_kind *kind, bool detached)
{
	ssmtp_identity *signer = open_identity(signers[row].who);
	ssmtp_smime_options options = usual;
	ssmtp_error error = { 0 };
	ssmtp_buf fields, content;
	ssmtp_source *body;
	char name[200];

	snprintf(name, sizeof(name), "sign-%s-%s-%s-%s", signers[row].who, signers[row].scheme,
		detached ? "detached" : "opaque", kind->name);
	make_entity(kind, &fields, &body, &content);
	options.scheme = signers[row].scheme;
	options.detached = detached;
	if (!ssmtp_smime_sign(&body, &fields, signer, &options, &error)) {
		fail(name, &error);
	}
	write_mail(name, &fields, body, &content, detached);
	fprintf(
		manifest, "sign %s %s %s %s\n", signers[row].who, signers[row].scheme, detached ? "detached" : "opaque", name);
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
	ssmtp_buf_free(&content);
	ssmtp_identity_free(&signer);
}

static void make_encrypted(size_t row, const content_kind *kind)
{
	ssmtp_certificate *items[RECIPIENTS_MAX];
	ssmtp_recipient_certs recipients = { items, envelopes[row].count };
	ssmtp_smime_options options = usual;
	ssmtp_error error = { 0 };
	ssmtp_buf fields, content;
	ssmtp_source *body;
	char name[200];

	items[0] = read_certificate(envelopes[row].who);
	for (size_t i = 1; i < recipients.count; i++) {
		snprintf(name, sizeof(name), "r%02zu", i);
		items[i] = read_certificate(name);
	}
	snprintf(name, sizeof(name), "encrypt-%s-%s-%s-%zu-%s", envelopes[row].who, envelopes[row].cipher,
		envelopes[row].key_encryption, recipients.count, kind->name);
	make_entity(kind, &fields, &body, &content);
	options.cipher = envelopes[row].cipher;
	options.key_encryption = envelopes[row].key_encryption;
	if (!ssmtp_smime_encrypt(&body, &fields, &recipients, &options, &error)) {
		fail(name, &error);
	}
	write_mail(name, &fields, body, &content, false);
	fprintf(manifest, "encrypt %s %s %s %zu %s\n", envelopes[row].who, envelopes[row].cipher,
		envelopes[row].key_encryption, recipients.count, name);
	for (size_t i = 0; i < recipients.count; i++) {
		ssmtp_certificate_free(&items[i]);
	}
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
	ssmtp_buf_free(&content);
}

static void make_compressed(const content_kind *kind)
{
	ssmtp_error error = { 0 };
	ssmtp_buf fields, content;
	ssmtp_source *body;
	char name[200];

	snprintf(name, sizeof(name), "compress-%s", kind->name);
	make_entity(kind, &fields, &body, &content);
	if (!ssmtp_smime_compress(&body, &fields, &error)) {
		fail(name, &error);
	}
	write_mail(name, &fields, body, &content, false);
	fprintf(manifest, "compress zlib zlib opaque %s\n", name);
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
	ssmtp_buf_free(&content);
}

/* Three certificates and nothing else; no line of the manifest. */
static void make_certs_only(void)
{
	ssmtp_certificate *items[] = { read_certificate("bob"), read_certificate("carol"), read_certificate("r01") };
	ssmtp_recipient_certs list = { items, COUNT(items) };
	ssmtp_error error = { 0 };
	ssmtp_buf fields, mail;
	ssmtp_source *body;

	ssmtp_buf_init(&fields, 1 << 20);
	ssmtp_buf_init(&mail, 1 << 20);
	body = ssmtp_smime_certs_only(&list, &fields, &error);
	if (body == NULL || !ssmtp_buf_append_str(&mail, "MIME-Version: 1.0\r\n") ||
		!ssmtp_buf_append_slice(&mail, ssmtp_buf_slice(&fields)) || !ssmtp_buf_append_str(&mail, "\r\n") ||
		!ssmtp_source_read_all(body, &mail, &error)) {
		fail("certs-only", &error);
	}
	check_wire("certs-only", ssmtp_buf_slice(&mail));
	write_file("certs-only", "eml", ssmtp_buf_slice(&mail));
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
	ssmtp_buf_free(&mail);
	for (size_t i = 0; i < COUNT(items); i++) {
		ssmtp_certificate_free(&items[i]);
	}
}

int main(int argc, char **argv)
{
	char path[4096];

	if (argc != 3) {
		fprintf(stderr, "usage: smime_make CERTS OUT\n");
		return EXIT_FAILURE;
	}
	certs = argv[1];
	out = argv[2];
	memset(long_line, 'L', sizeof(long_line) - 2);
	memcpy(long_line + sizeof(long_line) - 2, "\r\n", 2);
	for (size_t i = 0; i < sizeof(every_octet); i++) {
		every_octet[i] = (uint8_t) (i * 7);
	}
	snprintf(path, sizeof(path), "%s/manifest", out);
	manifest = fopen(path, "w");
	if (manifest == NULL) {
		fail(path, NULL);
	}
	for (size_t k = 0; k < COUNT(kinds); k++) {
		for (size_t row = 0; row < COUNT(signers); row++) {
			make_signed(row, &kinds[k], true);
			make_signed(row, &kinds[k], false);
		}
	}
	/* Every envelope with 8-bit text, the default one with every kind. */
	for (size_t row = 0; row < COUNT(envelopes); row++) {
		make_encrypted(row, &kinds[0]);
	}
	for (size_t k = 1; k < COUNT(kinds); k++) {
		make_encrypted(0, &kinds[k]);
	}
	for (size_t k = 0; k < COUNT(kinds); k++) {
		make_compressed(&kinds[k]);
	}
	make_certs_only();
	return fclose(manifest) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
