/* Hosts as people write them into settings: a host name, or the hint that makes it one. */
#ifndef SSMTP_SERVER_NAME_H
#define SSMTP_SERVER_NAME_H

#include "base/error.h"

/* The settings that hold one. */
typedef enum ssmtp_host_setting {
	SSMTP_HOST_MAIL_SERVER,
	SSMTP_HOST_FIREWALL,
	SSMTP_HOST_LOCAL,
	SSMTP_HOST_TLS_NAME
} ssmtp_host_setting;

/* Host name or address inside text, without blanks around it, the asterisk before MailServer and the brackets of an
 * address literal; it points into text. False with the reason, 10022: there is a scheme, a port, a user, or an octet
 * that stands in no host name. What may be a password is not shown. */
bool ssmtp_server_name(ssmtp_host_setting setting, ssmtp_slice text, ssmtp_slice *name, ssmtp_error *error);
/* Does the asterisk stand before MailServer: is the proxy to resolve the name? */
bool ssmtp_server_name_is_marked(const char *mail_server);
/* Every octet may stand in a host name or an address. */
bool ssmtp_server_name_is_clean(ssmtp_slice name);
/* UseIPv6 (0, 1, 2) allows the address that name is; true for names. */
bool ssmtp_server_name_check_family(ssmtp_slice name, int use_ipv6, ssmtp_error *error);

#endif
