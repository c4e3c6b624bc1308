/* crypto: S/MIME (structure, sizes, every chunk size, refusals, memory). */
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/pkcs7.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/base64.h"
#include "crypto/smime.h"
#include "crypto/smime_der.h"
#include "smime_fixture.h"
#include "unit.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const char fields_text[] = "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n";
static const char body_text[] = "Dear Bob,\r\n\r\nthe invoice is enclosed.\r\n";

static const ssmtp_smime_options usual = { .digest = "",
	.cipher = "",
	.scheme = "Auto",
	.key_encryption = "Auto",
	.capabilities = "",
	.detached = true,
	.include_certificate = true,
	.include_chain = true,
	.signing_time = true,
	.now = FIXTURE_NOW };

/* An entity: what sign and encrypt take and give. */
typedef struct entity {
	ssmtp_buf fields;
	ssmtp_source *body;
} entity;

static entity entity_new(const char *text, size_t len)
{
	entity made = { .body = ssmtp_source_mem_new(ssmtp_slice_of(text, len), NULL) };

	ssmtp_buf_init(&made.fields, 65536);
	ssmtp_buf_append_str(&made.fields, fields_text);
	return made;
}

static void entity_free(entity *it)
{
	ssmtp_buf_free(&it->fields);
	ssmtp_source_free(&it->body);
}

static bool read_in_chunks(ssmtp_source *source, size_t chunk, ssmtp_buf *out)
{
	uint8_t *room = malloc(chunk);
	ssmtp_error error = { 0 };
	size_t n = 1;
	bool ok = true;

	while (ok && n != 0) {
		ok = ssmtp_source_read(source, room, chunk, &n, &error) && ssmtp_buf_append(out, room, n);
	}
	CHECK(ok, "%s", error.text);
	free(room);
	return ok;
}

/* No bare CR or LF, no line above 76 octets but in the given content. */
static void check_wire(ssmtp_slice text, size_t line_max)
{
	size_t line = 0;
	bool bare = false, long_line = false;

	for (size_t i = 0; i < text.len; i++) {
		if (text.ptr[i] == '\n') {
			bare = bare || i == 0 || text.ptr[i - 1] != '\r';
			line = 0;
		} else if (text.ptr[i] == '\r') {
			bare = bare || i + 1 == text.len || text.ptr[i + 1] != '\n';
		} else {
			long_line = long_line || ++line > line_max;
		}
	}
	CHECK(!bare);
	CHECK(!long_line);
}

/* One element of DER: definite, minimal length, SET OF sorted, all the way down. */
static size_t der_strict(const uint8_t *der, size_t len)
{
	size_t header = 2, content, at = 0, previous_at = 0, previous_len = 0;

	if (len < 2 || (der[0] & 0x1f) == 0x1f || der[1] == 0x80) {
		return 0;
	}
	content = der[1];
	if (der[1] > 0x80) {
		content = 0;
		for (size_t i = 0; i < (der[1] & 0x7fU); i++) {
			content = content << 8 | der[header++];
		}
		if (content < 0x80 || der[2] == 0) {
			return 0;
		}
	}
	if (content > len - header) {
		return 0;
	}
	while ((der[0] & 0x20) != 0 && at < content) {
		size_t child = der_strict(der + header + at, content - at);

		if (child == 0) {
			return 0;
		}
		if (der[0] == 0x31 && at != 0) {
			size_t common = child < previous_len ? child : previous_len;

			if (memcmp(der + header + previous_at, der + header + at, common) > 0) {
				return 0;
			}
		}
		previous_at = at;
		previous_len = child;
		at += child;
	}
	return header + content;
}

static void check_der(ssmtp_slice der)
{
	const uint8_t *at = der.ptr;
	CMS_ContentInfo *cms = d2i_CMS_ContentInfo(NULL, &at, (long) der.len);
	uint8_t *again = NULL;
	int len = cms == NULL ? -1 : i2d_CMS_ContentInfo(cms, &again);

	CHECK(der_strict(der.ptr, der.len) == der.len);
	CHECK(len >= 0 && ssmtp_slice_equal(der, ssmtp_slice_of(again, (size_t) len)));
	OPENSSL_free(again);
	CMS_ContentInfo_free(cms);
}

/* The whole entity as text: fields, empty line, body. */
static ssmtp_buf entity_text(entity *it)
{
	ssmtp_buf out;
	uint64_t size = 0;
	size_t start;

	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_append_slice(&out, ssmtp_buf_slice(&it->fields));
	ssmtp_buf_append_str(&out, "\r\n");
	start = ssmtp_buf_len(&out);
	CHECK(ssmtp_source_size(it->body, &size));
	read_in_chunks(it->body, 16384, &out);
	CHECK(size == ssmtp_buf_len(&out) - start, "%zu read", ssmtp_buf_len(&out) - start);
	return out;
}

/* Splits at the first empty line. */
static ssmtp_slice after_fields(ssmtp_slice text)
{
	for (size_t i = 0; i + 4 <= text.len; i++) {
		if (memcmp(text.ptr + i, "\r\n\r\n", 4) == 0) {
			return ssmtp_slice_skip(text, i + 4);
		}
	}
	return SSMTP_SLICE_EMPTY;
}

static ssmtp_buf decode_body(ssmtp_slice text)
{
	ssmtp_buf der;

	ssmtp_buf_init(&der, SSMTP_BUF_MAX_DEFAULT);
	CHECK(ssmtp_base64_decode_text(&der, after_fields(text)));
	return der;
}

/* Verifies with OpenSSL's own reader and returns the signed content. */
static bool verify_text(ssmtp_slice text, ssmtp_buf *content)
{
	BIO *in = BIO_new_mem_buf(text.ptr, (int) text.len), *detached = NULL, *out = BIO_new(BIO_s_mem());
	CMS_ContentInfo *cms = SMIME_read_CMS(in, &detached);
	X509_STORE *store = X509_STORE_new();
	char *octets;
	bool ok;
	long len;

	X509_STORE_add_cert(store, fixture_root.x509);
	X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), FIXTURE_NOW);
	ok = cms != NULL && CMS_verify(cms, NULL, store, detached, out, CMS_BINARY) == 1;
	if (!ok) {
		ERR_print_errors_fp(stdout);
	}
	ssmtp_buf_clear(content);
	len = BIO_get_mem_data(out, &octets);
	ssmtp_buf_append(content, octets, (size_t) len);
	X509_STORE_free(store);
	CMS_ContentInfo_free(cms);
	BIO_free(detached);
	BIO_free(in);
	BIO_free(out);
	ERR_clear_error();
	return ok;
}

/* OpenSSL 3.0 cannot verify Ed25519 in CMS: attributes, signature and digest by hand. */
static bool verify_pure(ssmtp_slice der, ssmtp_slice content, fixture *signer)
{
	const uint8_t *at = der.ptr;
	PKCS7 *p7 = d2i_PKCS7(NULL, &at, (long) der.len);
	PKCS7_SIGNER_INFO *info = p7 == NULL ? NULL : sk_PKCS7_SIGNER_INFO_value(PKCS7_get_signer_info(p7), 0);

	if (info == NULL) {
		PKCS7_free(p7);
		return false;
	}
	ASN1_OCTET_STRING *claimed = PKCS7_digest_from_attributes(info->auth_attr);
	uint8_t *attributes = NULL, digest[EVP_MAX_MD_SIZE];
	int len = ASN1_item_i2d((ASN1_VALUE *) info->auth_attr, &attributes, ASN1_ITEM_rptr(PKCS7_ATTR_SIGN));
	EVP_MD_CTX *context = EVP_MD_CTX_new();
	unsigned digest_len;
	bool ok;

	EVP_Digest(content.ptr, content.len, digest, &digest_len, EVP_get_digestbyobj(info->digest_alg->algorithm), NULL);
	ok = EVP_DigestVerifyInit(context, NULL, NULL, NULL, signer->key) == 1 &&
		 EVP_DigestVerify(context, ASN1_STRING_get0_data(info->enc_digest),
			 (size_t) ASN1_STRING_length(info->enc_digest), attributes, (size_t) len) == 1 &&
		 claimed != NULL && ASN1_STRING_length(claimed) == (int) digest_len &&
		 memcmp(ASN1_STRING_get0_data(claimed), digest, digest_len) == 0;
	EVP_MD_CTX_free(context);
	OPENSSL_free(attributes);
	PKCS7_free(p7);
	return ok;
}

/* The DER of the signature part, or of the whole body. */
static ssmtp_buf signed_der(ssmtp_slice text, bool detached)
{
	static const char marker[] = "filename=\"smime.p7s\"\r\n\r\n";
	ssmtp_buf der;

	if (!detached) {
		return decode_body(text);
	}
	ssmtp_buf_init(&der, SSMTP_BUF_MAX_DEFAULT);
	for (size_t i = 0; i + sizeof(marker) < text.len; i++) {
		if (memcmp(text.ptr + i, marker, sizeof(marker) - 1) == 0) {
			ssmtp_slice part = ssmtp_slice_skip(text, i + sizeof(marker) - 1);

			CHECK(ssmtp_base64_decode_text(&der, ssmtp_slice_head(part, ssmtp_slice_find(part, '-'))));
			return der;
		}
	}
	CHECK(false, "no signature part");
	return der;
}

static bool text_holds(ssmtp_slice text, const char *what)
{
	size_t len = strlen(what);

	for (size_t i = 0; i + len <= text.len; i++) {
		if (memcmp(text.ptr + i, what, len) == 0) {
			return true;
		}
	}
	return false;
}

static const struct {
	const char *key;
	const char *scheme;
	const char *digest;
	const char *micalg;
	int algorithm; /* of the SignerInfo */
	bool pure;
} signers[] = {
	{ "RSA2048", "Auto", "", "sha-256", NID_rsaEncryption, false },
	{ "RSA2048", "PKCS1", "SHA1", "sha-1", NID_rsaEncryption, false },
	{ "RSA2048", "PKCS1", "sha-512", "sha-512", NID_rsaEncryption, false },
	{ "RSA2048", "PSS", "SHA384", "sha-384", NID_rsassaPss, false },
	{ "RSA2048", "pss", "", "sha-256", NID_rsassaPss, false },
	{ "PSS", "Auto", "", "sha-256", NID_rsassaPss, false },
	{ "P-256", "Auto", "", "sha-256", NID_ecdsa_with_SHA256, false },
	{ "P-256", "Auto", "2.16.840.1.101.3.4.2.3", "sha-512", NID_ecdsa_with_SHA512, false },
	{ "P-384", "Auto", "SHA256", "sha-384", NID_ecdsa_with_SHA384, false },
	{ "P-521", "Auto", "", "sha-512", NID_ecdsa_with_SHA512, false },
	{ "ED25519", "Auto", "SHA256", "sha-512", NID_ED25519, true },
};

/* What a reader finds inside: content, algorithm, certificates without the root, clean capabilities. */
static void check_signature(ssmtp_slice text, size_t row, bool detached, fixture *signer, ssmtp_slice content)
{
	ssmtp_buf der = signed_der(text, detached), read;
	const uint8_t *at = der.data;
	PKCS7 *p7 = d2i_PKCS7(NULL, &at, (long) ssmtp_buf_len(&der));
	PKCS7_SIGNER_INFO *info = p7 == NULL ? NULL : sk_PKCS7_SIGNER_INFO_value(PKCS7_get_signer_info(p7), 0);

	CHECK(info != NULL && OBJ_obj2nid(info->digest_enc_alg->algorithm) == signers[row].algorithm);
	CHECK(info != NULL && PKCS7_get_signed_attribute(info, NID_pkcs9_signingTime) != NULL);
	CHECK(info != NULL && PKCS7_get_signed_attribute(info, NID_SMIMECapabilities) != NULL);
	CHECK(p7 != NULL && sk_X509_num(p7->d.sign->cert) == 2);
	PKCS7_free(p7);
	check_der(ssmtp_buf_slice(&der));
	CHECK(!signers[row].pure || verify_pure(ssmtp_buf_slice(&der), content, signer));
	ssmtp_buf_init(&read, SSMTP_BUF_MAX_DEFAULT);
	if (!signers[row].pure) {
		CHECK(verify_text(text, &read));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&read), content));
	}
	ssmtp_buf_free(&read);
	ssmtp_buf_free(&der);
}

static void test_sign_row(size_t row, bool detached)
{
	fixture signer = fixture_make("Alice", (fixture_leaf){ .key = signers[row].key, .usage = "digitalSignature" });
	ssmtp_identity *identity = fixture_identity(signer.key, signer.x509);
	entity it = entity_new(body_text, sizeof(body_text) - 1);
	ssmtp_smime_options options = usual;
	ssmtp_error error = { 0 };
	ssmtp_buf content, text;
	char micalg[40];

	ssmtp_buf_init(&content, 65536);
	ssmtp_buf_printf(&content, "%s\r\n%s", fields_text, body_text);
	options.scheme = signers[row].scheme;
	options.digest = signers[row].digest;
	options.detached = detached;
	CHECK(ssmtp_smime_sign(&it.body, &it.fields, identity, &options, &error), "row %zu: %s", row, error.text);
	ssmtp_identity_free(&identity);
	text = entity_text(&it);
	check_wire(ssmtp_buf_slice(&text), 76);
	snprintf(micalg, sizeof(micalg), "micalg=%s;", signers[row].micalg);
	CHECK(text_holds(ssmtp_buf_slice(&text), detached ? micalg : "smime-type=signed-data;"), "row %zu", row);
	check_signature(ssmtp_buf_slice(&text), row, detached, &signer, ssmtp_buf_slice(&content));
	ssmtp_buf_free(&content);
	ssmtp_buf_free(&text);
	entity_free(&it);
	fixture_free(&signer);
}

static void test_sign(void)
{
	for (size_t row = 0; row < COUNT(signers); row++) {
		test_sign_row(row, true);
		test_sign_row(row, false);
	}
}

static const struct {
	int64_t now;
	const char *time;         /* NULL: refused */
	const char *capabilities; /* another choice, another template */
} moments[] = {
	{ 1767225600, "260101000000Z", "" },
	{ 1767225601, "260101000001Z", "" },
	{ 1582934399, "200228235959Z", "AES256" },
	{ 1582934400, "200229000000Z", "AES256" },
	{ 2524607999, "491231235959Z", "" },
	{ 2524608000, "20500101000000Z", "" },
	{ 2524694399, "20500101235959Z", "" },
	{ 1577836800, "200101000000Z", "" },
	{ 1577836799, NULL, "" },
	{ 2840140799, "20591231235959Z", "" },
	{ 2840140800, NULL, "" },
	{ 1767225600, "260101000000Z", "AES128" },
	{ 1767225600, "260101000000Z", "AES192" },
	{ 1767225600, "260101000000Z", "AES128,AES192" },
	{ 1767225600, "260101000000Z", "AES192,AES128" },
	{ 1767225600, "260101000000Z", "AES256,AES128" },
	{ 1767225600, "260101000000Z", "AES256,AES192" },
	{ 1767225600, "260101000000Z", "AES256,AES192,AES128" },
	{ 1767225600, "260101000000Z", "AES256,AES128,AES192" },
	{ 1767225600, "260101000000Z", "AES256,AES128,AES192" },
	{ 1767225600, "260101000000Z", "" },
};

static void check_moment(entity *it, size_t row)
{
	ssmtp_buf text = entity_text(it);
	ssmtp_buf der = signed_der(ssmtp_buf_slice(&text), true), read;
	const uint8_t *at = der.data;
	PKCS7 *p7 = d2i_PKCS7(NULL, &at, (long) ssmtp_buf_len(&der));
	PKCS7_SIGNER_INFO *info = p7 == NULL ? NULL : sk_PKCS7_SIGNER_INFO_value(PKCS7_get_signer_info(p7), 0);
	ASN1_TYPE *time = info == NULL ? NULL : PKCS7_get_signed_attribute(info, NID_pkcs9_signingTime);

	CHECK(time != NULL && strcmp((const char *) ASN1_STRING_get0_data(time->value.asn1_string), moments[row].time) == 0,
		"row %zu", row);
	check_der(ssmtp_buf_slice(&der));
	ssmtp_buf_init(&read, SSMTP_BUF_MAX_DEFAULT);
	CHECK(verify_text(ssmtp_buf_slice(&text), &read), "row %zu", row);
	PKCS7_free(p7);
	ssmtp_buf_free(&read);
	ssmtp_buf_free(&der);
	ssmtp_buf_free(&text);
}

/* One identity at many moments, also outside its certificate's, with more choices than it keeps templates. */
static void test_moments(const char *key)
{
	fixture signer = fixture_make("Alice", (fixture_leaf){ .key = key });
	ssmtp_identity *identity = fixture_identity(signer.key, signer.x509);

	for (size_t row = 0; row < COUNT(moments); row++) {
		entity it = { 0 };
		ssmtp_smime_options options = usual;
		ssmtp_error error = { 0 };
		bool done;

		options.now = (time_t) moments[row].now;
		if (options.now != moments[row].now) {
			SKIP("%s, row %zu: beyond a time_t of 32 bits", key, row);
			continue;
		}
		it = entity_new(body_text, sizeof(body_text) - 1);
		options.capabilities = moments[row].capabilities;
		done = ssmtp_smime_sign(&it.body, &it.fields, identity, &options, &error);
		CHECK(done == (moments[row].time != NULL), "row %zu: %s", row, error.text);
		if (done) {
			check_moment(&it, row);
		} else {
			CHECK(error.code == SSMTP_E_WRONG_CERT, "row %zu: %s", row, error.text);
		}
		entity_free(&it);
	}
	ssmtp_identity_free(&identity);
	fixture_free(&signer);
}

static const struct {
	const char *keys[3];
	const char *cipher;
	const char *key_encryption;
	const char *smime_type;
	bool cms; /* more than PKCS #7 1.5 */
} envelopes[] = {
	{ { "RSA2048" }, "", "Auto", "enveloped-data", false },
	{ { "RSA2048", "RSA3072" }, "AESCBC192", "PKCS1", "enveloped-data", false },
	{ { "RSA2048" }, "aes-128-cbc", "", "enveloped-data", false },
	{ { "RSA2048" }, "3DES", "Auto", "enveloped-data", false },
	{ { "RSA2048" }, "1.2.840.113549.3.7", "Auto", "enveloped-data", false },
	{ { "RSA2048" }, "AESCBC256", "OAEP", "enveloped-data", false },
	{ { "RSA2048" }, "AESGCM256", "Auto", "authEnveloped-data", true },
	{ { "RSA2048", "P-256" }, "AESGCM128", "OAEP", "authEnveloped-data", true },
	{ { "P-256" }, "AESCBC256", "Auto", "enveloped-data", true },
	{ { "P-384", "P-521", "RSA2048" }, "AESCBC128", "Auto", "enveloped-data", true },
	{ { "P-521" }, "AESGCM192", "Auto", "authEnveloped-data", true },
};

static size_t recipient_infos(ssmtp_slice der)
{
	const uint8_t *at = der.ptr;
	CMS_ContentInfo *cms = d2i_CMS_ContentInfo(NULL, &at, (long) der.len);
	int count = cms == NULL ? 0 : sk_CMS_RecipientInfo_num(CMS_get0_RecipientInfos(cms));

	CMS_ContentInfo_free(cms);
	return (size_t) count;
}

static bool decrypt_der(ssmtp_slice der, fixture *recipient, ssmtp_buf *content)
{
	const uint8_t *at = der.ptr;
	CMS_ContentInfo *cms = d2i_CMS_ContentInfo(NULL, &at, (long) der.len);
	BIO *out = BIO_new(BIO_s_mem());
	bool ok = cms != NULL && CMS_decrypt(cms, recipient->key, recipient->x509, NULL, out, CMS_BINARY) == 1;
	char *octets;
	long len = BIO_get_mem_data(out, &octets);

	ssmtp_buf_clear(content);
	ssmtp_buf_append(content, octets, (size_t) len);
	CMS_ContentInfo_free(cms);
	BIO_free(out);
	ERR_clear_error();
	return ok;
}

static void check_envelope(ssmtp_slice text, fixture *recipients, size_t count, ssmtp_slice content)
{
	ssmtp_buf der = decode_body(text), read;

	ssmtp_buf_init(&read, SSMTP_BUF_MAX_DEFAULT);
	check_wire(text, 76);
	check_der(ssmtp_buf_slice(&der));
	CHECK(recipient_infos(ssmtp_buf_slice(&der)) == count);
	for (size_t i = 0; i < count; i++) {
		CHECK(decrypt_der(ssmtp_buf_slice(&der), &recipients[i], &read));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&read), content));
	}
	/* One octet of the ciphertext's end changed: never the same content again. */
	der.data[der.end - 20] ^= 1;
	CHECK(!decrypt_der(ssmtp_buf_slice(&der), &recipients[0], &read) ||
		  !ssmtp_slice_equal(ssmtp_buf_slice(&read), content));
	ssmtp_buf_free(&read);
	ssmtp_buf_free(&der);
}

/* len: the length of the body, to meet every padding. */
static void test_envelope(size_t row, size_t len)
{
	static const char filler[] = "0123456789012345678901234567890123456789";
	fixture recipients[3];
	ssmtp_certificate *certificates[3];
	ssmtp_recipient_certs list = { certificates, 0 };
	ssmtp_smime_options options = usual;
	entity it = entity_new(filler, len);
	ssmtp_error error = { 0 };
	ssmtp_buf content, text;

	for (; list.count < 3 && envelopes[row].keys[list.count] != NULL; list.count++) {
		recipients[list.count] = fixture_make("Bob", (fixture_leaf){ .key = envelopes[row].keys[list.count] });
		certificates[list.count] = fixture_recipient(recipients[list.count].x509);
	}
	ssmtp_buf_init(&content, 65536);
	ssmtp_buf_printf(&content, "%s\r\n%.*s", fields_text, (int) len, filler);
	options.cipher = envelopes[row].cipher;
	options.key_encryption = envelopes[row].key_encryption;
	CHECK(ssmtp_smime_encrypt(&it.body, &it.fields, &list, &options, &error), "row %zu: %s", row, error.text);
	text = entity_text(&it);
	CHECK(text_holds(ssmtp_buf_slice(&text), envelopes[row].smime_type), "row %zu", row);
	CHECK(!text_holds(ssmtp_buf_slice(&text), "x-pkcs7"), "row %zu", row);
	check_envelope(ssmtp_buf_slice(&text), recipients, list.count, ssmtp_buf_slice(&content));
	while (list.count-- > 0) {
		ssmtp_certificate_free(&certificates[list.count]);
		fixture_free(&recipients[list.count]);
	}
	ssmtp_buf_free(&content);
	ssmtp_buf_free(&text);
	entity_free(&it);
}

static void test_encrypt(void)
{
	for (size_t row = 0; row < COUNT(envelopes); row++) {
		test_envelope(row, row);
	}
	for (size_t len = 0; len < 17; len++) {
		test_envelope(8, len);
	}
}

/* Signer and recipient that most tests share. */
static fixture alice, bob;
static ssmtp_identity *alice_identity;
static ssmtp_certificate *bob_certificate;
static ssmtp_recipient_certs bob_only = { &bob_certificate, 1 };

static void people_begin(void)
{
	alice = fixture_make("Alice", (fixture_leaf){ .key = "RSA2048", .extended_usage = "emailProtection" });
	bob = fixture_make("Bob", (fixture_leaf){ .key = "RSA2048", .usage = "keyEncipherment" });
	alice_identity = fixture_identity(alice.key, alice.x509);
	bob_certificate = fixture_recipient(bob.x509);
}

static void people_end(void)
{
	ssmtp_identity_free(&alice_identity);
	ssmtp_certificate_free(&bob_certificate);
	fixture_free(&alice);
	fixture_free(&bob);
}

/* 's' signs detached, 'o' opaque, 'e' encrypts; 'c' compresses; each result is the next one's content. */
static const char *const orders[] = { "se", "oe", "es", "ss", "so", "os", "ee", "ses", "seo" };

static void apply(entity *it, const char *order)
{
	for (; *order != '\0'; order++) {
		ssmtp_smime_options options = usual;
		ssmtp_error error = { 0 };

		options.detached = *order == 's';
		if (*order == 'c') {
			CHECK(ssmtp_smime_compress(&it->body, &it->fields, &error), "%s", error.text);
			continue;
		}
		CHECK(*order == 'e' ? ssmtp_smime_encrypt(&it->body, &it->fields, &bob_only, &options, &error)
							: ssmtp_smime_sign(&it->body, &it->fields, alice_identity, &options, &error),
			"%s", error.text);
	}
}

static void test_order(const char *order)
{
	entity it = entity_new(body_text, sizeof(body_text) - 1);
	ssmtp_buf text, inner;

	apply(&it, order);
	text = entity_text(&it);
	check_wire(ssmtp_buf_slice(&text), 76);
	ssmtp_buf_init(&inner, SSMTP_BUF_MAX_DEFAULT);
	for (size_t i = strlen(order); i-- > 0;) {
		if (order[i] == 'e') {
			ssmtp_buf der = decode_body(ssmtp_buf_slice(&text));

			CHECK(decrypt_der(ssmtp_buf_slice(&der), &bob, &inner), "%s", order);
			ssmtp_buf_free(&der);
		} else {
			CHECK(verify_text(ssmtp_buf_slice(&text), &inner), "%s", order);
		}
		ssmtp_buf_clear(&text);
		ssmtp_buf_append_slice(&text, ssmtp_buf_slice(&inner));
	}
	CHECK(ssmtp_slice_equal(after_fields(ssmtp_buf_slice(&text)), SSMTP_SLICE(body_text)), "%s", order);
	ssmtp_buf_free(&inner);
	ssmtp_buf_free(&text);
	entity_free(&it);
}

/* Whatever the reader's room, and after a rewind in the middle, the octets are the same; an envelope is as long, but
 * has a key of its own every time. */
static void test_chunks(const char *order)
{
	static const size_t chunks[] = { 1, 2, 3, 16, 57, 76, 78, 255, 256, 320, 1000, 16384, 65536 };
	char *long_text = malloc(40000);
	uint8_t first[100];
	ssmtp_buf whole, again;
	ssmtp_error error = { 0 };
	uint64_t size;
	entity it;
	size_t n;

	for (size_t i = 0; i < 40000; i++) {
		long_text[i] = i % 64 == 62 ? '\r' : i % 64 == 63 ? '\n' : (char) ('!' + i % 90);
	}
	it = entity_new(long_text, 40000);
	apply(&it, order);
	ssmtp_buf_init(&whole, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&again, SSMTP_BUF_MAX_DEFAULT);
	read_in_chunks(it.body, 4096, &whole);
	for (size_t i = 0; i < COUNT(chunks); i++) {
		CHECK(ssmtp_source_rewind(it.body, &error), "%s", error.text);
		CHECK(ssmtp_source_read(it.body, first, sizeof(first), &n, &error) && n > 0);
		CHECK(ssmtp_source_rewind(it.body, &error), "%s", error.text);
		ssmtp_buf_clear(&again);
		read_in_chunks(it.body, chunks[i], &again);
		CHECK(ssmtp_buf_len(&whole) == ssmtp_buf_len(&again), "%s %zu", order, chunks[i]);
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&whole), ssmtp_buf_slice(&again)) == (strchr(order, 'e') == NULL),
			"%s %zu", order, chunks[i]);
	}
	CHECK(ssmtp_source_size(it.body, &size) && size == ssmtp_buf_len(&whole));
	ssmtp_buf_free(&whole);
	ssmtp_buf_free(&again);
	entity_free(&it);
	free(long_text);
}

static const struct {
	fixture_leaf leaf;
	int code;
	const char *says;
} bad_signers[] = {
	{ { .key = "RSA2048", .usage = "keyEncipherment" }, SSMTP_E_WRONG_CERT, "without digitalSignature" },
	{ { .key = "RSA2048", .extended_usage = "clientAuth" }, SSMTP_E_WRONG_CERT, "without emailProtection" },
	{ { .key = "RSA2048", .not_after = FIXTURE_NOW - 1 }, SSMTP_E_WRONG_CERT, "expired at 2025-12-31 23:59:59 UTC" },
	{ { .key = "RSA2048", .not_before = FIXTURE_NOW + 1 }, SSMTP_E_WRONG_CERT, "not valid before 2026-01-01 00:00:01" },
	{ { .key = "RSA1024" }, SSMTP_E_KEY_SIZE, "RSA 1024 bits" },
	{ { .key = "X25519" }, SSMTP_E_KEY_SIZE, "X25519" },
	{ { .key = "ED448" }, SSMTP_E_KEY_SIZE, "ED448" },
	{ { .key = "P-224" }, SSMTP_E_KEY_SIZE, "secp224r1" },
}, bad_recipients[] = {
	{ { .key = "RSA2048", .usage = "digitalSignature" }, SSMTP_E_WRONG_CERT, "without keyEncipherment" },
	{ { .key = "P-256", .usage = "keyEncipherment" }, SSMTP_E_WRONG_CERT, "without keyAgreement" },
	{ { .key = "RSA2048", .extended_usage = "serverAuth" }, SSMTP_E_WRONG_CERT, "without emailProtection" },
	{ { .key = "RSA2048", .not_after = FIXTURE_NOW - 1 }, SSMTP_E_WRONG_CERT, "expired at" },
	{ { .key = "RSA2048", .not_before = FIXTURE_NOW + 1 }, SSMTP_E_WRONG_CERT, "not valid before" },
	{ { .key = "RSA1024" }, SSMTP_E_KEY_SIZE, "2048 bits are the least" },
	{ { .key = "X25519" }, SSMTP_E_KEY_SIZE, "X25519" },
	{ { .key = "ED25519" }, SSMTP_E_KEY_SIZE, "ED25519" },
	{ { .key = "PSS" }, SSMTP_E_KEY_SIZE, "RSA-PSS" },
	{ { .key = "P-224" }, SSMTP_E_KEY_SIZE, "secp224r1" },
};

/* A refusal names the subject and leaves the entity alone. */
static void check_refused(bool done, entity *it, int code, const char *says, const ssmtp_error *error)
{
	ssmtp_buf text;

	CHECK(
		!done && error->code == code && strstr(error->text, says) != NULL, "%s: %d %s", says, error->code, error->text);
	text = entity_text(it);
	CHECK(text_holds(ssmtp_buf_slice(&text), fields_text) && text_holds(ssmtp_buf_slice(&text), body_text));
	CHECK(ssmtp_buf_len(&text) == sizeof(fields_text) + sizeof(body_text));
	ssmtp_buf_free(&text);
	entity_free(it);
}

static void test_bad_signers(void)
{
	for (size_t i = 0; i < COUNT(bad_signers); i++) {
		fixture signer = fixture_make("Mallory", bad_signers[i].leaf);
		ssmtp_identity *identity = fixture_identity(signer.key, signer.x509);
		entity it = entity_new(body_text, sizeof(body_text) - 1);
		ssmtp_error error = { 0 };
		bool done = ssmtp_smime_sign(&it.body, &it.fields, identity, &usual, &error);

		CHECK(strstr(error.text, "CN=Mallory") != NULL, "%s", error.text);
		check_refused(done, &it, bad_signers[i].code, bad_signers[i].says, &error);
		ssmtp_identity_free(&identity);
		fixture_free(&signer);
	}
}

static void test_bad_recipients(void)
{
	for (size_t i = 0; i < COUNT(bad_recipients); i++) {
		fixture recipient = fixture_make("Mallory", bad_recipients[i].leaf);
		ssmtp_certificate *both[] = { bob_certificate, fixture_recipient(recipient.x509) };
		ssmtp_recipient_certs list = { both, 2 };
		entity it = entity_new(body_text, sizeof(body_text) - 1);
		ssmtp_error error = { 0 };
		bool done = ssmtp_smime_encrypt(&it.body, &it.fields, &list, &usual, &error);

		CHECK(strstr(error.text, "CN=Mallory") != NULL, "%s", error.text);
		check_refused(done, &it, bad_recipients[i].code, bad_recipients[i].says, &error);
		ssmtp_certificate_free(&both[1]);
		fixture_free(&recipient);
	}
}

static const struct {
	char order;
	ssmtp_smime_options options;
	const char *says;
} bad_options[] = {
	{ 's', { .digest = "SHA3", .scheme = "Auto" }, "\"SHA3\" is unknown" },
	{ 's', { .digest = "md5", .scheme = "Auto" }, "MD5 is broken" },
	{ 's', { .scheme = "RSA" }, "SignatureScheme \"RSA\"" },
	{ 's', { .capabilities = "AESCBC256, RC2" }, "RC2" },
	{ 's', { .capabilities = "ROT13" }, "ROT13" },
	{ 'e', { .cipher = "Blowfish" }, "\"Blowfish\" is unknown" },
	{ 'e', { .cipher = "RC2" }, "RC2CBC128 is broken" },
	{ 'e', { .cipher = "1.3.14.3.2.7" }, "DES is broken" },
	{ 'e', { .key_encryption = "ECDH" }, "KeyEncryptionAlgorithm \"ECDH\"" },
};

static void test_bad_options(void)
{
	for (size_t i = 0; i < COUNT(bad_options); i++) {
		entity it = entity_new(body_text, sizeof(body_text) - 1);
		ssmtp_error error = { 0 };
		bool done = bad_options[i].order == 'e'
						? ssmtp_smime_encrypt(&it.body, &it.fields, &bob_only, &bad_options[i].options, &error)
						: ssmtp_smime_sign(&it.body, &it.fields, alice_identity, &bad_options[i].options, &error);

		check_refused(done, &it, SSMTP_E_ALGORITHM, bad_options[i].says, &error);
	}
}

static void test_nobody(void)
{
	ssmtp_recipient_certs none = { NULL, 0 };
	entity it = entity_new(body_text, sizeof(body_text) - 1);
	ssmtp_error error = { 0 };
	ssmtp_identity *keyless = fixture_identity(NULL, alice.x509);
	bool done = ssmtp_smime_encrypt(&it.body, &it.fields, &none, &usual, &error);

	check_refused(done, &it, SSMTP_E_NO_RECIPIENT_CERT, "AddRecipientCert", &error);
	ssmtp_error_clear(&error);
	it = entity_new(body_text, sizeof(body_text) - 1);
	done = ssmtp_smime_sign(&it.body, &it.fields, NULL, &usual, &error);
	check_refused(done, &it, SSMTP_E_NO_SIGNING_CERT, "CertStore", &error);
	ssmtp_error_clear(&error);
	it = entity_new(body_text, sizeof(body_text) - 1);
	done = ssmtp_smime_sign(&it.body, &it.fields, keyless, &usual, &error);
	check_refused(done, &it, SSMTP_E_CREDENTIALS, "private key is missing", &error);
	ssmtp_identity_free(&keyless);
}

static void test_names(void)
{
	ssmtp_error error = { 0 };

	CHECK(ssmtp_smime_cipher_known(SSMTP_SLICE("aescbc256"), &error));
	CHECK(ssmtp_smime_cipher_known(SSMTP_SLICE("RC2CBC40"), &error));
	CHECK(ssmtp_smime_cipher_known(SSMTP_SLICE(""), &error));
	CHECK(ssmtp_smime_digest_known(SSMTP_SLICE("SHA-224"), &error));
	CHECK(ssmtp_smime_digest_known(SSMTP_SLICE("MD5"), &error));
	CHECK(!ssmtp_smime_digest_known(SSMTP_SLICE("SHA2560"), &error) && error.code == SSMTP_E_ALGORITHM);
	ssmtp_error_clear(&error);
	CHECK(!ssmtp_smime_cipher_known(SSMTP_SLICE("AES25"), &error) && error.code == SSMTP_E_ALGORITHM);
}

/* The host program's own errors stay in OpenSSL's queue, ours never show there. */
static void test_error_queue(void)
{
	entity it = entity_new(body_text, sizeof(body_text) - 1);
	ssmtp_error error = { 0 };
	ssmtp_buf text;

	ERR_clear_error();
	ERR_raise(ERR_LIB_USER, ERR_R_INTERNAL_ERROR);
	apply(&it, "se");
	text = entity_text(&it);
	CHECK(!ssmtp_smime_sign(&it.body, &it.fields, NULL, &usual, &error));
	CHECK(ERR_GET_LIB(ERR_peek_last_error()) == ERR_LIB_USER);
	CHECK(ERR_GET_LIB(ERR_get_error()) == ERR_LIB_USER && ERR_peek_error() == 0);
	ssmtp_buf_free(&text);
	entity_free(&it);
}

/* Octets made while they are read: any size, and not twice when told so. */
typedef struct generated {
	ssmtp_source source;
	uint64_t size, at;
	uint8_t other; /* added to each octet from the second pass on */
	bool passed, sized;
} generated;

static bool generated_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	generated *self = (generated *) source;

	(void) error;
	*n = self->size - self->at < room ? (size_t) (self->size - self->at) : room;
	memset(dst, 'x' + (self->passed ? self->other : 0), *n);
	self->at += *n;
	return true;
}

static bool generated_rewind(ssmtp_source *source, ssmtp_error *error)
{
	generated *self = (generated *) source;

	(void) error;
	self->passed = true;
	self->at = 0;
	return true;
}

static bool generated_size(ssmtp_source *source, uint64_t *size_octets)
{
	*size_octets = ((generated *) source)->size;
	return ((generated *) source)->sized;
}

static void generated_free(ssmtp_source *source)
{
	free(source);
}

static const ssmtp_source_vtable generated_vtable = { .name = "generated",
	.read = generated_read,
	.rewind = generated_rewind,
	.size = generated_size,
	.free = generated_free };
static const ssmtp_source_vtable once_vtable = { .name = "once", .read = generated_read, .free = generated_free };

static entity entity_generated(const ssmtp_source_vtable *vtable, uint64_t size, uint8_t other, bool sized)
{
	generated *body = calloc(1, sizeof(*body));
	entity made = { .body = &body->source };

	body->source.vtable = vtable;
	body->size = size;
	body->other = other;
	body->sized = sized;
	ssmtp_buf_init(&made.fields, 65536);
	ssmtp_buf_append_str(&made.fields, fields_text);
	return made;
}

static void test_once(void)
{
	entity it = entity_generated(&once_vtable, 1000000, 0, false);
	ssmtp_buf text, inner, der;

	apply(&it, "se");
	text = entity_text(&it);
	der = decode_body(ssmtp_buf_slice(&text));
	ssmtp_buf_init(&inner, SSMTP_BUF_MAX_DEFAULT);
	CHECK(decrypt_der(ssmtp_buf_slice(&der), &bob, &inner));
	ssmtp_buf_clear(&text);
	CHECK(verify_text(ssmtp_buf_slice(&inner), &text));
	CHECK(ssmtp_buf_len(&text) == 1000000 + sizeof(fields_text) + 1);
	ssmtp_buf_free(&der);
	ssmtp_buf_free(&inner);
	ssmtp_buf_free(&text);
	entity_free(&it);
}

/* A file that somebody writes to between two passes is never sent under a signature that does not fit. */
static void test_changed(void)
{
	ssmtp_smime_options options = usual;
	fixture signer = fixture_make("Alice", (fixture_leaf){ .key = "P-256" });
	ssmtp_identity *identity = fixture_identity(signer.key, signer.x509);
	entity it = entity_generated(&generated_vtable, 5000, 1, true);
	ssmtp_error error = { 0 };
	ssmtp_buf out;

	options.detached = false; /* two passes: the lengths stand before the content */
	CHECK(ssmtp_smime_sign(&it.body, &it.fields, identity, &options, &error), "%s", error.text);
	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	CHECK(!ssmtp_source_read_all(it.body, &out, &error) && error.code == SSMTP_E_STREAM, "%s", error.text);
	ssmtp_buf_free(&out);
	entity_free(&it);
	ssmtp_identity_free(&identity);
	fixture_free(&signer);
}

static void read_pass(entity *it, ssmtp_buf *text, ssmtp_buf *inner)
{
	ssmtp_error error = { 0 };
	ssmtp_buf der;

	ssmtp_buf_init(text, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(inner, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_append_str(text, "\r\n\r\n");
	CHECK(ssmtp_source_rewind(it->body, &error) && ssmtp_source_read_all(it->body, text, &error), "%s", error.text);
	der = decode_body(ssmtp_buf_slice(text));
	CHECK(decrypt_der(ssmtp_buf_slice(&der), &bob, inner));
	ssmtp_buf_free(&der);
}

/* Two contents never stand under one key and IV: each pass, that of a retry too, is an envelope of its own that
 * opens to what was read in it. */
static void test_passes(const char *cipher, uint8_t changes)
{
	ssmtp_smime_options options = usual;
	ssmtp_recipient_certs recipients = { &bob_certificate, 1 };
	entity it = entity_generated(&generated_vtable, 5000, changes, true);
	ssmtp_error error = { 0 };
	ssmtp_buf text[2], inner[2];

	options.cipher = cipher;
	CHECK(ssmtp_smime_encrypt(&it.body, &it.fields, &recipients, &options, &error), "%s", error.text);
	for (int i = 0; i < 2; i++) {
		read_pass(&it, &text[i], &inner[i]);
	}
	CHECK(ssmtp_buf_len(&text[0]) == ssmtp_buf_len(&text[1]));
	/* The first half holds the structure and the first blocks, which are the same content. */
	CHECK(memcmp(ssmtp_buf_slice(&text[0]).ptr, ssmtp_buf_slice(&text[1]).ptr, ssmtp_buf_len(&text[0]) / 2) != 0);
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&inner[0]), ssmtp_buf_slice(&inner[1])) == (changes == 0), "%s", cipher);
	for (int i = 0; i < 2; i++) {
		ssmtp_buf_free(&text[i]);
		ssmtp_buf_free(&inner[i]);
	}
	entity_free(&it);
}

/* A signature over an envelope, which is another one at each pass, fits every pass of the signed message. */
static void test_signed_envelope(bool detached)
{
	ssmtp_smime_options options = usual;
	ssmtp_recipient_certs recipients = { &bob_certificate, 1 };
	fixture person = fixture_make("Signer", (fixture_leaf){ .key = "P-256" });
	ssmtp_identity *identity = fixture_identity(person.key, person.x509);
	entity it = entity_generated(&generated_vtable, 5000, 0, true);
	ssmtp_error error = { 0 };
	ssmtp_buf text;

	options.detached = detached;
	CHECK(ssmtp_smime_encrypt(&it.body, &it.fields, &recipients, &options, &error), "%s", error.text);
	CHECK(ssmtp_source_again(it.body) == SSMTP_AGAIN_ANEW);
	for (int layer = 0; layer < 2; layer++) {
		CHECK(ssmtp_smime_sign(&it.body, &it.fields, identity, &options, &error), "%s", error.text);
		CHECK(ssmtp_source_again(it.body) == SSMTP_AGAIN_SAME);
	}
	for (int pass = 0; pass < 2; pass++) {
		ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
		CHECK(ssmtp_source_rewind(it.body, &error) && ssmtp_source_read_all(it.body, &text, &error), "%s", error.text);
		ssmtp_buf_free(&text);
	}
	entity_free(&it);
	ssmtp_identity_free(&identity);
	fixture_free(&person);
}

#if defined(__SANITIZE_ADDRESS__)
#define LARGE_OCTETS ((uint64_t) 4 << 20)
#define GROWTH_MAX_KIB (1 << 20)
#else
#define LARGE_OCTETS ((uint64_t) 100 << 20)
#define GROWTH_MAX_KIB 8192
#endif

static long resident_kib(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return usage.ru_maxrss;
}

static void test_large(void)
{
	entity it = entity_generated(&generated_vtable, LARGE_OCTETS, 0, false);
	static uint8_t room[65536];
	ssmtp_error error = { 0 };
	uint64_t size = 0, total = 0;
	long before;
	size_t n = 1;

	apply(&it, "se");
	before = resident_kib();
	CHECK(ssmtp_source_size(it.body, &size));
	while (n != 0 && ssmtp_source_read(it.body, room, sizeof(room), &n, &error)) {
		total += n;
	}
	CHECK(!ssmtp_error_is_set(&error) && total == size && total > LARGE_OCTETS * 4 / 3, "%s", error.text);
	CHECK(resident_kib() - before <= GROWTH_MAX_KIB, "%ld KiB", resident_kib() - before);
	entity_free(&it);
}

#ifdef HAVE_ZLIB
#include <zlib.h>

/* The content of compressed-data; the path is that of RFC 3274. */
static void decompress(ssmtp_slice der, ssmtp_buf *out)
{
	ssmtp_slice octets;
	uLongf room = 1 << 20;
	uint8_t *plain = malloc(room);

	CHECK(der_strict(der.ptr, der.len) == der.len);
	CHECK(ssmtp_der_find(der, (ssmtp_der_path){ 5, { 1, 0, 2, 1, 0 } }, &octets));
	octets = ssmtp_slice_skip(octets, octets.ptr[1] < 0x80 ? 2 : 2 + (octets.ptr[1] & 0x7fU));
	CHECK(uncompress(plain, &room, octets.ptr, octets.len) == Z_OK);
	ssmtp_buf_append(out, plain, room);
	free(plain);
}

/* Compressed, then signed and encrypted: what is inside is the first content. */
static void test_compress(size_t octets, const char *order)
{
	char *body = malloc(octets + 1);
	entity it;
	ssmtp_error error = { 0 };
	ssmtp_buf text, inner;

	for (size_t i = 0; i < octets; i++) {
		body[i] = (char) (octets % 2 == 0 ? '!' + i % 90 : '!' + (i * 2654435761U >> 13) % 90);
	}
	it = entity_new(body, octets);
	CHECK(ssmtp_smime_compress(&it.body, &it.fields, &error), "%s", error.text);
	CHECK(text_holds(ssmtp_buf_slice(&it.fields), "application/pkcs7-mime; smime-type=compressed-data;"));
	apply(&it, order);
	text = entity_text(&it);
	ssmtp_buf_init(&inner, SSMTP_BUF_MAX_DEFAULT);
	if (*order == 's') {
		CHECK(verify_text(ssmtp_buf_slice(&text), &inner));
		ssmtp_buf_clear(&text);
		ssmtp_buf_append_slice(&text, ssmtp_buf_slice(&inner));
		ssmtp_buf_clear(&inner);
	}
	if (*order != 'o') {
		ssmtp_buf der = decode_body(ssmtp_buf_slice(&text));

		check_wire(ssmtp_buf_slice(&text), 76);
		decompress(ssmtp_buf_slice(&der), &inner);
		CHECK(ssmtp_slice_equal(after_fields(ssmtp_buf_slice(&inner)), ssmtp_slice_of(body, octets)), "%zu", octets);
		ssmtp_buf_free(&der);
	}
	ssmtp_buf_free(&inner);
	ssmtp_buf_free(&text);
	entity_free(&it);
	free(body);
}

static void test_compressed(void)
{
	static const size_t sizes[] = { 0, 1, 2, 100, 16384, 16385, 70000, 500001 };

	for (size_t i = 0; i < COUNT(sizes); i++) {
		test_compress(sizes[i], "");
		test_compress(sizes[i], "s");
		/* An opaque ECDSA or RSA signature reads it twice and compares. */
		test_compress(sizes[i], "o");
	}
}
#else
static void test_compressed(void)
{
	entity it = entity_new(body_text, sizeof(body_text) - 1);
	ssmtp_error error = { 0 };

	CHECK(!ssmtp_smime_compress(&it.body, &it.fields, &error) && strstr(error.text, "zlib") != NULL);
	entity_free(&it);
}
#endif

static void test_certs_only(void)
{
	ssmtp_certificate *items[] = { (ssmtp_certificate *) fixture_intermediate.x509, (ssmtp_certificate *) alice.x509,
		(ssmtp_certificate *) bob.x509 };
	ssmtp_recipient_certs list = { items, COUNT(items) }, none = { NULL, 0 };
	ssmtp_error error = { 0 };
	entity it = { 0 };
	ssmtp_buf text, der;

	ssmtp_buf_init(&it.fields, 4096);
	CHECK(ssmtp_smime_certs_only(&none, &it.fields, &error) == NULL && error.code == SSMTP_E_CERT_NOT_FOUND);
	CHECK(ssmtp_buf_len(&it.fields) == 0);
	ssmtp_error_clear(&error);
	it.body = ssmtp_smime_certs_only(&list, &it.fields, &error);
	CHECK(it.body != NULL, "%s", error.text);
	text = entity_text(&it);
	check_wire(ssmtp_buf_slice(&text), 76);
	CHECK(text_holds(ssmtp_buf_slice(&text), "smime-type=certs-only;"));
	CHECK(text_holds(ssmtp_buf_slice(&text), "filename=\"smime.p7c\""));
	der = decode_body(ssmtp_buf_slice(&text));
	check_der(ssmtp_buf_slice(&der));
	{
		const uint8_t *at = der.data;
		PKCS7 *p7 = d2i_PKCS7(NULL, &at, (long) ssmtp_buf_len(&der));

		CHECK(p7 != NULL && sk_X509_num(p7->d.sign->cert) == 3 &&
			  sk_PKCS7_SIGNER_INFO_num(p7->d.sign->signer_info) == 0);
		PKCS7_free(p7);
	}
	ssmtp_buf_free(&der);
	ssmtp_buf_free(&text);
	entity_free(&it);
}

/* Signs, encrypts and reads while the n-th allocation fails. */
static bool scenario(unsigned long n, ssmtp_error *error)
{
	entity it = entity_new(body_text, sizeof(body_text) - 1);
	/* A new one: the template of the last run would hide the allocations that build it. */
	ssmtp_identity *identity = fixture_identity(alice.key, alice.x509);
	ssmtp_buf out;
	bool ok;

	ssmtp_buf_init(&out, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_alloc_fail_at(n);
	ok =
#ifdef HAVE_ZLIB
		ssmtp_smime_compress(&it.body, &it.fields, error) &&
#endif
		ssmtp_smime_sign(&it.body, &it.fields, identity, &usual, error) &&
		 ssmtp_smime_encrypt(&it.body, &it.fields, &bob_only, &usual, error) &&
		 ssmtp_source_read_all(it.body, &out, error);
	ssmtp_alloc_fail_at(0);
	ssmtp_buf_free(&out);
	entity_free(&it);
	ssmtp_identity_free(&identity);
	return ok;
}

static void test_memory(void)
{
	bool done = false;

	for (unsigned long n = 1; !done && n < 1000; n++) {
		ssmtp_error error = { 0 };

		done = scenario(n, &error);
		CHECK(done || error.kind == SSMTP_ERROR_NOMEM, "%lu: %s", n, error.text);
	}
	CHECK(done);
}

int main(void)
{
	fixture_begin();
	people_begin();
	test_large();
	test_sign();
	test_moments("P-256");
	test_moments("RSA2048");
	test_compressed();
	test_certs_only();
	test_encrypt();
	for (size_t i = 0; i < COUNT(orders); i++) {
		test_order(orders[i]);
	}
	test_chunks("s");
	test_chunks("o");
	test_chunks("e");
	test_chunks("se");
#ifdef HAVE_ZLIB
	test_chunks("c");
	test_chunks("cse");
	test_chunks("coe");
#endif
	test_bad_signers();
	test_bad_recipients();
	test_bad_options();
	test_nobody();
	test_names();
	test_error_queue();
	test_once();
	test_changed();
	for (uint8_t changes = 0; changes < 2; changes++) {
		test_passes("AESCBC256", changes);
		test_passes("AESGCM256", changes);
		test_passes("3DES", changes);
	}
	test_signed_envelope(true);
	test_signed_envelope(false);
	test_memory();
	people_end();
	fixture_end();
	return unit_summary("smime");
}
