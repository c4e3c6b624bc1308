/* Which mechanisms this layer has (RFC 4422). */
#include "smtp/sasl.h"

#include "base/ascii.h"

static const struct {
	const char *name;
	ssmtp_sasl_factory factory;
} sasl_factories[] = {
	{ "PLAIN", ssmtp_sasl_plain_new },
	{ "LOGIN", ssmtp_sasl_login_new },
	{ "EXTERNAL", ssmtp_sasl_external_new },
	{ "CRAM-MD5", ssmtp_sasl_cram_md5_new },
	{ "XOAUTH2", ssmtp_sasl_xoauth2_new },
	{ "OAUTHBEARER", ssmtp_sasl_oauthbearer_new },
};

ssmtp_sasl_factory ssmtp_sasl_find(const char *name)
{
	for (size_t i = 0; i < sizeof(sasl_factories) / sizeof(sasl_factories[0]); i++) {
		if (ssmtp_slice_equal_nocase(ssmtp_slice_str(sasl_factories[i].name), ssmtp_slice_str(name))) {
			return sasl_factories[i].factory;
		}
	}
	return NULL;
}
