/* Frames of Kerberos 5 tokens: RFC 2743 section 3.1, RFC 4121, RFC 1964. The library that reads them gets none that
 * points outside of itself. */
#include "crypto/krb5_token.h"

/* An AP-REP has some hundred octets, a KRB-ERROR with its text and data some thousand. */
#define CONTEXT_TOKEN_MAX 16384
/* Four octets, wrapped: header, confounder, checksum, and the header once more where they are sealed. */
#define WRAP_TOKEN_MAX 1024

/* RFC 1964 section 1: the mechanism's OBJECT IDENTIFIER with tag and length. */
static const uint8_t krb5_mechanism[] = { 0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x12, 0x01, 0x02, 0x02 };

/* RFC 4121 section 4.1; the tags are those of RFC 4120 section 5.10: APPLICATION 15 and 30. */
static const struct {
	uint8_t id[2];
	uint8_t tag;
} krb5_context_tokens[] = {
	{ { 2, 0 }, 0x6f }, /* KRB_AP_REP */
	{ { 3, 0 }, 0x7e }, /* KRB_ERROR */
};

/* RFC 4121 section 4.2.6.2. */
enum { CFX_HEADER = 16, CFX_SENT_BY_ACCEPTOR = 1, CFX_SEALED = 2, CFX_KNOWN_FLAGS = 7 };
/* RFC 1964 section 1.2.2: TOK_ID, SGN_ALG, SEAL_ALG, filler, SND_SEQ, SGN_CKSUM, confounder. */
enum { OLD_FILLER_AT = 6, OLD_LEAST = 2 + 2 + 2 + 2 + 8 + 8 + 8 };

static bool krb5_fault(ssmtp_error *error, const char *what)
{
	return ssmtp_error_set(
		error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "GSSAPI: the server's token is not well formed: %s.", what);
}

/* A DER tag and a length that covers all of what follows; *value is that. */
static bool krb5_take_all(ssmtp_slice octets, uint8_t tag, ssmtp_slice *value)
{
	size_t len, header = 2;

	if (octets.len < 2 || octets.ptr[0] != tag) {
		return false;
	}
	len = octets.ptr[1];
	if (len > 0x80 && len <= 0x84) {
		size_t more = len - 0x80;

		if (octets.len < header + more) {
			return false;
		}
		for (len = 0; more > 0; more--) {
			len = len << 8 | octets.ptr[header++];
		}
	} else if (len >= 0x80) {
		return false;
	}
	*value = ssmtp_slice_skip(octets, header);
	return value->len == len;
}

/* What stands inside the frame of the mechanism. */
static bool krb5_unframe(ssmtp_slice token, ssmtp_slice *inner, ssmtp_error *error)
{
	const ssmtp_slice mechanism = ssmtp_slice_of(krb5_mechanism, sizeof(krb5_mechanism));

	if (!krb5_take_all(token, 0x60, inner)) {
		return krb5_fault(error, "its length is not the one that it says");
	}
	if (!ssmtp_slice_equal(ssmtp_slice_head(*inner, mechanism.len), mechanism)) {
		return krb5_fault(error, "it is of another mechanism than Kerberos 5");
	}
	*inner = ssmtp_slice_skip(*inner, mechanism.len);
	return true;
}

bool ssmtp_krb5_check_context_token(ssmtp_slice token, ssmtp_error *error)
{
	ssmtp_slice inner, value;

	if (token.len > CONTEXT_TOKEN_MAX) {
		return krb5_fault(error, "it is too long");
	}
	if (!krb5_unframe(token, &inner, error)) {
		return false;
	}
	for (size_t i = 0; inner.len >= 2 && i < sizeof(krb5_context_tokens) / sizeof(krb5_context_tokens[0]); i++) {
		if (memcmp(inner.ptr, krb5_context_tokens[i].id, 2) == 0) {
			return krb5_take_all(ssmtp_slice_skip(inner, 2), krb5_context_tokens[i].tag, &value) ||
				   krb5_fault(error, "the message in it does not end where it says");
		}
	}
	return krb5_fault(error, "it is neither an answer nor an error");
}

static size_t krb5_u16(ssmtp_slice octets, size_t at)
{
	return (size_t) octets.ptr[at] << 8 | octets.ptr[at + 1];
}

/* EC counts octets behind the text (checksum, or filler where it is sealed), RRC those that were moved to its front. */
static bool krb5_check_cfx(ssmtp_slice token, ssmtp_error *error)
{
	uint8_t flags;
	size_t behind;

	if (token.len < CFX_HEADER) {
		return krb5_fault(error, "it is too short");
	}
	flags = token.ptr[2];
	behind = token.len - CFX_HEADER;
	if (token.ptr[3] != 0xff || (flags & CFX_SENT_BY_ACCEPTOR) == 0 || (flags & ~CFX_KNOWN_FLAGS) != 0) {
		return krb5_fault(error, "its header is not one of a server");
	}
	if (krb5_u16(token, 4) > behind || krb5_u16(token, 6) > behind) {
		return krb5_fault(error, "its counts exceed it");
	}
	return (flags & CFX_SEALED) != 0 || behind - krb5_u16(token, 4) == 4 ||
		   krb5_fault(error, "it holds no offer of security layers");
}

static bool krb5_check_old(ssmtp_slice token, ssmtp_error *error)
{
	ssmtp_slice inner;

	if (!krb5_unframe(token, &inner, error)) {
		return false;
	}
	return (inner.len > OLD_LEAST && inner.ptr[0] == 2 && inner.ptr[1] == 1 &&
			   krb5_u16(inner, OLD_FILLER_AT) == 0xffff) ||
		   krb5_fault(error, "its header is not one of a wrapped message");
}

bool ssmtp_krb5_check_wrap_token(ssmtp_slice token, ssmtp_error *error)
{
	if (token.len > WRAP_TOKEN_MAX) {
		return krb5_fault(error, "it is too long");
	}
	if (token.len >= 2 && token.ptr[0] == 5 && token.ptr[1] == 4) {
		return krb5_check_cfx(token, error);
	}
	return krb5_check_old(token, error);
}
