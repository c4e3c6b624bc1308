/* A MIME entity as it is signed or encrypted (see entity.h). */
#include "mime/entity.h"

#include "base/ascii.h"
#include "mime/content_type.h"
#include "mime/multipart.h"
#include "mime/transfer.h"
#include "stream/filter.h"

static bool split_field(const ssmtp_header_field *field, ssmtp_buf *content, ssmtp_buf *rest)
{
	if (ssmtp_slice_equal_nocase(ssmtp_slice_head(field->name, 8), SSMTP_SLICE("Content-"))) {
		return ssmtp_buf_append_slice(content, field->whole);
	}
	return ssmtp_slice_equal_nocase(field->name, SSMTP_SLICE("MIME-Version")) ||
		   ssmtp_buf_append_slice(rest, field->whole);
}

bool ssmtp_entity_split_fields(ssmtp_slice other_headers, ssmtp_buf *content, ssmtp_buf *rest, ssmtp_error *error)
{
	bool verbatim = other_headers.len >= 2 && memcmp(other_headers.ptr, "\r\n", 2) == 0;
	size_t content_before = ssmtp_buf_len(content);
	size_t rest_before = ssmtp_buf_len(rest);
	ssmtp_header_field field;
	ssmtp_slice section;
	ssmtp_buf lines;
	bool ok;

	ssmtp_buf_init(&lines, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_header_normalise(&lines, ssmtp_slice_skip(other_headers, verbatim ? 2 : 0), error);
	ok = ok && (!verbatim || ssmtp_buf_append_str(rest, "\r\n") || ssmtp_error_nomem(error));
	section = ssmtp_buf_slice(&lines);
	while (ok && ssmtp_header_next(&section, &field)) {
		ok = split_field(&field, content, rest) || ssmtp_error_nomem(error);
	}
	ssmtp_buf_free(&lines);
	if (!ok) {
		ssmtp_buf_truncate(content, content_before);
		ssmtp_buf_truncate(rest, rest_before);
	}
	return ok;
}

/* The work on one entity. */
typedef struct canon {
	ssmtp_slice fields;
	ssmtp_content_type type;
	ssmtp_body_traits traits;
	ssmtp_transfer transfer;
	bool walk; /* a multipart whose leaves must be looked at */
	bool crlf; /* line ends are converted */
	const char *charset;
	ssmtp_error *error;
} canon;

static bool traits_unsafe(const ssmtp_body_traits *traits)
{
	return traits->eight_bit || traits->has_nul || traits->long_line;
}

static bool choose_composite(canon *self, bool raw_body)
{
	ssmtp_header_field field;

	self->transfer = SSMTP_TRANSFER_KEEP;
	self->crlf = !raw_body;
	if (self->type.boundary[0] == '\0') {
		return ssmtp_error_set(self->error, SSMTP_ERROR_MESSAGE, SSMTP_E_NO_BOUNDARY,
			"Content-Type %s has no boundary parameter.", self->type.media);
	}
	if (raw_body && (traits_unsafe(&self->traits) || self->traits.bare_line_end)) {
		return ssmtp_error_argument(self->error, "Message holds a multipart that is not 7-bit with CRLF line ends and "
												 "may not be changed: encode its parts or "
												 "use MessageText.");
	}
	if (traits_unsafe(&self->traits) && !ssmtp_content_type_is_walkable(&self->type)) {
		return ssmtp_error_argument(self->error,
			"The body is signed already (%s) and not 7-bit: encode its parts before they are signed.",
			self->type.media);
	}
	self->walk = !raw_body && ssmtp_content_type_is_walkable(&self->type) &&
				 (traits_unsafe(&self->traits) || self->traits.fragile);
	/* RFC 2045 6.4: "8bit" is true no longer. */
	if (self->walk && ssmtp_header_find(self->fields, "Content-Transfer-Encoding", &field)) {
		self->transfer = SSMTP_TRANSFER_7BIT;
	}
	return true;
}

/* RFC 2046 5.2.1: a message is not encoded; its leaves are, where they have to be. */
static bool choose_message(canon *self)
{
	ssmtp_header_field field;
	bool labelled = ssmtp_header_find(self->fields, "Content-Transfer-Encoding", &field);

	self->walk = self->crlf = true;
	self->transfer = labelled ? SSMTP_TRANSFER_7BIT : SSMTP_TRANSFER_KEEP;
	return true;
}

static bool choose_leaf(canon *self, bool raw_body)
{
	ssmtp_transfer_encoding declared = ssmtp_transfer_encoding_of(self->fields);

	if (ssmtp_content_type_is_message(&self->type) && declared == SSMTP_CTE_IDENTITY && !raw_body &&
		traits_unsafe(&self->traits)) {
		return choose_message(self);
	}

	if (!ssmtp_transfer_choose(&self->transfer, &self->type, declared, &self->traits, "The body", self->error)) {
		return false;
	}
	if (self->transfer == SSMTP_TRANSFER_KEEP) {
		self->crlf = true;
		return true;
	}
	if (raw_body) {
		bool canonical = !traits_unsafe(&self->traits) && !self->traits.fragile && !self->traits.bare_line_end;

		self->transfer = canonical ? SSMTP_TRANSFER_7BIT : SSMTP_TRANSFER_BASE64;
		return true;
	}
	self->crlf = ssmtp_transfer_is_text(&self->type, &self->traits);
	return true;
}

static bool write_fields(const canon *self, ssmtp_buf *out)
{
	static const char *const labels[] = { NULL, "7bit", "quoted-printable", "base64" };
	ssmtp_header_field field;

	if (!ssmtp_header_find(self->fields, "Content-Type", &field)) {
		const char *charset = !self->traits.eight_bit ? "us-ascii" : self->charset[0] != '\0' ? self->charset : "utf-8";

		if (!ssmtp_buf_append_str(out, "Content-Type: text/plain") ||
			!ssmtp_header_append_parameter(out, "charset", ssmtp_slice_str(charset), self->error) ||
			!ssmtp_buf_append_str(out, "\r\n")) {
			return ssmtp_error_nomem(self->error);
		}
	}
	if (labels[self->transfer] == NULL) {
		return ssmtp_buf_append_slice(out, self->fields) || ssmtp_error_nomem(self->error);
	}
	return ssmtp_transfer_encoding_replace(out, self->fields, labels[self->transfer]) || ssmtp_error_nomem(self->error);
}

/* The filter over *body that the transfer asks for; NULL in *filtered: none. */
static bool make_encoder(const canon *self, ssmtp_source **body, ssmtp_source **filtered)
{
	*filtered = NULL;
	if (self->walk) {
		*filtered = ssmtp_multipart_new_take(body, &self->type, self->error);
	} else if (self->transfer == SSMTP_TRANSFER_QP) {
		*filtered = ssmtp_filter_qp_new_take(body, self->error);
	} else if (self->transfer == SSMTP_TRANSFER_BASE64) {
		*filtered = ssmtp_filter_base64_new_take(body, self->error);
	} else {
		return true;
	}
	return *filtered != NULL;
}

static bool wrap_body(const canon *self, ssmtp_source **body)
{
	ssmtp_source *work = *body;
	ssmtp_source *filtered;

	if (self->crlf) {
		filtered = ssmtp_filter_crlf_new_take(&work, self->error);
		if (filtered == NULL) {
			return false;
		}
		work = filtered;
	}
	if (!make_encoder(self, &work, &filtered)) {
		/* The caller gets back what he gave. */
		*body = self->crlf ? ssmtp_filter_unwrap(&work) : work;
		return false;
	}
	*body = filtered == NULL ? work : filtered;
	return true;
}

static bool make_repeatable(ssmtp_source **body, ssmtp_error *error)
{
	ssmtp_source *spool;

	if (ssmtp_source_again(*body) == SSMTP_AGAIN_SAME) {
		return true;
	}
	spool = ssmtp_source_spool_new_take(body, SSMTP_ENTITY_SPOOL_MEMORY, error);
	if (spool != NULL) {
		*body = spool;
	}
	return spool != NULL;
}

static bool canonical(canon *self, ssmtp_source **body, bool raw_body, ssmtp_buf *out)
{
	if (!ssmtp_content_type_of(&self->type, self->fields, self->error) || !make_repeatable(body, self->error) ||
		!ssmtp_body_scan(*body, &self->traits, self->error)) {
		return false;
	}
	if (!ssmtp_slice_is_ascii(self->fields)) {
		return ssmtp_error_set(self->error, SSMTP_ERROR_MESSAGE, SSMTP_E_CODE_PAGE,
			"The Content-* fields in OtherHeaders must be ASCII: write parameters by RFC 2231 (name*=utf-8''...).");
	}
	return (ssmtp_content_type_is(&self->type, "multipart/") ? choose_composite(self, raw_body)
															 : choose_leaf(self, raw_body)) &&
		   write_fields(self, out) && wrap_body(self, body);
}

bool ssmtp_entity_canonical(
	ssmtp_buf *fields, ssmtp_source **body, const char *charset, bool raw_body, ssmtp_error *error)
{
	ssmtp_error local = { 0 };
	canon self = { .fields = ssmtp_buf_slice(fields), .charset = charset, .error = error == NULL ? &local : error };
	ssmtp_buf out;
	bool ok;

	ssmtp_buf_init(&out, fields->max);
	ok = canonical(&self, body, raw_body, &out);
	if (ok) {
		ssmtp_buf_free(fields);
		*fields = out;
	} else {
		ssmtp_buf_free(&out);
	}
	return ok;
}
