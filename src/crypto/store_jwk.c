/* JSON Web Keys (RFC 7517, RFC 7518 section 6, RFC 8037): one key or a set of
 * them, certificates in x5c. The scanner is strict JSON (RFC 8259) of limited depth. */
#include <string.h>

#include "base/ascii.h"
#include "base/base64.h"
#include "crypto/store_key.h"

#define JSON_DEPTH_MAX 16

/* --- JSON ---------------------------------------------------------------------- */

/* The rest of the text; every reader consumes what it read and is false on a syntax error. */
typedef struct json_scan {
	ssmtp_slice rest;
	int depth;
} json_scan;

static void json_blank(json_scan *scan)
{
	while (scan->rest.len > 0 && strchr(" \t\r\n", scan->rest.ptr[0]) != NULL && scan->rest.ptr[0] != '\0') {
		scan->rest = ssmtp_slice_skip(scan->rest, 1);
	}
}

/* Is the next character c? Consumes it then. */
static bool json_take(json_scan *scan, char c)
{
	json_blank(scan);
	if (scan->rest.len == 0 || scan->rest.ptr[0] != (uint8_t) c) {
		return false;
	}
	scan->rest = ssmtp_slice_skip(scan->rest, 1);
	return true;
}

static bool json_hex4(json_scan *scan, unsigned *value)
{
	*value = 0;
	for (int i = 0; i < 4; i++) {
		int digit = scan->rest.len > 0 ? ssmtp_hex_value(scan->rest.ptr[0]) : -1;

		if (digit < 0) {
			return false;
		}
		*value = *value << 4 | (unsigned) digit;
		scan->rest = ssmtp_slice_skip(scan->rest, 1);
	}
	return true;
}

/* Behind a backslash. Members of a key are ASCII: any other character becomes '?', which no base64url contains. */
static bool json_escape(json_scan *scan, uint8_t *c)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *at = scan->rest.len > 0 ? memchr(from, scan->rest.ptr[0], sizeof(from) - 1) : NULL;
	unsigned value;

	if (at != NULL) {
		*c = (uint8_t) to[at - from];
		scan->rest = ssmtp_slice_skip(scan->rest, 1);
		return true;
	}
	if (!json_take(scan, 'u') || !json_hex4(scan, &value)) {
		return false;
	}
	*c = value < 0x80 ? (uint8_t) value : '?';
	return true;
}

/* Appends the string's octets to out, which may be NULL. */
static bool json_string(json_scan *scan, ssmtp_buf *out)
{
	if (!json_take(scan, '"')) {
		return false;
	}
	while (scan->rest.len > 0) {
		uint8_t c = scan->rest.ptr[0];

		scan->rest = ssmtp_slice_skip(scan->rest, 1);
		if (c == '"') {
			return true;
		}
		if (c < 0x20 || (c == '\\' && !json_escape(scan, &c))) {
			return false;
		}
		if (out != NULL && !ssmtp_buf_append_octet(out, c)) {
			return false;
		}
	}
	return false;
}

/* Numbers and the three words; what exactly they are does not matter to a key. */
static bool json_skip_word(json_scan *scan)
{
	size_t n = 0;

	while (n < scan->rest.len && (ssmtp_is_alnum(scan->rest.ptr[n]) || strchr("+-.", scan->rest.ptr[n]) != NULL) &&
		   scan->rest.ptr[n] != '\0') {
		n++;
	}
	scan->rest = ssmtp_slice_skip(scan->rest, n);
	return n > 0;
}

typedef bool (*json_member)(void *context, json_scan *scan, const char *name);
typedef bool (*json_item)(void *context, json_scan *scan);

static bool json_skip(json_scan *scan);

/* item == NULL passes the items over. */
static bool json_array(json_scan *scan, json_item item, void *context)
{
	bool ok = json_take(scan, '[') && ++scan->depth <= JSON_DEPTH_MAX;

	if (ok && json_take(scan, ']')) {
		scan->depth--;
		return true;
	}
	while (ok) {
		ok = item != NULL ? item(context, scan) : json_skip(scan);
		if (ok && json_take(scan, ']')) {
			scan->depth--;
			return true;
		}
		ok = ok && json_take(scan, ',');
	}
	return false;
}

static bool json_one_member(json_scan *scan, json_member member, void *context)
{
	ssmtp_buf name;
	const char *text;
	bool ok;

	ssmtp_buf_init(&name, SSMTP_STORE_OCTETS_MAX);
	ok = json_string(scan, &name) && json_take(scan, ':') && (text = ssmtp_buf_cstr(&name)) != NULL &&
		 (member != NULL ? member(context, scan, text) : json_skip(scan));
	ssmtp_buf_free(&name);
	return ok;
}

static bool json_object(json_scan *scan, json_member member, void *context)
{
	bool ok = json_take(scan, '{') && ++scan->depth <= JSON_DEPTH_MAX;

	if (ok && json_take(scan, '}')) {
		scan->depth--;
		return true;
	}
	while (ok) {
		ok = json_one_member(scan, member, context);
		if (ok && json_take(scan, '}')) {
			scan->depth--;
			return true;
		}
		ok = ok && json_take(scan, ',');
	}
	return false;
}

static bool json_skip(json_scan *scan)
{
	json_blank(scan);
	switch (scan->rest.len > 0 ? scan->rest.ptr[0] : 0) {
	case '{':
		return json_object(scan, NULL, NULL);
	case '[':
		return json_array(scan, NULL, NULL);
	case '"':
		return json_string(scan, NULL);
	default:
		return json_skip_word(scan);
	}
}

/* --- keys -------------------------------------------------------------------------- */

enum {
	JWK_KTY,
	JWK_CRV,
	JWK_TEXTS,
	JWK_N = JWK_TEXTS,
	JWK_E,
	JWK_D,
	JWK_P,
	JWK_Q,
	JWK_DP,
	JWK_DQ,
	JWK_QI,
	JWK_X,
	JWK_Y,
	JWK_COUNT
};

static const char *const jwk_names[JWK_COUNT] = { "kty", "crv", "n", "e", "d", "p", "q", "dp", "dq", "qi", "x", "y" };

typedef struct jwk {
	ssmtp_store_load *load;
	ssmtp_buf value[JWK_COUNT]; /* from JWK_TEXTS on decoded */
} jwk;

/* RFC 4648 section 5, without padding. */
static bool base64url_decode(ssmtp_buf *out, ssmtp_buf *text)
{
	for (size_t i = text->start; i < text->end; i++) {
		text->data[i] = text->data[i] == '-' ? '+' : text->data[i] == '_' ? '/' : text->data[i];
	}
	while (ssmtp_buf_len(text) % 4 != 0) {
		if (!ssmtp_buf_append_octet(text, '=')) {
			return false;
		}
	}
	return ssmtp_base64_decode(out, ssmtp_buf_slice(text));
}

static bool jwk_value(jwk *key, json_scan *scan, int which)
{
	ssmtp_buf text;
	bool ok;

	ssmtp_buf_clear(&key->value[which]);
	if (which < JWK_TEXTS) {
		return json_string(scan, &key->value[which]);
	}
	ssmtp_buf_init_secret(&text, SSMTP_STORE_OCTETS_MAX);
	ok = json_string(scan, &text) && base64url_decode(&key->value[which], &text);
	ssmtp_buf_free(&text);
	return ok;
}

/* RFC 7517 section 4.7: base64 of DER, not base64url. */
static bool jwk_certificate(void *context, json_scan *scan)
{
	jwk *key = context;
	ssmtp_buf text, der;
	bool ok;

	ssmtp_buf_init(&text, SSMTP_STORE_OCTETS_MAX);
	ssmtp_buf_init(&der, SSMTP_STORE_OCTETS_MAX);
	ok = json_string(scan, &text) && ssmtp_base64_decode(&der, ssmtp_buf_slice(&text));
	if (ok) {
		const unsigned char *at = der.data;

		ok = ssmtp_store_add_certificate(key->load, d2i_X509(NULL, &at, (long) ssmtp_buf_len(&der)));
	}
	ssmtp_buf_free(&text);
	ssmtp_buf_free(&der);
	return ok;
}

static bool jwk_member(void *context, json_scan *scan, const char *name)
{
	jwk *key = context;

	for (int i = 0; i < JWK_COUNT; i++) {
		if (strcmp(name, jwk_names[i]) == 0) {
			return jwk_value(key, scan, i);
		}
	}
	return strcmp(name, "x5c") == 0 ? json_array(scan, jwk_certificate, key) : json_skip(scan);
}

static EVP_PKEY *jwk_rsa(const jwk *key)
{
	ssmtp_slice v[JWK_COUNT];

	for (int i = 0; i < JWK_COUNT; i++) {
		v[i] = ssmtp_buf_slice(&key->value[i]);
	}
	return ssmtp_key_rsa(
		&(ssmtp_rsa_numbers){ v[JWK_N], v[JWK_E], v[JWK_D], v[JWK_P], v[JWK_Q], v[JWK_DP], v[JWK_DQ], v[JWK_QI] });
}

/* RFC 7518 section 6.2.1.2: coordinates have the full length of the field. */
static EVP_PKEY *jwk_ec(const jwk *key)
{
	uint8_t point[1 + 2 * 66] = { 4 };
	ssmtp_slice x = ssmtp_buf_slice(&key->value[JWK_X]), y = ssmtp_buf_slice(&key->value[JWK_Y]);
	char group[16];

	if (x.len == 0 || x.len != y.len || x.len > 66) {
		return NULL;
	}
	memcpy(point + 1, x.ptr, x.len);
	memcpy(point + 1 + x.len, y.ptr, y.len);
	snprintf(group, sizeof(group), "%.*s", SSMTP_SLICE_FMT(ssmtp_buf_slice(&key->value[JWK_CRV])));
	return ssmtp_key_ec(group, ssmtp_slice_of(point, 1 + 2 * x.len), ssmtp_buf_slice(&key->value[JWK_D]));
}

static EVP_PKEY *jwk_okp(const jwk *key)
{
	char type[16];

	snprintf(type, sizeof(type), "%.*s", SSMTP_SLICE_FMT(ssmtp_buf_slice(&key->value[JWK_CRV])));
	return ssmtp_key_raw(type, ssmtp_buf_slice(&key->value[JWK_D]));
}

static const struct {
	const char *kty;
	EVP_PKEY *(*read)(const jwk *key);
} jwk_rows[] = {
	{ "RSA", jwk_rsa },
	{ "EC", jwk_ec },
	{ "OKP", jwk_okp },
};

static bool jwk_add(jwk *key)
{
	ssmtp_slice kty = ssmtp_buf_slice(&key->value[JWK_KTY]);

	if (kty.len == 0) {
		return true;
	}
	for (size_t i = 0; i < sizeof(jwk_rows) / sizeof(jwk_rows[0]); i++) {
		if (!ssmtp_slice_equal(kty, ssmtp_slice_str(jwk_rows[i].kty))) {
			continue;
		}
		if (ssmtp_buf_len(&key->value[JWK_D]) == 0) {
			key->load->store->public_key = true;
			return true;
		}
		return ssmtp_store_add_key(key->load, jwk_rows[i].read(key));
	}
	return ssmtp_store_refuse(
		key->load, "its key type %.*s is not for mail.", SSMTP_SLICE_FMT(ssmtp_slice_head(kty, 20)));
}

static bool jwk_set_member(void *context, json_scan *scan, const char *name);

/* One key; members of a set are keys themselves. */
static bool jwk_object(void *context, json_scan *scan)
{
	jwk key = { .load = context };
	bool ok;

	for (int i = 0; i < JWK_COUNT; i++) {
		ssmtp_buf_init_secret(&key.value[i], SSMTP_STORE_OCTETS_MAX);
	}
	ok = json_object(scan, jwk_set_member, &key) && jwk_add(&key);
	for (int i = 0; i < JWK_COUNT; i++) {
		ssmtp_buf_free(&key.value[i]);
	}
	return ok;
}

static bool jwk_set_member(void *context, json_scan *scan, const char *name)
{
	jwk *key = context;

	return strcmp(name, "keys") == 0 ? json_array(scan, jwk_object, key->load) : jwk_member(context, scan, name);
}

bool ssmtp_store_read_jwk(ssmtp_store_load *load, ssmtp_slice octets)
{
	json_scan scan = { octets, 0 };
	bool ok = jwk_object(load, &scan);

	json_blank(&scan);
	return (ok && scan.rest.len == 0) || ssmtp_store_refuse(load, "its JSON is damaged.");
}
