/* The checks that every signer and every recipient must pass before any work is
 * done (RFC 8550 section 4.4, RFC 8551 section 4). */
#include "crypto/smime_check.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>
#include <time.h>

#include "base/clock.h"
#include "crypto/smime.h"

#define RSA_BITS_MIN 2048

/* What differs between the two roles. */
typedef struct check_role {
	const char *what; /* begins the error text */
	const char *then; /* ends it: what to do */
} check_role;

static const check_role signer_role = { "The signing certificate", "choose a certificate issued for signing e-mail" };
static const check_role recipient_role = { "The recipient certificate",
	"ask the recipient for a certificate issued for encrypting e-mail" };

void ssmtp_smime_subject(const ssmtp_certificate *certificate, char *out, size_t room)
{
	ssmtp_buf text;

	ssmtp_buf_init(&text, 65536);
	if (!ssmtp_certificate_text(certificate, SSMTP_CF_SUBJECT, &text)) {
		ssmtp_buf_clear(&text);
	}
	snprintf(out, room, "%.*s", SSMTP_SLICE_FMT(ssmtp_buf_slice(&text)));
	ssmtp_buf_free(&text);
}

static bool check_failed(
	const check_role *role, const ssmtp_certificate *certificate, int code, const char *rule, ssmtp_error *error)
{
	char subject[160];

	ssmtp_smime_subject(certificate, subject, sizeof(subject));
	return ssmtp_error_set(error, SSMTP_ERROR_SMIME, code, "%s \"%s\" %s; %s.", role->what, subject, rule, role->then);
}

static bool check_time_failed(const check_role *role, const ssmtp_certificate *certificate, const char *rule,
	const ASN1_TIME *limit, ssmtp_error *error)
{
	struct tm tm = { 0 };
	char text[80];

	ASN1_TIME_to_tm(limit, &tm);
	snprintf(text, sizeof(text), "%s %04d-%02d-%02d %02d:%02d:%02d UTC", rule, tm.tm_year + 1900, tm.tm_mon + 1,
		tm.tm_mday, tm.tm_hour, tm.tm_min, tm.tm_sec);
	return check_failed(role, certificate, SSMTP_E_WRONG_CERT, text, error);
}

static bool check_dates(const check_role *role, const ssmtp_certificate *certificate, time_t now, ssmtp_error *error)
{
	const X509 *x509 = ssmtp_certificate_x509(certificate);
	int64_t at = now == 0 ? ssmtp_clock_s() : (int64_t) now;
	int64_t from, to;

	if (!ssmtp_ossl_time(X509_get0_notBefore(x509), &from) || !ssmtp_ossl_time(X509_get0_notAfter(x509), &to)) {
		return check_failed(
			role, certificate, SSMTP_E_WRONG_CERT, "has a beginning or an end of validity that cannot be read", error);
	}
	if (from > at) {
		return check_time_failed(role, certificate, "is not valid before", X509_get0_notBefore(x509), error);
	}
	if (to <= at) {
		return check_time_failed(role, certificate, "expired at", X509_get0_notAfter(x509), error);
	}
	return true;
}

/* RFC 8550 section 4.4.4: without the extension every use is allowed. */
static bool check_extended_usage(const check_role *role, const ssmtp_certificate *certificate, ssmtp_error *error)
{
	uint32_t usage = X509_get_extended_key_usage(ssmtp_certificate_x509(certificate));

	if (usage != UINT32_MAX && (usage & (XKU_SMIME | XKU_ANYEKU)) == 0) {
		return check_failed(
			role, certificate, SSMTP_E_WRONG_CERT, "has an extended key usage without emailProtection", error);
	}
	return true;
}

static bool check_usage(
	const check_role *role, const ssmtp_certificate *certificate, uint32_t wanted, const char *rule, ssmtp_error *error)
{
	X509 *x509 = ssmtp_certificate_x509(certificate);

	if ((X509_get_extension_flags(x509) & EXFLAG_INVALID) != 0) {
		return check_failed(role, certificate, SSMTP_E_WRONG_CERT, "has extensions that cannot be decoded", error);
	}
	if ((X509_get_key_usage(x509) & wanted) == 0) {
		return check_failed(role, certificate, SSMTP_E_WRONG_CERT, rule, error);
	}
	return check_extended_usage(role, certificate, error);
}

static bool check_key_failed(const check_role *role, const ssmtp_certificate *certificate, const EVP_PKEY *key,
	const char *needs, ssmtp_error *error)
{
	char described[96], rule[200];

	ssmtp_smime_key_describe(key, described, sizeof(described));
	snprintf(rule, sizeof(rule), "has a key of type %s, but %s", described, needs);
	return check_failed(role, certificate, SSMTP_E_KEY_SIZE, rule, error);
}

/* The public key, or error 10225. */
static EVP_PKEY *check_public_key(const check_role *role, const ssmtp_certificate *certificate, ssmtp_error *error)
{
	EVP_PKEY *key = X509_get0_pubkey(ssmtp_certificate_x509(certificate));

	if (key == NULL) {
		check_failed(
			role, certificate, SSMTP_E_PUBLIC_KEY_FORMAT, "has a public key that this OpenSSL cannot read", error);
	}
	return key;
}

static bool key_too_short(const ssmtp_smime_key *row, const EVP_PKEY *key)
{
	return (row->family == SSMTP_KEY_RSA || row->family == SSMTP_KEY_RSA_PSS) && EVP_PKEY_get_bits(key) < RSA_BITS_MIN;
}

static bool check_recipient_key(const ssmtp_certificate *certificate, const ssmtp_smime_key **row, ssmtp_error *error)
{
	EVP_PKEY *key = check_public_key(&recipient_role, certificate, error);

	if (key == NULL) {
		return false;
	}
	*row = ssmtp_smime_key_find(key);
	if (*row == NULL || (*row)->encrypt_since == 0 || OpenSSL_version_num() < (*row)->encrypt_since) {
		return check_key_failed(&recipient_role, certificate, key,
			*row != NULL && (*row)->encrypt_since != 0
				? "this needs OpenSSL 3.6 or later"
				: "mail can be encrypted to RSA and to EC P-256, P-384 and P-521",
			error);
	}
	if (key_too_short(*row, key)) {
		return check_key_failed(&recipient_role, certificate, key, "2048 bits are the least", error);
	}
	return true;
}

/* RFC 8550 section 4.4.2: transport needs keyEncipherment, agreement keyAgreement. */
static bool check_recipient(const ssmtp_certificate *certificate, time_t now, ssmtp_error *error)
{
	const ssmtp_smime_key *row;

	if (!check_recipient_key(certificate, &row, error) || !check_dates(&recipient_role, certificate, now, error)) {
		return false;
	}
	if (row->family == SSMTP_KEY_EC) {
		return check_usage(
			&recipient_role, certificate, KU_KEY_AGREEMENT, "has a key usage without keyAgreement", error);
	}
	return check_usage(
		&recipient_role, certificate, KU_KEY_ENCIPHERMENT, "has a key usage without keyEncipherment", error);
}

static bool check_signer_key(const ssmtp_certificate *certificate, ssmtp_error *error)
{
	EVP_PKEY *key = check_public_key(&signer_role, certificate, error);
	const ssmtp_smime_key *row;

	if (key == NULL) {
		return false;
	}
	row = ssmtp_smime_key_find(key);
	if (row == NULL || row->digest_bits == 0) {
		return check_key_failed(&signer_role, certificate, key,
			"mail can be signed with RSA, EC P-256, P-384 and P-521, Ed25519 and ML-DSA", error);
	}
	if (key_too_short(row, key)) {
		return check_key_failed(&signer_role, certificate, key, "2048 bits are the least", error);
	}
	return true;
}

bool ssmtp_smime_signer_is_whole(const ssmtp_identity *signer, ssmtp_error *error)
{
	char subject[160];

	if (signer == NULL) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_SIGNING_CERT,
			"No signing certificate with a private key is selected: set CertStoreType, CertStore, CertStorePassword "
			"and then CertSubject.");
	}
	if (ssmtp_identity_certificate(signer) == NULL) {
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_CREDENTIALS,
			"The certificate is missing: CertStore holds a private key only; set CertEncoded to its certificate.");
	}
	if (!ssmtp_identity_has_key(signer)) {
		ssmtp_smime_subject(ssmtp_identity_certificate(signer), subject, sizeof(subject));
		return ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_CREDENTIALS,
			"The private key is missing: nothing in CertStore belongs to the signing certificate \"%s\"; set CertStore "
			"and CertStorePassword to what holds its key, then CertSubject.",
			subject);
	}
	return true;
}

static bool check_signer(const ssmtp_identity *signer, time_t now, ssmtp_error *error)
{
	const ssmtp_certificate *certificate = signer == NULL ? NULL : ssmtp_identity_certificate(signer);
	EVP_PKEY *key = signer == NULL ? NULL : ssmtp_identity_key(signer);

	if (!ssmtp_smime_signer_is_whole(signer, error)) {
		return false;
	}
	if (!check_signer_key(certificate, error)) {
		return false;
	}
	if (X509_check_private_key(ssmtp_certificate_x509(certificate), key) != 1) {
		return check_failed(&signer_role, certificate, SSMTP_E_WRONG_CERT, "does not belong to the private key", error);
	}
	return check_dates(&signer_role, certificate, now, error) &&
		   check_usage(&signer_role, certificate, KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION,
			   "has a key usage without digitalSignature", error);
}

bool ssmtp_smime_check_recipient(const ssmtp_certificate *certificate, time_t now, ssmtp_error *error)
{
	bool ok;

	ERR_set_mark();
	ok = check_recipient(certificate, now, error);
	ERR_pop_to_mark();
	return ok;
}

bool ssmtp_smime_check_signer(const ssmtp_identity *signer, time_t now, ssmtp_error *error)
{
	bool ok;

	ERR_set_mark();
	ok = check_signer(signer, now, error);
	ERR_pop_to_mark();
	return ok;
}
