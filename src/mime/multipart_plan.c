/* The first pass over a multipart, line by line (RFC 2046 section 5.1; see
 * multipart_plan.h). Of a line only its start is held, as a delimiter is short. */
#include "mime/multipart_plan.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "mime/body_scan.h"
#include "mime/transfer.h"

#define LINE_HELD 128

typedef enum walk_state {
	WALK_BETWEEN, /* preamble or epilogue */
	WALK_HEADER,
	WALK_LEAF
} walk_state;

typedef struct walk_level {
	char boundary[SSMTP_BOUNDARY_MAX + 1];
	unsigned part;   /* number of the part being read */
	bool digest;     /* RFC 2046 5.1.5: a part without Content-Type is a message */
	bool in_message; /* it stands in a message that is a part */
} walk_level;

typedef struct walker {
	ssmtp_multipart_plan *plan;
	ssmtp_error *error;
	walk_state state;
	walk_level levels[SSMTP_MULTIPART_DEPTH_MAX];
	size_t depth;
	unsigned parts;
	bool root_message; /* the body is a message, not a multipart */
	bool in_message;   /* the part stands in a message, or is one */
	bool message_header; /* the fields being read are a message's */
	bool closed;     /* the outermost closing delimiter was seen */
	uint64_t offset; /* of the next octet of the body */
	uint64_t line_start;
	uint8_t line[LINE_HELD]; /* start of the current line, line end included */
	size_t line_len;
	bool line_spilled; /* the line is longer; what was held is fed to the scan */
	uint64_t planned;  /* everything before is in the plan */
	uint64_t header_start;
	uint64_t header_end; /* of the part: where its empty line begins */
	uint64_t body_start;
	ssmtp_buf header;
	ssmtp_content_type type;
	ssmtp_line_scan scan; /* of the leaf, or of the text between parts */
} walker;

/* "Part 2.1" of the part being read. */
static void walk_name(const walker *self, char *name, size_t room)
{
	size_t len = (size_t) snprintf(name, room, "Part ");

	for (size_t i = 0; i < self->depth && len < room; i++) {
		len += (size_t) snprintf(name + len, room - len, i == 0 ? "%u" : ".%u", self->levels[i].part);
	}
}

static bool walk_refuse(const walker *self, int code, const char *what)
{
	char name[128];

	walk_name(self, name, sizeof(name));
	return ssmtp_error_set(self->error, SSMTP_ERROR_MESSAGE, code, "%s of the multipart %s.", name, what);
}

static bool plan_append(walker *self, ssmtp_stretch stretch)
{
	ssmtp_multipart_plan *plan = self->plan;

	/* Room doubles whenever the count is a power of two. */
	if ((plan->count & (plan->count - 1)) == 0) {
		ssmtp_stretch *grown = ssmtp_realloc(plan->stretches, (plan->count ? plan->count * 2 : 1) * sizeof(*grown));

		if (grown == NULL) {
			return ssmtp_error_nomem(self->error);
		}
		plan->stretches = grown;
	}
	plan->stretches[plan->count++] = stretch;
	self->planned += stretch.len;
	return true;
}

static bool plan_copy_to(walker *self, uint64_t offset)
{
	return offset == self->planned ||
		   plan_append(self, (ssmtp_stretch){ .kind = SSMTP_STRETCH_COPY, .len = offset - self->planned });
}

/* The part's fields with another Content-Transfer-Encoding; a message that had none of MIME gets its version. */
static bool plan_fields(walker *self, const char *encoding)
{
	ssmtp_slice section = ssmtp_buf_slice(&self->header);
	ssmtp_header_field field;

	return ssmtp_transfer_encoding_replace(&self->plan->text, section, encoding) &&
		   (!self->message_header || ssmtp_header_find(section, "MIME-Version", &field) ||
			   ssmtp_buf_append_str(&self->plan->text, "MIME-Version: 1.0\r\n"));
}

/* RFC 2045 6.4: what holds other parts is labelled as what they are now. */
static bool plan_relabel(walker *self)
{
	ssmtp_stretch header = { .kind = SSMTP_STRETCH_REPLACE, .text_at = ssmtp_buf_len(&self->plan->text) };
	ssmtp_header_field field;

	if (!ssmtp_header_find(ssmtp_buf_slice(&self->header), "Content-Transfer-Encoding", &field) ||
		ssmtp_slice_equal_nocase(ssmtp_slice_trim(field.value), SSMTP_SLICE("7bit"))) {
		return true;
	}
	if (!ssmtp_transfer_encoding_replace(&self->plan->text, ssmtp_buf_slice(&self->header), "7bit")) {
		return ssmtp_error_nomem(self->error);
	}
	header.text_len = ssmtp_buf_len(&self->plan->text) - header.text_at;
	header.len = self->header_end - self->header_start;
	return plan_copy_to(self, self->header_start) && plan_append(self, header);
}

/* The part's header section with another Content-Transfer-Encoding, and its body encoded. */
static bool plan_encode(walker *self, ssmtp_transfer transfer, uint64_t body_end)
{
	bool qp = transfer == SSMTP_TRANSFER_QP;
	ssmtp_buf *text = &self->plan->text;
	ssmtp_stretch header = { .kind = SSMTP_STRETCH_REPLACE, .text_at = ssmtp_buf_len(text) };
	ssmtp_stretch body = { .kind = qp ? SSMTP_STRETCH_QP : SSMTP_STRETCH_BASE64, .len = body_end - self->body_start };

	if (!plan_fields(self, qp ? "quoted-printable" : "base64")) {
		return ssmtp_error_nomem(self->error);
	}
	header.text_len = ssmtp_buf_len(text) - header.text_at;
	header.len = self->header_end - self->header_start;
	return plan_copy_to(self, self->header_start) && plan_append(self, header) &&
		   plan_copy_to(self, self->body_start) && plan_append(self, body);
}

static bool walk_end_leaf(walker *self, uint64_t body_end)
{
	ssmtp_transfer transfer;
	char name[128];

	ssmtp_line_scan_end(&self->scan);
	/* Of a message that came from elsewhere no more is changed than must be. */
	self->scan.traits.fragile = self->scan.traits.fragile && !self->in_message;
	walk_name(self, name, sizeof(name));
	if (!ssmtp_transfer_choose(&transfer, &self->type, ssmtp_transfer_encoding_of(ssmtp_buf_slice(&self->header)),
			&self->scan.traits, name, self->error)) {
		return false;
	}
	return transfer == SSMTP_TRANSFER_KEEP || transfer == SSMTP_TRANSFER_7BIT || plan_encode(self, transfer, body_end);
}

/* What stands between parts is read by nobody, but it is sent. */
static bool walk_end_between(walker *self)
{
	const ssmtp_body_traits *traits = &self->scan.traits;

	ssmtp_line_scan_end(&self->scan);
	return !(traits->eight_bit || traits->has_nul || traits->long_line) ||
		   walk_refuse(self, SSMTP_E_INVAL,
			   "stands beside text outside of all parts that is not 7-bit or has lines above 998 octets");
}

static void walk_enter(walker *self, walk_state state)
{
	self->state = state;
	self->scan = (ssmtp_line_scan){ .column = 0 };
}

static bool walk_check_header(walker *self)
{
	ssmtp_line_scan scan = { .column = 0 };

	ssmtp_line_scan_feed(&scan, ssmtp_buf_slice(&self->header));
	return !(scan.traits.eight_bit || scan.traits.has_nul || scan.traits.long_line) ||
		   walk_refuse(self, SSMTP_E_INVAL, "has fields that are not ASCII or too long: write them as encoded-words");
}

static bool walk_begin_header(walker *self, bool of_message)
{
	if (++self->parts > SSMTP_MULTIPART_PARTS_MAX) {
		return walk_refuse(self, SSMTP_E_INVAL, "is one too many");
	}
	ssmtp_buf_clear(&self->header);
	self->header_start = self->offset;
	self->message_header = of_message;
	self->in_message = of_message || (self->depth > 0 && self->levels[self->depth - 1].in_message);
	walk_enter(self, WALK_HEADER);
	return true;
}

static bool walk_begin_multipart(walker *self)
{
	if (self->type.boundary[0] == '\0') {
		return walk_refuse(self, SSMTP_E_NO_BOUNDARY, "is a multipart without a boundary parameter");
	}
	if (self->depth == SSMTP_MULTIPART_DEPTH_MAX) {
		return walk_refuse(self, SSMTP_E_INVAL, "is nested too deeply");
	}
	self->levels[self->depth] =
		(walk_level){ .digest = strcmp(self->type.media, "multipart/digest") == 0, .in_message = self->in_message };
	memcpy(self->levels[self->depth++].boundary, self->type.boundary, sizeof(self->type.boundary));
	walk_enter(self, WALK_BETWEEN);
	return plan_relabel(self);
}

static bool walk_header_type(walker *self)
{
	ssmtp_slice section = ssmtp_buf_slice(&self->header);
	ssmtp_header_field field;

	if (!self->message_header && self->depth > 0 && self->levels[self->depth - 1].digest &&
		!ssmtp_header_find(section, "Content-Type", &field)) {
		return ssmtp_content_type_parse(&self->type, SSMTP_SLICE("message/rfc822"), self->error);
	}
	return ssmtp_content_type_of(&self->type, section, self->error);
}

/* The empty line behind a part's fields. */
static bool walk_end_header(walker *self)
{
	self->header_end = self->line_start;
	self->body_start = self->offset;
	if (!walk_check_header(self) || !walk_header_type(self)) {
		return false;
	}
	if (ssmtp_content_type_is_walkable(&self->type)) {
		return walk_begin_multipart(self);
	}
	if (ssmtp_content_type_is_message(&self->type) &&
		ssmtp_transfer_encoding_of(ssmtp_buf_slice(&self->header)) == SSMTP_CTE_IDENTITY) {
		return plan_relabel(self) && walk_begin_header(self, true);
	}
	walk_enter(self, WALK_LEAF);
	return true;
}

/* The level whose delimiter the line is, or depth; *closing: "--" behind it. */
static size_t walk_find_delimiter(const walker *self, bool *closing)
{
	ssmtp_slice line = ssmtp_slice_of(self->line, self->line_len);

	if (self->line_spilled || line.len < 3 || line.ptr[0] != '-' || line.ptr[1] != '-') {
		return self->depth;
	}
	for (size_t level = self->depth; level-- > 0;) {
		ssmtp_slice boundary = ssmtp_slice_str(self->levels[level].boundary);
		ssmtp_slice rest = ssmtp_slice_skip(line, 2 + boundary.len);

		if (!ssmtp_slice_equal(ssmtp_slice_head(ssmtp_slice_skip(line, 2), boundary.len), boundary)) {
			continue;
		}
		*closing = rest.len >= 2 && rest.ptr[0] == '-' && rest.ptr[1] == '-';
		rest = ssmtp_slice_skip(rest, *closing ? 2 : 0);
		while (rest.len > 0 && (ssmtp_is_wsp(rest.ptr[0]) || rest.ptr[0] == '\r' || rest.ptr[0] == '\n')) {
			rest = ssmtp_slice_skip(rest, 1);
		}
		if (rest.len == 0) {
			return level;
		}
	}
	return self->depth;
}

/* What was read until a delimiter: its line end belongs to the delimiter. */
static bool walk_end_part(walker *self)
{
	switch (self->state) {
	case WALK_LEAF:
		return walk_end_leaf(self, self->line_start > self->body_start ? self->line_start - 2 : self->body_start);
	case WALK_HEADER:
		/* A message may consist of its fields. */
		return self->message_header ? walk_check_header(self)
									: walk_refuse(self, SSMTP_E_INVAL, "has no empty line behind its fields");
	case WALK_BETWEEN:
		break;
	}
	return walk_end_between(self);
}

static bool walk_delimiter(walker *self, size_t level, bool closing)
{
	if (!walk_end_part(self)) {
		return false;
	}
	self->depth = level + !closing;
	if (closing) {
		self->closed = self->closed || level == 0;
		walk_enter(self, WALK_BETWEEN);
		return true;
	}
	self->levels[level].part++;
	return walk_begin_header(self, false);
}

/* The octets held are part of the content, not of a delimiter. */
static bool walk_keep_line(walker *self)
{
	ssmtp_slice held = ssmtp_slice_of(self->line, self->line_len);

	self->line_len = 0;
	if (self->state != WALK_HEADER) {
		ssmtp_line_scan_feed(&self->scan, held);
		return true;
	}
	if (ssmtp_buf_len(&self->header) + held.len > SSMTP_MULTIPART_HEADER_MAX) {
		return walk_refuse(self, SSMTP_E_INVAL, "has a header section above 64 KiB");
	}
	return ssmtp_buf_append_slice(&self->header, held) || ssmtp_error_nomem(self->error);
}

static bool walk_end_line(walker *self)
{
	bool closing = false;
	size_t level = walk_find_delimiter(self, &closing);
	bool empty = !self->line_spilled && self->line_len == 2;
	bool ok;

	if (level < self->depth) {
		ok = walk_delimiter(self, level, closing);
	} else if (self->state == WALK_HEADER && empty) {
		ok = walk_end_header(self);
	} else {
		ok = walk_keep_line(self);
	}
	self->line_len = 0;
	self->line_spilled = false;
	self->line_start = self->offset;
	return ok;
}

static bool walk_feed(walker *self, ssmtp_slice octets)
{
	while (octets.len > 0) {
		size_t line = ssmtp_slice_find(octets, '\n');
		size_t room = LINE_HELD - self->line_len;
		size_t take = line < octets.len ? line + 1 : octets.len;
		bool ends;

		take = take < room ? take : room;
		ends = line < take;
		memcpy(self->line + self->line_len, octets.ptr, take);
		self->line_len += take;
		self->offset += take;
		octets = ssmtp_slice_skip(octets, take);
		if (ends) {
			if (!walk_end_line(self)) {
				return false;
			}
		} else if (self->line_len == LINE_HELD) {
			self->line_spilled = true;
			if (!walk_keep_line(self)) {
				return false;
			}
		}
	}
	return true;
}

static bool walk_finish(walker *self)
{
	if ((self->line_len > 0 || self->line_spilled) && !walk_end_line(self)) {
		return false;
	}
	if (self->root_message) {
		bool ok = self->state == WALK_LEAF ? walk_end_leaf(self, self->offset) : walk_end_part(self);

		return ok && plan_copy_to(self, self->offset);
	}
	if (!self->closed) {
		return ssmtp_error_set(self->error, SSMTP_ERROR_MESSAGE, SSMTP_E_NO_BOUNDARY,
			"The multipart has no closing delimiter for its boundary \"%s\".", self->levels[0].boundary);
	}
	return walk_end_between(self) && plan_copy_to(self, self->offset);
}

static bool walk_run(walker *self, ssmtp_source *body)
{
	uint8_t chunk[16384];
	size_t n;

	do {
		if (!ssmtp_source_read(body, chunk, sizeof(chunk), &n, self->error) ||
			!walk_feed(self, ssmtp_slice_of(chunk, n))) {
			return false;
		}
	} while (n > 0);
	return walk_finish(self);
}

bool ssmtp_multipart_plan_make(
	ssmtp_multipart_plan *plan, ssmtp_source *body, const ssmtp_content_type *type, ssmtp_error *error)
{
	walker *self = ssmtp_alloc_zero(sizeof(*self));
	bool ok;

	*plan = (ssmtp_multipart_plan){ NULL, 0, { 0 } };
	ssmtp_buf_init(&plan->text, SSMTP_BUF_MAX_DEFAULT);
	if (self == NULL) {
		return ssmtp_error_nomem(error);
	}
	self->plan = plan;
	self->error = error;
	ssmtp_buf_init(&self->header, SSMTP_BUF_MAX_DEFAULT);
	self->root_message = ssmtp_content_type_is_message(type);
	if (self->root_message) {
		ok = walk_begin_header(self, true);
	} else {
		memcpy(self->levels[0].boundary, type->boundary, sizeof(type->boundary));
		self->levels[0].digest = strcmp(type->media, "multipart/digest") == 0;
		self->depth = 1;
		ok = true;
	}
	ok = ok && walk_run(self, body);
	ssmtp_buf_free(&self->header);
	ssmtp_free(self);
	return ok;
}

void ssmtp_multipart_plan_free(ssmtp_multipart_plan *plan)
{
	ssmtp_free(plan->stretches);
	ssmtp_buf_free(&plan->text);
	plan->stretches = NULL;
	plan->count = 0;
}
