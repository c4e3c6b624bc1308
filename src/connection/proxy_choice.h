/* Which proxy, if any (spec properties 3.2): Firewall* settings, the
 * environment, ProxyExceptionsList. */
#ifndef SSMTP_PROXY_CHOICE_H
#define SSMTP_PROXY_CHOICE_H

#include "settings/settings.h"
#include "net/net.h"

typedef struct ssmtp_proxy_choice {
	ssmtp_proxy_options options; /* type 0: direct */
	const char *host;            /* of the proxy */
	uint16_t port;
	ssmtp_buf text;              /* what the environment gave, cut into strings */
} ssmtp_proxy_choice;

/* server: MailServer without its asterisk. Call ssmtp_proxy_choice_free() in every case. */
bool ssmtp_proxy_choose(const ssmtp_settings *settings, const char *server, ssmtp_proxy_choice *choice,
	ssmtp_error *error);
void ssmtp_proxy_choice_free(ssmtp_proxy_choice *choice);

#endif
