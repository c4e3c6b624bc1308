/* See proxy_choice.h. */
#include "connection/proxy_choice.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "connection/server_name.h"

/* "*.domain" and ".domain" match sub-domains, anything else the whole name. */
static bool proxy_pattern_matches(ssmtp_slice pattern, ssmtp_slice host)
{
	if (pattern.len == 1 && pattern.ptr[0] == '*') {
		return true;
	}
	if (pattern.len > 1 && pattern.ptr[0] == '*' && pattern.ptr[1] == '.') {
		pattern = ssmtp_slice_skip(pattern, 1);
	}
	if (pattern.len > 0 && pattern.ptr[0] == '.') {
		return host.len > pattern.len
			&& ssmtp_slice_equal_nocase(ssmtp_slice_skip(host, host.len - pattern.len), pattern);
	}
	return pattern.len > 0 && ssmtp_slice_equal_nocase(pattern, host);
}

/* Does a list as of ProxyExceptionsList or no_proxy name the host? */
static bool proxy_excepted(ssmtp_slice list, const char *host)
{
	while (list.len > 0) {
		size_t end = 0;

		while (end < list.len && list.ptr[end] != ';' && list.ptr[end] != ',') {
			end++;
		}
		if (proxy_pattern_matches(ssmtp_slice_trim(ssmtp_slice_head(list, end)), ssmtp_slice_str(host))) {
			return true;
		}
		list = ssmtp_slice_skip(list, end + 1);
	}
	return false;
}

static const struct {
	const char *scheme;
	int type;
	bool remote_resolve;
	uint16_t port;
} proxy_schemes[] = {
	{ "http://", SSMTP_FW_TUNNEL, true, 80 },
	{ "socks4a://", SSMTP_FW_SOCKS4A, true, 1080 },
	{ "socks4://", SSMTP_FW_SOCKS4, false, 1080 },
	{ "socks5h://", SSMTP_FW_SOCKS5, true, 1080 },
	{ "socks5://", SSMTP_FW_SOCKS5, false, 1080 },
};

static int proxy_default_port(int type)
{
	return type == SSMTP_FW_TUNNEL ? 80 : 1080;
}

/* Appends the percent-decoded text and a NUL; where it begins to *at. */
static bool proxy_keep(ssmtp_proxy_choice *choice, ssmtp_slice text, size_t *at)
{
	*at = ssmtp_buf_len(&choice->text);
	for (size_t i = 0; i < text.len; i++) {
		uint8_t c = text.ptr[i];

		if (c == '%' && i + 2 < text.len && ssmtp_hex_value(text.ptr[i + 1]) >= 0
			&& ssmtp_hex_value(text.ptr[i + 2]) >= 0) {
			c = (uint8_t) (ssmtp_hex_value(text.ptr[i + 1]) * 16 + ssmtp_hex_value(text.ptr[i + 2]));
			i += 2;
		}
		if (!ssmtp_buf_append_octet(&choice->text, c)) {
			return false;
		}
	}
	return ssmtp_buf_append_octet(&choice->text, '\0');
}

static bool proxy_port(ssmtp_slice text, uint16_t *port)
{
	unsigned value = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (!ssmtp_is_digit(text.ptr[i]) || (value = value * 10 + (text.ptr[i] - '0')) > 65535) {
			return false;
		}
	}
	if (text.len > 0) {
		*port = (uint16_t) value;
	}
	return *port != 0;
}

/* Where user and password end: at the last '@', since both may hold one that nobody encoded. rest.len: there are
 * none. */
static size_t proxy_userinfo_end(ssmtp_slice rest)
{
	size_t at = rest.len;

	for (size_t i = 0; i < rest.len; i++) {
		at = rest.ptr[i] == '@' ? i : at;
	}
	return at;
}

/* [user[:password]@]host[:port][/...] behind the scheme. */
static bool proxy_parse_authority(ssmtp_proxy_choice *choice, ssmtp_slice rest, ssmtp_error *error)
{
	ssmtp_slice user = SSMTP_SLICE_EMPTY, password = SSMTP_SLICE_EMPTY, host, port;
	size_t at, user_at, password_at, host_at;

	at = proxy_userinfo_end(rest);
	if (at < rest.len) {
		user = ssmtp_slice_head(rest, ssmtp_slice_find(ssmtp_slice_head(rest, at), ':'));
		password = ssmtp_slice_head(ssmtp_slice_skip(rest, user.len + 1), user.len < at ? at - user.len - 1 : 0);
		rest = ssmtp_slice_skip(rest, at + 1);
	}
	rest = ssmtp_slice_head(rest, ssmtp_slice_find(rest, '/'));
	if (rest.len > 0 && rest.ptr[0] == '[') {
		host = ssmtp_slice_head(ssmtp_slice_skip(rest, 1), ssmtp_slice_find(ssmtp_slice_skip(rest, 1), ']'));
		port = ssmtp_slice_skip(rest, host.len + 2);
		port = port.len > 0 && port.ptr[0] == ':' ? ssmtp_slice_skip(port, 1) : SSMTP_SLICE_EMPTY;
	} else {
		host = ssmtp_slice_head(rest, ssmtp_slice_find(rest, ':'));
		port = ssmtp_slice_skip(rest, host.len + 1);
	}
	/* What stands in no host name may be the end of a password: it is neither asked of a name server nor shown. */
	if (!ssmtp_server_name_is_clean(host) || !proxy_port(port, &choice->port)) {
		return ssmtp_error_set(error, SSMTP_ERROR_PROXY, SSMTP_E_FIREWALL,
			"The proxy in the environment is not scheme://host:port: correct it, or set FirewallAutoDetect to false.");
	}
	if (!proxy_keep(choice, user, &user_at) || !proxy_keep(choice, password, &password_at)
		|| !proxy_keep(choice, host, &host_at)) {
		return ssmtp_error_nomem(error);
	}
	choice->options.user = (const char *) choice->text.data + user_at;
	choice->options.password = ssmtp_slice_of(choice->text.data + password_at, host_at - password_at - 1);
	choice->host = (const char *) choice->text.data + host_at;
	return true;
}

static bool proxy_from_environment(ssmtp_proxy_choice *choice, const char *server, ssmtp_error *error)
{
	static const char *const names[] = { "all_proxy", "ALL_PROXY", "https_proxy", "http_proxy" };
	const char *value = NULL, *except = getenv("no_proxy");

	except = except == NULL ? getenv("NO_PROXY") : except;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && (value == NULL || *value == '\0'); i++) {
		value = getenv(names[i]);
	}
	if (value == NULL || *value == '\0' || (except != NULL && proxy_excepted(ssmtp_slice_str(except), server))) {
		return true;
	}
	for (size_t i = 0; i < sizeof(proxy_schemes) / sizeof(proxy_schemes[0]); i++) {
		ssmtp_slice scheme = ssmtp_slice_str(proxy_schemes[i].scheme);
		ssmtp_slice text = ssmtp_slice_str(value);

		if (ssmtp_slice_equal_nocase(ssmtp_slice_head(text, scheme.len), scheme)) {
			choice->options.type = proxy_schemes[i].type;
			choice->options.remote_resolve = proxy_schemes[i].remote_resolve;
			choice->port = proxy_schemes[i].port;
			return proxy_parse_authority(choice, ssmtp_slice_skip(text, scheme.len), error);
		}
	}
	return ssmtp_error_set(error, SSMTP_ERROR_PROXY, SSMTP_E_FIREWALL,
		"The proxy in the environment has a scheme other than http, socks4, socks4a, socks5 and socks5h.");
}

/* FirewallHost without what may stand around it. */
static bool proxy_host(const ssmtp_settings *settings, ssmtp_proxy_choice *choice, ssmtp_error *error)
{
	ssmtp_slice name;

	if (!ssmtp_server_name(SSMTP_HOST_FIREWALL, ssmtp_slice_str(settings->firewall_host), &name, error)) {
		return false;
	}
	if (!ssmtp_buf_append_slice(&choice->text, name)) {
		return ssmtp_error_nomem(error);
	}
	choice->host = ssmtp_buf_cstr(&choice->text);
	return choice->host != NULL || ssmtp_error_nomem(error);
}

bool ssmtp_proxy_choose(const ssmtp_settings *settings, const char *server, ssmtp_proxy_choice *choice,
	ssmtp_error *error)
{
	memset(choice, 0, sizeof(*choice));
	ssmtp_buf_init_secret(&choice->text, 65536);
	choice->options.host = server;
	choice->options.port = (uint16_t) settings->mail_port;
	choice->options.user = "";
	choice->options.data = ssmtp_slice_of(settings->firewall_data, strlen(settings->firewall_data));
	if (proxy_excepted(ssmtp_slice_str(settings->proxy_exceptions_list), server)) {
		return true;
	}
	if (settings->firewall_type != SSMTP_FW_NONE && settings->firewall_host[0] != '\0') {
		choice->options.type = (int) settings->firewall_type;
		choice->options.user = settings->firewall_user;
		choice->options.password = ssmtp_secret_slice(&settings->firewall_password);
		choice->port = (uint16_t) (settings->firewall_port != 0 ? settings->firewall_port
																: proxy_default_port(choice->options.type));
		choice->options.remote_resolve = choice->options.type == SSMTP_FW_TUNNEL
			|| choice->options.type == SSMTP_FW_SOCKS4A || ssmtp_server_name_is_marked(settings->mail_server);
		return proxy_host(settings, choice, error);
	}
	return !settings->firewall_auto_detect || proxy_from_environment(choice, server, error);
}

void ssmtp_proxy_choice_free(ssmtp_proxy_choice *choice)
{
	ssmtp_buf_free(&choice->text);
}
