/* A changed octet anywhere in a signed or encrypted mail is detected: the reader
 * refuses the mail, or reads the very same content (octets that carry nothing:
 * white space of base64, the epilogue, spare bits). Every position, several changes. */
#include <openssl/cms.h>
#include <openssl/err.h>

#include "base/base64.h"
#include "crypto/smime.h"
#include "smime_fixture.h"
#include "unit.h"

/* OpenSSL's reader is the tool here, not the subject: of some of the mails that it refuses it keeps something. */
#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
#define READER_BEGINS() __lsan_disable()
#define READER_ENDS() __lsan_enable()
#else
#define READER_BEGINS() ((void) 0)
#define READER_ENDS() ((void) 0)
#endif

static const char fields_text[] = "Content-Type: text/plain\r\n";
static const char body_text[] = "Dear Bob,\r\n\r\npay 100 EUR to account 4711.\r\n";

static fixture alice, bob;
static ssmtp_identity *alice_identity;

static const struct {
	const char *name;
	bool sign, detached;
	const char *cipher; /* NULL: not encrypted */
} mails[] = {
	{ "detached", true, true, NULL },
	{ "opaque", true, false, NULL },
	{ "GCM", false, false, "AESGCM256" },
	{ "signed GCM", true, true, "AESGCM128" },
	/* CBC authenticates nothing: what protects this mail is the signature inside (RFC 8551 section 6). */
	{ "signed CBC", true, true, "AESCBC256" },
};

/* The mail of a row, fields and body. */
static bool mail_make(size_t row, ssmtp_buf *mail)
{
	ssmtp_smime_options options = { .cipher = mails[row].cipher,
		.detached = mails[row].detached,
		.include_certificate = true,
		.include_chain = true,
		.signing_time = true,
		.now = FIXTURE_NOW };
	ssmtp_certificate *certificate = (ssmtp_certificate *) bob.x509;
	ssmtp_recipient_certs recipients = { &certificate, 1 };
	ssmtp_error error = { 0 };
	ssmtp_source *body = ssmtp_source_borrow_new(SSMTP_SLICE(body_text), &error);
	ssmtp_buf fields;
	bool ok;

	ssmtp_buf_init(&fields, 4096);
	ssmtp_buf_init(mail, 1 << 20);
	ok = ssmtp_buf_append_str(&fields, fields_text) &&
		 (!mails[row].sign || ssmtp_smime_sign(&body, &fields, alice_identity, &options, &error)) &&
		 (mails[row].cipher == NULL || ssmtp_smime_encrypt(&body, &fields, &recipients, &options, &error)) &&
		 ssmtp_buf_append_slice(mail, ssmtp_buf_slice(&fields)) && ssmtp_buf_append_str(mail, "\r\n") &&
		 ssmtp_source_read_all(body, mail, &error);
	CHECK(ok, "%s: %s", mails[row].name, error.text);
	ssmtp_source_free(&body);
	ssmtp_buf_free(&fields);
	return ok;
}

static ssmtp_buf bio_content(BIO *bio)
{
	ssmtp_buf content;
	char *octets;
	long len = BIO_get_mem_data(bio, &octets);

	ssmtp_buf_init(&content, 1 << 20);
	ssmtp_buf_append(&content, octets, len > 0 ? (size_t) len : 0);
	return content;
}

/* What OpenSSL's own reader gives as the content after verification; false when it refuses. */
static bool read_signed(ssmtp_slice mail, ssmtp_buf *content)
{
	BIO *in = BIO_new_mem_buf(mail.ptr, (int) mail.len), *detached = NULL, *out = BIO_new(BIO_s_mem());
	CMS_ContentInfo *cms = SMIME_read_CMS(in, &detached);
	X509_STORE *store = X509_STORE_new();
	bool ok;

	X509_STORE_add_cert(store, fixture_root.x509);
	X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), FIXTURE_NOW);
	ok = cms != NULL && CMS_verify(cms, NULL, store, detached, out, CMS_BINARY) == 1;
	*content = bio_content(out);
	X509_STORE_free(store);
	CMS_ContentInfo_free(cms);
	BIO_free(detached);
	BIO_free(in);
	BIO_free(out);
	return ok;
}

static bool read_encrypted(ssmtp_slice mail, ssmtp_buf *content)
{
	BIO *in = BIO_new_mem_buf(mail.ptr, (int) mail.len), *out = BIO_new(BIO_s_mem());
	CMS_ContentInfo *cms = SMIME_read_CMS(in, NULL);
	bool ok = cms != NULL && CMS_decrypt(cms, bob.key, bob.x509, NULL, out, CMS_BINARY) == 1;

	*content = bio_content(out);
	CMS_ContentInfo_free(cms);
	BIO_free(in);
	BIO_free(out);
	return ok;
}

/* The innermost content, decrypted and verified as the row says. */
static bool mail_read(size_t row, ssmtp_slice mail, ssmtp_buf *content)
{
	ssmtp_buf inner;
	bool ok;

	READER_BEGINS();
	if (mails[row].cipher == NULL) {
		ok = read_signed(mail, content);
	} else if (!mails[row].sign) {
		ok = read_encrypted(mail, content);
	} else if ((ok = read_encrypted(mail, &inner))) {
		ok = read_signed(ssmtp_buf_slice(&inner), content);
		ssmtp_buf_free(&inner);
	} else {
		*content = inner;
	}
	ERR_clear_error();
	READER_ENDS();
	return ok;
}

/* Changes every octet from `from` on by `change`; counts the mails that were read all the same. */
static void tamper(size_t row, ssmtp_slice mail, ssmtp_slice original, uint8_t change, unsigned *refused)
{
	ssmtp_buf copy, content;

	ssmtp_buf_init(&copy, 1 << 20);
	CHECK(ssmtp_buf_append_slice(&copy, mail));
	for (size_t at = 0; at < mail.len; at++) {
		copy.data[copy.start + at] ^= change;
		if (mail_read(row, ssmtp_buf_slice(&copy), &content)) {
			CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&content), original), "%s: octet %zu ^ %02x reads as \"%.*s\"",
				mails[row].name, at, change, SSMTP_SLICE_FMT(ssmtp_buf_slice(&content)));
		} else {
			++*refused;
		}
		ssmtp_buf_free(&content);
		copy.data[copy.start + at] ^= change;
	}
	ssmtp_buf_free(&copy);
}

/* The DER of a mail whose body is base64 throughout, and the mail of a changed DER. */
static size_t body_at(ssmtp_slice mail)
{
	size_t at = 0;

	while (at + 4 <= mail.len && memcmp(mail.ptr + at, "\r\n\r\n", 4) != 0) {
		at++;
	}
	return at + 4;
}

/* The same below base64: every octet of the DER, each of its bits at some place. */
static void tamper_der(size_t row, ssmtp_slice mail, ssmtp_slice original, unsigned *refused, unsigned *tried)
{
	size_t begin = body_at(mail);
	ssmtp_buf der, copy, content;

	ssmtp_buf_init(&der, 1 << 20);
	ssmtp_buf_init(&copy, 1 << 20);
	CHECK(ssmtp_base64_decode_text(&der, ssmtp_slice_skip(mail, begin)) && ssmtp_buf_len(&der) > 0);
	for (size_t at = 0; at < ssmtp_buf_len(&der); at++) {
		uint8_t change = (uint8_t) (1 << at % 8);

		ssmtp_buf_clear(&copy);
		der.data[der.start + at] ^= change;
		CHECK(ssmtp_buf_append(&copy, mail.ptr, begin) && ssmtp_base64_append(&copy, ssmtp_buf_slice(&der)) &&
			  ssmtp_buf_append_str(&copy, "\r\n"));
		der.data[der.start + at] ^= change;
		++*tried;
		if (mail_read(row, ssmtp_buf_slice(&copy), &content)) {
			CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&content), original), "%s: DER octet %zu ^ %02x reads as \"%.*s\"",
				mails[row].name, at, change, SSMTP_SLICE_FMT(ssmtp_buf_slice(&content)));
		} else {
			++*refused;
		}
		ssmtp_buf_free(&content);
	}
	ssmtp_buf_free(&der);
	ssmtp_buf_free(&copy);
}

static void test_mail(size_t row)
{
	ssmtp_buf mail, original;
	unsigned refused = 0, tried = 0;

	if (!mail_make(row, &mail)) {
		return;
	}
	CHECK(mail_read(row, ssmtp_buf_slice(&mail), &original), "%s", mails[row].name);
	CHECK(ssmtp_buf_len(&original) == sizeof(fields_text) - 1 + 2 + sizeof(body_text) - 1, "%s", mails[row].name);
	tamper(row, ssmtp_buf_slice(&mail), ssmtp_buf_slice(&original), 1, &refused);
	CHECK(refused > ssmtp_buf_len(&mail) / 2, "%s: %u refused of %zu", mails[row].name, refused, ssmtp_buf_len(&mail));
	if (!mails[row].detached || mails[row].cipher != NULL) {
		refused = 0;
		tamper_der(row, ssmtp_buf_slice(&mail), ssmtp_buf_slice(&original), &refused, &tried);
		CHECK(refused > tried / 2, "%s: %u refused of %u", mails[row].name, refused, tried);
	}
	ssmtp_buf_free(&mail);
	ssmtp_buf_free(&original);
}

int main(void)
{
	fixture_begin();
	alice = fixture_make("Alice", (fixture_leaf){ .key = "P-256", .usage = "digitalSignature" });
	bob = fixture_make("Bob", (fixture_leaf){ .key = "RSA2048", .usage = "keyEncipherment" });
	alice_identity = fixture_identity(alice.key, alice.x509);
	for (size_t row = 0; row < sizeof(mails) / sizeof(mails[0]); row++) {
		test_mail(row);
	}
	ssmtp_identity_free(&alice_identity);
	fixture_free(&alice);
	fixture_free(&bob);
	fixture_end();
	return unit_summary("smime_tamper");
}
