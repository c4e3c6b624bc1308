/* X.509 certificates (RFC 5280): parsing, text of their fields. An
 * ssmtp_certificate is OpenSSL's X509 under a name of our own: it is reference
 * counted there already, so no second object and no second count is needed. */
#include "crypto/certificate.h"

#include <limits.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <string.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "base/base64.h"
#include "crypto/ossl.h"
#include "net/idn.h"

X509 *ssmtp_certificate_x509(const ssmtp_certificate *certificate)
{
	return (X509 *) certificate;
}

ssmtp_certificate *ssmtp_certificate_new_x509(X509 *x509, ssmtp_error *error)
{
	if (X509_up_ref(x509) != 1) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	return (ssmtp_certificate *) x509;
}

ssmtp_certificate *ssmtp_certificate_ref(ssmtp_certificate *certificate)
{
	if (certificate != NULL) {
		X509_up_ref((X509 *) certificate);
	}
	return certificate;
}

void ssmtp_certificate_free(ssmtp_certificate **certificate)
{
	X509_free((X509 *) *certificate);
	*certificate = NULL;
}

bool ssmtp_certificate_equal(const ssmtp_certificate *a, const ssmtp_certificate *b)
{
	return a == b || (a != NULL && b != NULL && X509_cmp((const X509 *) a, (const X509 *) b) == 0);
}

/* Takes the octets of one certificate off *der; NULL when they are none. */
static X509 *certificate_take_der(ssmtp_slice *der, bool trusted)
{
	const unsigned char *at = der->ptr;
	long len = (long) der->len;
	X509 *x509 = trusted ? d2i_X509_AUX(NULL, &at, len) : d2i_X509(NULL, &at, len);

	if (x509 != NULL) {
		*der = ssmtp_slice_skip(*der, (size_t) (at - der->ptr));
	}
	return x509;
}

/* Who looks at the certificates of a text in turn; false stops without an error. */
typedef struct certificate_sink {
	STACK_OF(X509) * all;
	size_t max;
	ssmtp_error *error;
} certificate_sink;

static bool sink_full(const certificate_sink *sink)
{
	return (size_t) sk_X509_num(sink->all) >= sink->max;
}

/* Consumes x509. */
static bool sink_take(certificate_sink *sink, X509 *x509)
{
	if (sk_X509_push(sink->all, x509) > 0) {
		return true;
	}
	X509_free(x509);
	return ssmtp_error_nomem(sink->error);
}

static bool sink_broken(certificate_sink *sink)
{
	return ssmtp_ossl_error(
		sink->error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_DECODING, "The certificate cannot be decoded");
}

static bool certificate_read_der(certificate_sink *sink, ssmtp_slice der)
{
	do {
		X509 *x509 = certificate_take_der(&der, false);

		if (x509 == NULL) {
			return sink_broken(sink);
		}
		if (!sink_take(sink, x509)) {
			return false;
		}
	} while (!sink_full(sink) && der.len > 0 && der.ptr[0] == 0x30);
	return true;
}

static bool pem_name_is_certificate(const char *name)
{
	return strcmp(name, PEM_STRING_X509) == 0 || strcmp(name, PEM_STRING_X509_OLD) == 0 ||
		   strcmp(name, PEM_STRING_X509_TRUSTED) == 0;
}

/* One PEM block; other kinds of blocks (keys, parameters) are passed over. */
static bool certificate_read_block(certificate_sink *sink, const char *name, ssmtp_slice der)
{
	X509 *x509;

	if (!pem_name_is_certificate(name)) {
		return true;
	}
	x509 = certificate_take_der(&der, strcmp(name, PEM_STRING_X509_TRUSTED) == 0);
	return x509 == NULL ? sink_broken(sink) : sink_take(sink, x509);
}

static bool certificate_read_pem(certificate_sink *sink, ssmtp_slice text)
{
	BIO *bio = BIO_new_mem_buf(text.ptr, (int) text.len);
	bool ok = true;

	if (bio == NULL) {
		return ssmtp_error_nomem(sink->error);
	}
	while (ok && !sink_full(sink)) {
		char *name = NULL, *header = NULL;
		unsigned char *data = NULL;
		long len = 0;

		if (PEM_read_bio(bio, &name, &header, &data, &len) != 1) {
			/* The end of the text looks like this to PEM_read_bio(). */
			ok = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE || sink_broken(sink);
			break;
		}
		ok = certificate_read_block(sink, name, ssmtp_slice_of(data, (size_t) len));
		OPENSSL_free(name);
		OPENSSL_free(header);
		/* The text may hold a private key as well. */
		OPENSSL_clear_free(data, (size_t) len);
	}
	BIO_free(bio);
	return ok;
}

static bool certificate_read_base64(certificate_sink *sink, ssmtp_slice text)
{
	ssmtp_buf der;
	bool ok = true;

	ssmtp_buf_init(&der, SSMTP_CERTIFICATE_TEXT_MAX);
	if (ssmtp_base64_decode_text(&der, text) && ssmtp_buf_len(&der) > 0 && der.data[der.start] == 0x30) {
		ok = certificate_read_der(sink, ssmtp_buf_slice(&der));
	}
	ssmtp_buf_free(&der);
	return ok;
}

static bool slice_contains(ssmtp_slice text, ssmtp_slice word)
{
	for (size_t i = 0; i + word.len <= text.len; i++) {
		if (memcmp(text.ptr + i, word.ptr, word.len) == 0) {
			return true;
		}
	}
	return false;
}

static bool certificate_read(certificate_sink *sink, ssmtp_slice text)
{
	if (text.len == 0 || text.len > SSMTP_CERTIFICATE_TEXT_MAX) {
		return true;
	}
	if (text.ptr[0] == 0x30) {
		return certificate_read_der(sink, text);
	}
	if (slice_contains(text, SSMTP_SLICE("-----BEGIN"))) {
		return certificate_read_pem(sink, text);
	}
	return certificate_read_base64(sink, text);
}

STACK_OF(X509) * ssmtp_certificate_parse_stack(ssmtp_slice text, size_t max, ssmtp_error *error)
{
	certificate_sink sink = { sk_X509_new_null(), max, error };
	bool ok;

	if (sink.all == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	ERR_set_mark();
	ok = certificate_read(&sink, text);
	ERR_pop_to_mark();
	if (ok && sk_X509_num(sink.all) == 0) {
		ok = ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_NOT_FOUND,
			"The text holds no certificate: PEM, DER or base64 of DER is expected.");
	}
	if (!ok) {
		sk_X509_pop_free(sink.all, X509_free);
		return NULL;
	}
	return sink.all;
}

ssmtp_certificate *ssmtp_certificate_parse(ssmtp_slice text, ssmtp_error *error)
{
	STACK_OF(X509) *all = ssmtp_certificate_parse_stack(text, 1, error);
	X509 *first;

	if (all == NULL) {
		return NULL;
	}
	first = sk_X509_shift(all);
	sk_X509_pop_free(all, X509_free);
	return (ssmtp_certificate *) first;
}

bool ssmtp_certificate_parse_list(ssmtp_slice text, ssmtp_certificate ***items, size_t *count, ssmtp_error *error)
{
	STACK_OF(X509) *all = ssmtp_certificate_parse_stack(text, INT_MAX, error);
	size_t n;

	*items = NULL;
	*count = 0;
	if (all == NULL) {
		return false;
	}
	n = (size_t) sk_X509_num(all);
	*items = ssmtp_alloc_zero(n * sizeof(**items));
	if (*items == NULL) {
		sk_X509_pop_free(all, X509_free);
		return ssmtp_error_nomem(error);
	}
	for (size_t i = 0; i < n; i++) {
		(*items)[i] = (ssmtp_certificate *) sk_X509_value(all, (int) i);
	}
	*count = n;
	sk_X509_free(all);
	return true;
}

void ssmtp_certificate_free_list(ssmtp_certificate ***items, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		ssmtp_certificate_free(&(*items)[i]);
	}
	ssmtp_free(*items);
	*items = NULL;
}

/* --- mailbox ---------------------------------------------------------------- */

/* What stands behind the last @; empty without one. */
static ssmtp_slice domain_of(ssmtp_slice address)
{
	size_t at = address.len;

	while (at > 0 && address.ptr[at - 1] != '@') {
		at--;
	}
	return at == 0 ? SSMTP_SLICE_EMPTY : ssmtp_slice_skip(address, at);
}

/* Names are compared as A-labels (RFC 9598 section 5); what is no name stays as it is. */
static bool domain_append(ssmtp_buf *out, ssmtp_slice domain)
{
	size_t before = ssmtp_buf_len(out);

	if (!ssmtp_slice_is_ascii(domain) && ssmtp_net_to_ascii(domain, out)) {
		return true;
	}
	ssmtp_buf_truncate(out, before);
	return ssmtp_buf_append_slice(out, domain);
}

static bool same_domain(ssmtp_slice a, ssmtp_slice b)
{
	ssmtp_buf x, y;
	bool same;

	if (ssmtp_slice_is_ascii(a) && ssmtp_slice_is_ascii(b)) {
		return ssmtp_slice_equal_nocase(a, b);
	}
	ssmtp_buf_init(&x, 4096);
	ssmtp_buf_init(&y, 4096);
	same = domain_append(&x, a) && domain_append(&y, b)
		&& ssmtp_slice_equal_nocase(ssmtp_buf_slice(&x), ssmtp_buf_slice(&y));
	ssmtp_buf_free(&x);
	ssmtp_buf_free(&y);
	return same;
}

/* named: as the certificate has it. */
static bool mailbox_names(ssmtp_slice named, ssmtp_slice address)
{
	static const ssmtp_slice authority = { (const uint8_t *) "domain-confidentiality-authority", 32 };
	ssmtp_slice domain = domain_of(named), wanted = domain_of(address);
	ssmtp_slice local;

	if (domain.len == 0 || wanted.len == 0 || !same_domain(domain, wanted)) {
		return false;
	}
	local = ssmtp_slice_head(named, named.len - domain.len - 1);
	return ssmtp_slice_equal_nocase(local, authority)
		|| ssmtp_slice_equal_nocase(local, ssmtp_slice_head(address, address.len - wanted.len - 1));
}

/* RFC 9598: an internationalised address stands in an otherName. */
static ASN1_STRING *general_name_mailbox(const GENERAL_NAME *name)
{
	if (name->type == GEN_EMAIL) {
		return name->d.rfc822Name;
	}
	if (name->type == GEN_OTHERNAME && OBJ_obj2nid(name->d.otherName->type_id) == NID_id_on_SmtpUTF8Mailbox &&
		name->d.otherName->value->type == V_ASN1_UTF8STRING) {
		return name->d.otherName->value->value.utf8string;
	}
	return NULL;
}

static ssmtp_slice string_slice(const ASN1_STRING *string)
{
	return ssmtp_slice_of(ASN1_STRING_get0_data(string), (size_t) ASN1_STRING_length(string));
}

/* *named: a mailbox is there; true when one of them is address. */
static bool alternative_names(const X509 *x509, ssmtp_slice address, bool *named)
{
	GENERAL_NAMES *names = X509_get_ext_d2i(x509, NID_subject_alt_name, NULL, NULL);
	bool found = false;

	for (int i = 0; i < sk_GENERAL_NAME_num(names) && !found; i++) {
		const ASN1_STRING *mailbox = general_name_mailbox(sk_GENERAL_NAME_value(names, i));

		if (mailbox != NULL) {
			*named = true;
			found = mailbox_names(string_slice(mailbox), address);
		}
	}
	GENERAL_NAMES_free(names);
	return found;
}

static bool subject_names(const X509 *x509, ssmtp_slice address, bool *named)
{
	const X509_NAME *subject = X509_get_subject_name(x509);
	int at = -1;

	while ((at = X509_NAME_get_index_by_NID(subject, NID_pkcs9_emailAddress, at)) >= 0) {
		*named = true;
		if (mailbox_names(string_slice(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at))), address)) {
			return true;
		}
	}
	return false;
}

/* The subject counts only when no subjectAltName holds a mailbox, as in X509_check_email(). */
static bool certificate_names(const X509 *x509, ssmtp_slice address, bool *named)
{
	bool found;

	ERR_set_mark();
	*named = false;
	found = alternative_names(x509, address, named) || (!*named && subject_names(x509, address, named));
	ERR_pop_to_mark();
	return found;
}

bool ssmtp_certificate_matches_mailbox(const ssmtp_certificate *certificate, const char *address)
{
	bool named;

	return certificate_names((const X509 *) certificate, ssmtp_slice_str(address), &named);
}

bool ssmtp_certificate_has_mailbox(const ssmtp_certificate *certificate)
{
	bool named;

	certificate_names((const X509 *) certificate, SSMTP_SLICE_EMPTY, &named);
	return named;
}
