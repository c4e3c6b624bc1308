/* compressed-data (RFC 8551 section 3.6, RFC 3274) in constant memory. The length
 * of what zlib makes is known behind a pass only, and stands before it. */
#include "base/alloc.h"
#include "crypto/smime_der.h"
#include "crypto/smime_stage.h"

#ifdef HAVE_ZLIB
#include <zlib.h>

/* zlib is given and asked for exactly so many octets at a time, whatever the
 * reader asks for: then every pass gives the same octets with every zlib. */
#define BLOCK_OCTETS 16384

typedef struct compressed_stage {
	ssmtp_stage stage;
	z_stream zlib;
	bool zlib_open;
	ssmtp_buf made; /* compressed octets that found no room yet; at most what zlib itself holds back */
	uint64_t made_octets;
	ssmtp_buf head, tail;
	uint64_t content_octets, compressed_octets; /* found by prepare() */
	uLong checksum;
	size_t block_len;
	uint8_t block[BLOCK_OCTETS];
} compressed_stage;

/* ContentInfo, id-ct-compressedData, [0], CompressedData: version 0, id-alg-zlibCompress
 * without parameters, EncapsulatedContentInfo: id-data, [0], an empty OCTET STRING. */
static const uint8_t compressed_template[] = { 0x30, 0x34, 0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09,
	0x10, 0x01, 0x09, 0xa0, 0x25, 0x30, 0x23, 0x02, 0x01, 0x00, 0x30, 0x0d, 0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7,
	0x0d, 0x01, 0x09, 0x10, 0x03, 0x08, 0x30, 0x0f, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01,
	0xa0, 0x02, 0x04, 0x00 };
static const ssmtp_der_path compressed_path = { 5, { 1, 0, 2, 1, 0 } };

static voidpf compressed_alloc(voidpf opaque, uInt items, uInt size)
{
	(void) opaque;
	return size != 0 && items > SIZE_MAX / size ? NULL : ssmtp_alloc((size_t) items * size);
}

static void compressed_release(voidpf opaque, voidpf address)
{
	(void) opaque;
	ssmtp_free(address);
}

static bool compressed_restart(compressed_stage *self, ssmtp_error *error)
{
	self->block_len = 0;
	self->content_octets = self->made_octets = 0;
	ssmtp_buf_clear(&self->made);
	return deflateReset(&self->zlib) == Z_OK || ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_INTERNAL,
													"zlib cannot start again; this is a defect, please report it.");
}

/* The block through zlib into made. */
static bool compressed_flush(compressed_stage *self, int flush, ssmtp_error *error)
{
	size_t room;

	self->zlib.next_in = self->block;
	self->zlib.avail_in = (uInt) self->block_len;
	self->block_len = 0;
	do {
		if (!ssmtp_buf_reserve(&self->made, BLOCK_OCTETS)) {
			return ssmtp_error_nomem(error);
		}
		self->zlib.next_out = ssmtp_buf_tail(&self->made, &room);
		self->zlib.avail_out = BLOCK_OCTETS;
		/* Z_BUF_ERROR: nothing left to do, which is no error. */
		(void) deflate(&self->zlib, flush);
		ssmtp_buf_commit(&self->made, BLOCK_OCTETS - self->zlib.avail_out);
		self->made_octets += BLOCK_OCTETS - self->zlib.avail_out;
	} while (self->zlib.avail_out == 0);
	return true;
}

static bool compressed_take(compressed_stage *self, const uint8_t *in, size_t len, ssmtp_error *error)
{
	self->content_octets += len;
	while (len != 0) {
		size_t n = len < BLOCK_OCTETS - self->block_len ? len : BLOCK_OCTETS - self->block_len;

		memcpy(self->block + self->block_len, in, n);
		self->block_len += n;
		in += n;
		len -= n;
		if (self->block_len == BLOCK_OCTETS && !compressed_flush(self, Z_NO_FLUSH, error)) {
			return false;
		}
	}
	return true;
}

/* A pass that only counts. */
static bool compressed_measure(compressed_stage *self, ssmtp_source *content, ssmtp_error *error)
{
	uint8_t chunk[BLOCK_OCTETS];
	size_t n;

	do {
		if (!ssmtp_source_read(content, chunk, sizeof(chunk), &n, error) || !compressed_take(self, chunk, n, error)) {
			return false;
		}
		ssmtp_buf_clear(&self->made);
	} while (n != 0);
	if (!compressed_flush(self, Z_FINISH, error)) {
		return false;
	}
	self->compressed_octets = self->made_octets;
	self->checksum = self->zlib.adler;
	return ssmtp_source_rewind(content, error);
}

static bool compressed_prepare(ssmtp_stage *stage, ssmtp_source *content, ssmtp_error *error)
{
	compressed_stage *self = (compressed_stage *) stage;

	return compressed_restart(self, error) && compressed_measure(self, content, error) &&
		   ssmtp_der_splice(ssmtp_slice_of(compressed_template, sizeof(compressed_template)), compressed_path,
			   self->compressed_octets, &self->head, &self->tail, error);
}

static uint64_t compressed_size(const ssmtp_stage *stage)
{
	const compressed_stage *self = (const compressed_stage *) stage;

	return ssmtp_buf_len(&self->head) + self->compressed_octets + ssmtp_buf_len(&self->tail);
}

static bool compressed_begin(ssmtp_stage *stage, ssmtp_buf *head, ssmtp_error *error)
{
	compressed_stage *self = (compressed_stage *) stage;

	return compressed_restart(self, error) &&
		   (ssmtp_buf_append_slice(head, ssmtp_buf_slice(&self->head)) || ssmtp_error_nomem(error));
}

static bool compressed_pass(
	ssmtp_stage *stage, const uint8_t *in, size_t len, uint8_t *out, size_t *written, ssmtp_error *error)
{
	compressed_stage *self = (compressed_stage *) stage;
	ssmtp_slice ready;

	if (!compressed_take(self, in, len, error)) {
		return false;
	}
	ready = ssmtp_slice_head(ssmtp_buf_slice(&self->made), len + SSMTP_STAGE_SLACK);
	*written = ready.len;
	if (ready.len != 0) {
		memcpy(out, ready.ptr, ready.len);
		ssmtp_buf_consume(&self->made, ready.len);
	}
	return true;
}

static bool compressed_end(ssmtp_stage *stage, ssmtp_buf *tail, ssmtp_error *error)
{
	compressed_stage *self = (compressed_stage *) stage;

	if (!compressed_flush(self, Z_FINISH, error)) {
		return false;
	}
	if (self->made_octets != self->compressed_octets || self->zlib.adler != self->checksum) {
		return ssmtp_smime_content_changed(error);
	}
	return (ssmtp_buf_append_slice(tail, ssmtp_buf_slice(&self->made)) &&
			   ssmtp_buf_append_slice(tail, ssmtp_buf_slice(&self->tail))) ||
		   ssmtp_error_nomem(error);
}

static void compressed_free(ssmtp_stage *stage)
{
	compressed_stage *self = (compressed_stage *) stage;

	if (self->zlib_open) {
		deflateEnd(&self->zlib);
	}
	ssmtp_buf_free(&self->made);
	ssmtp_buf_free(&self->head);
	ssmtp_buf_free(&self->tail);
	ssmtp_free(self);
}

static const ssmtp_stage_vtable compressed_vtable = {
	.name = "compressed",
	.transparent = false,
	.prepare = compressed_prepare,
	.size = compressed_size,
	.begin = compressed_begin,
	.pass = compressed_pass,
	.end = compressed_end,
	.free = compressed_free,
};

ssmtp_stage *ssmtp_smime_compressed_new(ssmtp_buf *fields, ssmtp_error *error)
{
	compressed_stage *self = ssmtp_alloc_zero(sizeof(*self));
	ssmtp_stage *stage;

	if (self == NULL) {
		ssmtp_error_nomem(error);
		return NULL;
	}
	stage = &self->stage;
	self->stage.vtable = &compressed_vtable;
	ssmtp_buf_init(&self->made, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&self->head, SSMTP_BUF_MAX_DEFAULT);
	ssmtp_buf_init(&self->tail, SSMTP_BUF_MAX_DEFAULT);
	self->zlib.zalloc = compressed_alloc;
	self->zlib.zfree = compressed_release;
	self->zlib_open = deflateInit(&self->zlib, Z_DEFAULT_COMPRESSION) == Z_OK;
	if ((!self->zlib_open && !ssmtp_error_nomem(error)) ||
		!ssmtp_smime_pkcs7_fields(fields, "compressed-data", "smime.p7z", error)) {
		ssmtp_stage_free(&stage);
	}
	return stage;
}

#else

ssmtp_stage *ssmtp_smime_compressed_new(ssmtp_buf *fields, ssmtp_error *error)
{
	(void) fields;
	ssmtp_error_set(error, SSMTP_ERROR_SMIME, SSMTP_E_ALGORITHM,
		"Compressed data needs zlib, which this build is without; build it with zlib or set CompressedData to False.");
	return NULL;
}

#endif
