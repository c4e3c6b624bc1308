/* Stores that hold keys as numbers: JWK, XML, OpenSSH, PuTTY, Java. The fixed
 * keys are those of RFC 8032 section 7.1 (Ed25519) and RFC 7517 appendix A.2 (P-256). */
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/base64.h"
#include "crypto/identity.h"
#include "crypto/ossl.h"
#include "pki.h"
#include "unit.h"

static const char ppk2_ed[] = "PuTTY-User-Key-File-2: ssh-ed25519\n"
							  "Encryption: none\n"
							  "Comment: RFC 8032 7.1\n"
							  "Public-Lines: 2\n"
							  "AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3\n"
							  "B1Ea\n"
							  "Private-Lines: 1\n"
							  "AAAAIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n"
							  "Private-MAC: fa194cbe649c991a69200cdd25708b7eb418a1ad\n";

static const char ppk2_ec_aes[] = "PuTTY-User-Key-File-2: ecdsa-sha2-nistp256\n"
								  "Encryption: aes256-cbc\n"
								  "Comment: RFC 7517 A.2\n"
								  "Public-Lines: 3\n"
								  "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBDCgQkzSHClE\n"
								  "g4otdckrN+duog2fAIk6O07uijwKr+w+4Etl6SRW2YiLUrN5vfvVHuhp7x8Pxltm\n"
								  "WWlbbM4IFyM=\n"
								  "Private-Lines: 1\n"
								  "+u8T8nOGKn5tvmQIZWpuIqWp+jnwTlAxDltNEkjCUc4VQCIaV+i5PjlLfnYtIWmL\n"
								  "Private-MAC: 3ac2429f0ce930044a0f51716b3497e87424f71b\n";

static const char ppk3_ec[] = "PuTTY-User-Key-File-3: ecdsa-sha2-nistp256\n"
							  "Encryption: none\n"
							  "Comment: RFC 7517 A.2\n"
							  "Public-Lines: 3\n"
							  "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBDCgQkzSHClE\n"
							  "g4otdckrN+duog2fAIk6O07uijwKr+w+4Etl6SRW2YiLUrN5vfvVHuhp7x8Pxltm\n"
							  "WWlbbM4IFyM=\n"
							  "Private-Lines: 1\n"
							  "AAAAIQDzvQwHqB+5Mnge1SdS9gzImmvl5Rk0/gGTjdtV2Pd4AQ==\n"
							  "Private-MAC: 95f3f8bce6f0383bd4335d8e525818e6c6b2c7028effc9dc095a924dcfadd904\n";

static const char ssh_ed[] = "-----BEGIN OPENSSH PRIVATE KEY-----\n"
							 "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUx\n"
							 "OQAAACDXWpgBgrEKt9VL/tPJZAc6DuFy89qmIyWvAhpo9wdRGgAAAIgvMrj1LzK49QAAAAtzc2gt\n"
							 "ZWQyNTUxOQAAACDXWpgBgrEKt9VL/tPJZAc6DuFy89qmIyWvAhpo9wdRGgAAAECdYbGd7/1aYLqE\n"
							 "SvSS7CzEREnFaXsyaRlwO6wDHK5/YNdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1EaAAAA\n"
							 "AAECAwQF\n"
							 "-----END OPENSSH PRIVATE KEY-----\n";

static const char ssh_ec[] = "-----BEGIN OPENSSH PRIVATE KEY-----\n"
							 "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAaAAAABNlY2RzYS1zaGEy\n"
							 "LW5pc3RwMjU2AAAACG5pc3RwMjU2AAAAQQQwoEJM0hwpRIOKLXXJKzfnbqINnwCJOjtO7oo8Cq/s\n"
							 "PuBLZekkVtmIi1Kzeb371R7oae8fD8ZbZllpW2zOCBcjAAAAoM7NXnjOzV54AAAAE2VjZHNhLXNo\n"
							 "YTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBDCgQkzSHClEg4otdckrN+duog2fAIk6O07uijwK\n"
							 "r+w+4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyMAAAAhAPO9DAeoH7kyeB7VJ1L2DMia\n"
							 "a+XlGTT+AZON21XY93gBAAAAAAECAwQFBgc=\n"
							 "-----END OPENSSH PRIVATE KEY-----\n";

static const char ssh_ed_enc[] = "-----BEGIN OPENSSH PRIVATE KEY-----\n"
								 "b3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABBamC/IXF\n"
								 "Aub8XZtflUrZI+AAAAEAAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIOZgh2J7JbFqAi95\n"
								 "/lzKpVXooPa1emidcxoO2kiU8mToAAAAkK85uzz7IIA142NUJ8EJW47Mn1SVDNpRsMd4h3\n"
								 "JY8sulNFaoR0CZDGrY/OtCEOFzYlgx4fvn5/KcfT+mue0cGXcW012IU71vyr4ZmP/MtgMh\n"
								 "MHiQtZOvh8d53crUkswfdQQlLsDLeyaNB2WoMwzKOTJu7L+Ba0TnLKfKtdKQOmgiLDKzcq\n"
								 "YZNeQfuwNzg/63Ow==\n"
								 "-----END OPENSSH PRIVATE KEY-----\n";

static const char ssh_ed_pub[] =
	"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea alice\n";

static const char ppk3_ed_aes[] = "PuTTY-User-Key-File-3: ssh-ed25519\n"
								  "Encryption: aes256-cbc\n"
								  "Comment: RFC 8032 7.1\n"
								  "Public-Lines: 2\n"
								  "AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3\n"
								  "B1Ea\n"
								  "Key-Derivation: Argon2id\n"
								  "Argon2-Memory: 1024\n"
								  "Argon2-Passes: 2\n"
								  "Argon2-Parallelism: 1\n"
								  "Argon2-Salt: 000102030405060708090a0b0c0d0e0f\n"
								  "Private-Lines: 1\n"
								  "SmM2Ub1sYw85788AFZc6FXIR4uYQwqQtzDvuLFQeabTk/lsWaTbfeYWQpDdmqvu0\n"
								  "Private-MAC: 198a2ad983dc5f0038ffd0ea033e61440667ec2c2a33c77000c596cf8de544c3\n";

static const char jwk_ed[] =
	"{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\","
	"\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

#define JWK_EC_PUBLIC                                                                                                  \
	"\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","                          \
	"\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\""
static const char jwk_ec[] = " { " JWK_EC_PUBLIC ",\"d\":\"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\" } ";
static const char jwk_set[] =
	"{\"keys\":[{" JWK_EC_PUBLIC "},{" JWK_EC_PUBLIC ",\"d\":"
	"\"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\",\"use\":\"sig\",\"x\\u0035t\":[1,-2.5e3,true,null,{\"a\":[]}]}]}";

static ssmtp_identity *open_octets(int type, ssmtp_slice octets, const char *password, ssmtp_error *error)
{
	ssmtp_store_request request = { .type = type, .store = octets, .subject = SSMTP_SLICE("*") };
	ssmtp_identity *identity;

	memset(error, 0, sizeof(*error));
	request.password = ssmtp_slice_str(password);
	identity = ssmtp_identity_open(&request, error);
	CHECK(ERR_peek_error() == 0);
	return identity;
}

/* The public half in base64: the raw key, or the point without its first octet. */
static void public_half(EVP_PKEY *key, char text[256])
{
	unsigned char octets[128];
	size_t len = 0, skip = 0;

	if (EVP_PKEY_is_a(key, "EC")) {
		skip = 1;
		CHECK(EVP_PKEY_get_octet_string_param(key, OSSL_PKEY_PARAM_PUB_KEY, octets, sizeof(octets), &len) == 1);
	} else {
		len = sizeof(octets);
		CHECK(EVP_PKEY_get_raw_public_key(key, octets, &len) == 1);
	}
	text[ssmtp_base64_encode((uint8_t *) text, octets + skip, len > skip ? 32 : 0)] = '\0';
}

#define ED_PUBLIC "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
#define EC_PUBLIC "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4="

static const struct {
	const char *text;
	int type;
	const char *password;
	const char *public_half;
} keys[] = {
	{ jwk_ed, SSMTP_STORE_JWK_BLOB, "", ED_PUBLIC },
	{ jwk_ec, SSMTP_STORE_JWK_BLOB, "", EC_PUBLIC },
	{ jwk_set, SSMTP_STORE_JWK_BLOB, "", EC_PUBLIC },
	{ ppk2_ed, SSMTP_STORE_PPK_BLOB, "", ED_PUBLIC },
	{ ppk2_ed, SSMTP_STORE_PPK_BLOB, "ignored", ED_PUBLIC },
	{ ppk2_ec_aes, SSMTP_STORE_PPK_BLOB, "secret", EC_PUBLIC },
	{ ppk3_ec, SSMTP_STORE_PPK_BLOB, "", EC_PUBLIC },
	{ ssh_ed, SSMTP_STORE_SSH_PUBLIC_BLOB, "", ED_PUBLIC },
	{ ssh_ed, SSMTP_STORE_PEM_BLOB, "", ED_PUBLIC },
	{ ssh_ec, SSMTP_STORE_PEM_BLOB, "", EC_PUBLIC },
};

static void test_keys(void)
{
	for (size_t i = 0; i < 2 * sizeof(keys) / sizeof(keys[0]); i++) {
		size_t row = i / 2;
		int type = i % 2 == 0 ? keys[row].type : SSMTP_STORE_AUTO;
		char text[256] = "";
		ssmtp_error error;
		ssmtp_identity *identity = open_octets(type, ssmtp_slice_str(keys[row].text), keys[row].password, &error);

		CHECK(identity != NULL, "row %zu: %s", row, error.text);
		if (identity != NULL) {
			CHECK(ssmtp_identity_certificate(identity) == NULL);
			public_half(ssmtp_identity_key(identity), text);
			CHECK(strcmp(text, keys[row].public_half) == 0, "row %zu: %s", row, text);
		}
		ssmtp_identity_free(&identity);
	}
}

static const struct {
	const char *text;
	int type;
	const char *password;
	int code;
	const char *part;
} refused[] = {
	{ ppk2_ec_aes, SSMTP_STORE_PPK_BLOB, "", SSMTP_E_CERT_STORE, "no password is set" },
	{ ppk2_ec_aes, SSMTP_STORE_PPK_BLOB, "wrong", SSMTP_E_CERT_STORE, "wrong password" },
	{ "PuTTY-User-Key-File-1: ssh-rsa\n", SSMTP_STORE_PPK_BLOB, "", SSMTP_E_CERT_STORE, "version" },
	{ "PuTTY-User-Key-File-2: ssh-rsa\nPrivate-Lines: 99999\n", SSMTP_STORE_PPK_BLOB, "", SSMTP_E_CERT_STORE,
		"damaged" },
	{ ssh_ed_enc, SSMTP_STORE_PEM_BLOB, "secret", SSMTP_E_CERT_STORE, "bcrypt" },
	{ ssh_ed_pub, SSMTP_STORE_SSH_PUBLIC_BLOB, "", SSMTP_E_CERT_NOT_FOUND, "public key" },
	{ "ssh-rsa AAAA", SSMTP_STORE_SSH_PUBLIC_BLOB, "", SSMTP_E_CERT_STORE, "damaged" },
	{ "{" JWK_EC_PUBLIC "}", SSMTP_STORE_JWK_BLOB, "", SSMTP_E_CERT_NOT_FOUND, "public key" },
	{ "{" JWK_EC_PUBLIC ",\"d\":\"AQ\"}", SSMTP_STORE_JWK_BLOB, "", SSMTP_E_CERT_STORE, "private key" },
	{ "{\"kty\":\"oct\",\"k\":\"AQ\"}", SSMTP_STORE_JWK_BLOB, "", SSMTP_E_CERT_STORE, "not for mail" },
	{ "{\"kty\":\"EC\"", SSMTP_STORE_JWK_BLOB, "", SSMTP_E_CERT_STORE, "JSON is damaged" },
	{ "{\"kty\":\"EC\"} x", SSMTP_STORE_JWK_BLOB, "", SSMTP_E_CERT_STORE, "JSON is damaged" },
	{ "{\"a\":\"\n\"}", SSMTP_STORE_JWK_BLOB, "", SSMTP_E_CERT_STORE, "JSON is damaged" },
	{ "{\"a\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}", SSMTP_STORE_JWK_BLOB, "", SSMTP_E_CERT_STORE,
		"JSON is damaged" },
	{ "<!DOCTYPE a []><a/>", SSMTP_STORE_XML_BLOB, "", SSMTP_E_CERT_STORE, "DTD" },
	{ "<a><X509Certificate>!</X509Certificate></a>", SSMTP_STORE_XML_BLOB, "", SSMTP_E_CERT_STORE, "damaged" },
	{ "<RSAKeyValue><Modulus>AQAB</Modulus></RSAKeyValue>", SSMTP_STORE_XML_BLOB, "", SSMTP_E_CERT_NOT_FOUND,
		"public key" },
	{ jwk_ed, SSMTP_STORE_XML_BLOB, "", SSMTP_E_CERT_STORE, "it is JSON" },
};

static void test_refused(void)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		ssmtp_error error;
		ssmtp_identity *identity =
			open_octets(refused[i].type, ssmtp_slice_str(refused[i].text), refused[i].password, &error);

		CHECK(identity == NULL && error.code == refused[i].code, "row %zu: %d %s", i, error.code, error.text);
		CHECK(strstr(error.text, refused[i].part) != NULL, "row %zu: %s", i, error.text);
		ssmtp_identity_free(&identity);
	}
}

/* Version 3 encrypted: opens where OpenSSL has Argon2, else the error says what to do. */
static void test_argon2(void)
{
	ssmtp_error error;
	ssmtp_identity *identity = open_octets(SSMTP_STORE_PPK_BLOB, ssmtp_slice_str(ppk3_ed_aes), "secret", &error);

	if (OPENSSL_version_major() == 3 && OPENSSL_version_minor() < 2) {
		CHECK(identity == NULL && strstr(error.text, "Argon2") != NULL && strstr(error.text, "3.2") != NULL);
	} else {
		CHECK(identity != NULL, "%s", error.text);
	}
	ssmtp_identity_free(&identity);
}

static const char *const rsa_params[8] = { OSSL_PKEY_PARAM_RSA_N, OSSL_PKEY_PARAM_RSA_E, OSSL_PKEY_PARAM_RSA_D,
	OSSL_PKEY_PARAM_RSA_FACTOR1, OSSL_PKEY_PARAM_RSA_FACTOR2, OSSL_PKEY_PARAM_RSA_EXPONENT1,
	OSSL_PKEY_PARAM_RSA_EXPONENT2, OSSL_PKEY_PARAM_RSA_COEFFICIENT1 };
static const char *const jwk_members[8] = { "n", "e", "d", "p", "q", "dp", "dq", "qi" };
static const char *const xml_elements[8] = { "Modulus", "Exponent", "D", "P", "Q", "DP", "DQ", "InverseQ" };

/* Number i of the key in base64, url: in the alphabet of JWK. */
static void rsa_number(EVP_PKEY *key, int i, bool url, char text[1024])
{
	unsigned char octets[512];
	BIGNUM *number = NULL;
	int len;

	CHECK(EVP_PKEY_get_bn_param(key, rsa_params[i], &number) == 1);
	len = BN_bn2bin(number, octets);
	text[ssmtp_base64_encode((uint8_t *) text, octets, (size_t) len)] = '\0';
	for (char *at = text; url && *at != '\0'; at++) {
		*at = *at == '+' ? '-' : *at == '/' ? '_' : *at == '=' ? '\0' : *at;
	}
	BN_free(number);
}

/* alice's key as numbers and her certificate, in both languages; count 3 leaves all but n, e and d out. */
static void rsa_text(EVP_PKEY *key, bool xml, int count, ssmtp_buf *out)
{
	ssmtp_buf der, certificate;
	char text[1024];

	ssmtp_buf_init(out, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&certificate, SSMTP_BUF_MAX_DEFAULT);
	CHECK(pki_read(&der, "alice.der") && ssmtp_base64_append(&certificate, ssmtp_buf_slice(&der)));
	CHECK(ssmtp_buf_append_str(out, xml ? "<?xml version=\"1.0\"?>\n<ds:RSAKeyValue>" : "{\"kty\":\"RSA\""));
	for (int i = 0; i < count; i++) {
		rsa_number(key, i, !xml, text);
		CHECK(xml ? ssmtp_buf_printf(out, "<%s>%s</%s>", xml_elements[i], text, xml_elements[i])
				  : ssmtp_buf_printf(out, ",\"%s\":\"%s\"", jwk_members[i], text));
	}
	CHECK(ssmtp_buf_printf(out,
		xml ? "<ds:X509Certificate>\n%s</ds:X509Certificate></ds:RSAKeyValue>" : ",\"x5c\":[\"%s\"]}",
		ssmtp_buf_cstr(&certificate)));
	ssmtp_buf_free(&der);
	ssmtp_buf_free(&certificate);
}

static void test_rsa(void)
{
	char path[4096];
	ssmtp_error error;
	ssmtp_identity *alice = open_octets(SSMTP_STORE_AUTO, ssmtp_slice_str(pki_path(path, "alice.key")), "", &error);

	CHECK(alice != NULL, "%s", error.text);
	for (int i = 0; i < 6; i++) {
		static const int counts[3] = { 8, 5, 3 };
		bool xml = i % 2 == 1;
		ssmtp_buf text;
		ssmtp_identity *identity;

		rsa_text(ssmtp_identity_key(alice), xml, counts[i / 2], &text);
		identity = open_octets(xml ? SSMTP_STORE_XML_BLOB : SSMTP_STORE_JWK_BLOB, ssmtp_buf_slice(&text), "", &error);
		CHECK(identity != NULL && ssmtp_identity_has_key(identity), "%d: %s", i, error.text);
		CHECK(identity != NULL && ssmtp_identity_certificate(identity) != NULL);
		ssmtp_identity_free(&identity);
		ssmtp_buf_free(&text);
	}
	ssmtp_identity_free(&alice);
}

#define BC_JAR "/usr/share/java/bcprov.jar"

static const struct {
	const char *name;
	int type;
	const char *key_password;
	const char *options; /* of keytool */
} java_rows[] = {
	{ "JKS", SSMTP_STORE_JKS_FILE, "keypass", "" },
	{ "BCFKS", SSMTP_STORE_BCFKS_FILE, "keypass",
		"-providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath " BC_JAR },
};

static void check_java(size_t row, const char *path)
{
	ssmtp_error error = { 0 };
	ssmtp_store_request request = { .type = java_rows[row].type, .subject = SSMTP_SLICE("*"), .need_key = true };
	ssmtp_identity *identity;

	request.store = ssmtp_slice_str(path);
	request.password = SSMTP_SLICE("storepw");
	request.key_password = ssmtp_slice_str(java_rows[row].key_password);
	identity = ssmtp_identity_open(&request, &error);
	CHECK(identity != NULL, "%s: %s", java_rows[row].name, error.text);
	CHECK(identity == NULL || sk_X509_num(ssmtp_identity_chain(identity)) == 2, "%s", java_rows[row].name);
	ssmtp_identity_free(&identity);
	request.key_password = SSMTP_SLICE_EMPTY;
	CHECK(ssmtp_identity_open(&request, &error) == NULL && strstr(error.text, "wrong password") != NULL, "%s",
		error.text);
	memset(&error, 0, sizeof(error));
	request.password = SSMTP_SLICE("nothing");
	CHECK(ssmtp_identity_open(&request, &error) == NULL && strstr(error.text, "wrong password") != NULL, "%s",
		error.text);
	CHECK(ERR_peek_error() == 0);
}

/* Java's own tool writes the store; password and key password differ. */
static void test_java(void)
{
	char folder[] = "/tmp/ssmtp-test-java-XXXXXX", path[128], command[8192];

	if (system("command -v keytool > /dev/null") != 0 || access(BC_JAR, R_OK) != 0 || mkdtemp(folder) == NULL) {
		SKIP("java: needs keytool and the package libbcprov-java");
		return;
	}
	for (size_t i = 0; i < sizeof(java_rows) / sizeof(java_rows[0]); i++) {
		snprintf(path, sizeof(path), "%s/store", folder);
		snprintf(command, sizeof(command),
			"keytool -importkeystore -srckeystore %s/alice.pfx -srcstoretype PKCS12 -srcstorepass secret "
			"-deststoretype %s -destkeystore %s -deststorepass storepw -destkeypass %s -srcalias alice %s "
			"> /dev/null 2>&1",
			pki_dir(), java_rows[i].name, path, java_rows[i].key_password, java_rows[i].options);
		CHECK(system(command) == 0, "%s", command);
		check_java(i, path);
		unlink(path);
	}
	rmdir(folder);
}

/* Every allocation of ours fails once: no crash, no leak, and never an identity without its key. */
static void test_allocation(void)
{
	static const char *const texts[] = { jwk_set, ppk2_ec_aes, ssh_ed };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		ssmtp_identity *identity = NULL;

		for (unsigned long n = 1; identity == NULL && n < 2000; n++) {
			ssmtp_error error;

			ssmtp_alloc_fail_at(n);
			identity = open_octets(SSMTP_STORE_AUTO, ssmtp_slice_str(texts[i]), "secret", &error);
			CHECK(identity != NULL || ssmtp_error_is_set(&error), "text %zu, allocation %lu", i, n);
		}
		ssmtp_alloc_fail_at(0);
		CHECK(identity != NULL && ssmtp_identity_has_key(identity), "text %zu", i);
		ssmtp_identity_free(&identity);
	}
}

int main(void)
{
	test_keys();
	test_refused();
	test_argon2();
	test_rsa();
	test_java();
	test_allocation();
	return unit_summary("store_keys");
}
