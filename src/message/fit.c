/* A text that nobody signs, made fit for its transport: what a server may not
 * be given, or a relay would break, is encoded as Sign would encode it, and
 * the fields say so (RFC 5322 section 2.1.1, RFC 6152 section 3, RFC 2045
 * sections 5.2 and 6). */
#include "message/fit.h"

#include "base/utf8.h"
#include "mime/body_scan.h"
#include "mime/header.h"

typedef struct fitting {
	const ssmtp_settings *settings;
	ssmtp_body_traits traits;
	bool encode;      /* as it is it cannot leave, or must not */
	bool may_stay;    /* ... but the caller's label decides */
	bool verbatim;    /* OtherHeaders is the whole section */
	ssmtp_buf fields; /* Content-* lines of OtherHeaders */
	ssmtp_buf rest;
} fitting;

static bool fit_has(const fitting *self, const char *name)
{
	ssmtp_header_field field;

	return ssmtp_header_find(ssmtp_buf_slice(&self->fields), name, &field);
}

static ssmtp_body_traits fit_scan(ssmtp_slice text)
{
	ssmtp_line_scan scan = { .column = 0 };

	ssmtp_line_scan_feed(&scan, text);
	ssmtp_line_scan_end(&scan);
	return scan.traits;
}

/* What the octets are called: RFC 1428 section 3 has a name for those of which nothing is known. */
static const char *fit_charset(const fitting *self)
{
	ssmtp_slice text = ssmtp_slice_of(self->settings->message_text, self->settings->message_text_len);

	if (ssmtp_utf8_is_valid(text)) {
		return "utf-8";
	}
	return self->settings->charset[0] != '\0' ? self->settings->charset : "unknown-8bit";
}

static bool fit_refuse(const fitting *self, ssmtp_error *error)
{
	const char *what = self->traits.has_nul    ? "NUL octets"
					   : self->traits.long_line ? "lines above 998 octets"
											   : "octets above 127, which the server does not take (8BITMIME)";

	return ssmtp_error_argument(error,
		"MessageText holds %s, and OtherHeaders says how it is encoded%s: leave Content-Transfer-Encoding out, so that "
		"the text is encoded, or encode it as the field says.",
		what, self->verbatim ? ", as it is the whole header section" : "");
}

/* The label of an 8-bit text that may leave as it is; a label the caller gave stays. */
static bool fit_label(fitting *self, ssmtp_error *error)
{
	bool ok = true;

	if (self->verbatim) {
		return true;
	}
	if (!fit_has(self, "Content-Type")) {
		ok = ssmtp_buf_printf(&self->fields, "Content-Type: text/plain; charset=%s\r\n", fit_charset(self));
	}
	if (ok && !fit_has(self, "Content-Transfer-Encoding")) {
		ok = ssmtp_buf_append_str(&self->fields, "Content-Transfer-Encoding: 8bit\r\n");
	}
	return ok || ssmtp_error_nomem(error);
}

static bool fit_encode(fitting *self, ssmtp_source **body, ssmtp_error *error)
{
	ssmtp_slice text = ssmtp_slice_of(self->settings->message_text, self->settings->message_text_len);
	ssmtp_source *shown = NULL;
	bool ok;

	if (self->verbatim || fit_has(self, "Content-Transfer-Encoding")) {
		return fit_refuse(self, error);
	}
	if (body == NULL) {
		/* The fields alone are wanted. */
		shown = ssmtp_source_borrow_new(text, error);
		body = &shown;
		if (shown == NULL) {
			return false;
		}
	}
	ok = ssmtp_entity_canonical(&self->fields, body, fit_charset(self), false, error);
	ssmtp_source_free(&shown);
	return ok;
}

/* The Content-* fields stand in front of the caller's others, as they describe what follows. */
static bool fit_join(const fitting *self, ssmtp_buf *other, ssmtp_error *error)
{
	return (ssmtp_buf_append_str(other, "MIME-Version: 1.0\r\n") &&
			   ssmtp_buf_append_slice(other, ssmtp_buf_slice(&self->fields)) &&
			   ssmtp_buf_append_slice(other, ssmtp_buf_slice(&self->rest))) ||
		   ssmtp_error_nomem(error);
}

static bool fit_work(fitting *self, ssmtp_slice given, ssmtp_source **body, ssmtp_buf *other, ssmtp_error *error)
{
	if (!ssmtp_entity_split_fields(given, &self->fields, &self->rest, error)) {
		return false;
	}
	if (self->may_stay && (self->verbatim || fit_has(self, "Content-Transfer-Encoding"))) {
		self->encode = false;
	}
	if (!(self->encode ? fit_encode(self, body, error) : fit_label(self, error))) {
		return false;
	}
	if (self->verbatim) {
		return ssmtp_buf_append_slice(other, given) || ssmtp_error_nomem(error);
	}
	return fit_join(self, other, error);
}

bool ssmtp_fit_text(const ssmtp_settings *settings, ssmtp_transport_8bit transport, ssmtp_source **body,
	ssmtp_buf *other, bool *eight_bit, ssmtp_error *error)
{
	ssmtp_slice given = ssmtp_slice_of(settings->other_headers, settings->other_headers_len);
	fitting self = { .settings = settings };
	bool broken, ok;

	self.traits = fit_scan(ssmtp_slice_of(settings->message_text, settings->message_text_len));
	broken = self.traits.long_line || self.traits.has_nul;
	self.encode = broken || (self.traits.eight_bit && transport != SSMTP_TRANSPORT_8BIT);
	self.may_stay = !broken && transport == SSMTP_TRANSPORT_UNKNOWN;
	self.verbatim = given.len > 0 && given.ptr[0] == '\r';
	*eight_bit = false;
	if (!self.encode && !self.traits.eight_bit) {
		return ssmtp_buf_append_slice(other, given) || ssmtp_error_nomem(error);
	}
	ssmtp_buf_init(&self.fields, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&self.rest, SSMTP_BUF_MAX_DEFAULT);
	ok = fit_work(&self, given, body, other, error);
	*eight_bit = self.traits.eight_bit && !self.encode;
	ssmtp_buf_free(&self.fields);
	ssmtp_buf_free(&self.rest);
	return ok;
}
