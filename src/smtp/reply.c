/* Incremental parser of server replies (RFC 5321 section 4.2): lines are
 * gathered until the one whose code is not followed by a hyphen. */
#include "smtp/reply.h"

#include "base/ascii.h"

void ssmtp_reply_parser_init(ssmtp_reply_parser *parser, size_t line_max)
{
	memset(parser, 0, sizeof(*parser));
	ssmtp_buf_init(&parser->text, SSMTP_REPLY_OCTETS_MAX);
	parser->line_max = line_max == 0 ? SSMTP_REPLY_LINE_MAX_DEFAULT : line_max;
}

void ssmtp_reply_parser_free(ssmtp_reply_parser *parser)
{
	ssmtp_buf_free(&parser->text);
	ssmtp_reply_parser_init(parser, parser->line_max);
}

bool ssmtp_reply_parser_is_empty(const ssmtp_reply_parser *parser)
{
	return parser->last_line || ssmtp_buf_len(&parser->text) == 0;
}

static bool reply_protocol(ssmtp_error *error, const char *what, size_t limit)
{
	return ssmtp_error_set(
		error, SSMTP_ERROR_PROTOCOL, SSMTP_E_PROTOCOL, "SMTP protocol error: %s (limit %zu).", what, limit);
}

static ssmtp_slice reply_current_line(const ssmtp_reply_parser *parser)
{
	return ssmtp_slice_skip(ssmtp_buf_slice(&parser->text), parser->line_start);
}

/* Masks what the parser holds from an offset on. */
static void reply_mask_from(ssmtp_reply_parser *parser, size_t offset)
{
	size_t len = ssmtp_buf_len(&parser->text) - offset;

	if (parser->hidden != NULL && len > 0) {
		uint8_t *text = parser->text.data + parser->text.start + offset;

		ssmtp_buf_truncate(&parser->text, offset + ssmtp_hidden_mask(parser->hidden, text, len));
	}
}

/* The current line is at fault. */
static bool reply_malformed(ssmtp_reply_parser *parser, ssmtp_error *error, const char *what)
{
	ssmtp_slice line;

	reply_mask_from(parser, parser->line_start);
	line = ssmtp_slice_head(reply_current_line(parser), 80);
	return ssmtp_error_set(error, SSMTP_ERROR_PROTOCOL, SSMTP_E_PROTOCOL, "SMTP protocol error: %s: \"%.*s\".", what,
		SSMTP_SLICE_FMT(line));
}

/* A new reply begins: what the last one left is forgotten. */
static void reply_restart(ssmtp_reply_parser *parser)
{
	ssmtp_buf_clear(&parser->text);
	parser->line_start = 0;
	parser->lines = 0;
	parser->code = 0;
	parser->last_line = false;
}

static bool reply_append(ssmtp_reply_parser *parser, ssmtp_slice octets, ssmtp_error *error)
{
	if (octets.len > SSMTP_REPLY_OCTETS_MAX - ssmtp_buf_len(&parser->text)) {
		return reply_protocol(error, "the reply has too many octets", SSMTP_REPLY_OCTETS_MAX);
	}
	return ssmtp_buf_append_slice(&parser->text, octets) || ssmtp_error_nomem(error);
}

/* Three digits, 200 to 599, then blank, hyphen or the end of the line. */
static bool reply_parse_code(ssmtp_slice line, uint16_t *code, bool *last)
{
	if (line.len < 3 || line.ptr[0] < '2' || line.ptr[0] > '5' || !ssmtp_is_digit(line.ptr[1]) ||
		!ssmtp_is_digit(line.ptr[2])) {
		return false;
	}
	if (line.len > 3 && line.ptr[3] != ' ' && line.ptr[3] != '-') {
		return false;
	}
	*code = (uint16_t) ((line.ptr[0] - '0') * 100 + (line.ptr[1] - '0') * 10 + (line.ptr[2] - '0'));
	*last = line.len == 3 || line.ptr[3] == ' ';
	return true;
}

static bool reply_parse_line(ssmtp_reply_parser *parser, ssmtp_slice line, ssmtp_error *error)
{
	uint16_t code = 0;

	if (!reply_parse_code(line, &code, &parser->last_line)) {
		return reply_malformed(parser, error, "this is not a reply");
	}
	if (parser->lines > 0 && code != parser->code) {
		parser->last_line = false;
		return reply_malformed(parser, error, "the reply code changes inside the reply");
	}
	parser->code = code;
	parser->lines++;
	if (parser->lines > SSMTP_REPLY_LINES_MAX) {
		return reply_protocol(error, "the reply has too many lines", SSMTP_REPLY_LINES_MAX);
	}
	return true;
}

/* One number of an enhanced status code: at most three digits. */
static bool reply_take_number(ssmtp_slice *rest, uint16_t *number)
{
	size_t digits = 0;

	*number = 0;
	while (digits < rest->len && digits < 4 && ssmtp_is_digit(rest->ptr[digits])) {
		*number = (uint16_t) (*number * 10 + (rest->ptr[digits] - '0'));
		digits++;
	}
	*rest = ssmtp_slice_skip(*rest, digits);
	return digits >= 1 && digits <= 3;
}

/* RFC 2034 section 4: class.subject.detail at the beginning of the text; the
 * class agrees with the first digit of the code. */
static void reply_parse_status(ssmtp_reply *reply, ssmtp_slice text)
{
	uint16_t status[3];

	for (unsigned i = 0; i < 3; i++) {
		if (!reply_take_number(&text, &status[i])) {
			return;
		}
		if (i < 2) {
			if (text.len == 0 || text.ptr[0] != '.') {
				return;
			}
			text = ssmtp_slice_skip(text, 1);
		}
	}
	if (status[0] != reply->code / 100 || (text.len > 0 && text.ptr[0] != ' ')) {
		return;
	}
	memcpy(reply->status, status, sizeof(status));
}

static bool reply_finish(const ssmtp_reply_parser *parser, ssmtp_reply *reply)
{
	ssmtp_slice rest;
	ssmtp_slice line;

	memset(reply, 0, sizeof(*reply));
	reply->code = parser->code;
	reply->lines = parser->lines;
	reply->text = ssmtp_buf_slice(&parser->text);
	rest = reply->text;
	if (ssmtp_reply_next_line(&rest, &line)) {
		reply_parse_status(reply, line);
	}
	return true;
}

/* The one place where it is done: what a reply says is shown to people, in traces, reports, exceptions and logs, where
 * ESC and U+009B begin what a terminal obeys. CR, LF and NUL do not get this far; RFC 5321 4.2 allows HT and
 * what is printable, and the tabulator could as well be a blank. */
static void reply_blank_controls(ssmtp_reply_parser *parser, size_t len)
{
	uint8_t *line = parser->text.data + parser->text.start + parser->line_start;

	for (size_t i = 0; i < len; i++) {
		if (ssmtp_is_control(line[i])) {
			line[i] = ' ';
		} else if (line[i] == 0xc2 && i + 1 < len && line[i + 1] >= 0x80 && line[i + 1] <= 0x9f) {
			line[i] = line[i + 1] = ' ';
		}
	}
}

/* The line end was reached: removes the CRs before it, judges the line. */
static bool reply_end_line(ssmtp_reply_parser *parser, ssmtp_error *error)
{
	ssmtp_slice line = reply_current_line(parser);
	bool printable;

	while (line.len > 0 && line.ptr[line.len - 1] == '\r') {
		line.len--;
	}
	ssmtp_buf_truncate(&parser->text, parser->line_start + line.len);
	printable = ssmtp_slice_is_printable(line);
	/* A CR or NUL inside would be read differently by whoever logs the reply. */
	if (!printable && (ssmtp_slice_find(line, '\r') != line.len || ssmtp_slice_find(line, 0) != line.len)) {
		return reply_malformed(parser, error, "the reply holds a bare CR or a NUL");
	}
	if (!reply_parse_line(parser, line, error)) {
		return false;
	}
	if (!printable) {
		reply_blank_controls(parser, line.len);
	}
	if (!parser->last_line) {
		if (!reply_append(parser, SSMTP_SLICE("\r\n"), error)) {
			return false;
		}
		parser->line_start = ssmtp_buf_len(&parser->text);
	}
	return true;
}

/* Takes octets of input up to and including the LF; *ended when there was one. */
static bool reply_take(ssmtp_reply_parser *parser, ssmtp_slice *input, bool *ended, ssmtp_error *error)
{
	size_t at = ssmtp_slice_find(*input, '\n');

	*ended = at < input->len;
	if (!reply_append(parser, ssmtp_slice_head(*input, at), error)) {
		return false;
	}
	*input = ssmtp_slice_skip(*input, *ended ? at + 1 : at);
	/* The CR belongs to the line end, not to the line. */
	if (reply_current_line(parser).len > parser->line_max + 1) {
		return reply_protocol(error, "reply line too long", parser->line_max);
	}
	return true;
}

bool ssmtp_reply_feed(ssmtp_reply_parser *parser, ssmtp_slice *input, ssmtp_reply *reply, ssmtp_error *error)
{
	bool ended;

	while (input->len > 0) {
		if (parser->last_line) {
			reply_restart(parser);
		}
		if (!reply_take(parser, input, &ended, error)) {
			return false;
		}
		if (ended) {
			if (!reply_end_line(parser, error)) {
				return false;
			}
			if (parser->last_line) {
				return reply_finish(parser, reply);
			}
		}
	}
	return false;
}

void ssmtp_reply_mask(ssmtp_reply_parser *parser, ssmtp_reply *reply)
{
	reply_mask_from(parser, 0);
	reply->text = ssmtp_buf_slice(&parser->text);
}

bool ssmtp_reply_next_raw_line(ssmtp_slice *rest, ssmtp_slice *line)
{
	size_t at;

	if (rest->len == 0) {
		return false;
	}
	at = ssmtp_slice_find(*rest, '\n');
	*line = ssmtp_slice_head(*rest, at);
	if (at < rest->len && line->len > 0) {
		line->len--; /* the CR we put there */
	}
	*rest = ssmtp_slice_skip(*rest, at + 1);
	return true;
}

bool ssmtp_reply_next_line(ssmtp_slice *rest, ssmtp_slice *line)
{
	if (!ssmtp_reply_next_raw_line(rest, line)) {
		return false;
	}
	*line = ssmtp_slice_skip(*line, 4);
	return true;
}
