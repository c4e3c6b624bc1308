/* Internationalised domain names to A-labels (RFC 5890, RFC 5891) by libidn2. */
#include "net/idn.h"

#ifdef HAVE_LIBIDN2
#include <idn2.h>

bool ssmtp_net_has_idn(void)
{
	return true;
}

bool ssmtp_net_to_ascii(ssmtp_slice domain, ssmtp_buf *out)
{
	char name[512], *ascii = NULL;
	bool ok;

	if (domain.len == 0 || domain.len >= sizeof(name) || memchr(domain.ptr, '\0', domain.len) != NULL) {
		return false;
	}
	memcpy(name, domain.ptr, domain.len);
	name[domain.len] = '\0';
	/* Non-transitional (UTS 46): sharp s and final sigma stay themselves, as browsers do. */
	if (idn2_to_ascii_8z(name, &ascii, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT) != IDN2_OK) {
		return false;
	}
	ok = ssmtp_buf_append_str(out, ascii);
	idn2_free(ascii);
	return ok;
}
#else
bool ssmtp_net_has_idn(void)
{
	return false;
}

bool ssmtp_net_to_ascii(ssmtp_slice domain, ssmtp_buf *out)
{
	(void) domain;
	(void) out;
	return false;
}
#endif
