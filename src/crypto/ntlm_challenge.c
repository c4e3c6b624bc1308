/* CHALLENGE_MESSAGE of [MS-NLMP] section 2.2.1.2. The libraries that answer it trust its lengths and offsets: one that
 * points outside ends the process. */
#include "crypto/ntlm_challenge.h"

/* Negotiate flags, section 2.2.2.5. */
#define NTLM_UNICODE UINT32_C(0x00000001)
#define NTLM_TARGET_INFO UINT32_C(0x00800000)

/* Where the fields stand; servers of before Windows 2000 end behind the challenge. */
enum { AT_TARGET_NAME = 12, AT_FLAGS = 20, HEADER_SHORT = 32, AT_TARGET_INFO = 40, HEADER_LONG = 48 };

/* A name of a domain or host; libntlm writes it into an array. */
#define NAME_MAX_OCTETS 510

/* AV pairs, section 2.2.2.1: lengths of those that are no text; 0: UTF-16, an even number. */
static const struct {
	uint16_t id;
	uint16_t len;
} av_lengths[] = {
	{ 6, 4 },   /* MsvAvFlags */
	{ 7, 8 },   /* MsvAvTimestamp */
	{ 8, 48 },  /* MsvAvSingleHost */
	{ 10, 16 }, /* MsvAvChannelBindings */
};

static uint16_t ntlm_u16(ssmtp_slice octets, size_t at)
{
	return (uint16_t) (octets.ptr[at] | octets.ptr[at + 1] << 8);
}

static uint32_t ntlm_u32(ssmtp_slice octets, size_t at)
{
	return ntlm_u16(octets, at) | (uint32_t) ntlm_u16(octets, at + 2) << 16;
}

static bool ntlm_fault(ssmtp_error *error, const char *what)
{
	return ssmtp_error_set(
		error, SSMTP_ERROR_AUTH, SSMTP_E_PROTOCOL, "NTLM: the server's challenge is not well formed: %s.", what);
}

/* Length, maximum and offset of a field (section 2.2.1.2); what it points at goes to *field. */
static bool ntlm_field(ssmtp_slice challenge, size_t at, size_t header, ssmtp_slice *field, ssmtp_error *error)
{
	size_t len = ntlm_u16(challenge, at);
	size_t offset = ntlm_u32(challenge, at + 4);

	*field = SSMTP_SLICE_EMPTY;
	if (len == 0) {
		return true;
	}
	if (offset < header || offset > challenge.len || len > challenge.len - offset) {
		return ntlm_fault(error, "a field lies outside of it");
	}
	*field = ssmtp_slice_head(ssmtp_slice_skip(challenge, offset), len);
	return true;
}

static bool av_length_fits(uint16_t id, size_t len)
{
	for (size_t i = 0; i < sizeof(av_lengths) / sizeof(av_lengths[0]); i++) {
		if (av_lengths[i].id == id) {
			return len == av_lengths[i].len;
		}
	}
	return len % 2 == 0;
}

static bool ntlm_check_pairs(ssmtp_slice info, ssmtp_error *error)
{
	while (info.len >= 4) {
		uint16_t id = ntlm_u16(info, 0);
		size_t len = ntlm_u16(info, 2);

		info = ssmtp_slice_skip(info, 4);
		if (id == 0) { /* MsvAvEOL */
			return len == 0 || ntlm_fault(error, "the end of its target information has a length");
		}
		if (len > info.len) {
			return ntlm_fault(error, "its target information is cut off");
		}
		if (!av_length_fits(id, len)) {
			return ntlm_fault(error, "an item of its target information has a wrong length");
		}
		info = ssmtp_slice_skip(info, len);
	}
	return ntlm_fault(error, "its target information does not end");
}

bool ssmtp_ntlm_check_challenge(ssmtp_slice challenge, ssmtp_error *error)
{
	static const char begin[12] = "NTLMSSP\0\2\0\0\0";
	ssmtp_slice name, info;
	uint32_t flags;
	size_t header;

	if (challenge.len < HEADER_SHORT || memcmp(challenge.ptr, begin, sizeof(begin)) != 0) {
		return ntlm_fault(error, "it is no message of type 2");
	}
	flags = ntlm_u32(challenge, AT_FLAGS);
	header = (flags & NTLM_TARGET_INFO) != 0 ? HEADER_LONG : HEADER_SHORT;
	if (challenge.len < header) {
		return ntlm_fault(error, "it is too short");
	}
	if (!ntlm_field(challenge, AT_TARGET_NAME, header, &name, error)) {
		return false;
	}
	if (name.len > NAME_MAX_OCTETS || ((flags & NTLM_UNICODE) != 0 && name.len % 2 != 0)) {
		return ntlm_fault(error, "its target name has a wrong length");
	}
	if ((flags & NTLM_TARGET_INFO) == 0) {
		return true;
	}
	return ntlm_field(challenge, AT_TARGET_INFO, header, &info, error) && ntlm_check_pairs(info, error);
}

bool ssmtp_ntlm_check_challenge_v2(ssmtp_slice challenge, ssmtp_error *error)
{
	if (!ssmtp_ntlm_check_challenge(challenge, error)) {
		return false;
	}
	return ntlm_u16(challenge, AT_TARGET_NAME) != 0
		|| ntlm_fault(error, "it has no target name, which version 2 answers");
}
