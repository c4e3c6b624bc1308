/* The header section of a message (RFC 5322 section 3.6; see message.h). */
#include "mime/message.h"

#include "base/ascii.h"
#include "mime/header_grammar.h"

typedef struct writer {
	ssmtp_buf *out;
	const ssmtp_header_style *style;
	ssmtp_error *error;
	bool local_addresses;
	bool encode_raw;
} writer;

/* Values of Importance (X.400, RFC 2156), Priority and Sensitivity by their number. */
static const char *const importances[] = { NULL, "High", "Normal", "Low" };
static const char *const priorities[] = { NULL, "normal", "urgent", "non-urgent" };
static const char *const sensitivities[] = { NULL, "Personal", "Private", "Company-Confidential" };

static bool write_raw(writer *self, const char *name, ssmtp_slice value)
{
	return value.len == 0 || ssmtp_header_write_raw(self->out, self->style, name, value, self->error);
}

static bool write_choice(writer *self, const char *name, const char *const values[4], int choice)
{
	if (choice < 0 || choice > 3) {
		return ssmtp_error_argument(self->error, "%s must be a number from 0 to 3.", name);
	}
	return values[choice] == NULL || write_raw(self, name, ssmtp_slice_str(values[choice]));
}

static bool write_list(writer *self, const char *name, const ssmtp_mailbox_list *list)
{
	return ssmtp_header_write_mailboxes(self->out, self->style, name, list, self->error);
}

/* A field given as text: read as a mailbox-list and written from what was read. */
static bool write_mailboxes(writer *self, const char *name, ssmtp_slice text)
{
	ssmtp_mailbox_list list;
	bool ok;

	ok = ssmtp_mailbox_list_parse(&list, text, self->error) &&
		 (self->local_addresses || ssmtp_mailbox_list_check_domains(&list, self->error));
	if (!ok) {
		ssmtp_error_prefix(self->error, name);
	}
	ok = ok && write_list(self, name, &list);
	ssmtp_mailbox_list_free(&list);
	return ok;
}

/* From was read for the reverse-path as well: once for both. */
static bool write_from(writer *self, const ssmtp_message_fields *fields)
{
	if (fields->from_read == NULL) {
		return write_mailboxes(self, "From", fields->from);
	}
	if (!self->local_addresses && !ssmtp_mailbox_list_check_domains(fields->from_read, self->error)) {
		ssmtp_error_prefix(self->error, "From");
		return false;
	}
	return write_list(self, "From", fields->from_read);
}

static bool write_subject(writer *self, const ssmtp_message_fields *fields)
{
	if (fields->subject.len == 0 && !fields->subject_set) {
		return true;
	}
	return ssmtp_header_write_text(self->out, self->style, "Subject", fields->subject, self->error);
}

/* A msg-id stands in angle brackets (RFC 5322 3.6.4), also when the caller left them out. */
static bool write_message_id(writer *self, ssmtp_slice id)
{
	ssmtp_buf value;
	bool ok;

	id = ssmtp_slice_trim(id);
	if (id.len == 0 || id.ptr[0] == '<') {
		return write_raw(self, "Message-Id", id);
	}
	ssmtp_buf_init(&value, SSMTP_BUF_MAX_DEFAULT);
	ok = (ssmtp_buf_append_octet(&value, '<') && ssmtp_buf_append_slice(&value, id) &&
			 ssmtp_buf_append_octet(&value, '>')) ||
		 ssmtp_error_nomem(self->error);
	ok = ok && write_raw(self, "Message-Id", ssmtp_buf_slice(&value));
	ssmtp_buf_free(&value);
	return ok;
}

static bool write_computed(writer *self, const ssmtp_message_fields *fields)
{
	return write_raw(self, "Date", fields->date) && write_from(self, fields) &&
		   write_list(self, "To", &fields->to) && write_list(self, "Cc", &fields->cc) &&
		   write_mailboxes(self, "Reply-To", fields->reply_to) && write_subject(self, fields) &&
		   write_message_id(self, fields->message_id) &&
		   write_choice(self, "Importance", importances, fields->importance) &&
		   write_choice(self, "Priority", priorities, fields->priority) &&
		   write_choice(self, "Sensitivity", sensitivities, fields->sensitivity) &&
		   write_mailboxes(self, "Disposition-Notification-To", fields->read_receipt_to) &&
		   write_mailboxes(self, "Return-Receipt-To", fields->delivery_notification_to);
}

/* How a field of OtherHeaders with non-ASCII text is written. */
typedef enum field_class {
	FIELD_TEXT,      /* unstructured, or not known: encoded-words */
	FIELD_MAILBOXES, /* display names become encoded-words */
	FIELD_ASCII      /* neither helps: the caller has to encode */
} field_class;

static const struct {
	const char *name;
	field_class class;
} field_classes[] = {
	{ "From", FIELD_MAILBOXES },
	{ "Sender", FIELD_MAILBOXES },
	{ "To", FIELD_MAILBOXES },
	{ "Cc", FIELD_MAILBOXES },
	{ "Reply-To", FIELD_MAILBOXES },
	{ "Resent-From", FIELD_MAILBOXES },
	{ "Resent-Sender", FIELD_MAILBOXES },
	{ "Resent-To", FIELD_MAILBOXES },
	{ "Resent-Cc", FIELD_MAILBOXES },
	{ "Mail-Followup-To", FIELD_MAILBOXES },
	{ "Mail-Reply-To", FIELD_MAILBOXES },
	{ "Errors-To", FIELD_MAILBOXES },
	{ "Disposition-Notification-To", FIELD_MAILBOXES },
	{ "Return-Receipt-To", FIELD_MAILBOXES },
	{ "Content-Type", FIELD_ASCII },
	{ "Content-Disposition", FIELD_ASCII },
	{ "Content-Transfer-Encoding", FIELD_ASCII },
	{ "Content-ID", FIELD_ASCII },
	{ "MIME-Version", FIELD_ASCII },
	{ "Message-ID", FIELD_ASCII },
	{ "In-Reply-To", FIELD_ASCII },
	{ "References", FIELD_ASCII },
	{ "Date", FIELD_ASCII },
	{ "Received", FIELD_ASCII },
	{ "DKIM-Signature", FIELD_ASCII },
};

static field_class field_class_of(ssmtp_slice name)
{
	for (size_t i = 0; i < sizeof(field_classes) / sizeof(field_classes[0]); i++) {
		if (ssmtp_slice_equal_nocase(name, ssmtp_slice_str(field_classes[i].name))) {
			return field_classes[i].class;
		}
	}
	return FIELD_TEXT;
}

/* A blind copy stands in no header, whoever asks for it. */
static bool field_is_blind(ssmtp_slice name)
{
	return ssmtp_slice_equal_nocase(name, SSMTP_SLICE("Bcc")) ||
		   ssmtp_slice_equal_nocase(name, SSMTP_SLICE("Resent-Bcc"));
}

static bool field_fits(ssmtp_slice whole, size_t limit)
{
	while (whole.len > 0) {
		size_t line = ssmtp_slice_find(whole, '\n');

		/* The CR counts as the line end's. */
		if (line > limit + 1) {
			return false;
		}
		whole = ssmtp_slice_skip(whole, line + 1);
	}
	return true;
}

static bool write_other_class(writer *self, const char *name, ssmtp_slice value)
{
	if (ssmtp_slice_is_ascii(value)) {
		return ssmtp_header_write_raw(self->out, self->style, name, value, self->error);
	}
	switch (field_class_of(ssmtp_slice_str(name))) {
	case FIELD_MAILBOXES:
		return write_mailboxes(self, name, value);
	case FIELD_ASCII:
		return ssmtp_error_set(self->error, SSMTP_ERROR_MESSAGE, SSMTP_E_CODE_PAGE,
			"%s in OtherHeaders must be ASCII: write parameters by RFC 2231 (name*=utf-8''...).", name);
	default:
		return ssmtp_header_write_text(self->out, self->style, name, value, self->error);
	}
}

/* A field of OtherHeaders: as given while it can be sent so. */
static bool write_other(writer *self, const ssmtp_header_field *field)
{
	size_t limit = self->style->max_line > 0 ? self->style->max_line : SSMTP_HEADER_LINE_MAX;
	ssmtp_buf name, value;
	bool ok;

	if (ssmtp_slice_is_ascii(field->value) && field_fits(field->whole, limit)) {
		return ssmtp_buf_append_slice(self->out, field->whole) || ssmtp_error_nomem(self->error);
	}
	ssmtp_buf_init(&name, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&value, SSMTP_BUF_MAX_DEFAULT);
	ok = (ssmtp_buf_append_slice(&name, field->name) && ssmtp_buf_cstr(&name) != NULL &&
			 ssmtp_header_unfold(&value, field->value)) ||
		 ssmtp_error_nomem(self->error);
	ok = ok && write_other_class(self, ssmtp_buf_cstr(&name), ssmtp_buf_slice(&value));
	ssmtp_buf_free(&name);
	ssmtp_buf_free(&value);
	return ok;
}

/* A field of a section that is the caller's: its octets, unless they need SMTPUTF8 and can be encoded. */
static bool write_own(writer *self, const ssmtp_header_field *field)
{
	if (self->encode_raw && !ssmtp_slice_is_ascii(field->value)) {
		return write_other(self, field);
	}
	return ssmtp_buf_append_slice(self->out, field->whole) || ssmtp_error_nomem(self->error);
}

/* The special case: the caller's section is the whole header, but for Bcc. */
static bool write_verbatim(writer *self, ssmtp_slice section)
{
	ssmtp_header_field field;

	while (ssmtp_header_next(&section, &field)) {
		if (!field_fits(field.whole, SSMTP_HEADER_LINE_MAX)) {
			return ssmtp_error_argument(self->error, "%.*s in OtherHeaders has a line above %d octets.",
				SSMTP_SLICE_FMT(field.name), SSMTP_HEADER_LINE_MAX);
		}
		if (!field_is_blind(field.name) && !write_own(self, &field)) {
			return false;
		}
	}
	return true;
}

static bool write_appended(writer *self, ssmtp_slice section)
{
	ssmtp_header_field field;
	bool content = false;
	bool version = false;

	while (ssmtp_header_next(&section, &field)) {
		content = content || ssmtp_slice_equal_nocase(ssmtp_slice_head(field.name, 8), SSMTP_SLICE("Content-"));
		version = version || ssmtp_slice_equal_nocase(field.name, SSMTP_SLICE("MIME-Version"));
		if (!field_is_blind(field.name) && !write_other(self, &field)) {
			return false;
		}
	}
	return !content || version || write_raw(self, "MIME-Version", SSMTP_SLICE("1.0"));
}

static bool begins_with_line_end(ssmtp_slice text)
{
	return text.len >= 2 && text.ptr[0] == '\r' && text.ptr[1] == '\n';
}

bool ssmtp_message_write_header(
	ssmtp_buf *out, const ssmtp_message_fields *fields, const ssmtp_header_style *style, ssmtp_error *error)
{
	writer self = { out, style, error, fields->local_addresses, fields->encode_raw };
	bool verbatim = begins_with_line_end(fields->other_headers);
	size_t before = ssmtp_buf_len(out);
	ssmtp_buf other;
	bool ok;

	ssmtp_buf_init(&other, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_header_normalise(&other, ssmtp_slice_skip(fields->other_headers, verbatim ? 2 : 0), error);
	if (verbatim) {
		ok = ok && write_verbatim(&self, ssmtp_buf_slice(&other));
	} else {
		ok = ok && write_computed(&self, fields) && write_appended(&self, ssmtp_buf_slice(&other));
	}
	ok = ok && ssmtp_header_check_section(ssmtp_slice_skip(ssmtp_buf_slice(out), before), error);
	ssmtp_buf_free(&other);
	if (!ok) {
		ssmtp_buf_truncate(out, before);
	}
	return ok;
}
