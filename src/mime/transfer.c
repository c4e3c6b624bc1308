/* Which transfer encoding a leaf needs (RFC 8551 section 3.1.3; see transfer.h). */
#include "mime/transfer.h"

#include "base/ascii.h"

static bool begins_nocase(const char *text, const char *prefix)
{
	return ssmtp_slice_equal_nocase(ssmtp_slice_head(ssmtp_slice_str(text), strlen(prefix)), ssmtp_slice_str(prefix));
}

bool ssmtp_transfer_is_text(const ssmtp_content_type *type, const ssmtp_body_traits *traits)
{
	/* RFC 2781: octets 13 and 10 are parts of characters in these. */
	bool wide = begins_nocase(type->charset, "utf-16") || begins_nocase(type->charset, "utf-32") ||
				begins_nocase(type->charset, "ucs-") || begins_nocase(type->charset, "iso-10646-ucs-");

	return ssmtp_content_type_is(type, "text/") && !wide && !traits->has_nul;
}

bool ssmtp_transfer_choose(ssmtp_transfer *transfer, const ssmtp_content_type *type, ssmtp_transfer_encoding declared,
	const ssmtp_body_traits *traits, const char *part, ssmtp_error *error)
{
	bool unsafe = traits->eight_bit || traits->has_nul || traits->long_line;
	bool text = ssmtp_transfer_is_text(type, traits);

	/* RFC 2046 5.2.1: a message may not be encoded as a whole. RFC 1847 2.1: what
	 * somebody signed may not be touched. */
	if (declared == SSMTP_CTE_ENCODED || ssmtp_content_type_is(type, "message/") ||
		ssmtp_content_type_is(type, "multipart/")) {
		*transfer = SSMTP_TRANSFER_KEEP;
		if (unsafe && ssmtp_content_type_is(type, "multipart/")) {
			return ssmtp_error_argument(error,
				"%s (%s) has octets above 127, NUL or lines above 998 octets, and nobody but its maker may encode it: "
				"attach it as application/octet-stream in base64.",
				part, type->media);
		}
		return !unsafe || ssmtp_error_argument(error,
							  "%s (%s) has octets above 127, NUL or lines above 998 octets, which its transfer "
							  "encoding does not allow: "
							  "encode it first.",
							  part, type->media);
	}
	if (text) {
		*transfer = unsafe || traits->fragile ? SSMTP_TRANSFER_QP : SSMTP_TRANSFER_7BIT;
		return true;
	}
	/* A bare line end in what is not text is content: converting it would be a change. */
	*transfer = unsafe || traits->fragile || traits->bare_line_end ? SSMTP_TRANSFER_BASE64 : SSMTP_TRANSFER_7BIT;
	return true;
}
