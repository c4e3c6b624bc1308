/* See server_name.h. */
#include "connection/server_name.h"

#include "base/ascii.h"

/* Which settings a scheme of a URL stands for. */
typedef struct host_scheme {
	const char *scheme;
	const char *hint;
} host_scheme;

static const host_scheme server_schemes[] = {
	{ "smtp://", "" },
	{ "tcp://", "" },
	{ "smtps://", ", SSLStartMode is 1 (implicit TLS)" },
	{ "ssl://", ", SSLStartMode is 1 (implicit TLS)" },
	{ "tls://", ", SSLStartMode is 2 (STARTTLS), or 1 (implicit TLS) on port 465" },
	{ NULL, NULL },
};

static const host_scheme proxy_schemes[] = {
	{ "http://", ", FirewallType is 1 (HTTP tunnel)" },
	{ "socks4://", ", FirewallType is 2 (SOCKS 4)" },
	{ "socks4a://", ", FirewallType is 10 (SOCKS 4A)" },
	{ "socks5://", ", FirewallType is 3 (SOCKS 5)" },
	{ "socks5h://", ", FirewallType is 3 (SOCKS 5) with MailServer \"*name\"" },
	{ NULL, NULL },
};

static const struct {
	const char *name;
	const char *port; /* the setting of its port; NULL: it has none */
	const char *example;
	const host_scheme *schemes;
} host_settings[] = {
	[SSMTP_HOST_MAIL_SERVER] = { "MailServer", "MailPort", "mail.example.com", server_schemes },
	[SSMTP_HOST_FIREWALL] = { "FirewallHost", "FirewallPort", "proxy.example.com", proxy_schemes },
	[SSMTP_HOST_LOCAL] = { "LocalHost", "LocalPort", "192.0.2.1", server_schemes + 5 },
	[SSMTP_HOST_TLS_NAME] = { "SSLServerName", NULL, "mail.example.com", server_schemes },
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

/* "[2001:db8::1]" as in a URL. */
static ssmtp_slice server_unbracket(ssmtp_slice text)
{
	if (text.len > 2 && text.ptr[0] == '[' && text.ptr[text.len - 1] == ']') {
		return ssmtp_slice_of(text.ptr + 1, text.len - 2);
	}
	return text;
}

static bool server_is_port(ssmtp_slice text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (!ssmtp_is_digit(text.ptr[i])) {
			return false;
		}
	}
	return text.len > 0 && text.len <= 5;
}

/* "host:587": how the two settings would be. */
static bool server_refuse_port(ssmtp_host_setting setting, ssmtp_slice text, ssmtp_error *error)
{
	const char *name = host_settings[setting].name;
	size_t colon = text.len;
	ssmtp_slice host, port;

	while (colon > 0 && text.ptr[colon - 1] != ':') {
		colon--;
	}
	host = server_unbracket(ssmtp_slice_head(text, colon == 0 ? 0 : colon - 1));
	port = ssmtp_slice_skip(text, colon);
	if (!server_is_port(port) || !ssmtp_server_name_is_clean(host)) {
		return true;
	}
	host = ssmtp_slice_head(host, 255);
	if (host_settings[setting].port == NULL) {
		return ssmtp_error_argument(error, "%s is a host name without a port: %s is \"%.*s\"?", name, name,
			SSMTP_SLICE_FMT(host));
	}
	return ssmtp_error_argument(error, "%s is a host name without a port: %s is \"%.*s\" and %s is %.*s?", name, name,
		SSMTP_SLICE_FMT(host), host_settings[setting].port, SSMTP_SLICE_FMT(port));
}

static bool server_refuse_scheme(ssmtp_host_setting setting, ssmtp_slice text, ssmtp_error *error)
{
	const char *name = host_settings[setting].name;

	for (const host_scheme *row = host_settings[setting].schemes; row->scheme != NULL; row++) {
		ssmtp_slice scheme = ssmtp_slice_str(row->scheme);
		ssmtp_slice host = ssmtp_slice_skip(text, scheme.len);

		if (!ssmtp_slice_equal_nocase(ssmtp_slice_head(text, scheme.len), scheme)) {
			continue;
		}
		host = ssmtp_slice_head(host, ssmtp_slice_find(host, ':'));
		if (ssmtp_server_name_is_clean(host) && ssmtp_slice_find(text, '@') == text.len) {
			return ssmtp_error_argument(error, "%s is a host name without \"%s\": %s is \"%.*s\"%s?", name, row->scheme,
				name, SSMTP_SLICE_FMT(ssmtp_slice_head(host, 255)), row->hint);
		}
	}
	return true;
}

bool ssmtp_server_name_is_marked(const char *mail_server)
{
	ssmtp_slice text = ssmtp_slice_trim(ssmtp_slice_str(mail_server));

	return text.len > 0 && text.ptr[0] == '*';
}

bool ssmtp_server_name(ssmtp_host_setting setting, ssmtp_slice text, ssmtp_slice *name, ssmtp_error *error)
{
	text = ssmtp_slice_trim(text);
	if (setting == SSMTP_HOST_MAIL_SERVER && text.len > 0 && text.ptr[0] == '*') {
		text = ssmtp_slice_trim(ssmtp_slice_skip(text, 1));
	}
	*name = server_unbracket(text);
	if (ssmtp_server_name_is_clean(*name)) {
		return true;
	}
	/* From here on false. The text itself may hold a password: it is shown only in parts that cannot. */
	if (!server_refuse_scheme(setting, text, error) || !server_refuse_port(setting, text, error)) {
		return false;
	}
	return ssmtp_error_argument(error,
		"%s is not a host name or an address: write it without scheme, user, port and path, as \"%s\".",
		host_settings[setting].name, host_settings[setting].example);
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
