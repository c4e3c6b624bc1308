/* SOCKS 4, 4A and 5 (RFC 1928, RFC 1929) as dialogues. */
#include "base/ascii.h"
#include "net/proxy.h"

enum { SOCKS_BEGIN, SOCKS_METHOD, SOCKS_LOGIN, SOCKS_REPLY };

#define SOCKS4_REPLY_OCTETS 8
#define SOCKS4_GRANTED 90
#define SOCKS5_NO_LOGIN 0x00
#define SOCKS5_PASSWORD 0x02
#define SOCKS5_NONE_FITS 0xff
#define SOCKS5_IPV4 1
#define SOCKS5_NAME 3
#define SOCKS5_IPV6 4

bool ssmtp_proxy_socks_check(const ssmtp_proxy_options *options, ssmtp_error *error)
{
	/* Each length is one octet of the protocol. */
	if (strlen(options->user) > 255 || options->password.len > 255) {
		return ssmtp_error_argument(error, "SOCKS takes at most 255 octets for FirewallUser and FirewallPassword.");
	}
	if (options->type == 3 && options->user[0] == '\0' && options->password.len > 0) {
		return ssmtp_error_argument(error, "FirewallPassword is set, but FirewallUser is empty.");
	}
	return true;
}

static bool socks_append_port(ssmtp_buf *out, uint16_t port)
{
	return ssmtp_buf_append_octet(out, (uint8_t) (port >> 8)) && ssmtp_buf_append_octet(out, (uint8_t) port);
}

static const struct {
	unsigned code;
	const char *text;
} socks4_replies[] = {
	{ 91, "the SOCKS proxy refused or failed." },
	{ 92, "the SOCKS proxy cannot reach identd on this host." },
	{ 93, "the SOCKS proxy says that identd names another user." },
};

static ssmtp_proxy_state socks4_request(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	static const uint8_t name_follows[4] = { 0, 0, 0, 1 }; /* SOCKS 4A: an address that cannot be */
	const ssmtp_proxy_options *options = &dialogue->options;
	ssmtp_buf *out = &dialogue->out;
	uint8_t octets[16];
	bool ok;

	if (dialogue->address != NULL && ssmtp_sys_address_octets(dialogue->address, octets) != 4) {
		return ssmtp_proxy_refuse(error, "SOCKS 4 knows IPv4 addresses only: use SOCKS 4A or SOCKS 5.");
	}
	ok = ssmtp_buf_append_slice(out, options->data) && ssmtp_buf_append(out, "\x04\x01", 2)
		&& socks_append_port(out, options->port)
		&& ssmtp_buf_append(out, dialogue->address == NULL ? name_follows : octets, 4)
		&& ssmtp_buf_append(out, options->user, strlen(options->user) + 1)
		&& (dialogue->address != NULL || ssmtp_buf_append(out, options->host, strlen(options->host) + 1));
	dialogue->phase = SOCKS_REPLY;
	return ok ? SSMTP_PROXY_MORE : ssmtp_proxy_nomem(error);
}

ssmtp_proxy_state ssmtp_proxy_socks4_advance(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	ssmtp_slice in = ssmtp_buf_slice(&dialogue->in);

	if (dialogue->phase == SOCKS_BEGIN) {
		return socks4_request(dialogue, error);
	}
	if (in.len > 0 && in.ptr[0] != 0) {
		return ssmtp_proxy_refuse(error, "the answer is not one of a SOCKS 4 proxy.");
	}
	if (in.len < SOCKS4_REPLY_OCTETS) {
		return SSMTP_PROXY_MORE;
	}
	for (size_t i = 0; i < sizeof(socks4_replies) / sizeof(socks4_replies[0]); i++) {
		if (socks4_replies[i].code == in.ptr[1]) {
			return ssmtp_proxy_refuse(error, socks4_replies[i].text);
		}
	}
	if (in.ptr[1] != SOCKS4_GRANTED) {
		return ssmtp_proxy_refuse(error, "the SOCKS proxy gave an unknown answer.");
	}
	ssmtp_buf_consume(&dialogue->in, SOCKS4_REPLY_OCTETS);
	return SSMTP_PROXY_OPEN;
}

static ssmtp_proxy_state socks5_greet(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	bool login = dialogue->options.user[0] != '\0';
	bool ok = ssmtp_buf_append_slice(&dialogue->out, dialogue->options.data)
		&& (login ? ssmtp_buf_append(&dialogue->out, "\x05\x02\x00\x02", 4)
				  : ssmtp_buf_append(&dialogue->out, "\x05\x01\x00", 3));

	dialogue->phase = SOCKS_METHOD;
	return ok ? SSMTP_PROXY_MORE : ssmtp_proxy_nomem(error);
}

static bool socks5_append_target(ssmtp_proxy_dialogue *dialogue)
{
	uint8_t octets[16];
	size_t len;

	if (dialogue->address == NULL) {
		len = strlen(dialogue->options.host);
		return ssmtp_buf_append_octet(&dialogue->out, SOCKS5_NAME)
			&& ssmtp_buf_append_octet(&dialogue->out, (uint8_t) len)
			&& ssmtp_buf_append(&dialogue->out, dialogue->options.host, len);
	}
	len = ssmtp_sys_address_octets(dialogue->address, octets);
	return ssmtp_buf_append_octet(&dialogue->out, len == 4 ? SOCKS5_IPV4 : SOCKS5_IPV6)
		&& ssmtp_buf_append(&dialogue->out, octets, len);
}

static ssmtp_proxy_state socks5_request(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	bool ok = ssmtp_buf_append(&dialogue->out, "\x05\x01\x00", 3) && socks5_append_target(dialogue)
		&& socks_append_port(&dialogue->out, dialogue->options.port);

	dialogue->phase = SOCKS_REPLY;
	return ok ? SSMTP_PROXY_MORE : ssmtp_proxy_nomem(error);
}

/* RFC 1929 section 2. */
static ssmtp_proxy_state socks5_login(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	const ssmtp_proxy_options *options = &dialogue->options;
	size_t len = strlen(options->user);
	bool ok = ssmtp_buf_append_octet(&dialogue->out, 1) && ssmtp_buf_append_octet(&dialogue->out, (uint8_t) len)
		&& ssmtp_buf_append(&dialogue->out, options->user, len)
		&& ssmtp_buf_append_octet(&dialogue->out, (uint8_t) options->password.len)
		&& ssmtp_buf_append_slice(&dialogue->out, options->password);

	dialogue->phase = SOCKS_LOGIN;
	return ok ? SSMTP_PROXY_MORE : ssmtp_proxy_nomem(error);
}

static ssmtp_proxy_state socks5_method(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	ssmtp_slice in = ssmtp_buf_slice(&dialogue->in);
	uint8_t method;

	if (in.len > 0 && in.ptr[0] != 5) {
		return ssmtp_proxy_refuse(error, "the answer is not one of a SOCKS 5 proxy.");
	}
	if (in.len < 2) {
		return SSMTP_PROXY_MORE;
	}
	method = in.ptr[1];
	ssmtp_buf_consume(&dialogue->in, 2);
	if (method == SOCKS5_NO_LOGIN) {
		return socks5_request(dialogue, error);
	}
	if (method == SOCKS5_PASSWORD && dialogue->options.user[0] != '\0') {
		return socks5_login(dialogue, error);
	}
	return ssmtp_proxy_refuse(error, method == SOCKS5_NONE_FITS
			? "the SOCKS proxy accepts none of our ways to log in: check FirewallUser and FirewallPassword."
			: "the SOCKS proxy asks for a log-in that was not offered.");
}

static ssmtp_proxy_state socks5_login_reply(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	ssmtp_slice in = ssmtp_buf_slice(&dialogue->in);

	if (in.len < 2) {
		return SSMTP_PROXY_MORE;
	}
	if (in.ptr[1] != 0) {
		return ssmtp_proxy_refuse(error, "the SOCKS proxy refused FirewallUser and FirewallPassword.");
	}
	ssmtp_buf_consume(&dialogue->in, 2);
	return socks5_request(dialogue, error);
}

/* RFC 1928 section 6. */
static const char *const socks5_replies[] = {
	"",
	"the SOCKS proxy failed.",
	"the SOCKS proxy's rules forbid the connection.",
	"the SOCKS proxy says: network unreachable.",
	"the SOCKS proxy says: host unreachable.",
	"the SOCKS proxy says: connection refused.",
	"the SOCKS proxy says: time to live expired.",
	"the SOCKS proxy does not know CONNECT.",
	"the SOCKS proxy does not know this kind of address.",
};

static ssmtp_proxy_state socks5_reply(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	ssmtp_slice in = ssmtp_buf_slice(&dialogue->in);
	size_t address;

	if (in.len < 5) {
		return SSMTP_PROXY_MORE;
	}
	if (in.ptr[0] != 5) {
		return ssmtp_proxy_refuse(error, "the answer is not one of a SOCKS 5 proxy.");
	}
	if (in.ptr[1] != 0) {
		return ssmtp_proxy_refuse(error, in.ptr[1] < sizeof(socks5_replies) / sizeof(socks5_replies[0])
				? socks5_replies[in.ptr[1]]
				: "the SOCKS proxy gave an unknown answer.");
	}
	switch (in.ptr[3]) {
	case SOCKS5_IPV4:
		address = 4;
		break;
	case SOCKS5_IPV6:
		address = 16;
		break;
	case SOCKS5_NAME:
		address = 1 + (size_t) in.ptr[4];
		break;
	default:
		return ssmtp_proxy_refuse(error, "the SOCKS proxy answered with an unknown kind of address.");
	}
	if (in.len < 4 + address + 2) {
		return SSMTP_PROXY_MORE;
	}
	ssmtp_buf_consume(&dialogue->in, 4 + address + 2);
	return SSMTP_PROXY_OPEN;
}

ssmtp_proxy_state ssmtp_proxy_socks5_advance(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error)
{
	switch (dialogue->phase) {
	case SOCKS_BEGIN:
		return socks5_greet(dialogue, error);
	case SOCKS_METHOD:
		return socks5_method(dialogue, error);
	case SOCKS_LOGIN:
		return socks5_login_reply(dialogue, error);
	default:
		return socks5_reply(dialogue, error);
	}
}
