/* Paths, domains and ESMTP parameters of commands (see path.h). */
#include "smtp/path.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "smtp/ehlo.h"

bool ssmtp_path_is_text(ssmtp_slice text)
{
	return !ssmtp_utf8_has_control(text, true);
}

/* RFC 5322 3.2.3 atext, the dot, and anything beyond ASCII (RFC 6531 3.3): a bit for each octet below 128. */
static bool path_is_dot_atext(uint8_t c)
{
	/* !#$%&'*+-./ 0-9 =? and A-Z ^_` a-z {|}~ */
	static const uint64_t bits[2] = { UINT64_C(0xa3ffecfa00000000), UINT64_C(0x7fffffffc7fffffe) };

	return c >= 0x80 || (bits[c / 64] >> c % 64 & 1) != 0;
}

/* Octets of the Local-part: a Quoted-string or a run of atext and dots; 0 if malformed. */
static size_t path_local_len(ssmtp_slice s)
{
	size_t i = 0;

	if (s.len == 0 || s.ptr[0] != '"') {
		while (i < s.len && path_is_dot_atext(s.ptr[i])) {
			i++;
		}
		return i;
	}
	for (i = 1; i < s.len && s.ptr[i] != '"'; i++) {
		if (s.ptr[i] == '\\' && ++i == s.len) {
			return 0;
		}
	}
	return i < s.len ? i + 1 : 0;
}

static bool path_is_literal(ssmtp_slice domain)
{
	if (domain.len < 3 || domain.ptr[0] != '[' || domain.ptr[domain.len - 1] != ']') {
		return false;
	}
	for (size_t i = 1; i + 1 < domain.len; i++) {
		uint8_t c = domain.ptr[i];

		if (!ssmtp_is_alnum(c) && c != '.' && c != ':' && c != '-') {
			return false;
		}
	}
	return true;
}

/* Letters, digits, hyphen, underscore (it exists), U-labels; dots between. */
static bool path_is_domain(ssmtp_slice domain)
{
	uint8_t before = '.';

	if (path_is_literal(domain)) {
		return true;
	}
	for (size_t i = 0; i < domain.len; i++) {
		uint8_t c = domain.ptr[i];

		if (c == '.' ? before == '.' : !ssmtp_is_alnum(c) && c != '-' && c != '_' && c < 0x80) {
			return false;
		}
		before = c;
	}
	return domain.len > 0 && domain.len <= 255 && (domain.len == 1 || before != '.');
}

static bool path_put(ssmtp_buf *out, ssmtp_slice text, ssmtp_error *error)
{
	return out == NULL || ssmtp_buf_append_slice(out, text) || ssmtp_error_nomem(error);
}

/* The A-label form; what to_ascii answers is checked like any other domain. */
static bool path_put_a_labels(ssmtp_buf *out, ssmtp_slice domain, ssmtp_to_ascii to_ascii, ssmtp_error *error)
{
	ssmtp_buf ascii;
	bool ok;

	ssmtp_buf_init(&ascii, 1024);
	ok = to_ascii(domain, &ascii) && ssmtp_slice_is_ascii(ssmtp_buf_slice(&ascii)) &&
		 path_is_domain(ssmtp_buf_slice(&ascii));
	if (!ok) {
		ssmtp_error_argument(error, "The domain \"%.*s\" has no ASCII form (IDNA 2008).", SSMTP_SLICE_FMT(domain));
	} else {
		ok = path_put(out, ssmtp_buf_slice(&ascii), error);
	}
	ssmtp_buf_free(&ascii);
	return ok;
}

static bool path_needs_smtputf8(ssmtp_slice address, ssmtp_error *error)
{
	ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_PROTOCOL,
		"SMTP protocol error: the address <%.*s> needs SMTPUTF8 (RFC 6531), which the server does not offer.",
		SSMTP_SLICE_FMT(ssmtp_slice_head(address, 200)));
	if (error != NULL && error->status[0] == 0) {
		/* RFC 6531 3.5: X.6.7, non-ASCII addresses not permitted. */
		error->status[0] = 5;
		error->status[1] = 6;
		error->status[2] = 7;
	}
	return false;
}

/* Domain behind the "@" in the form this server can take. */
static bool path_put_domain(
	ssmtp_buf *out, ssmtp_slice domain, const ssmtp_path_rules *rules, bool *needs_utf8, ssmtp_error *error)
{
	if (ssmtp_slice_is_ascii(domain)) {
		return path_put(out, domain, error);
	}
	if (rules->to_ascii != NULL) {
		return path_put_a_labels(out, domain, rules->to_ascii, error);
	}
	*needs_utf8 = true;
	return rules->smtputf8 ? path_put(out, domain, error) : path_needs_smtputf8(domain, error);
}

/* What nobody sees came by pasting; the joiners of a domain are IDNA's to judge. */
static uint32_t path_find_hidden(ssmtp_slice local, ssmtp_slice rest)
{
	const unsigned kinds = SSMTP_UTF8_DIRECTION | SSMTP_UTF8_INVISIBLE;
	uint32_t code = ssmtp_utf8_find_hidden(local, kinds | SSMTP_UTF8_JOINER);

	return code != 0 ? code : ssmtp_utf8_find_hidden(rest, kinds);
}

static bool path_check(ssmtp_slice address, size_t local_len, ssmtp_error *error)
{
	ssmtp_slice rest = ssmtp_slice_skip(address, local_len);
	uint32_t hidden =
		ssmtp_slice_is_ascii(address) ? 0 : path_find_hidden(ssmtp_slice_head(address, local_len), rest);

	if (address.len > SSMTP_PATH_OCTETS_MAX) {
		return ssmtp_error_argument(error, "The address has more than %d octets.", SSMTP_PATH_OCTETS_MAX);
	}
	/* A local part alone is a mailbox of that host (RFC 5321 4.1.1.3 for postmaster; spec: any). */
	if (local_len == 0 || !ssmtp_path_is_text(address) ||
		(rest.len > 0 && (rest.ptr[0] != '@' || !path_is_domain(ssmtp_slice_skip(rest, 1))))) {
		return ssmtp_error_argument(error, "\"%.*s\" is not a mailbox that can stand in MAIL or RCPT (RFC 5321 4.1.2).",
			SSMTP_SLICE_FMT(ssmtp_slice_head(address, 200)));
	}
	return hidden == 0 ||
		   ssmtp_error_argument(error, "The address <%.*s> holds the invisible character U+%04X: delete it.",
			   SSMTP_SLICE_FMT(ssmtp_slice_head(address, 200)), (unsigned) hidden);
}

/* What nearly every address is: a Dot-string of ASCII and a domain of letters, digits, "-", "_" and dots. Such a one is
 * written as it stands under any rules; all else takes the way below. */
static bool path_is_plain(ssmtp_slice address)
{
	size_t at = 0, dot;

	while (at < address.len && address.ptr[at] < 0x80 && path_is_dot_atext(address.ptr[at])) {
		at++;
	}
	if (at == 0 || at + 1 >= address.len || address.ptr[at] != '@' || address.len > SSMTP_PATH_OCTETS_MAX) {
		return false;
	}
	dot = at;
	for (size_t i = at + 1; i < address.len; i++) {
		uint8_t c = address.ptr[i];

		if (c == '.') {
			if (dot + 1 == i) {
				return false;
			}
			dot = i;
		} else if (!ssmtp_is_alnum(c) && c != '-' && c != '_') {
			return false;
		}
	}
	return dot + 1 < address.len && address.len - at - 1 <= 255;
}

static bool path_put_plain(ssmtp_buf *out, ssmtp_slice address, ssmtp_error *error)
{
	return out == NULL || (ssmtp_buf_append_octet(out, '<') && ssmtp_buf_append_slice(out, address) &&
							  ssmtp_buf_append_octet(out, '>')) ||
		   ssmtp_error_nomem(error);
}

bool ssmtp_path_append(
	ssmtp_buf *out, ssmtp_slice address, const ssmtp_path_rules *rules, bool *needs_utf8, ssmtp_error *error)
{
	size_t local_len;
	ssmtp_slice local;

	if (path_is_plain(address)) {
		return path_put_plain(out, address, error);
	}
	local_len = path_local_len(address);
	local = ssmtp_slice_head(address, local_len);
	if (address.len == 0 && rules->null_allowed) {
		return path_put(out, SSMTP_SLICE("<>"), error);
	}
	if (!path_check(address, local_len, error)) {
		return false;
	}
	if (!ssmtp_slice_is_ascii(local)) {
		*needs_utf8 = true;
		if (!rules->smtputf8) {
			return path_needs_smtputf8(address, error);
		}
	}
	if (!path_put(out, SSMTP_SLICE("<"), error) || !path_put(out, local, error)) {
		return false;
	}
	if (local_len < address.len) {
		ssmtp_slice domain = ssmtp_slice_skip(address, local_len + 1);

		if (!path_put(out, SSMTP_SLICE("@"), error) || !path_put_domain(out, domain, rules, needs_utf8, error)) {
			return false;
		}
	}
	return path_put(out, SSMTP_SLICE(">"), error);
}

bool ssmtp_path_append_domain(ssmtp_buf *out, ssmtp_slice domain, ssmtp_to_ascii to_ascii, ssmtp_error *error)
{
	if (!ssmtp_path_is_text(domain) || !path_is_domain(domain)) {
		return ssmtp_error_argument(error,
			"\"%.*s\" is neither a domain nor an address literal: it cannot stand in EHLO.",
			SSMTP_SLICE_FMT(ssmtp_slice_head(domain, 200)));
	}
	if (ssmtp_slice_is_ascii(domain)) {
		return path_put(out, domain, error);
	}
	if (to_ascii == NULL) {
		return ssmtp_error_argument(error, "\"%.*s\" cannot stand in EHLO: this build makes no A-labels (libidn2).",
			SSMTP_SLICE_FMT(ssmtp_slice_head(domain, 200)));
	}
	return path_put_a_labels(out, domain, to_ascii, error);
}

/* esmtp-param = esmtp-keyword ["=" esmtp-value] (RFC 5321 4.1.2). */
static bool path_is_parameter(ssmtp_slice word)
{
	size_t equals = ssmtp_slice_find(word, '=');

	for (size_t i = 0; i < equals; i++) {
		if (!ssmtp_is_alnum(word.ptr[i]) && (word.ptr[i] != '-' || i == 0)) {
			return false;
		}
	}
	for (size_t i = equals + 1; i < word.len; i++) {
		if (word.ptr[i] <= ' ' || word.ptr[i] >= 0x7f || word.ptr[i] == '=') {
			return false;
		}
	}
	return equals > 0 && equals + 1 != word.len;
}

static bool path_are_parameters(ssmtp_slice rest)
{
	while (rest.len > 0) {
		size_t at = ssmtp_slice_find(rest, ' ');

		if (!path_is_parameter(ssmtp_slice_head(rest, at)) || at + 1 == rest.len) {
			return false;
		}
		rest = ssmtp_slice_skip(rest, at + 1);
	}
	return true;
}

bool ssmtp_path_append_parameters(ssmtp_buf *out, ssmtp_slice parameters, ssmtp_error *error)
{
	ssmtp_buf text;
	bool ok;

	if (parameters.len == 0) {
		return true;
	}
	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_buf_append_slice(&text, parameters) || ssmtp_error_nomem(error);
	if (ok && ssmtp_slice_find(parameters, '=') == parameters.len) {
		size_t blank = ssmtp_slice_find(parameters, ' ');

		if (blank < parameters.len) {
			text.data[text.start + blank] = '=';
		}
	}
	if (ok && !path_are_parameters(ssmtp_buf_slice(&text))) {
		ok = ssmtp_error_argument(error, "\"%.*s\" are not parameters of MAIL or RCPT (RFC 5321 4.1.2).",
			SSMTP_SLICE_FMT(ssmtp_slice_head(parameters, 200)));
	}
	ok = ok && path_put(out, SSMTP_SLICE(" "), error) && path_put(out, ssmtp_buf_slice(&text), error);
	ssmtp_buf_free(&text);
	return ok;
}

/* Parameters that only a server with the extension knows (RFC 3461 section 4). */
static const struct {
	const char *keyword;
	unsigned capability;
} parameter_rows[] = {
	{ "NOTIFY", SSMTP_CAP_DSN },
	{ "ORCPT", SSMTP_CAP_DSN },
	{ "RET", SSMTP_CAP_DSN },
	{ "ENVID", SSMTP_CAP_DSN },
};

static const char *path_missing(ssmtp_slice word, unsigned capabilities)
{
	ssmtp_slice keyword = ssmtp_slice_head(word, ssmtp_slice_find(word, '='));

	for (size_t i = 0; i < sizeof(parameter_rows) / sizeof(parameter_rows[0]); i++) {
		if ((capabilities & parameter_rows[i].capability) == 0 &&
			ssmtp_slice_equal_nocase(keyword, ssmtp_slice_str(parameter_rows[i].keyword))) {
			return parameter_rows[i].keyword;
		}
	}
	return NULL;
}

bool ssmtp_path_offered(ssmtp_buf *out, ssmtp_slice parameters, unsigned capabilities, const char **missing)
{
	size_t before = ssmtp_buf_len(out);

	*missing = NULL;
	while (parameters.len > 0) {
		ssmtp_slice word = ssmtp_slice_head(parameters, ssmtp_slice_find(parameters, ' '));
		const char *lacks = path_missing(word, capabilities);

		parameters = ssmtp_slice_skip(parameters, word.len + 1);
		if (lacks != NULL) {
			*missing = *missing == NULL ? lacks : *missing;
		} else if ((ssmtp_buf_len(out) > before && !ssmtp_buf_append_octet(out, ' ')) ||
				   !ssmtp_buf_append_slice(out, word)) {
			return false;
		}
	}
	return true;
}

bool ssmtp_path_has_parameter(ssmtp_slice parameters, const char *keyword)
{
	ssmtp_slice wanted = ssmtp_slice_str(keyword);

	while (parameters.len > 0) {
		size_t at = ssmtp_slice_find(parameters, ' ');
		ssmtp_slice word = ssmtp_slice_head(parameters, at);

		if (ssmtp_slice_equal_nocase(ssmtp_slice_head(word, ssmtp_slice_find(word, '=')), wanted)) {
			return true;
		}
		parameters = ssmtp_slice_skip(parameters, at + 1);
	}
	return false;
}
