/* Signed mail (RFC 8551 section 3.5): multipart/signed around the content, or
 * signed-data that holds it. */
#include <openssl/crypto.h>
#include <openssl/rand.h>

#include "base/alloc.h"
#include "base/base64.h"
#include "crypto/smime_der.h"
#include "crypto/smime_signer.h"
#include "crypto/smime_stage.h"

/* "=_" occurs in no line of base64 or quoted-printable; 128 random bits do the rest. */
#define BOUNDARY_PREFIX "=_ssmtp_"
#define BOUNDARY_RANDOM 16
#define HASH_CHUNK 16384
#define LINE_OCTETS 57

typedef struct signed_stage {
	ssmtp_stage stage;
	ssmtp_signer *signer;
	EVP_MD_CTX *hash;
	bool detached;
	bool signature_made; /* over `digest` */
	uint8_t digest[EVP_MAX_MD_SIZE];
	unsigned digest_len;
	uint64_t content_octets; /* found by prepare() */
	uint64_t passed_octets;
	uint64_t size_octets;
	size_t tail_octets; /* at most; of a detached signature exactly, by an epilogue */
	char boundary[sizeof(BOUNDARY_PREFIX) + 2 * BOUNDARY_RANDOM];
} signed_stage;

/* ContentInfo: [0], SignedData, encapContentInfo, [0], eContent (RFC 5652 section 5.1). */
static const ssmtp_der_path econtent_path = { 5, { 1, 0, 2, 1, 0 } };

static bool signed_failed(ssmtp_error *error)
{
	return ssmtp_ossl_error(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_PROVIDER, "The message cannot be signed");
}

static bool signed_start_hash(signed_stage *self, ssmtp_error *error)
{
	self->passed_octets = 0;
	return EVP_DigestInit_ex(self->hash, ssmtp_signer_md(self->signer), NULL) == 1 || signed_failed(error);
}

static bool signed_hash(signed_stage *self, const uint8_t *in, size_t len, ssmtp_error *error)
{
	self->passed_octets += len;
	return EVP_DigestUpdate(self->hash, in, len) == 1 || signed_failed(error);
}

/* The end of a pass: signs, or proves that what passed is what was signed. */
static bool signed_finish_hash(signed_stage *self, ssmtp_error *error)
{
	uint8_t digest[EVP_MAX_MD_SIZE];
	unsigned len;

	if (EVP_DigestFinal_ex(self->hash, digest, &len) != 1) {
		return signed_failed(error);
	}
	if (self->signature_made) {
		return (len == self->digest_len && memcmp(digest, self->digest, len) == 0) ||
			   ssmtp_smime_content_changed(error);
	}
	memcpy(self->digest, digest, len);
	self->digest_len = len;
	self->signature_made = ssmtp_signer_sign(self->signer, digest, len, error);
	return self->signature_made;
}

/* An ECDSA signature is as long as its integers happen to be, and definite lengths
 * stand before it: sign first. */
static bool signed_first_pass(signed_stage *self, ssmtp_source *content, ssmtp_error *error)
{
	uint8_t chunk[HASH_CHUNK];
	size_t n;

	if (!signed_start_hash(self, error)) {
		return false;
	}
	do {
		if (!ssmtp_source_read(content, chunk, sizeof(chunk), &n, error) || !signed_hash(self, chunk, n, error)) {
			return false;
		}
	} while (n != 0);
	self->content_octets = self->passed_octets;
	return signed_finish_hash(self, error) && ssmtp_source_rewind(content, error);
}

static size_t signed_base64_octets(size_t octets)
{
	return octets / LINE_OCTETS * (SSMTP_BASE64_LEN(LINE_OCTETS) + 2) +
		   (octets % LINE_OCTETS == 0 ? 0 : SSMTP_BASE64_LEN(octets % LINE_OCTETS) + 2);
}

/* Lines of 76 columns, as the filter writes them; a filter's buffer would cost more than so few lines. */
static bool signed_append_base64(ssmtp_buf *out, ssmtp_slice der, ssmtp_error *error)
{
	uint8_t *begin, *at;
	size_t room;

	if (!ssmtp_buf_reserve(out, signed_base64_octets(der.len))) {
		return ssmtp_error_nomem(error);
	}
	at = begin = ssmtp_buf_tail(out, &room);
	for (; der.len != 0; der = ssmtp_slice_skip(der, LINE_OCTETS)) {
		at += ssmtp_base64_encode(at, der.ptr, der.len < LINE_OCTETS ? der.len : LINE_OCTETS);
		*at++ = '\r';
		*at++ = '\n';
	}
	ssmtp_buf_commit(out, (size_t) (at - begin));
	return true;
}

#define PREAMBLE "This is a signed message in MIME format (S/MIME).\r\n\r\n--"
#define SIGNATURE_FIELDS                                                                                               \
	"\r\nContent-Type: application/pkcs7-signature; name=\"smime.p7s\"\r\n"                                            \
	"Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"smime.p7s\"\r\n\r\n"
#define BOUNDARY_OCTETS (sizeof(((signed_stage *) NULL)->boundary) - 1)
#define OCTETS(literal) (sizeof(literal) - 1)

/* RFC 1847 section 2.1: the line end before a boundary belongs to the boundary. */
static bool signed_detached_head(const signed_stage *self, ssmtp_buf *head, ssmtp_error *error)
{
	return (ssmtp_buf_append_str(head, PREAMBLE) && ssmtp_buf_append_str(head, self->boundary) &&
			   ssmtp_buf_append_str(head, "\r\n")) ||
		   ssmtp_error_nomem(error);
}

static size_t signed_detached_head_octets(void)
{
	return OCTETS(PREAMBLE) + BOUNDARY_OCTETS + 2;
}

static bool signed_detached_tail(const signed_stage *self, ssmtp_buf *tail, ssmtp_error *error)
{
	if (!ssmtp_buf_reserve(tail, self->tail_octets) || !ssmtp_buf_append_str(tail, "\r\n--") ||
		!ssmtp_buf_append_str(tail, self->boundary) || !ssmtp_buf_append_str(tail, SIGNATURE_FIELDS)) {
		return ssmtp_error_nomem(error);
	}
	if (!signed_append_base64(tail, ssmtp_signer_der(self->signer), error)) {
		return false;
	}
	return (ssmtp_buf_append_str(tail, "--") && ssmtp_buf_append_str(tail, self->boundary) &&
			   ssmtp_buf_append_str(tail, "--\r\n")) ||
		   ssmtp_error_nomem(error);
}

static size_t signed_detached_tail_octets(const signed_stage *self)
{
	return OCTETS("\r\n--") + BOUNDARY_OCTETS + OCTETS(SIGNATURE_FIELDS) +
		   signed_base64_octets(ssmtp_signer_der(self->signer).len) + OCTETS("--") + BOUNDARY_OCTETS + OCTETS("--\r\n");
}

/* Head and tail around an opaque content of content_octets, appended to the buffers. */
static bool signed_surround(const signed_stage *self, ssmtp_buf *head, ssmtp_buf *tail, ssmtp_error *error)
{
	return ssmtp_der_splice(ssmtp_signer_der(self->signer), econtent_path, self->content_octets, head, tail, error);
}

static bool signed_prepare_opaque(signed_stage *self, ssmtp_source *content, ssmtp_error *error)
{
	ssmtp_buf head, tail;
	bool ok;

	ssmtp_buf_init(&head, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&tail, SSMTP_BUF_MAX_DEFAULT);
	ok = ssmtp_signer_fixed(self->signer) ? ssmtp_smime_measure(content, &self->content_octets, error)
										  : signed_first_pass(self, content, error);
	ok = ok && signed_surround(self, &head, &tail, error);
	self->tail_octets = ssmtp_buf_len(&tail);
	self->size_octets = ssmtp_buf_len(&head) + self->content_octets + self->tail_octets;
	ssmtp_buf_free(&head);
	ssmtp_buf_free(&tail);
	return ok;
}

static bool signed_prepare(ssmtp_stage *stage, ssmtp_source *content, ssmtp_error *error)
{
	signed_stage *self = (signed_stage *) stage;

	if (!self->detached) {
		return signed_prepare_opaque(self, content, error);
	}
	self->tail_octets = signed_detached_tail_octets(self);
	if (!ssmtp_smime_measure(content, &self->content_octets, error)) {
		return false;
	}
	self->size_octets = signed_detached_head_octets() + self->content_octets + self->tail_octets;
	return true;
}

static uint64_t signed_size(const ssmtp_stage *stage)
{
	return ((const signed_stage *) stage)->size_octets;
}

static bool signed_begin(ssmtp_stage *stage, ssmtp_buf *head, ssmtp_error *error)
{
	signed_stage *self = (signed_stage *) stage;
	ssmtp_buf unused;
	bool ok;

	if (!signed_start_hash(self, error)) {
		return false;
	}
	ssmtp_buf_init(&unused, SSMTP_BUF_MAX_DEFAULT);
	ok = self->detached ? signed_detached_head(self, head, error) : signed_surround(self, head, &unused, error);
	ssmtp_buf_free(&unused);
	return ok;
}

static bool signed_pass(
	ssmtp_stage *stage, const uint8_t *in, size_t len, uint8_t *out, size_t *written, ssmtp_error *error)
{
	(void) out;
	*written = len;
	return signed_hash((signed_stage *) stage, in, len, error);
}

/* A shorter signature than announced leaves room behind the last boundary: empty
 * lines, which every reader discards (RFC 2046 section 5.1.1, epilogue). */
static bool signed_fill(signed_stage *self, ssmtp_buf *tail, size_t begin, ssmtp_error *error)
{
	while (self->detached && ssmtp_buf_len(tail) - begin + 2 <= self->tail_octets) {
		if (!ssmtp_buf_append_str(tail, "\r\n")) {
			return ssmtp_error_nomem(error);
		}
	}
	return ssmtp_buf_len(tail) - begin == self->tail_octets ||
		   ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_NO_PROVIDER,
			   "The signature is not as long as its key; the provider or engine of the key is at fault.");
}

static bool signed_end(ssmtp_stage *stage, ssmtp_buf *tail, ssmtp_error *error)
{
	signed_stage *self = (signed_stage *) stage;
	size_t begin = ssmtp_buf_len(tail);
	ssmtp_buf unused;
	bool ok;

	if (self->passed_octets != self->content_octets) {
		return ssmtp_smime_content_changed(error);
	}
	if (!signed_finish_hash(self, error)) {
		return false;
	}
	ssmtp_buf_init(&unused, SSMTP_BUF_MAX_DEFAULT);
	ok = self->detached ? signed_detached_tail(self, tail, error) : signed_surround(self, &unused, tail, error);
	ssmtp_buf_free(&unused);
	return ok && signed_fill(self, tail, begin, error);
}

static void signed_free(ssmtp_stage *stage)
{
	signed_stage *self = (signed_stage *) stage;

	ssmtp_signer_free(&self->signer);
	EVP_MD_CTX_free(self->hash);
	ssmtp_free(self);
}

static const ssmtp_stage_vtable signed_vtable = {
	.name = "signed",
	.transparent = true,
	.prepare = signed_prepare,
	.size = signed_size,
	.begin = signed_begin,
	.pass = signed_pass,
	.end = signed_end,
	.free = signed_free,
};

static bool signed_make_boundary(signed_stage *self, ssmtp_error *error)
{
	static const char digits[] = "0123456789ABCDEF";
	uint8_t random[BOUNDARY_RANDOM];
	char *at = self->boundary + sizeof(BOUNDARY_PREFIX) - 1;

	if (RAND_bytes(random, sizeof(random)) != 1) {
		return signed_failed(error);
	}
	memcpy(self->boundary, BOUNDARY_PREFIX, sizeof(BOUNDARY_PREFIX));
	for (size_t i = 0; i < sizeof(random); i++) {
		*at++ = digits[random[i] >> 4];
		*at++ = digits[random[i] & 15];
	}
	*at = '\0';
	return true;
}

static bool signed_fields(const signed_stage *self, ssmtp_buf *fields, ssmtp_error *error)
{
	if (!self->detached) {
		return ssmtp_smime_pkcs7_fields(fields, "signed-data", "smime.p7m", error);
	}
	return ssmtp_buf_printf(fields,
			   "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\r\n"
			   " micalg=%s; boundary=\"%s\"\r\n",
			   ssmtp_signer_digest(self->signer)->micalg, self->boundary) ||
		   ssmtp_error_nomem(error);
}

ssmtp_stage *ssmtp_smime_signed_new(
	const ssmtp_identity *signer, const ssmtp_smime_options *options, ssmtp_buf *fields, ssmtp_error *error)
{
	signed_stage *self = ssmtp_alloc_zero(sizeof(*self));
	ssmtp_stage *stage;

	if (self == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	stage = &self->stage;
	self->stage.vtable = &signed_vtable;
	self->detached = options->detached;
	self->signer = ssmtp_signer_new(signer, options, error);
	if (self->signer == NULL || ((self->hash = EVP_MD_CTX_new()) == NULL && !signed_failed(error)) ||
		!signed_make_boundary(self, error) || !signed_fields(self, fields, error)) {
		ssmtp_stage_free(&stage);
	}
	return stage;
}
