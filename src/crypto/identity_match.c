/* The rules of CertSubject (spec properties 3.10): exact name, thumbprint,
 * mailbox, part of the name, any. */
#include "crypto/identity_match.h"

#include <openssl/err.h>

#include "base/ascii.h"

/* --- names -------------------------------------------------------------------- */

/* Other spellings of an attribute type; the left one is what remains. */
static const struct {
	const char *keep, *spelling;
} dn_spellings[] = {
	{ "s", "st" },
	{ "e", "emailaddress" },
	{ "sn", "surname" },
	{ "gn", "givenname" },
};

/* Appends one "type=value" or bare text without the blanks around it. */
static bool dn_canonical_part(ssmtp_buf *out, ssmtp_slice type, ssmtp_slice value, bool has_type)
{
	const char *keep = NULL;

	type = ssmtp_slice_trim(type);
	for (size_t i = 0; i < sizeof(dn_spellings) / sizeof(dn_spellings[0]); i++) {
		if (ssmtp_slice_equal_nocase(type, ssmtp_slice_str(dn_spellings[i].spelling))) {
			keep = dn_spellings[i].keep;
		}
	}
	if (has_type && !(keep != NULL ? ssmtp_buf_append_str(out, keep) : ssmtp_buf_append_slice(out, type))) {
		return false;
	}
	if (has_type && !ssmtp_buf_append_octet(out, '=')) {
		return false;
	}
	value = ssmtp_slice_trim(value);
	for (size_t i = 0; i < value.len; i++) {
		bool doubled = value.ptr[i] == '"' && i + 1 < value.len && value.ptr[i + 1] == '"';

		if (value.ptr[i] == '"' && !doubled) {
			continue;
		}
		i += doubled;
		if (!ssmtp_buf_append_octet(out, value.ptr[i])) {
			return false;
		}
	}
	return true;
}

/* Length up to the next comma that is not quoted; *equals receives the place of the first '=' in it. */
static size_t dn_part_len(ssmtp_slice text, size_t *equals)
{
	bool quoted = false;
	size_t i;

	*equals = SIZE_MAX;
	for (i = 0; i < text.len && (quoted || text.ptr[i] != ','); i++) {
		if (text.ptr[i] == '"') {
			quoted = !quoted;
		} else if (text.ptr[i] == '=' && !quoted && *equals == SIZE_MAX) {
			*equals = i;
		}
	}
	return i;
}

bool ssmtp_dn_canonical(ssmtp_buf *out, ssmtp_slice text, char separator)
{
	size_t start = ssmtp_buf_len(out);
	bool ok = true;

	while (ok && text.len > 0) {
		size_t equals, len = dn_part_len(text, &equals);
		ssmtp_slice part = ssmtp_slice_head(text, len);
		bool has_type = equals != SIZE_MAX;

		ok = dn_canonical_part(out, has_type ? ssmtp_slice_head(part, equals) : SSMTP_SLICE_EMPTY,
			has_type ? ssmtp_slice_skip(part, equals + 1) : part, has_type);
		if (len < text.len) {
			ok = ok && ssmtp_buf_append_octet(out, (uint8_t) separator);
		}
		text = ssmtp_slice_skip(text, len + 1);
	}
	for (size_t i = start; i < ssmtp_buf_len(out); i++) {
		out->data[out->start + i] = ssmtp_lower(out->data[out->start + i]);
	}
	return ok;
}

#define RDN_SEPARATOR '\x1f'

/* RFC 4514 writes the RDNs from the last to the first: both orders mean the same name. */
static bool dn_equal_reversed(ssmtp_slice a, ssmtp_slice b)
{
	while (a.len > 0 && b.len > 0) {
		size_t head = ssmtp_slice_find(a, RDN_SEPARATOR);
		size_t tail = b.len;

		while (tail > 0 && b.ptr[tail - 1] != RDN_SEPARATOR) {
			tail--;
		}
		if (!ssmtp_slice_equal(ssmtp_slice_head(a, head), ssmtp_slice_skip(b, tail))) {
			return false;
		}
		a = ssmtp_slice_skip(a, head + 1);
		b = ssmtp_slice_head(b, tail > 0 ? tail - 1 : 0);
	}
	return a.len == 0 && b.len == 0;
}

static bool contains_nocase(ssmtp_slice text, ssmtp_slice word)
{
	for (size_t i = 0; i + word.len <= text.len; i++) {
		if (ssmtp_slice_equal_nocase(ssmtp_slice_of(text.ptr + i, word.len), word)) {
			return true;
		}
	}
	return false;
}

/* --- one query --------------------------------------------------------------------- */

typedef struct match_query {
	ssmtp_slice text;
	ssmtp_buf exact, part; /* the text in canonical form, for the two comparisons */
	uint8_t thumbprint[EVP_MAX_MD_SIZE];
	size_t thumbprint_len;
	char mailbox[321]; /* RFC 5321 section 4.5.3.1: 64 + 1 + 255 octets */
	bool failed;       /* no memory */
} match_query;

/* Hexadecimal digits, with colons and blanks between them; 0 when the text is anything else. */
static size_t parse_hex(ssmtp_slice text, uint8_t *out, size_t room)
{
	size_t digits = 0;

	for (size_t i = 0; i < text.len; i++) {
		int value = ssmtp_hex_value(text.ptr[i]);

		if (text.ptr[i] == ':' || ssmtp_is_wsp(text.ptr[i])) {
			continue;
		}
		if (value < 0 || digits / 2 >= room) {
			return 0;
		}
		out[digits / 2] = (uint8_t) (digits % 2 == 0 ? value << 4 : out[digits / 2] | value);
		digits++;
	}
	return digits % 2 == 0 ? digits / 2 : 0;
}

static const struct {
	size_t len;
	const EVP_MD *(*digest)(void);
	bool bare; /* also without "Thumbprint=" */
} thumbprint_rows[] = {
	{ 16, EVP_md5, false },
	{ 20, EVP_sha1, true },
	{ 32, EVP_sha256, true },
};

static bool query_thumbprint(match_query *query)
{
	static const char word[] = "thumbprint=";
	ssmtp_slice text = query->text;
	bool named = ssmtp_slice_equal_nocase(ssmtp_slice_head(text, sizeof(word) - 1), SSMTP_SLICE(word));
	size_t len = parse_hex(
		named ? ssmtp_slice_skip(text, sizeof(word) - 1) : text, query->thumbprint, sizeof(query->thumbprint));

	for (size_t i = 0; i < sizeof(thumbprint_rows) / sizeof(thumbprint_rows[0]); i++) {
		if (len == thumbprint_rows[i].len && (named || thumbprint_rows[i].bare)) {
			query->thumbprint_len = len;
		}
	}
	return named;
}

static void query_mailbox(match_query *query)
{
	ssmtp_slice text = query->text;
	size_t at = ssmtp_slice_find(text, '@');

	if (at == 0 || at + 1 >= text.len || text.len >= sizeof(query->mailbox)) {
		return;
	}
	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] <= ' ' || strchr(",=\"<>", text.ptr[i]) != NULL) {
			return;
		}
	}
	memcpy(query->mailbox, text.ptr, text.len);
	query->mailbox[text.len] = '\0';
}

/* --- rules, from the strictest ------------------------------------------------------- */

static bool rule_any(match_query *query, X509 *x509)
{
	(void) x509;
	return query->text.len == 0 || ssmtp_slice_equal(query->text, SSMTP_SLICE("*"));
}

static bool rule_thumbprint(match_query *query, X509 *x509)
{
	for (size_t i = 0; i < sizeof(thumbprint_rows) / sizeof(thumbprint_rows[0]); i++) {
		unsigned char hash[EVP_MAX_MD_SIZE];
		unsigned int len = 0;

		if (thumbprint_rows[i].len == query->thumbprint_len &&
			X509_digest(x509, thumbprint_rows[i].digest(), hash, &len) == 1 && len == query->thumbprint_len) {
			return memcmp(hash, query->thumbprint, len) == 0;
		}
	}
	return false;
}

/* The subject of x509 as written, and in canonical form; both buffers are new. */
static bool query_subject(match_query *query, X509 *x509, char separator, ssmtp_buf *text, ssmtp_buf *canonical)
{
	ssmtp_buf_init(text, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(canonical, SSMTP_BUF_MAX_DEFAULT);
	query->failed = !ssmtp_dn_append(text, X509_get_subject_name(x509)) ||
					!ssmtp_dn_canonical(canonical, ssmtp_buf_slice(text), separator);
	return !query->failed;
}

static bool rule_exact(match_query *query, X509 *x509)
{
	ssmtp_buf text, subject;
	ssmtp_slice wanted = ssmtp_buf_slice(&query->exact);
	bool found =
		query_subject(query, x509, RDN_SEPARATOR, &text, &subject) &&
		(ssmtp_slice_equal(ssmtp_buf_slice(&subject), wanted) || dn_equal_reversed(ssmtp_buf_slice(&subject), wanted));

	ssmtp_buf_free(&text);
	ssmtp_buf_free(&subject);
	return found;
}

static bool rule_mailbox(match_query *query, X509 *x509)
{
	return query->mailbox[0] != '\0' &&
		   ssmtp_certificate_matches_mailbox((const ssmtp_certificate *) x509, query->mailbox);
}

/* As written too: the comma of "Example, Inc" may be inside a value. */
static bool rule_part(match_query *query, X509 *x509)
{
	ssmtp_buf text, subject;
	bool found = query_subject(query, x509, ',', &text, &subject) &&
				 (contains_nocase(ssmtp_buf_slice(&text), query->text) ||
					 contains_nocase(ssmtp_buf_slice(&subject), ssmtp_buf_slice(&query->part)));

	ssmtp_buf_free(&text);
	ssmtp_buf_free(&subject);
	return found;
}

static bool (*const rules[])(match_query *query, X509 *x509) = {
	rule_any,
	rule_exact,
	rule_thumbprint,
	rule_mailbox,
	rule_part,
};

/* --- several matches ------------------------------------------------------------------- */

EVP_PKEY *ssmtp_store_find_key(const ssmtp_store *store, X509 *x509)
{
	EVP_PKEY *public_key = X509_get0_pubkey(x509);

	for (size_t i = 0; public_key != NULL && i < store->key_count; i++) {
		if (EVP_PKEY_eq(public_key, store->keys[i]) == 1) {
			return store->keys[i];
		}
	}
	return NULL;
}

/* Higher is better; "*" asks for a key only, so that a store's order decides. */
typedef struct match_rank {
	bool valid, has_key;
	int64_t not_before;
} match_rank;

static match_rank rank_of(const ssmtp_store *store, X509 *x509, int64_t now, bool any)
{
	match_rank rank = { false, ssmtp_store_find_key(store, x509) != NULL, 0 };
	int64_t not_after = 0;

	if (!any && ssmtp_ossl_time(X509_get0_notBefore(x509), &rank.not_before) &&
		ssmtp_ossl_time(X509_get0_notAfter(x509), &not_after)) {
		rank.valid = rank.not_before <= now && now <= not_after;
	}
	return rank;
}

static bool rank_better(match_rank a, match_rank b)
{
	if (a.valid != b.valid) {
		return a.valid;
	}
	if (a.has_key != b.has_key) {
		return a.has_key;
	}
	return a.not_before > b.not_before;
}

static X509 *match_by_rule(const ssmtp_store *store, match_query *query, size_t rule, int64_t now)
{
	X509 *best = NULL;
	match_rank best_rank = { 0 };

	for (int i = 0; i < sk_X509_num(store->certificates) && !query->failed; i++) {
		X509 *x509 = sk_X509_value(store->certificates, i);
		match_rank rank;

		if (!rules[rule](query, x509)) {
			continue;
		}
		rank = rank_of(store, x509, now, rules[rule] == rule_any);
		if (best == NULL || rank_better(rank, best_rank)) {
			best = x509;
			best_rank = rank;
		}
	}
	return best;
}

static X509 *match_run(const ssmtp_store *store, match_query *query, int64_t now)
{
	X509 *found = NULL;

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]) && found == NULL && !query->failed; i++) {
		found = match_by_rule(store, query, i, now);
	}
	return query->failed ? NULL : found;
}

static void match_refuse(const ssmtp_store *store, const match_query *query, ssmtp_error *error)
{
	if (query->failed) {
		ssmtp_error_nomem(error);
	} else if (sk_X509_num(store->certificates) > 0) {
		ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_NOT_FOUND,
			"None of the %d certificates of the store matches the subject \"%.*s\".", sk_X509_num(store->certificates),
			SSMTP_SLICE_FMT(ssmtp_slice_head(query->text, 200)));
	} else {
		ssmtp_error_set(error, SSMTP_ERROR_CERTIFICATE, SSMTP_E_CERT_NOT_FOUND,
			"The store holds %s but no certificate: set CertEncoded as well.",
			store->key_count > 0 ? "a private key"
			: store->public_key  ? "a public key"
								 : "nothing of use");
	}
}

X509 *ssmtp_identity_match(const ssmtp_store *store, ssmtp_slice subject, int64_t now, ssmtp_error *error)
{
	match_query query = { .text = ssmtp_slice_trim(subject) };
	X509 *found = NULL;
	bool named;

	ssmtp_buf_init(&query.exact, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&query.part, SSMTP_BUF_MAX_DEFAULT);
	named = query_thumbprint(&query);
	query_mailbox(&query);
	query.failed = !ssmtp_dn_canonical(&query.exact, query.text, RDN_SEPARATOR) ||
				   !ssmtp_dn_canonical(&query.part, query.text, ',');
	ERR_set_mark();
	if (!named || query.thumbprint_len > 0) {
		found = match_run(store, &query, now);
	}
	ERR_pop_to_mark();
	if (found == NULL) {
		match_refuse(store, &query, error);
	}
	ssmtp_buf_free(&query.exact);
	ssmtp_buf_free(&query.part);
	return found;
}
