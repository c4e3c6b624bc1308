/* A mechanism of src/smtp by its name, as the tables of tests write it. */
#ifndef SSMTP_TESTS_SASL_MECHANISM_H
#define SSMTP_TESTS_SASL_MECHANISM_H

#include <string.h>

#include "smtp/sasl.h"

/* NULL when it is none of them. */
static ssmtp_sasl_factory sasl_mechanism(const char *name)
{
	static const struct {
		const char *name;
		ssmtp_sasl_factory factory;
	} rows[] = {
		{ "PLAIN", ssmtp_sasl_plain_new },
		{ "LOGIN", ssmtp_sasl_login_new },
		{ "EXTERNAL", ssmtp_sasl_external_new },
		{ "CRAM-MD5", ssmtp_sasl_cram_md5_new },
		{ "XOAUTH2", ssmtp_sasl_xoauth2_new },
		{ "OAUTHBEARER", ssmtp_sasl_oauthbearer_new },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (strcmp(rows[i].name, name) == 0) {
			return rows[i].factory;
		}
	}
	return NULL;
}

#endif
