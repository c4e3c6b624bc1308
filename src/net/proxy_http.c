/* The tunnel of an HTTP proxy: CONNECT (RFC 9110 section 9.3.6) as a dialogue. */
#include "base/ascii.h"
#include "base/base64.h"
#include "net/proxy.h"

enum { HTTP_BEGIN, HTTP_REPLY };

/* FirewallData: further request lines, each a field of its own. */
static bool http_check_line(ssmtp_slice line, ssmtp_error *error)
{
	if (ssmtp_slice_has_control(line) || ssmtp_slice_find(line, ':') == line.len || line.ptr[0] == ':') {
		return ssmtp_error_argument(error, "FirewallData has a line that is not \"Name: value\".");
	}
	return true;
}

static bool http_take_line(ssmtp_slice *rest, ssmtp_slice *line)
{
	size_t end;

	if (rest->len == 0) {
		return false;
	}
	end = ssmtp_slice_find(*rest, '\n');
	*line = ssmtp_slice_head(*rest, end);
	*rest = ssmtp_slice_skip(*rest, end + 1);
	if (line->len > 0 && line->ptr[line->len - 1] == '\r') {
		line->len--;
	}
	return true;
}

bool ssmtp_proxy_http_check(const ssmtp_proxy_options *options, ssmtp_error *error)
{
	ssmtp_slice rest = options->data, line;

	while (http_take_line(&rest, &line)) {
		if (line.len > 0 && !http_check_line(line, error)) {
			return false;
		}
	}
	/* RFC 7617 section 2: a colon would end the user name. */
	if (strchr(options->user, ':') != NULL) {
		return ssmtp_error_argument(error, "FirewallUser must not contain a colon with an HTTP proxy.");
	}
	return true;
}

/* user-pass of RFC 7617 section 2 in Base64. */
static bool http_append_credentials(const ssmtp_proxy_options *options, ssmtp_buf *out)
{
	ssmtp_buf plain;
	bool ok;

	ssmtp_buf_init_secret(&plain, 65536);
	ok = ssmtp_buf_append_str(&plain, options->user) && ssmtp_buf_append_octet(&plain, ':') &&
		 ssmtp_buf_append_slice(&plain, options->password) && ssmtp_base64_append(out, ssmtp_buf_slice(&plain));
	ssmtp_buf_free(&plain);
	return ok;
}

static bool http_append_authorization(ssmtp_proxy_dialogue *dialogue)
{
	return dialogue->options.user[0] == '\0' ||
		   (ssmtp_buf_append_str(&dialogue->out, "Proxy-Authorization: Basic ") &&
			   http_append_credentials(&dialogue->options, &dialogue->out) &&
			   ssmtp_buf_append_str(&dialogue->out, "\r\n"));
}

/* RFC 9110 section 11.6.2: "Proxy-Authorization: scheme credentials"; the words behind the scheme. */
static void http_hide_field(ssmtp_slice line, ssmtp_hidden *hidden)
{
	const ssmtp_slice end = SSMTP_SLICE("Authorization");
	size_t colon = ssmtp_slice_find(line, ':');
	ssmtp_slice value = ssmtp_slice_trim(ssmtp_slice_skip(line, colon + 1));
	size_t scheme = ssmtp_slice_find(value, ' ');

	if (colon < end.len || !ssmtp_slice_equal_nocase(ssmtp_slice_of(line.ptr + colon - end.len, end.len), end)) {
		return;
	}
	if (scheme < value.len) {
		value = ssmtp_slice_trim(ssmtp_slice_skip(value, scheme));
	}
	ssmtp_hidden_add(hidden, value);
}

void ssmtp_proxy_http_hide(const ssmtp_proxy_options *options, ssmtp_hidden *hidden)
{
	ssmtp_slice rest = options->data, line;
	ssmtp_buf encoded;

	ssmtp_buf_init_secret(&encoded, 1 << 20);
	if (options->user[0] != '\0' && http_append_credentials(options, &encoded)) {
		ssmtp_hidden_add_encoded(hidden, ssmtp_buf_slice(&encoded));
	}
	ssmtp_buf_free(&encoded);
	while (http_take_line(&rest, &line)) {
		http_hide_field(line, hidden);
	}
}

static bool http_append_data(ssmtp_proxy_dialogue *dialogue)
{
	ssmtp_slice rest = dialogue->options.data, line;
	bool ok = true;

	while (ok && http_take_line(&rest, &line)) {
		ok = line.len == 0
			|| (ssmtp_buf_append_slice(&dialogue->out, line) && ssmtp_buf_append_str(&dialogue->out, "\r\n"));
	}
	return ok;
}

static ssmtp_proxy_state http_request(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	const ssmtp_proxy_options *options = &dialogue->options;
	const char *format = ssmtp_sys_literal_family(options->host) == 6
		? "CONNECT [%s]:%u HTTP/1.1\r\nHost: [%s]:%u\r\n"
		: "CONNECT %s:%u HTTP/1.1\r\nHost: %s:%u\r\n";
	bool ok = ssmtp_buf_printf(&dialogue->out, format, options->host, (unsigned) options->port, options->host,
				  (unsigned) options->port)
		&& http_append_authorization(dialogue) && http_append_data(dialogue)
		&& ssmtp_buf_append_str(&dialogue->out, "\r\n");

	dialogue->phase = HTTP_REPLY;
	return ok ? SSMTP_PROXY_MORE : ssmtp_proxy_nomem(error);
}

/* Octets up to and with the empty line; 0 while it is not there. */
static size_t http_header_octets(ssmtp_slice in)
{
	size_t at = 0;

	while (at < in.len) {
		size_t end = at + ssmtp_slice_find(ssmtp_slice_skip(in, at), '\n');

		if (end >= in.len) {
			return 0;
		}
		if (end == at || (end == at + 1 && in.ptr[at] == '\r')) {
			return end + 1;
		}
		at = end + 1;
	}
	return 0;
}

/* Whole as it came it is masked, then cut: half of a secret would not be known again. */
static ssmtp_proxy_state http_refused(const ssmtp_proxy_options *options, ssmtp_slice line, ssmtp_error *error)
{
	ssmtp_hidden hidden = { 0 };
	ssmtp_buf text;
	size_t len;

	ssmtp_buf_init_secret(&text, SSMTP_PROXY_REPLY_MAX + 1024);
	if (!ssmtp_buf_append_slice(&text, line)) {
		ssmtp_buf_free(&text);
		return ssmtp_proxy_nomem(error);
	}
	ssmtp_proxy_hide(options, &hidden);
	len = ssmtp_hidden_mask(&hidden, text.data + text.start, line.len);
	ssmtp_error_set(error, SSMTP_ERROR_PROXY, SSMTP_E_FIREWALL, "Firewall error: the HTTP proxy answered %.*s",
		(int) (len > 200 ? 200 : len), len == 0 ? "" : (const char *) text.data + text.start);
	ssmtp_buf_free(&text);
	return SSMTP_PROXY_REFUSED;
}

ssmtp_proxy_state ssmtp_proxy_http_advance(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	ssmtp_slice in = ssmtp_buf_slice(&dialogue->in), line;
	size_t octets;

	if (dialogue->phase == HTTP_BEGIN) {
		return http_request(dialogue, error);
	}
	if (memcmp(in.len == 0 ? (const uint8_t *) "" : in.ptr, "HTTP/1.", in.len < 7 ? in.len : 7) != 0) {
		return ssmtp_proxy_refuse(error, "the answer is not one of an HTTP proxy.");
	}
	octets = http_header_octets(in);
	if (octets == 0) {
		return SSMTP_PROXY_MORE;
	}
	http_take_line(&in, &line);
	/* "HTTP/1.x 2xx" */
	if (line.len < 12 || line.ptr[8] != ' ' || line.ptr[9] != '2' || !ssmtp_is_digit(line.ptr[10])
		|| !ssmtp_is_digit(line.ptr[11])) {
		return http_refused(&dialogue->options, line, error);
	}
	/* What follows came through the tunnel: often the greeting, in the same packet. */
	ssmtp_buf_consume(&dialogue->in, octets);
	return SSMTP_PROXY_OPEN;
}
