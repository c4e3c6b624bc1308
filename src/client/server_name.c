/* See server_name.h. */
#include "client/server_name.h"

#include "base/ascii.h"

/* Which settings a scheme of a URL stands for. */
static const struct {
	const char *scheme;
	const char *hint;
} server_schemes[] = {
	{ "smtp://", "" },
	{ "tcp://", "" },
	{ "smtps://", ", SSLStartMode is 1 (implicit TLS)" },
	{ "ssl://", ", SSLStartMode is 1 (implicit TLS)" },
	{ "tls://", ", SSLStartMode is 2 (STARTTLS), or 1 (implicit TLS) on port 465" },
};

static size_t server_count(ssmtp_slice text, uint8_t octet)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len; i++) {
		count += text.ptr[i] == octet;
	}
	return count;
}

/* Two colons stand in no name. */
static bool server_is_ipv6(ssmtp_slice text)
{
	return server_count(text, ':') >= 2;
}

static bool server_is_ipv4(ssmtp_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (!ssmtp_is_digit(text.ptr[i]) && text.ptr[i] != '.') {
			return false;
		}
	}
	return server_count(text, '.') == 3;
}

bool ssmtp_server_name_is_clean(ssmtp_slice name)
{
	/* The zone of a link-local address is a name of the system's (RFC 4007 section 11). */
	ssmtp_slice address = ssmtp_slice_head(name, ssmtp_slice_find(name, '%'));
	bool colons = server_is_ipv6(address);

	for (size_t i = 0; i < name.len; i++) {
		uint8_t c = name.ptr[i];

		if (!ssmtp_is_alnum(c) && c < 0x80 && c != '.' && c != '-' && c != '_' && !(colons && (c == ':' || c == '%'))) {
			return false;
		}
	}
	return name.len > 0;
}

/* "host:587": how the two settings would be. */
static bool server_refuse_port(ssmtp_slice text, ssmtp_error *error)
{
	size_t colon = ssmtp_slice_find(text, ':');
	ssmtp_slice host = ssmtp_slice_head(text, colon);
	ssmtp_slice port = ssmtp_slice_skip(text, colon + 1);

	for (size_t i = 0; i < port.len; i++) {
		if (!ssmtp_is_digit(port.ptr[i])) {
			return true;
		}
	}
	if (server_is_ipv6(text) || port.len == 0 || port.len > 5 || !ssmtp_server_name_is_clean(host)) {
		return true;
	}
	return ssmtp_error_argument(error,
		"MailServer is a host name without a port: MailServer is \"%.*s\" and MailPort is %.*s?",
		SSMTP_SLICE_FMT(ssmtp_slice_head(host, 255)), SSMTP_SLICE_FMT(port));
}

static bool server_refuse_scheme(ssmtp_slice text, ssmtp_error *error)
{
	for (size_t i = 0; i < sizeof(server_schemes) / sizeof(server_schemes[0]); i++) {
		ssmtp_slice scheme = ssmtp_slice_str(server_schemes[i].scheme);
		ssmtp_slice host = ssmtp_slice_skip(text, scheme.len);

		if (!ssmtp_slice_equal_nocase(ssmtp_slice_head(text, scheme.len), scheme)) {
			continue;
		}
		host = ssmtp_slice_head(host, ssmtp_slice_find(host, ':'));
		if (ssmtp_server_name_is_clean(host) && ssmtp_slice_find(text, '@') == text.len) {
			return ssmtp_error_argument(error, "MailServer is a host name without \"%s\": MailServer is \"%.*s\"%s?",
				server_schemes[i].scheme, SSMTP_SLICE_FMT(ssmtp_slice_head(host, 255)), server_schemes[i].hint);
		}
	}
	return true;
}

/* "[2001:db8::1]" as in a URL. */
static ssmtp_slice server_unbracket(ssmtp_slice text)
{
	if (text.len > 2 && text.ptr[0] == '[' && text.ptr[text.len - 1] == ']') {
		return ssmtp_slice_of(text.ptr + 1, text.len - 2);
	}
	return text;
}

bool ssmtp_server_name(ssmtp_slice text, ssmtp_slice *name, ssmtp_error *error)
{
	text = ssmtp_slice_trim(text);
	if (text.len > 0 && text.ptr[0] == '*') {
		text = ssmtp_slice_trim(ssmtp_slice_skip(text, 1));
	}
	*name = server_unbracket(text);
	if (ssmtp_server_name_is_clean(*name)) {
		return true;
	}
	/* From here on false. The text itself may hold a password: it is shown only in parts that cannot. */
	if (!server_refuse_scheme(text, error) || !server_refuse_port(text, error)) {
		return false;
	}
	return ssmtp_error_argument(error, "MailServer is not a host name or an address: write it without scheme, user, "
		"port and path, as \"mail.example.com\".");
}

bool ssmtp_server_name_check_family(ssmtp_slice name, int use_ipv6, ssmtp_error *error)
{
	const char *needed = "IPv6";

	if (use_ipv6 == 1 && server_is_ipv4(name)) {
		needed = "IPv4";
	} else if (use_ipv6 != 0 || !server_is_ipv6(name)) {
		return true;
	}
	return ssmtp_error_set(error, SSMTP_ERROR_ARGUMENT, SSMTP_E_AFNOSUPPORT,
		"[%d] %.*s is an %s address, which UseIPv6=%d leaves out: set Config UseIPv6=2.", SSMTP_E_AFNOSUPPORT,
		SSMTP_SLICE_FMT(ssmtp_slice_head(name, 80)), needed, use_ipv6);
}
