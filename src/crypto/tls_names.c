/* Names of cipher suites, groups and signature algorithms: those of the
 * settings on one side, OpenSSL's on the other. */
#include "crypto/tls_internal.h"

#include <openssl/err.h>

#include "base/ascii.h"

/* Next item of a list; blanks around it are not part of it, empty items are passed over. */
static bool tls_next_item(ssmtp_slice *rest, uint8_t separator, ssmtp_slice *item)
{
	while (rest->len > 0) {
		size_t len = ssmtp_slice_find(*rest, separator);

		*item = ssmtp_slice_trim(ssmtp_slice_head(*rest, len));
		*rest = ssmtp_slice_skip(*rest, len + 1);
		if (item->len > 0) {
			return true;
		}
	}
	return false;
}

/* -- groups -- */

static const struct {
	const char *name;
	const char *openssl;
} groups[] = {
	{ "ecdhe_x25519", "X25519" }, /* RFC 8446 section 4.2.7 */
	{ "ecdhe_x448", "X448" },
	{ "ecdhe_secp256r1", "P-256" },
	{ "ecdhe_secp384r1", "P-384" },
	{ "ecdhe_secp521r1", "P-521" },
	{ "ffdhe_2048", "ffdhe2048" }, /* RFC 7919 */
	{ "ffdhe_3072", "ffdhe3072" },
	{ "ffdhe_4096", "ffdhe4096" },
	{ "ffdhe_6144", "ffdhe6144" },
	{ "ffdhe_8192", "ffdhe8192" },
	{ "x25519mlkem768", "X25519MLKEM768" }, /* OpenSSL 3.5 */
	{ "secp256r1mlkem768", "SecP256r1MLKEM768" },
	{ "secp384r1mlkem1024", "SecP384r1MLKEM1024" },
};
#define GROUP_COUNT (sizeof(groups) / sizeof(groups[0]))

static int group_find(ssmtp_slice name)
{
	for (size_t i = 0; i < GROUP_COUNT; i++) {
		if (ssmtp_slice_equal_nocase(name, ssmtp_slice_str(groups[i].name))) {
			return (int) i;
		}
	}
	return -1;
}

/* An ordered set of rows of groups[]. */
typedef struct group_set {
	int items[GROUP_COUNT];
	size_t count;
} group_set;

static bool group_set_has(const group_set *set, int group)
{
	for (size_t i = 0; i < set->count; i++) {
		if (set->items[i] == group) {
			return true;
		}
	}
	return false;
}

static bool group_set_add(group_set *set, const char *names, ssmtp_error *error)
{
	ssmtp_slice rest = ssmtp_slice_str(names);
	ssmtp_slice item;

	while (tls_next_item(&rest, ',', &item)) {
		int group = group_find(item);

		if (group < 0) {
			return ssmtp_error_argument(error, "\"%.*s\" is not the name of a TLS group.", SSMTP_SLICE_FMT(item));
		}
		if (!group_set_has(set, group)) {
			set->items[set->count++] = group;
		}
	}
	return true;
}

/* OpenSSL below 3.5 sends one key share, that of the first group. */
static void group_set_move_first(group_set *set, const group_set *shares)
{
	for (size_t i = 0; i < shares->count; i++) {
		size_t at = 0;

		while (at < set->count && set->items[at] != shares->items[i]) {
			at++;
		}
		if (at < set->count) {
			memmove(set->items + 1, set->items, at * sizeof(set->items[0]));
			set->items[0] = shares->items[i];
			return;
		}
	}
}

/* OpenSSL 3.5 refuses a list with more key shares than this. */
#define GROUP_SHARES_MAX 4

bool ssmtp_tls_group_list(const ssmtp_tls_options *options, bool tls12, bool tls13, ssmtp_buf *out, ssmtp_error *error)
{
	bool marks_shares = OpenSSL_version_num() >= 0x30500000UL;
	group_set set = { { 0 }, 0 };
	group_set shares = { { 0 }, 0 };
	unsigned shared = 0;

	if ((tls13 && !group_set_add(&set, options->tls13_groups, error)) ||
		(tls12 && !group_set_add(&set, options->tls12_groups, error)) ||
		!group_set_add(&shares, options->tls13_key_share_groups, error)) {
		return false;
	}
	if (tls13 && !marks_shares) {
		group_set_move_first(&set, &shares);
	}
	for (size_t i = 0; i < set.count; i++) {
		bool share = tls13 && marks_shares && shared < GROUP_SHARES_MAX && group_set_has(&shares, set.items[i]);

		shared += share;
		if (!ssmtp_buf_printf(out, "%s%s%s", i == 0 ? "" : ":", share ? "*" : "", groups[set.items[i]].openssl)) {
			return ssmtp_error_nomem(error);
		}
	}
	return true;
}

/* -- signature algorithms -- */

#ifndef NID_ML_DSA_44
/* No certificate is signed so where the library knows no name for it. */
enum { NID_ML_DSA_44 = -1, NID_ML_DSA_65 = -2, NID_ML_DSA_87 = -3 };
#endif

static const struct {
	const char *name;
	const char *openssl;
	int digest_nid; /* of a certificate signed so; NID_undef where the key implies it */
	int key_nid;
} sigalgs[] = {
	/* TLS12SignatureAlgorithms (RFC 5246 section 7.4.1.4.1); RSA stands for both paddings, as in RFC 8446. */
	{ "sha512-ecdsa", "ECDSA+SHA512", NID_sha512, NID_X9_62_id_ecPublicKey },
	{ "sha384-ecdsa", "ECDSA+SHA384", NID_sha384, NID_X9_62_id_ecPublicKey },
	{ "sha256-ecdsa", "ECDSA+SHA256", NID_sha256, NID_X9_62_id_ecPublicKey },
	{ "sha224-ecdsa", "ECDSA+SHA224", NID_sha224, NID_X9_62_id_ecPublicKey },
	{ "sha1-ecdsa", "ECDSA+SHA1", NID_sha1, NID_X9_62_id_ecPublicKey },
	{ "sha512-rsa", "RSA+SHA512", NID_sha512, NID_rsaEncryption },
	{ "sha512-rsa", "rsa_pss_rsae_sha512", NID_sha512, NID_rsassaPss },
	{ "sha384-rsa", "RSA+SHA384", NID_sha384, NID_rsaEncryption },
	{ "sha384-rsa", "rsa_pss_rsae_sha384", NID_sha384, NID_rsassaPss },
	{ "sha256-rsa", "RSA+SHA256", NID_sha256, NID_rsaEncryption },
	{ "sha256-rsa", "rsa_pss_rsae_sha256", NID_sha256, NID_rsassaPss },
	{ "sha224-rsa", "RSA+SHA224", NID_sha224, NID_rsaEncryption },
	{ "sha1-rsa", "RSA+SHA1", NID_sha1, NID_rsaEncryption },
	{ "sha512-dsa", "DSA+SHA512", NID_sha512, NID_dsa },
	{ "sha384-dsa", "DSA+SHA384", NID_sha384, NID_dsa },
	{ "sha256-dsa", "DSA+SHA256", NID_sha256, NID_dsa },
	{ "sha224-dsa", "DSA+SHA224", NID_sha224, NID_dsa },
	{ "sha1-dsa", "DSA+SHA1", NID_sha1, NID_dsa },
	/* TLS13SignatureAlgorithms (RFC 8446 section 4.2.3). */
	{ "ed25519", "ed25519", NID_undef, NID_ED25519 },
	{ "ed448", "ed448", NID_undef, NID_ED448 },
	{ "ecdsa_secp256r1_sha256", "ecdsa_secp256r1_sha256", NID_sha256, NID_X9_62_id_ecPublicKey },
	{ "ecdsa_secp384r1_sha384", "ecdsa_secp384r1_sha384", NID_sha384, NID_X9_62_id_ecPublicKey },
	{ "ecdsa_secp521r1_sha512", "ecdsa_secp521r1_sha512", NID_sha512, NID_X9_62_id_ecPublicKey },
	{ "rsa_pkcs1_sha256", "rsa_pkcs1_sha256", NID_sha256, NID_rsaEncryption },
	{ "rsa_pkcs1_sha384", "rsa_pkcs1_sha384", NID_sha384, NID_rsaEncryption },
	{ "rsa_pkcs1_sha512", "rsa_pkcs1_sha512", NID_sha512, NID_rsaEncryption },
	{ "rsa_pss_sha256", "rsa_pss_rsae_sha256", NID_sha256, NID_rsassaPss },
	{ "rsa_pss_sha256", "rsa_pss_pss_sha256", NID_sha256, NID_rsassaPss },
	{ "rsa_pss_sha384", "rsa_pss_rsae_sha384", NID_sha384, NID_rsassaPss },
	{ "rsa_pss_sha384", "rsa_pss_pss_sha384", NID_sha384, NID_rsassaPss },
	{ "rsa_pss_sha512", "rsa_pss_rsae_sha512", NID_sha512, NID_rsassaPss },
	{ "rsa_pss_sha512", "rsa_pss_pss_sha512", NID_sha512, NID_rsassaPss },
	/* FIPS 204, code points 0x0904 to 0x0906: OpenSSL 3.5. */
	{ "mldsa44", "mldsa44", NID_undef, NID_ML_DSA_44 },
	{ "mldsa65", "mldsa65", NID_undef, NID_ML_DSA_65 },
	{ "mldsa87", "mldsa87", NID_undef, NID_ML_DSA_87 },
};
#define SIGALG_COUNT (sizeof(sigalgs) / sizeof(sigalgs[0]))

/* Rows with the same meaning to OpenSSL have the same text once: two spellings of one code point count as one. */
static const char *const sigalg_synonyms[][2] = {
	{ "rsa_pkcs1_sha256", "RSA+SHA256" },
	{ "rsa_pkcs1_sha384", "RSA+SHA384" },
	{ "rsa_pkcs1_sha512", "RSA+SHA512" },
	{ "ecdsa_secp256r1_sha256", "ECDSA+SHA256" },
	{ "ecdsa_secp384r1_sha384", "ECDSA+SHA384" },
	{ "ecdsa_secp521r1_sha512", "ECDSA+SHA512" },
};

static const char *sigalg_canonical(const char *openssl)
{
	for (size_t i = 0; i < sizeof(sigalg_synonyms) / sizeof(sigalg_synonyms[0]); i++) {
		if (strcmp(openssl, sigalg_synonyms[i][0]) == 0) {
			return sigalg_synonyms[i][1];
		}
	}
	return openssl;
}

/* Which of OpenSSL's names are in the list already, by canonical name. */
typedef struct sigalg_set {
	const char *items[SIGALG_COUNT];
	size_t count;
} sigalg_set;

static void sigalg_set_add(sigalg_set *set, const char *openssl)
{
	const char *name = sigalg_canonical(openssl);

	for (size_t i = 0; i < set->count; i++) {
		if (strcmp(set->items[i], name) == 0) {
			return;
		}
	}
	set->items[set->count++] = name;
}

static bool sigalg_set_add_names(sigalg_set *set, const char *names, ssmtp_error *error)
{
	ssmtp_slice rest = ssmtp_slice_str(names);
	ssmtp_slice item;

	while (tls_next_item(&rest, ',', &item)) {
		bool known = false;

		for (size_t i = 0; i < SIGALG_COUNT; i++) {
			if (ssmtp_slice_equal_nocase(item, ssmtp_slice_str(sigalgs[i].name))) {
				sigalg_set_add(set, sigalgs[i].openssl);
				known = true;
			}
		}
		if (!known) {
			return ssmtp_error_argument(
				error, "\"%.*s\" is not the name of a TLS signature algorithm.", SSMTP_SLICE_FMT(item));
		}
	}
	return true;
}

static bool sigalg_unrestricted(const char *names)
{
	ssmtp_slice rest = ssmtp_slice_str(names);
	ssmtp_slice item;

	return !tls_next_item(&rest, ',', &item);
}

bool ssmtp_tls_sigalg_list(const ssmtp_tls_options *options, bool tls12, bool tls13, ssmtp_buf *out, ssmtp_error *error)
{
	sigalg_set set = { { NULL }, 0 };

	if ((tls13 && !sigalg_set_add_names(&set, options->tls13_sigalgs, error)) ||
		(tls12 && !sigalg_set_add_names(&set, options->tls12_sigalgs, error))) {
		return false;
	}
	/* OpenSSL has one list for both versions: if one version is to be
	 * unrestricted, the list may not restrict it; the certificate is judged by
	 * its version's list afterwards. */
	if ((tls13 && sigalg_unrestricted(options->tls13_sigalgs)) ||
		(tls12 && sigalg_unrestricted(options->tls12_sigalgs))) {
		return true;
	}
	for (size_t i = 0; i < set.count; i++) {
		if (!ssmtp_buf_printf(out, "%s%s", i == 0 ? "" : ":", set.items[i])) {
			return ssmtp_error_nomem(error);
		}
	}
	return true;
}

bool ssmtp_tls_sigalg_allowed(ssmtp_slice names, int digest_nid, int key_nid)
{
	ssmtp_slice item;
	bool restricted = false;

	while (tls_next_item(&names, ',', &item)) {
		restricted = true;
		for (size_t i = 0; i < SIGALG_COUNT; i++) {
			if (sigalgs[i].key_nid == key_nid && sigalgs[i].digest_nid == digest_nid &&
				ssmtp_slice_equal_nocase(item, ssmtp_slice_str(sigalgs[i].name))) {
				return true;
			}
		}
	}
	return !restricted;
}

/* -- cipher suites -- */

/* Suites that documentation of old names, but no OpenSSL 3 has: TLS_<exchange>_WITH_<cipher>. */
static const char *const suite_exchanges[] = { "NULL", "RSA", "RSA_EXPORT", "RSA_EXPORT1024", "RSA_FIPS", "RSA_PSK",
	"PSK", "DHE_PSK", "ECDHE_PSK", "DH_anon", "DH_anon_EXPORT", "DH_DSS", "DH_DSS_EXPORT", "DH_RSA", "DH_RSA_EXPORT",
	"DHE_DSS", "DHE_DSS_EXPORT", "DHE_DSS_EXPORT1024", "DHE_RSA", "DHE_RSA_EXPORT", "ECDH_anon", "ECDH_ECDSA",
	"ECDH_RSA", "ECDHE_ECDSA", "ECDHE_RSA", "KRB5", "KRB5_EXPORT" };
static const char *const suite_ciphers[] = { "NULL_NULL", "NULL_MD5", "NULL_SHA", "NULL_SHA256", "NULL_SHA384",
	"RC2_CBC_40_MD5", "RC2_CBC_40_SHA", "RC4_40_MD5", "RC4_40_SHA", "RC4_56_SHA", "RC4_128_MD5", "RC4_128_SHA",
	"DES40_CBC_SHA", "DES_CBC_40_MD5", "DES_CBC_40_SHA", "DES_CBC_MD5", "DES_CBC_SHA", "3DES_EDE_CBC_MD5",
	"3DES_EDE_CBC_SHA", "IDEA_CBC_MD5", "IDEA_CBC_SHA", "SEED_CBC_SHA", "AES_128_CBC_SHA", "AES_256_CBC_SHA",
	"AES_128_CBC_SHA256", "AES_256_CBC_SHA256", "AES_256_CBC_SHA384", "AES_128_GCM_SHA256", "AES_256_GCM_SHA384",
	"CAMELLIA_128_CBC_SHA", "CAMELLIA_256_CBC_SHA", "CAMELLIA_128_CBC_SHA256", "CAMELLIA_256_CBC_SHA256" };

static bool suite_part_known(const char *const *parts, size_t count, ssmtp_slice part)
{
	for (size_t i = 0; i < count; i++) {
		if (ssmtp_slice_equal(part, ssmtp_slice_str(parts[i]))) {
			return true;
		}
	}
	return false;
}

static bool suite_documented(const char *name)
{
	const char *with = strstr(name, "_WITH_");

	if (strncmp(name, "TLS_", 4) != 0 || with == NULL || with < name + 4) {
		return false;
	}
	return suite_part_known(suite_exchanges, sizeof(suite_exchanges) / sizeof(suite_exchanges[0]),
			   ssmtp_slice_of(name + 4, (size_t) (with - name) - 4)) &&
		   suite_part_known(suite_ciphers, sizeof(suite_ciphers) / sizeof(suite_ciphers[0]), ssmtp_slice_str(with + 6));
}

/* The suite of an OpenSSL or IANA name in what the library supports at all (level 0), else NULL. */
static const SSL_CIPHER *suite_find(SSL *all, const char *name)
{
	STACK_OF(SSL_CIPHER) *ciphers = SSL_get_ciphers(all);

	for (int i = 0; i < sk_SSL_CIPHER_num(ciphers); i++) {
		const SSL_CIPHER *cipher = sk_SSL_CIPHER_value(ciphers, i);
		const char *standard = SSL_CIPHER_standard_name(cipher);

		if (strcmp(SSL_CIPHER_get_name(cipher), name) == 0 || (standard != NULL && strcmp(standard, name) == 0)) {
			return cipher;
		}
	}
	return NULL;
}

static bool suite_append(ssmtp_buf *list, const char *name)
{
	return (ssmtp_buf_len(list) == 0 || ssmtp_buf_append_octet(list, ':')) && ssmtp_buf_append_str(list, name);
}

static bool suite_sort(
	SSL *all, const char *name, ssmtp_buf *tls13, ssmtp_buf *older, ssmtp_buf *skipped, ssmtp_error *error)
{
	const SSL_CIPHER *cipher = suite_find(all, name);
	bool ok;

	if (cipher != NULL) {
		bool new_only = SSL_CIPHER_get_protocol_id(cipher) >> 8 == 0x13; /* RFC 8446 appendix B.4 */

		ok = suite_append(new_only ? tls13 : older, SSL_CIPHER_get_name(cipher));
	} else if (suite_documented(name)) {
		ok = ssmtp_buf_printf(skipped, "Cipher suite %s is not available and was skipped.\n", name);
	} else {
		return ssmtp_error_argument(error, "SSLEnabledCipherSuites: \"%s\" is not the name of a cipher suite.", name);
	}
	return ok || ssmtp_error_nomem(error);
}

static bool suite_sort_all(
	SSL *all, ssmtp_slice names, ssmtp_buf *tls13, ssmtp_buf *older, ssmtp_buf *skipped, ssmtp_error *error)
{
	ssmtp_slice item;
	char name[96];

	while (tls_next_item(&names, ';', &item)) {
		snprintf(name, sizeof(name), "%.*s", SSMTP_SLICE_FMT(item));
		if (strncmp(name, "SSL_", 4) == 0) {
			memcpy(name, "TLS_", 4);
		}
		if (!suite_sort(all, name, tls13, older, skipped, error)) {
			return false;
		}
	}
	return true;
}

bool ssmtp_tls_suite_lists(
	ssmtp_slice names, ssmtp_buf *tls13, ssmtp_buf *older, ssmtp_buf *skipped, ssmtp_error *error)
{
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
	SSL *all = NULL;
	bool ok = false;

	if (ctx == NULL || !SSL_CTX_set_cipher_list(ctx, "ALL:COMPLEMENTOFALL:@SECLEVEL=0") ||
		!SSL_CTX_set_ciphersuites(ctx, "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:"
									   "TLS_AES_128_CCM_SHA256:TLS_AES_128_CCM_8_SHA256") ||
		(all = SSL_new(ctx)) == NULL) {
		ssmtp_ossl_error(error, SSMTP_ERROR_TLS, SSMTP_E_SECURITY_LIBRARY, "TLS cannot be set up");
		goto done;
	}
	ok = suite_sort_all(all, names, tls13, older, skipped, error);
done:
	ERR_clear_error();
	SSL_free(all);
	SSL_CTX_free(ctx);
	return ok;
}

/* -- checks when a setting is set -- */

bool ssmtp_tls_check_suites(ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_buf tls13, older, skipped;
	bool ok;

	if (ssmtp_slice_equal(ssmtp_slice_trim(value), SSMTP_SLICE("*"))) {
		return true;
	}
	ssmtp_buf_init(&tls13, 65536);
	ssmtp_buf_init(&older, 65536);
	ssmtp_buf_init(&skipped, 1 << 20);
	ok = ssmtp_tls_suite_lists(value, &tls13, &older, &skipped, error);
	ssmtp_buf_free(&skipped);
	ssmtp_buf_free(&older);
	ssmtp_buf_free(&tls13);
	return ok;
}

/* Would OpenSSL take the text? set answers for one fresh context. */
static bool name_accepted(int (*set)(SSL_CTX *, const char *), const char *text, ssmtp_error *error)
{
	SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
	bool ok;

	if (ctx == NULL) {
		return ssmtp_ossl_error(error, SSMTP_ERROR_TLS, SSMTP_E_SECURITY_LIBRARY, "TLS cannot be set up");
	}
	ok = set(ctx, text) == 1 || ssmtp_error_argument(error, "OpenSSL does not accept \"%.300s\".", text);
	ERR_clear_error();
	SSL_CTX_free(ctx);
	return ok;
}

bool ssmtp_tls_check_cipher_list(ssmtp_slice value, ssmtp_error *error)
{
	char text[4096];

	if (value.len >= sizeof(text) || memchr(value.len ? (const char *) value.ptr : "", '\0', value.len) != NULL) {
		return ssmtp_error_argument(
			error, "OpenSSLCipherList is longer than %zu octets or holds NUL.", sizeof(text) - 1);
	}
	snprintf(text, sizeof(text), "%.*s", SSMTP_SLICE_FMT(value));
	return name_accepted(SSL_CTX_set_cipher_list, text, error);
}

static int set_groups(SSL_CTX *ctx, const char *text)
{
	return (int) SSL_CTX_set1_groups_list(ctx, text);
}

bool ssmtp_tls_check_groups(ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_slice item;

	while (tls_next_item(&value, ',', &item)) {
		int group = group_find(item);

		if (group < 0) {
			return ssmtp_error_argument(error, "\"%.*s\" is not the name of a TLS group.", SSMTP_SLICE_FMT(item));
		}
		if (!name_accepted(set_groups, groups[group].openssl, error)) {
			return false;
		}
	}
	return true;
}

static int set_sigalgs(SSL_CTX *ctx, const char *text)
{
	return (int) SSL_CTX_set1_sigalgs_list(ctx, text);
}

bool ssmtp_tls_check_sigalgs(ssmtp_slice value, ssmtp_error *error)
{
	ssmtp_slice item;

	while (tls_next_item(&value, ',', &item)) {
		sigalg_set set = { { NULL }, 0 };
		char name[64];

		snprintf(name, sizeof(name), "%.*s", SSMTP_SLICE_FMT(item));
		if (!sigalg_set_add_names(&set, name, error)) {
			return false;
		}
		for (size_t i = 0; i < set.count; i++) {
			if (!name_accepted(set_sigalgs, set.items[i], error)) {
				return false;
			}
		}
	}
	return true;
}
