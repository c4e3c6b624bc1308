/* sequences: every sequence of three calls upon a message with Send and Queue
 * behind it, against a model of what may leave, protected how, or which error.
 * -DLENGTH=4 takes one call more: a minute. */
#include <openssl/evp.h>

#include "client/client.h"
#include "smime_fixture.h"
#include "unit.h"

#ifndef LENGTH
#define LENGTH 3 /* and Send and Queue behind them */
#endif
#define SECRET "the secret text"

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
	bool body, stream;    /* there is one; it is a stream */
	bool finished;        /* made by Sign or Encrypt */
	unsigned done, owed;  /* SSMTP_SIGN, SSMTP_ENCRYPT */
	bool reset;           /* ResetHeaders behind what is owed */
	bool sent;            /* the body left */
	int to, sent_to;      /* recipients: 0 none, else a number */
} model;

static model model_body(model now, bool stream)
{
	now.body = true;
	now.stream = stream;
	now.finished = now.sent = false;
	now.done = 0;
	now.owed = now.reset ? 0 : now.owed;
	now.reset = false;
	return now;
}

/* What Sign and Encrypt make of it; *ok: they can. */
static model model_protect(model now, unsigned asked, bool possible, bool *ok)
{
	*ok = possible && now.body;
	now.reset = (asked & SSMTP_ENCRYPT) || !*ok ? false : now.reset;
	if (!*ok) {
		now.owed |= asked;
		return now;
	}
	now.owed = (now.owed | (asked & SSMTP_ENCRYPT)) & ~(asked & SSMTP_SIGN);
	now.done |= asked;
	now.finished = true;
	now.stream = false;
	return now;
}

/* *code: 0, or the error. */
static model model_leave(model now, int *code)
{
	if (now.to == 0) {
		*code = SSMTP_E_NO_SENDER; /* ResetHeaders takes From along */
	} else if ((now.owed & ~now.done) != 0 || !now.body || (now.sent && now.to != now.sent_to)) {
		*code = SSMTP_E_INVALID_STATE;
	} else {
		*code = 0;
		now.body = !now.stream;
		now.sent = true;
		now.sent_to = now.to;
	}
	return now;
}

/* The same call in the model: what it says and what it leaves. */
static model model_call(model now, call made, int *code)
{
	bool ok = true;

	*code = 0;
	switch (made) {
	case SET_TEXT:
	case SET_MESSAGE:
	case SET_STREAM:
		return model_body(now, made == SET_STREAM);
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
		now.body = now.body && !now.finished;
		now.finished = false;
		now.done = 0;
		now.reset = now.owed != 0;
		now.to = 0;
		break;
	case NEW_MESSAGE:
		return (model){ .body = true }; /* with a text set behind it */
	case SET_RECIPIENTS:
		now.to = now.to == 1 ? 2 : 1;
		break;
	case SEND:
		/* It is interrupted before it connects: nothing leaves. */
		model_leave(now, code);
		return now;
	case QUEUE:
		return model_leave(now, code);
	default:
		break;
	}
	*code = ok ? 0 : -1; /* any error */
	return now;
}

/* ---- the client ---- */

static fixture person;
static char *identity_pem;
static size_t identity_len;
static uint8_t *certificate_der;
static int certificate_len;

static bool set_text(ssmtp_client *client, int id, const char *text, ssmtp_error *error)
{
	ssmtp_value value = { SSMTP_VALUE_STRING, 0, ssmtp_slice_str(text) };

	return ssmtp_client_set(client, id, 0, &value, error);
}

/* Signing and encrypting by P-256: it is the calls that count here. */
static ssmtp_client *client_new(void)
{
	ssmtp_error error = { 0 };
	ssmtp_client *client = ssmtp_client_new(NULL, &error);
	ssmtp_value type = { SSMTP_VALUE_INT, SSMTP_CST_PEMKEY_BLOB, SSMTP_SLICE_EMPTY };
	ssmtp_value store = { SSMTP_VALUE_STRING, 0, ssmtp_slice_of(identity_pem, identity_len) };

	if (client == NULL || !ssmtp_client_set(client, SSMTP_ID_CERT_STORE_TYPE, 0, &type, &error) ||
		!ssmtp_client_set(client, SSMTP_ID_CERT_STORE, 0, &store, &error) ||
		!set_text(client, SSMTP_ID_CERT_SUBJECT, "*", &error)) {
		printf("sequences: %s\n", error.text);
		exit(EXIT_FAILURE);
	}
	if (!set_text(client, SSMTP_ID_MAIL_SERVER, "127.0.0.1", &error) ||
		!set_text(client, SSMTP_ID_MESSAGE_TEXT, SECRET "\r\n", &error)) {
		exit(EXIT_FAILURE);
	}
	return client;
}

static bool set_stream(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_source *stream = ssmtp_source_mem_new(SSMTP_SLICE(SECRET "\r\n"), error);
	bool ok = stream != NULL && ssmtp_client_set_message_stream(client, &stream, error);

	ssmtp_source_free(&stream);
	return ok;
}

static bool encrypt(ssmtp_client *client, bool (*how)(ssmtp_client *, ssmtp_error *), ssmtp_error *error)
{
	ssmtp_value none = { SSMTP_VALUE_INT, 0, SSMTP_SLICE_EMPTY };

	return ssmtp_client_set(client, SSMTP_ID_RECIPIENT_CERT_COUNT, 0, &none, error) &&
		   ssmtp_client_add_recipient_cert(
			   client, ssmtp_slice_of(certificate_der, (size_t) certificate_len), error) &&
		   how(client, error);
}

static bool fail_encrypt(ssmtp_client *client, ssmtp_error *error)
{
	ssmtp_value none = { SSMTP_VALUE_INT, 0, SSMTP_SLICE_EMPTY };

	return ssmtp_client_set(client, SSMTP_ID_RECIPIENT_CERT_COUNT, 0, &none, error) &&
		   ssmtp_client_encrypt(client, error);
}

static bool set_recipients(ssmtp_client *client, int to, ssmtp_error *error)
{
	return set_text(client, SSMTP_ID_FROM, "ann@example.org", error) &&
		   set_text(client, SSMTP_ID_SEND_TO, to == 1 ? "bob@example.org" : "carol@example.org", error);
}

/* Send as far as it asks nobody: its checks, and what Protection would make. */
static bool begin_send(ssmtp_client *client, ssmtp_error *error)
{
	if (!ssmtp_client_begin(client, SSMTP_OP_SEND, SSMTP_SLICE_EMPTY, error)) {
		return false;
	}
	ssmtp_client_interrupt(client);
	while (ssmtp_client_step(client) != SSMTP_STEP_FAILED) {
	}
	CHECK(ssmtp_client_error(client)->code == SSMTP_E_INTERRUPTED);
	return true;
}

/* The sink is a queue file in memory. */
static bool client_call(ssmtp_client *client, call made, const model *after, ssmtp_buf *out, ssmtp_error *error)
{
	switch (made) {
	case SET_TEXT:
		return set_text(client, SSMTP_ID_MESSAGE_TEXT, SECRET "\r\n", error);
	case SET_MESSAGE:
		return set_text(client, SSMTP_ID_MESSAGE, SECRET "\r\n", error);
	case SET_STREAM:
		return set_stream(client, error);
	case SET_HEADERS:
		return set_text(client, SSMTP_ID_OTHER_HEADERS, "X-Own: 1\r\n", error);
	case SIGN:
		return ssmtp_client_sign(client, error);
	case ENCRYPT:
		return encrypt(client, ssmtp_client_encrypt, error);
	case SIGN_AND_ENCRYPT:
		return encrypt(client, ssmtp_client_sign_and_encrypt, error);
	case FAIL_ENCRYPT:
		return fail_encrypt(client, error);
	case RESET_HEADERS:
		return ssmtp_client_reset_headers(client, error);
	case NEW_MESSAGE:
		return ssmtp_client_new_message(client, error) && set_text(client, SSMTP_ID_MESSAGE_TEXT, SECRET "\r\n", error);
	case SET_RECIPIENTS:
		return set_recipients(client, after->to, error);
	case SEND:
		return begin_send(client, error);
	default:
		return ssmtp_client_queue(client, SSMTP_SLICE("*"), out, error);
	}
}

static bool holds(ssmtp_slice text, const char *words)
{
	size_t len = strlen(words);

	for (size_t i = 0; i + len <= text.len; i++) {
		if (memcmp(text.ptr + i, words, len) == 0) {
			return true;
		}
	}
	return false;
}

static bool left_as(ssmtp_slice mail, unsigned done)
{
	bool enveloped = holds(mail, "smime-type=enveloped-data"), signed_ = holds(mail, "pkcs7-signature");

	/* What was signed and then encrypted shows the envelope only; what was encrypted and then signed shows both. */
	return enveloped == ((done & SSMTP_ENCRYPT) != 0) && holds(mail, SECRET) == !enveloped &&
		   (enveloped || signed_ == ((done & SSMTP_SIGN) != 0));
}

static void say(const call *calls, size_t count, char *text, size_t room)
{
	size_t len = 0;

	for (size_t i = 0; i < count && len < room; i++) {
		len += (size_t) snprintf(text + len, room - len, "%s%s", i == 0 ? "" : ", ", call_names[calls[i]]);
	}
}

static void make(ssmtp_client *client, const call *calls, size_t at, model *now)
{
	ssmtp_error error = { 0 };
	char text[256] = "";
	ssmtp_buf out;
	int code = 0;
	model after = model_call(*now, calls[at], &code);
	bool ok;

	ssmtp_buf_init(&out, 1 << 20);
	ok = client_call(client, calls[at], &after, &out, &error);
	if (ok != (code == 0) || (code > 0 && error.code != code)) {
		say(calls, at + 1, text, sizeof(text));
		CHECK(false, "%s: %d instead of %d: %s", text, error.code, code, error.text);
	} else if (ok && calls[at] == QUEUE && !left_as(ssmtp_buf_slice(&out), now->done)) {
		say(calls, at + 1, text, sizeof(text));
		CHECK(false, "%s: left otherwise than %u", text, now->done);
	} else {
		CHECK(true);
	}
	ssmtp_buf_free(&out);
	*now = after;
}

static void run_sequence(unsigned long number)
{
	ssmtp_client *client = client_new();
	model now = { .body = true };
	call calls[LENGTH + 2];

	for (size_t i = 0; i < LENGTH; i++, number /= CALLS) {
		calls[i] = (call) (number % CALLS);
		make(client, calls, i, &now);
	}
	calls[LENGTH] = SEND;
	make(client, calls, LENGTH, &now);
	calls[LENGTH + 1] = QUEUE;
	make(client, calls, LENGTH + 1, &now);
	ssmtp_client_free(&client);
}

static void people_begin(void)
{
	BIO *pem = BIO_new(BIO_s_mem());
	char *text;

	fixture_begin();
	person = fixture_make("Ann", (fixture_leaf){ .key = "P-256" });
	PEM_write_bio_PrivateKey(pem, person.key, NULL, NULL, 0, NULL, NULL);
	PEM_write_bio_X509(pem, person.x509);
	identity_len = (size_t) BIO_get_mem_data(pem, &text);
	identity_pem = malloc(identity_len);
	memcpy(identity_pem, text, identity_len);
	BIO_free(pem);
	certificate_len = i2d_X509(person.x509, &certificate_der);
}

int main(void)
{
	unsigned long count = 1;

	people_begin();
	for (int i = 0; i < LENGTH; i++) {
		count *= CALLS;
	}
	for (unsigned long number = 0; number < count && unit_failed < 20; number++) {
		run_sequence(number);
	}
	OPENSSL_free(certificate_der);
	free(identity_pem);
	fixture_free(&person);
	fixture_end();
	return unit_summary("sequences");
}
