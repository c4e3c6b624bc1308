/* sequences: every sequence of five calls upon a message with Send and Queue
 * behind it, against a model of what leaves, in which layers and to whom, or
 * which error. The sequences are a tree; what leaves is taken apart (the
 * envelopes opened, the signatures verified) once a node. */
#include <openssl/cms.h>
#include <openssl/evp.h>

#include "base/ascii.h"
#include "base/base64.h"
#include "memory_server.h"
#include "mime/header.h"
#include "smime_fixture.h"
#include "unit.h"

/* And Send and Queue behind them. */
#ifdef __SANITIZE_ADDRESS__
#define LENGTH 4
#else
#define LENGTH 5
#endif
#define SECRET "the secret text "
#define LAYERS_MAX (LENGTH * 2 + 1)

typedef enum call {
	SET_TEXT,
	SET_MESSAGE,
	SET_STREAM,
	SET_HEADERS,
	SIGN,
	ENCRYPT,
	SIGN_AND_ENCRYPT,
	FAIL_ENCRYPT,
	RESET_HEADERS,
	NEW_MESSAGE,
	SET_RECIPIENTS,
	SEND,
	QUEUE,
	CALLS
} call;

static const char *const call_names[CALLS] = { "text", "message", "stream", "headers", "sign", "encrypt", "both",
	"failing encrypt", "ResetHeaders", "NewMessage", "recipients", "send", "queue" };

/* ---- the model: what the pages promise ---- */

typedef struct model {
	unsigned calls;          /* so many were made */
	int body;                /* 0: none; else the number of the call that set it, from 1; FIRST_BODY of a new client */
	bool stream;             /* it is a stream */
	char layers[LAYERS_MAX]; /* what Sign and Encrypt made around it, the outermost first; "" for a body as set */
	unsigned done, owed;     /* SSMTP_SIGN, SSMTP_ENCRYPT */
	bool reset;              /* ResetHeaders behind what is owed */
	bool headers;            /* OtherHeaders are set */
	bool sent;               /* the body left */
	int to, sent_to;         /* recipients: 0 none, else a number */
} model;

#define FIRST_BODY 99

static model model_body(model now, bool stream)
{
	now.body = (int) now.calls;
	now.stream = stream;
	now.sent = false;
	now.layers[0] = '\0';
	now.done = 0;
	now.owed = now.reset ? 0 : now.owed;
	now.reset = false;
	return now;
}

/* Sign comes first and is the inner one. */
static model model_wrap(model now, unsigned asked)
{
	char before[LAYERS_MAX];

	snprintf(before, sizeof(before), "%s", now.layers);
	snprintf(now.layers, sizeof(now.layers), "%s%s%.*s", asked & SSMTP_ENCRYPT ? "E" : "",
		asked & SSMTP_SIGN ? "S" : "", (int) sizeof(now.layers) - 3, before);
	now.done |= asked;
	now.stream = false;
	return now;
}

/* What Sign and Encrypt make of it; *ok: they can. */
static model model_protect(model now, unsigned asked, bool possible, bool *ok)
{
	*ok = possible && now.body != 0;
	now.reset = (asked & SSMTP_ENCRYPT) || !*ok ? false : now.reset;
	if (!*ok) {
		now.owed |= asked;
		return now;
	}
	now.owed = (now.owed | (asked & SSMTP_ENCRYPT)) & ~(asked & SSMTP_SIGN);
	return model_wrap(now, asked);
}

/* *code: 0, or the error. */
static model model_leave(model now, int *code)
{
	if (now.to == 0) {
		*code = SSMTP_E_NO_SENDER; /* ResetHeaders takes From along */
	} else if ((now.owed & ~now.done) != 0 || now.body == 0 || (now.sent && now.to != now.sent_to)) {
		*code = SSMTP_E_INVALID_STATE;
	} else {
		*code = 0;
		now.body = now.stream ? 0 : now.body;
		now.sent = true;
		now.sent_to = now.to;
	}
	return now;
}

static model model_reset_headers(model now)
{
	now.body = now.layers[0] == '\0' ? now.body : 0;
	now.layers[0] = '\0';
	now.done = 0;
	now.reset = now.owed != 0;
	now.headers = false;
	now.to = 0;
	return now;
}

/* The same call in the model: what it says and what it leaves. */
static model model_call(model now, call made, int *code)
{
	bool ok = true;

	*code = 0;
	now.calls++;
	switch (made) {
	case SET_TEXT:
	case SET_MESSAGE:
	case SET_STREAM:
		return model_body(now, made == SET_STREAM);
	case SET_HEADERS:
		now.headers = true;
		break;
	case SIGN:
		now = model_protect(now, SSMTP_SIGN, true, &ok);
		break;
	case ENCRYPT:
		now = model_protect(now, SSMTP_ENCRYPT, true, &ok);
		break;
	case SIGN_AND_ENCRYPT:
		now = model_protect(now, SSMTP_SIGN | SSMTP_ENCRYPT, true, &ok);
		break;
	case FAIL_ENCRYPT:
		now = model_protect(now, SSMTP_ENCRYPT, false, &ok);
		break;
	case RESET_HEADERS:
		return model_reset_headers(now);
	case NEW_MESSAGE:
		return (model){ .calls = now.calls, .body = (int) now.calls }; /* with a text set behind it */
	case SET_RECIPIENTS:
		now.to = now.to == 1 ? 2 : 1;
		break;
	case SEND:
	case QUEUE:
		return model_leave(now, code);
	default:
		break;
	}
	*code = ok ? 0 : -1; /* any error */
	return now;
}

/* ---- the client ---- */

static fixture ann, bob;
static ssmtp_identity *signer;
static ssmtp_certificate *reader;

/* A client, its server and what came out of it last. */
typedef struct walk {
	ssmtp_client *client;
	memory_server *server;
	ssmtp_buf file; /* of Queue */
	model now;
} walk;

static bool set_text(ssmtp_client *client, int id, const char *text, ssmtp_error *error)
{
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, ssmtp_slice_str(text) };

	return ssmtp_client_set(client, id, 0, &value, error);
}

static void body_text(char text[64], int number)
{
	snprintf(text, 64, SECRET "%d.\r\n", number);
}

static bool set_body(ssmtp_client *client, int id, int number, ssmtp_error *error)
{
	char text[64];

	body_text(text, number);
	return set_text(client, id, text, error);
}

/* The signer and the readers' certificate are parsed once for all: three quarters of the time went there. */
static void walk_begin(walk *self)
{
	static const char hello[] = "Hello=client.example.org";
	ssmtp_error error = { 0 };

	self->now = (model){ .body = FIRST_BODY };
	ssmtp_buf_init(&self->file, 1 << 20);
	self->client = ssmtp_client_new(NULL, &error);
	if (self->client == NULL || !set_text(self->client, SSMTP_ID_MAIL_SERVER, "127.0.0.1", &error) ||
		!ssmtp_client_config(self->client, ssmtp_slice_str(hello), &self->file, &error) ||
		!set_body(self->client, SSMTP_ID_MESSAGE_TEXT, FIRST_BODY, &error) ||
		(self->server = memory_connect(self->client, &error)) == NULL) {
		printf("sequences: %s\n", error.text);
		exit(EXIT_FAILURE);
	}
	self->client->signer = ssmtp_identity_ref(signer);
}

static void walk_end(walk *self)
{
	ssmtp_client_free(&self->client);
	ssmtp_buf_free(&self->file);
}

static bool set_stream(ssmtp_client *client, int number, ssmtp_error *error)
{
	char text[64];
	ssmtp_source *stream;
	bool ok;

	body_text(text, number);
	stream = ssmtp_source_mem_new(ssmtp_slice_str(text), error);
	ok = stream != NULL && ssmtp_client_set_message_stream(client, &stream, error);
	ssmtp_source_free(&stream);
	return ok;
}

static bool encrypt_for(ssmtp_client *client, bool (*how)(ssmtp_client *, ssmtp_error *), bool possible,
	ssmtp_error *error)
{
	ssmtp_client_recipient_certs_clear(client, 0);
	if (possible) {
		client->recipient_certs = ssmtp_alloc(sizeof(*client->recipient_certs));
		client->recipient_certs[client->recipient_cert_count++] = ssmtp_certificate_ref(reader);
	}
	return how(client, error);
}

static bool set_recipients(ssmtp_client *client, int to, ssmtp_error *error)
{
	return set_text(client, SSMTP_ID_FROM, "ann@example.org", error) &&
		   set_text(client, SSMTP_ID_SEND_TO, to == 1 ? "bob@example.org" : "carol@example.org", error);
}

static bool run_send(ssmtp_client *client, ssmtp_error *error)
{
	if (!ssmtp_client_begin(client, SSMTP_OP_SEND, SSMTP_SLICE_EMPTY, error)) {
		return false;
	}
	return memory_run(client) || ssmtp_error_copy(error, ssmtp_client_error(client));
}

static bool client_call(walk *self, call made, const model *after, ssmtp_error *error)
{
	ssmtp_client *client = self->client;
	int number = (int) after->calls;

	switch (made) {
	case SET_TEXT:
		return set_body(client, SSMTP_ID_MESSAGE_TEXT, number, error);
	case SET_MESSAGE:
		return set_body(client, SSMTP_ID_MESSAGE, number, error);
	case SET_STREAM:
		return set_stream(client, number, error);
	case SET_HEADERS:
		return set_text(client, SSMTP_ID_OTHER_HEADERS, "X-Own: 1\r\n", error);
	case SIGN:
		return ssmtp_client_sign(client, error);
	case ENCRYPT:
	case FAIL_ENCRYPT:
		return encrypt_for(client, ssmtp_client_encrypt, made == ENCRYPT, error);
	case SIGN_AND_ENCRYPT:
		return encrypt_for(client, ssmtp_client_sign_and_encrypt, true, error);
	case RESET_HEADERS:
		return ssmtp_client_reset_headers(client, error);
	case NEW_MESSAGE:
		return ssmtp_client_new_message(client, error) &&
			   set_body(client, SSMTP_ID_MESSAGE_TEXT, number, error);
	case SET_RECIPIENTS:
		return set_recipients(client, after->to, error);
	case SEND:
		return run_send(client, error);
	default:
		ssmtp_buf_clear(&self->file);
		return ssmtp_client_queue(client, SSMTP_SLICE("*"), &self->file, error);
	}
}

/* ---- what left ---- */

static size_t find(ssmtp_slice text, const char *words)
{
	size_t len = strlen(words);

	for (size_t i = 0; i + len <= text.len; i++) {
		if (text.ptr[i] == (uint8_t) words[0] && memcmp(text.ptr + i, words, len) == 0) {
			return i;
		}
	}
	return text.len;
}

static bool holds(ssmtp_slice text, const char *words)
{
	return find(text, words) < text.len;
}

/* The text before the words; *rest is what stands behind them. */
static ssmtp_slice cut(ssmtp_slice text, const char *words, ssmtp_slice *rest)
{
	size_t at = find(text, words);

	*rest = ssmtp_slice_skip(text, at + strlen(words));
	return ssmtp_slice_head(text, at);
}

static CMS_ContentInfo *cms_of(ssmtp_slice base64)
{
	CMS_ContentInfo *cms = NULL;
	ssmtp_buf der;

	ssmtp_buf_init(&der, 1 << 20);
	if (ssmtp_base64_decode_text(&der, base64)) {
		ssmtp_slice octets = ssmtp_buf_slice(&der);
		const uint8_t *at = octets.ptr;

		cms = d2i_CMS_ContentInfo(NULL, &at, (long) octets.len);
	}
	ssmtp_buf_free(&der);
	return cms;
}

/* The part that is signed, when the signature is right. */
static bool open_signed(ssmtp_slice fields, ssmtp_slice body, ssmtp_slice *content)
{
	char boundary[80] = "\r\n--";
	ssmtp_slice rest, part;
	CMS_ContentInfo *cms;
	BIO *octets;
	bool ok;

	cut(fields, "boundary=\"", &rest);
	part = cut(rest, "\"", &rest);
	snprintf(boundary + 4, sizeof(boundary) - 4, "%.*s", (int) part.len, (const char *) part.ptr);
	cut(body, boundary, &rest);
	*content = cut(ssmtp_slice_skip(rest, 2), boundary, &rest);
	cut(rest, "\r\n\r\n", &rest);
	part = cut(rest, "--", &rest);
	cms = cms_of(part);
	octets = BIO_new_mem_buf(content->ptr, (int) content->len);
	ok = cms != NULL && CMS_verify(cms, NULL, NULL, octets, NULL, CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY) == 1;
	BIO_free(octets);
	CMS_ContentInfo_free(cms);
	return ok;
}

static bool open_envelope(ssmtp_slice body, ssmtp_buf *content)
{
	CMS_ContentInfo *cms = cms_of(body);
	BIO *octets = BIO_new(BIO_s_mem());
	bool ok = cms != NULL && CMS_decrypt(cms, bob.key, bob.x509, NULL, octets, 0) == 1;
	char *text;
	long len = BIO_get_mem_data(octets, &text);

	ok = ok && ssmtp_buf_append(content, text, (size_t) len);
	BIO_free(octets);
	CMS_ContentInfo_free(cms);
	return ok;
}

static bool layers_are(ssmtp_slice entity, const char *layers, int body, bool open)
{
	ssmtp_slice content, rest, fields = cut(entity, "\r\n\r\n", &rest);
	bool enveloped = holds(fields, "smime-type=enveloped-data"), made = holds(fields, "multipart/signed");
	char text[64];
	ssmtp_buf inner;
	bool ok;

	if (*layers == '\0') {
		body_text(text, body);
		return !enveloped && !made && ssmtp_slice_equal(rest, ssmtp_slice_str(text));
	}
	if (*layers == 'S') {
		return made && !enveloped && open_signed(fields, rest, &content) && layers_are(content, layers + 1, body, open);
	}
	if (!enveloped || made || holds(entity, SECRET) || !open) {
		return enveloped && !made && !holds(entity, SECRET);
	}
	ssmtp_buf_init(&inner, 1 << 20);
	ok = open_envelope(rest, &inner) && layers_are(ssmtp_buf_slice(&inner), layers + 1, body, open);
	ssmtp_buf_free(&inner);
	return ok;
}

/* Sections with a field twice have let foreign mail through before. */
static bool fields_once(ssmtp_slice section)
{
	static const char *const names[] = { "From", "To", "Date", "Message-Id", "MIME-Version", "Content-Type",
		"Content-Transfer-Encoding", "X-Own" };
	unsigned seen[sizeof(names) / sizeof(names[0])] = { 0 };
	ssmtp_header_field field;

	while (ssmtp_header_next(&section, &field)) {
		for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
			if (ssmtp_slice_equal_nocase(field.name, ssmtp_slice_str(names[i])) && ++seen[i] > 1) {
				return false;
			}
		}
	}
	return true;
}

static bool goes_to(ssmtp_slice text, int to)
{
	return holds(text, "bob@") == (to == 1) && holds(text, "carol@") == (to == 2);
}

static bool left_as(walk *self, call made, const model *before, bool open)
{
	ssmtp_slice mail, envelope, section, rest;

	if (made == QUEUE) {
		envelope = cut(ssmtp_buf_slice(&self->file), "\r\n\r\n", &mail);
	} else {
		envelope = ssmtp_buf_slice(&self->server->commands);
		mail = ssmtp_buf_slice(&self->server->mail);
		mail = ssmtp_slice_head(mail, mail.len - strlen(".\r\n"));
	}
	section = cut(mail, "\r\n\r\n", &rest);
	section.len += 2;
	return goes_to(envelope, before->to) && goes_to(section, before->to) && fields_once(section) &&
		   holds(section, "X-Own: 1\r\n") == before->headers && layers_are(mail, before->layers, before->body, open);
}

/* ---- the walk ---- */

static void say(const call *calls, size_t count, char *text, size_t room)
{
	size_t len = 0;

	for (size_t i = 0; i < count && len < room; i++) {
		len += (size_t) snprintf(text + len, room - len, "%s%s", i == 0 ? "" : ", ", call_names[calls[i]]);
	}
}

/* look: what left is looked at; open: and its envelopes are opened. */
static void make(walk *self, const call *calls, size_t at, bool look, bool open)
{
	ssmtp_error error = { 0 };
	char text[256] = "";
	int code = 0;
	model before = self->now;
	bool ok;

	self->now = model_call(before, calls[at], &code);
	ok = client_call(self, calls[at], &self->now, &error);
	if (ok != (code == 0) || (code > 0 && error.code != code)) {
		say(calls, at + 1, text, sizeof(text));
		CHECK(false, "%s: %d instead of %d: %s", text, error.code, code, error.text);
	} else if (ok && look && calls[at] >= SEND && !left_as(self, calls[at], &before, open)) {
		say(calls, at + 1, text, sizeof(text));
		CHECK(false, "%s: left otherwise than as body %d in \"%s\"", text, before.body, before.layers);
	} else {
		CHECK(true);
	}
}

static size_t length = LENGTH;

/* The last call changes fastest: a node is new where only the first call stands behind it. */
static void run_sequence(unsigned long number, unsigned long count)
{
	call calls[LENGTH + 2];
	walk self;

	walk_begin(&self);
	for (size_t i = 0; i < length; i++) {
		count /= CALLS;
		calls[i] = (call) (number / count % CALLS);
		make(&self, calls, i, number % count == 0, true);
	}
	calls[length] = SEND;
	make(&self, calls, length, true, false);
	calls[length + 1] = QUEUE;
	make(&self, calls, length + 1, true, false);
	walk_end(&self);
}

/* RSA for the reader: half the time of an agreement of keys. */
static void people_begin(void)
{
	fixture_begin();
	ann = fixture_make("Ann", (fixture_leaf){ .key = "P-256" });
	bob = fixture_make("Bob", (fixture_leaf){ .key = "RSA2048" });
	signer = fixture_identity(ann.key, ann.x509);
	reader = fixture_recipient(bob.x509);
}

static void people_end(void)
{
	ssmtp_identity_free(&signer);
	ssmtp_certificate_free(&reader);
	fixture_free(&ann);
	fixture_free(&bob);
	fixture_end();
}

int main(void)
{
	unsigned long count = 1;

	if (getenv("SSMTP_QUICK") != NULL) {
		length = 4;
	}
	if (length < 5) {
		SKIP("sequences of five calls take a minute, and three with the sanitizers: %zu are walked", length);
	}
	people_begin();
	for (size_t i = 0; i < length; i++) {
		count *= CALLS;
	}
	for (unsigned long number = 0; number < count && unit_failed < 20; number++) {
		run_sequence(number, count);
	}
	people_end();
	return unit_summary("sequences");
}
