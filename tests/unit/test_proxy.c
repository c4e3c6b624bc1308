/* The proxies' dialogues, fed whole and octet by octet, with friendly and hostile proxies. */
#include "net/proxy.h"
#include "unit.h"

#define OCTETS(literal) literal, sizeof(literal) - 1

static const char filling[] =
	"xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx "
	"xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx xxxxxxxxx ";

static const struct {
	int type;
	const char *user;
	const char *in;
	size_t in_len;
	const char *out;    /* all octets we send; NULL: not compared */
	size_t out_len;
	ssmtp_proxy_state state;
	const char *left;   /* what came through the tunnel, or a part of the error's text */
} rows[] = {
	{ 1, "", OCTETS("HTTP/1.1 200 OK\r\nVia: x\r\n\r\n220 mx"),
		OCTETS("CONNECT mx.example:25 HTTP/1.1\r\nHost: mx.example:25\r\n\r\n"), SSMTP_PROXY_OPEN, "220 mx" },
	{ 1, "u", OCTETS("HTTP/1.0 200\r\n\r\n"),
		OCTETS("CONNECT mx.example:25 HTTP/1.1\r\nHost: mx.example:25\r\nProxy-Authorization: Basic dTpw\r\n\r\n"),
		SSMTP_PROXY_OPEN, "" },
	{ 1, "", OCTETS("HTTP/1.1 407 Log in\r\n\r\n"), NULL, 0, SSMTP_PROXY_REFUSED, "407 Log in" },
	{ 1, "", OCTETS("220 mx.example ESMTP\r\n\r\n"), NULL, 0, SSMTP_PROXY_REFUSED, "not one of an HTTP proxy" },
	{ 1, "", OCTETS("HTTP/1.1 2\r\n\r\n"), NULL, 0, SSMTP_PROXY_REFUSED, "HTTP/1.1 2" },
	{ 10, "u", OCTETS("\0\x5a\0\0\0\0\0\0" "220"), OCTETS("\x04\x01\0\x19\0\0\0\x01u\0mx.example\0"), SSMTP_PROXY_OPEN,
		"220" },
	{ 10, "", OCTETS("\0\x5b\0\0\0\0\0\0"), NULL, 0, SSMTP_PROXY_REFUSED, "refused" },
	{ 10, "", OCTETS("\x05"), NULL, 0, SSMTP_PROXY_REFUSED, "SOCKS 4" },
	{ 3, "", OCTETS("\x05\0\x05\0\0\x01\1\2\3\4\0\x19" "220"),
		OCTETS("\x05\x01\0\x05\x01\0\x03\x0amx.example\0\x19"), SSMTP_PROXY_OPEN, "220" },
	{ 3, "u", OCTETS("\x05\x02\x01\0\x05\0\0\x03\x02" "ab\0\x19"),
		OCTETS("\x05\x02\0\x02\x01\x01u\x01p\x05\x01\0\x03\x0amx.example\0\x19"), SSMTP_PROXY_OPEN, "" },
	{ 3, "u", OCTETS("\x05\x02\x01\x01"), NULL, 0, SSMTP_PROXY_REFUSED, "FirewallUser" },
	{ 3, "", OCTETS("\x05\x02"), NULL, 0, SSMTP_PROXY_REFUSED, "not offered" },
	{ 3, "", OCTETS("\x05\xff"), NULL, 0, SSMTP_PROXY_REFUSED, "none of our ways" },
	{ 3, "", OCTETS("\x05\0\x05\x05\0\x01\1\2\3\4\0\x19"), NULL, 0, SSMTP_PROXY_REFUSED, "connection refused" },
	{ 3, "", OCTETS("\x05\0\x05\x7f\0\x01\1"), NULL, 0, SSMTP_PROXY_REFUSED, "unknown answer" },
	{ 3, "", OCTETS("\x05\0\x05\0\0\x09\1\2\3"), NULL, 0, SSMTP_PROXY_REFUSED, "kind of address" },
	{ 3, "", OCTETS("\x05\0\x05\0\0\x01\1\2"), NULL, 0, SSMTP_PROXY_MORE, "" },
};

static ssmtp_proxy_state settle(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	ssmtp_proxy_state state;
	size_t sent;

	do {
		sent = ssmtp_buf_len(&dialogue->out);
		state = dialogue->advance(dialogue, error);
	} while (state == SSMTP_PROXY_MORE && ssmtp_buf_len(&dialogue->out) != sent);
	return state;
}

static void run_row(size_t i, size_t piece)
{
	ssmtp_proxy_dialogue dialogue = { 0 };
	ssmtp_error error = { 0 };
	ssmtp_proxy_state state;

	dialogue.options = (ssmtp_proxy_options) { rows[i].type, rows[i].user, SSMTP_SLICE("p"), "mx.example", 25, true,
		SSMTP_SLICE_EMPTY };
	dialogue.advance = rows[i].type == 1 ? ssmtp_proxy_http_advance
		: rows[i].type == 3              ? ssmtp_proxy_socks5_advance
										 : ssmtp_proxy_socks4_advance;
	ssmtp_buf_init(&dialogue.in, 65536);
	ssmtp_buf_init(&dialogue.out, 65536);
	state = settle(&dialogue, &error);
	for (size_t at = 0; at < rows[i].in_len; at += piece) {
		size_t n = rows[i].in_len - at < piece ? rows[i].in_len - at : piece;

		ssmtp_buf_append(&dialogue.in, rows[i].in + at, n);
		if (state == SSMTP_PROXY_MORE) {
			state = settle(&dialogue, &error);
		}
	}
	CHECK(state == rows[i].state, "row %zu piece %zu: %s", i, piece, error.text);
	if (rows[i].out != NULL) {
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&dialogue.out), ssmtp_slice_of(rows[i].out, rows[i].out_len)),
			"row %zu", i);
	}
	if (state == SSMTP_PROXY_OPEN) {
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&dialogue.in), ssmtp_slice_str(rows[i].left)), "row %zu", i);
	} else if (state == SSMTP_PROXY_REFUSED) {
		CHECK(error.code == SSMTP_E_FIREWALL && (piece == 1 || strstr(error.text, rows[i].left) != NULL), "row %zu %s",
			i, error.text);
	}
	ssmtp_buf_free(&dialogue.in);
	ssmtp_buf_free(&dialogue.out);
}

/* A proxy that says back what it was told in secret: in clear, in Base64, cut off, behind much else. */
static void test_secrets_said_back(void)
{
	static const char data[] = "X-Trace: harmless-words\r\nProxy-Authorization: Bearer tok.en-4711-and-more\r\n";
	static const struct {
		const char *said, *shown;
	} echoes[] = {
		{ "403 no hunter2secret here", "403 no ***** here" },
		{ "403 no Basic YW5uOmh1bnRlcjJzZWNyZXQ= here", "403 no Basic ***** here" },
		{ "407 tok.en-4711-and-more", "407 *****" },
		{ "403 harmless-words", "403 harmless-words" },
		{ "403 no hunter2secre", "403 no *****" },
	};

	for (size_t i = 0; i < sizeof(echoes) / sizeof(echoes[0]); i++) {
		for (size_t pad = 0; pad < 200; pad += 13) {
			const ssmtp_proxy_options options = { 1, "ann", SSMTP_SLICE("hunter2secret"), "mx.example", 25, true,
				SSMTP_SLICE(data) };
			ssmtp_proxy_dialogue dialogue = { .options = options, .advance = ssmtp_proxy_http_advance };
			ssmtp_error error = { 0 };
			char shown[512];

			ssmtp_buf_init(&dialogue.in, 65536);
			ssmtp_buf_init(&dialogue.out, 65536);
			CHECK(settle(&dialogue, &error) == SSMTP_PROXY_MORE);
			ssmtp_buf_printf(&dialogue.in, "HTTP/1.1 403 %.*s %s\r\n\r\n", (int) pad, filling, echoes[i].said);
			CHECK(settle(&dialogue, &error) == SSMTP_PROXY_REFUSED);
			snprintf(shown, sizeof(shown), "HTTP/1.1 403 %.*s %s", (int) pad, filling, echoes[i].shown);
			shown[strlen(shown) > 200 ? 200 : strlen(shown)] = '\0';
			CHECK(strcmp(strstr(error.text, "HTTP/"), shown) == 0, "row %zu, %zu: %s", i, pad, error.text);
			ssmtp_buf_free(&dialogue.in);
			ssmtp_buf_free(&dialogue.out);
		}
	}
}

/* FirewallData is a field a line, and nothing but text: a control octet would begin another line. */
static void test_data(void)
{
	static const struct {
		const char *data;
		size_t len;
		bool fine;
	} fields[] = {
		{ OCTETS("X-A: b"), true },
		{ OCTETS("X-A: b\r\n"), true },
		{ OCTETS("X-A: b\nX-C: d\n"), true },
		{ OCTETS("X-A: b\r\n\r\nX-C: d"), true }, /* an empty line is left out */
		{ OCTETS("X-A: \xc3\xa4"), true },
		{ OCTETS("X-A: b\rX-C: d"), false },
		{ OCTETS("X-A: b\r\r\n"), false },
		{ OCTETS("X-A: b\0c"), false },
		{ OCTETS("X-A: b\tc"), false },
		{ OCTETS("X-A: b\x7f"), false },
		{ OCTETS("X-A: b\x1b[2J"), false },
		{ OCTETS("GET / HTTP/1.1"), false },
		{ OCTETS(": b"), false },
		{ OCTETS("X-A: b\nno field\n"), false },
	};

	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		ssmtp_proxy_options options = { 1, "", SSMTP_SLICE_EMPTY, "mx.example", 25, true,
			ssmtp_slice_of(fields[i].data, fields[i].len) };
		ssmtp_error error = { 0 };

		CHECK(ssmtp_proxy_http_check(&options, &error) == fields[i].fine, "row %zu: %s", i, error.text);
		CHECK(fields[i].fine || (error.code == SSMTP_E_INVAL && strstr(error.text, "FirewallData") != NULL), "%zu", i);
	}
}

/* Nothing of the caller's reaches a request line (security rule 17). */
static void test_bad_targets(void)
{
	static const char *const hosts[] = { "", "a b", "a\r\nX: y", "a/b", "u@h", "a\tb", "a:22", "a,b",
		"::1%lo", "a\x7f" "b", "a?b", "a#b", "[a]" };

	for (size_t i = 0; i < sizeof(hosts) / sizeof(hosts[0]); i++) {
		ssmtp_proxy_options options = { 1, "", SSMTP_SLICE_EMPTY, hosts[i], 25, true, SSMTP_SLICE_EMPTY };
		ssmtp_transport *lower = NULL;
		ssmtp_error error = { 0 };

		CHECK(ssmtp_proxy_new_take(&lower, &options, &error) == NULL && error.code == SSMTP_E_INVAL, "%s", hosts[i]);
	}
}

int main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		run_row(i, 65536);
		run_row(i, 1);
		run_row(i, 3);
	}
	test_secrets_said_back();
	test_data();
	test_bad_targets();
	return unit_summary("proxy");
}
