/* The fields of a certificate as text (spec properties 4.2): one row a field. */
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>
#include <string.h>
#include <time.h>

#include "base/ascii.h"
#include "crypto/ossl.h"

/* Hexadecimal of data, with separator between the octets unless it is 0. */
static bool hex_append(ssmtp_buf *out, ssmtp_slice data, const char *digits, char separator)
{
	for (size_t i = 0; i < data.len; i++) {
		uint8_t c = data.ptr[i];

		if (i > 0 && separator != 0 && !ssmtp_buf_append_octet(out, (uint8_t) separator)) {
			return false;
		}
		if (!ssmtp_buf_append_octet(out, (uint8_t) digits[c >> 4]) ||
			!ssmtp_buf_append_octet(out, (uint8_t) digits[c & 15])) {
			return false;
		}
	}
	return true;
}

/* The short name of an object, or its dotted form when it has none. */
static bool text_object(ssmtp_buf *out, const ASN1_OBJECT *object, bool dotted)
{
	char text[128];
	int nid = OBJ_obj2nid(object);

	if (!dotted && nid != NID_undef) {
		return ssmtp_buf_append_str(out, OBJ_nid2sn(nid));
	}
	return OBJ_obj2txt(text, sizeof(text), object, 1) <= 0 || ssmtp_buf_append_str(out, text);
}

static bool text_comma(ssmtp_buf *out, size_t before)
{
	return ssmtp_buf_len(out) == before || ssmtp_buf_append_octet(out, ',');
}

/* --- distinguished names ------------------------------------------------------ */

/* Names that the interface spells in another way than OpenSSL does. */
static const struct {
	int nid;
	const char *name;
} dn_names[] = {
	{ NID_stateOrProvinceName, "S" },
	{ NID_pkcs9_emailAddress, "E" },
};

static bool dn_append_type(ssmtp_buf *out, const ASN1_OBJECT *type)
{
	int nid = OBJ_obj2nid(type);

	for (size_t i = 0; i < sizeof(dn_names) / sizeof(dn_names[0]); i++) {
		if (dn_names[i].nid == nid) {
			return ssmtp_buf_append_str(out, dn_names[i].name);
		}
	}
	return text_object(out, type, false);
}

static bool dn_must_quote(ssmtp_slice value)
{
	return ssmtp_slice_find(value, ',') < value.len || ssmtp_slice_find(value, '"') < value.len ||
		   ssmtp_slice_trim(value).len != value.len;
}

/* A quote inside a quoted value is doubled. */
static bool dn_append_value(ssmtp_buf *out, ssmtp_slice value)
{
	bool ok;

	if (!dn_must_quote(value)) {
		return ssmtp_buf_append_slice(out, value);
	}
	ok = ssmtp_buf_append_octet(out, '"');
	for (size_t i = 0; i < value.len && ok; i++) {
		ok = (value.ptr[i] != '"' || ssmtp_buf_append_octet(out, '"')) && ssmtp_buf_append_octet(out, value.ptr[i]);
	}
	return ok && ssmtp_buf_append_octet(out, '"');
}

static bool dn_append_entry(ssmtp_buf *out, const X509_NAME_ENTRY *entry)
{
	unsigned char *utf8 = NULL;
	int len = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(entry));
	bool ok = dn_append_type(out, X509_NAME_ENTRY_get_object(entry)) && ssmtp_buf_append_octet(out, '=') &&
			  (len <= 0 || dn_append_value(out, ssmtp_slice_of(utf8, (size_t) len)));

	OPENSSL_free(utf8);
	return ok;
}

bool ssmtp_dn_append(ssmtp_buf *out, const X509_NAME *name)
{
	for (int i = 0; i < X509_NAME_entry_count(name); i++) {
		if ((i > 0 && !ssmtp_buf_append_str(out, ", ")) || !dn_append_entry(out, X509_NAME_get_entry(name, i))) {
			return false;
		}
	}
	return true;
}

/* --- one function a field ----------------------------------------------------- */

static bool text_subject(ssmtp_buf *out, X509 *x509)
{
	return ssmtp_dn_append(out, X509_get_subject_name(x509));
}

static bool text_issuer(ssmtp_buf *out, X509 *x509)
{
	return ssmtp_dn_append(out, X509_get_issuer_name(x509));
}

/* The calendar repeats itself after 28 years, but for years like 2100. */
#define TEXT_CYCLE_YEARS 28
#define TEXT_CYCLE_SECONDS (INT64_C(28) * 36525 * 864)

static bool text_break_down(time_t clock, struct tm *local)
{
#if defined(_MSC_VER) || defined(__MINGW32__)
	return localtime_s(local, &clock) == 0;
#else
	return localtime_r(&clock, local) != NULL;
#endif
}

/* A time beyond what a time_t of 32 bits can say (2038) is told by its like of an earlier year. */
static bool text_local_time(int64_t seconds, struct tm *local)
{
	int years = 0;

	while ((int64_t) (time_t) seconds != seconds && seconds > TEXT_CYCLE_SECONDS) {
		seconds -= TEXT_CYCLE_SECONDS;
		years += TEXT_CYCLE_YEARS;
	}
	if (!text_break_down((time_t) seconds, local)) {
		return false;
	}
	local->tm_year += years;
	return true;
}

/* "23-Jan-2000 15:00:00": RFC 5280 times are UTC, the interface wants local time. */
static bool text_time(ssmtp_buf *out, const ASN1_TIME *time)
{
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int64_t seconds;
	struct tm local;

	if (!ssmtp_ossl_time(time, &seconds) || !text_local_time(seconds, &local)) {
		return true;
	}
	return ssmtp_buf_printf(out, "%02d-%.3s-%04d %02d:%02d:%02d", local.tm_mday, months + 3 * local.tm_mon,
		local.tm_year + 1900, local.tm_hour, local.tm_min, local.tm_sec);
}

bool ssmtp_ossl_time(const ASN1_TIME *time, int64_t *seconds)
{
	ASN1_TIME *epoch = ASN1_TIME_set(NULL, 0);
	int days = 0, rest = 0;
	bool ok = epoch != NULL && time != NULL && ASN1_TIME_diff(&days, &rest, epoch, time) == 1;

	ASN1_TIME_free(epoch);
	*seconds = (int64_t) days * 86400 + rest;
	return ok;
}

static bool text_not_before(ssmtp_buf *out, X509 *x509)
{
	return text_time(out, X509_get0_notBefore(x509));
}

static bool text_not_after(ssmtp_buf *out, X509 *x509)
{
	return text_time(out, X509_get0_notAfter(x509));
}

static bool text_extended_key_usage(ssmtp_buf *out, X509 *x509)
{
	EXTENDED_KEY_USAGE *usage = X509_get_ext_d2i(x509, NID_ext_key_usage, NULL, NULL);
	size_t before = ssmtp_buf_len(out);
	bool ok = true;

	for (int i = 0; i < sk_ASN1_OBJECT_num(usage) && ok; i++) {
		ok = text_comma(out, before) && text_object(out, sk_ASN1_OBJECT_value(usage, i), true);
	}
	EXTENDED_KEY_USAGE_free(usage);
	return ok;
}

static bool text_hash(ssmtp_buf *out, X509 *x509, const EVP_MD *digest, const char *digits, char separator)
{
	unsigned char hash[EVP_MAX_MD_SIZE];
	unsigned int len = 0;

	/* A library in FIPS mode refuses MD5: the field is empty then. */
	return X509_digest(x509, digest, hash, &len) != 1 ||
		   hex_append(out, ssmtp_slice_of(hash, len), digits, separator);
}

static bool text_fingerprint_md5(ssmtp_buf *out, X509 *x509)
{
	return text_hash(out, x509, EVP_md5(), SSMTP_HEX_LOWER, ':');
}

static bool text_fingerprint_sha1(ssmtp_buf *out, X509 *x509)
{
	return text_hash(out, x509, EVP_sha1(), SSMTP_HEX_LOWER, ':');
}

static bool text_fingerprint_sha256(ssmtp_buf *out, X509 *x509)
{
	return text_hash(out, x509, EVP_sha256(), SSMTP_HEX_LOWER, ':');
}

static bool text_thumbprint_md5(ssmtp_buf *out, X509 *x509)
{
	return text_hash(out, x509, EVP_md5(), SSMTP_HEX_UPPER, 0);
}

static bool text_thumbprint_sha1(ssmtp_buf *out, X509 *x509)
{
	return text_hash(out, x509, EVP_sha1(), SSMTP_HEX_UPPER, 0);
}

static bool text_thumbprint_sha256(ssmtp_buf *out, X509 *x509)
{
	return text_hash(out, x509, EVP_sha256(), SSMTP_HEX_UPPER, 0);
}

/* What a PEM writer put into a memory BIO. */
static bool text_bio_take(ssmtp_buf *out, BIO *bio, bool written)
{
	char *text = NULL;
	long len = written ? BIO_get_mem_data(bio, &text) : 0;
	bool ok = len <= 0 || ssmtp_buf_append(out, text, (size_t) len);

	BIO_free(bio);
	return ok;
}

static bool text_encoded(ssmtp_buf *out, X509 *x509)
{
	BIO *bio = BIO_new(BIO_s_mem());

	return bio != NULL && text_bio_take(out, bio, PEM_write_bio_X509(bio, x509) == 1);
}

static bool text_public_key(ssmtp_buf *out, X509 *x509)
{
	EVP_PKEY *key = X509_get0_pubkey(x509);
	BIO *bio = BIO_new(BIO_s_mem());

	return bio != NULL && text_bio_take(out, bio, key != NULL && PEM_write_bio_PUBKEY(bio, key) == 1);
}

/* The names users know; any other algorithm under OpenSSL's short name or its OID. */
static const struct {
	int nid;
	const char *name;
} key_names[] = {
	{ NID_rsaEncryption, "RSA" },
	{ NID_rsassaPss, "RSA-PSS" },
	{ NID_dsa, "DSA" },
	{ NID_X9_62_id_ecPublicKey, "EC" },
};

static bool text_key_algorithm(ssmtp_buf *out, X509 *x509)
{
	ASN1_OBJECT *object = NULL;

	if (X509_PUBKEY_get0_param(&object, NULL, NULL, NULL, X509_get_X509_PUBKEY(x509)) != 1) {
		return true;
	}
	for (size_t i = 0; i < sizeof(key_names) / sizeof(key_names[0]); i++) {
		if (key_names[i].nid == OBJ_obj2nid(object)) {
			return ssmtp_buf_append_str(out, key_names[i].name);
		}
	}
	return text_object(out, object, false);
}

static int64_t number_key_length(X509 *x509)
{
	EVP_PKEY *key = X509_get0_pubkey(x509);

	return key == NULL ? 0 : EVP_PKEY_get_bits(key);
}

static bool text_serial(ssmtp_buf *out, X509 *x509)
{
	const ASN1_INTEGER *serial = X509_get0_serialNumber(x509);

	return hex_append(
		out, ssmtp_slice_of(ASN1_STRING_get0_data(serial), (size_t) ASN1_STRING_length(serial)), SSMTP_HEX_UPPER, 0);
}

static bool text_signature_algorithm(ssmtp_buf *out, X509 *x509)
{
	const X509_ALGOR *algorithm = X509_get0_tbs_sigalg(x509);
	const ASN1_OBJECT *object = NULL;

	X509_ALGOR_get0(&object, NULL, NULL, algorithm);
	return text_object(out, object, false);
}

static bool text_ip(ssmtp_buf *out, ssmtp_slice octets)
{
	if (octets.len == 4) {
		return ssmtp_buf_printf(out, "%d.%d.%d.%d", octets.ptr[0], octets.ptr[1], octets.ptr[2], octets.ptr[3]);
	}
	for (size_t i = 0; i + 1 < octets.len; i += 2) {
		if (!ssmtp_buf_printf(out, i == 0 ? "%x" : ":%x", octets.ptr[i] << 8 | octets.ptr[i + 1])) {
			return false;
		}
	}
	return true;
}

static bool text_string(ssmtp_buf *out, const ASN1_STRING *string)
{
	return ssmtp_buf_append(out, ASN1_STRING_get0_data(string), (size_t) ASN1_STRING_length(string));
}

static bool text_general_name(ssmtp_buf *out, const GENERAL_NAME *name)
{
	switch (name->type) {
	case GEN_EMAIL:
	case GEN_DNS:
	case GEN_URI:
		return text_string(out, name->d.ia5);
	case GEN_IPADD:
		return text_ip(out, ssmtp_slice_of(ASN1_STRING_get0_data(name->d.ip), (size_t) ASN1_STRING_length(name->d.ip)));
	case GEN_DIRNAME:
		return ssmtp_dn_append(out, name->d.directoryName);
	case GEN_RID:
		return text_object(out, name->d.registeredID, true);
	case GEN_OTHERNAME: /* RFC 9598 */
		return name->d.otherName->value->type != V_ASN1_UTF8STRING ||
			   text_string(out, name->d.otherName->value->value.utf8string);
	default:
		return true;
	}
}

static bool text_alt_names(ssmtp_buf *out, X509 *x509)
{
	GENERAL_NAMES *names = X509_get_ext_d2i(x509, NID_subject_alt_name, NULL, NULL);
	size_t before = ssmtp_buf_len(out);
	bool ok = true;

	for (int i = 0; i < sk_GENERAL_NAME_num(names) && ok; i++) {
		ok = text_comma(out, before) && text_general_name(out, sk_GENERAL_NAME_value(names, i));
	}
	GENERAL_NAMES_free(names);
	return ok;
}

/* Bits of keyUsage, RFC 5280 section 4.2.1.3; the interface has none for decipherOnly. */
static const struct {
	uint32_t ossl;
	int64_t flag;
	const char *name;
} usage_rows[] = {
	{ KU_DIGITAL_SIGNATURE, 0x80, "Digital Signature" },
	{ KU_NON_REPUDIATION, 0x40, "Non-Repudiation" },
	{ KU_KEY_ENCIPHERMENT, 0x20, "Key Encipherment" },
	{ KU_DATA_ENCIPHERMENT, 0x10, "Data Encipherment" },
	{ KU_KEY_AGREEMENT, 0x08, "Key Agreement" },
	{ KU_KEY_CERT_SIGN, 0x04, "Certificate Signing" },
	{ KU_CRL_SIGN, 0x02, "CRL Signing" },
	{ KU_ENCIPHER_ONLY, 0x01, "Encipher Only" },
};

static int64_t number_usage(X509 *x509)
{
	uint32_t usage = X509_get_key_usage(x509);
	int64_t flags = 0;

	/* Without the extension OpenSSL answers "all": the field tells what is written. */
	if (usage == UINT32_MAX) {
		return 0;
	}
	for (size_t i = 0; i < sizeof(usage_rows) / sizeof(usage_rows[0]); i++) {
		flags |= (usage & usage_rows[i].ossl) != 0 ? usage_rows[i].flag : 0;
	}
	return flags;
}

static bool text_usage(ssmtp_buf *out, X509 *x509)
{
	int64_t flags = number_usage(x509);
	size_t before = ssmtp_buf_len(out);

	for (size_t i = 0; i < sizeof(usage_rows) / sizeof(usage_rows[0]); i++) {
		if ((flags & usage_rows[i].flag) != 0 &&
			(!text_comma(out, before) || !ssmtp_buf_append_str(out, usage_rows[i].name))) {
			return false;
		}
	}
	return true;
}

static bool text_version(ssmtp_buf *out, X509 *x509)
{
	return ssmtp_buf_printf(out, "V%ld", X509_get_version(x509) + 1);
}

static const struct {
	ssmtp_certificate_field field;
	bool (*text)(ssmtp_buf *out, X509 *x509);
	int64_t (*number)(X509 *x509);
} field_rows[] = {
	{ SSMTP_CF_EFFECTIVE_DATE, text_not_before, NULL },
	{ SSMTP_CF_EXPIRATION_DATE, text_not_after, NULL },
	{ SSMTP_CF_EXTENDED_KEY_USAGE, text_extended_key_usage, NULL },
	{ SSMTP_CF_FINGERPRINT, text_fingerprint_md5, NULL },
	{ SSMTP_CF_FINGERPRINT_SHA1, text_fingerprint_sha1, NULL },
	{ SSMTP_CF_FINGERPRINT_SHA256, text_fingerprint_sha256, NULL },
	{ SSMTP_CF_ISSUER, text_issuer, NULL },
	{ SSMTP_CF_PUBLIC_KEY, text_public_key, NULL },
	{ SSMTP_CF_PUBLIC_KEY_ALGORITHM, text_key_algorithm, NULL },
	{ SSMTP_CF_PUBLIC_KEY_LENGTH, NULL, number_key_length },
	{ SSMTP_CF_SERIAL_NUMBER, text_serial, NULL },
	{ SSMTP_CF_SIGNATURE_ALGORITHM, text_signature_algorithm, NULL },
	{ SSMTP_CF_SUBJECT_ALT_NAMES, text_alt_names, NULL },
	{ SSMTP_CF_THUMBPRINT_MD5, text_thumbprint_md5, NULL },
	{ SSMTP_CF_THUMBPRINT_SHA1, text_thumbprint_sha1, NULL },
	{ SSMTP_CF_THUMBPRINT_SHA256, text_thumbprint_sha256, NULL },
	{ SSMTP_CF_USAGE, text_usage, NULL },
	{ SSMTP_CF_USAGE_FLAGS, NULL, number_usage },
	{ SSMTP_CF_VERSION, text_version, NULL },
	{ SSMTP_CF_SUBJECT, text_subject, NULL },
	{ SSMTP_CF_ENCODED, text_encoded, NULL },
};
#define FIELD_ROWS (sizeof(field_rows) / sizeof(field_rows[0]))

int64_t ssmtp_certificate_number(const ssmtp_certificate *certificate, ssmtp_certificate_field field)
{
	int64_t number = 0;

	ERR_set_mark();
	for (size_t i = 0; i < FIELD_ROWS; i++) {
		if (field_rows[i].field == field && field_rows[i].number != NULL) {
			number = field_rows[i].number((X509 *) certificate);
		}
	}
	ERR_pop_to_mark();
	return number;
}

bool ssmtp_certificate_text(const ssmtp_certificate *certificate, ssmtp_certificate_field field, ssmtp_buf *out)
{
	bool ok = true;

	ERR_set_mark();
	for (size_t i = 0; i < FIELD_ROWS; i++) {
		if (field_rows[i].field != field) {
			continue;
		}
		if (field_rows[i].text != NULL) {
			ok = field_rows[i].text(out, (X509 *) certificate);
		} else {
			ok = ssmtp_buf_printf(out, "%lld", (long long) field_rows[i].number((X509 *) certificate));
		}
	}
	ERR_pop_to_mark();
	return ok;
}
