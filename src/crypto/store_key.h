/* Keys from their numbers, for the store forms that write numbers. */
#ifndef SSMTP_CRYPTO_STORE_KEY_H
#define SSMTP_CRYPTO_STORE_KEY_H

#include "crypto/store.h"

/* Unsigned big-endian octets; leading zeros do not matter. dp, dq and qi may be empty: they are
 * computed; p and q may be empty together. */
typedef struct ssmtp_rsa_numbers {
	ssmtp_slice n, e, d, p, q, dp, dq, qi;
} ssmtp_rsa_numbers;

/* All return a private key, NULL when the numbers are none. */
EVP_PKEY *ssmtp_key_rsa(const ssmtp_rsa_numbers *numbers);
/* group: "P-256", "P-384", "P-521"; point: uncompressed, 0x04 x y. */
EVP_PKEY *ssmtp_key_ec(const char *group, ssmtp_slice point, ssmtp_slice scalar);
/* type: "ED25519", "ED448", "X25519", "X448". */
EVP_PKEY *ssmtp_key_raw(const char *type, ssmtp_slice seed);

/* Big-endian reader of the binary forms: every take is false at the end of the octets. */
static inline bool ssmtp_wire_u8(ssmtp_slice *in, uint8_t *value)
{
	if (in->len < 1) {
		return false;
	}
	*value = in->ptr[0];
	*in = ssmtp_slice_skip(*in, 1);
	return true;
}

static inline bool ssmtp_wire_u32(ssmtp_slice *in, uint32_t *value)
{
	if (in->len < 4) {
		return false;
	}
	*value = (uint32_t) in->ptr[0] << 24 | (uint32_t) in->ptr[1] << 16 | (uint32_t) in->ptr[2] << 8 | in->ptr[3];
	*in = ssmtp_slice_skip(*in, 4);
	return true;
}

static inline bool ssmtp_wire_octets(ssmtp_slice *in, size_t len, ssmtp_slice *octets)
{
	if (in->len < len) {
		return false;
	}
	*octets = ssmtp_slice_head(*in, len);
	*in = ssmtp_slice_skip(*in, len);
	return true;
}

/* RFC 4251 section 5: string and mpint have the same frame. */
static inline bool ssmtp_wire_string(ssmtp_slice *in, ssmtp_slice *string)
{
	uint32_t len;

	return ssmtp_wire_u32(in, &len) && ssmtp_wire_octets(in, len, string);
}

#endif
