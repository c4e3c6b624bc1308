/* Inside of the proxies: a dialogue without I/O, and the transport that moves
 * its octets (proxy.c). Nothing of it is for other layers. */
#ifndef SSMTP_NET_PROXY_H
#define SSMTP_NET_PROXY_H

#include "net/net.h"
#include "net/sys.h"

/* More than this from a proxy before the tunnel stands is refused. */
#define SSMTP_PROXY_REPLY_MAX 16384

typedef enum ssmtp_proxy_state {
	SSMTP_PROXY_MORE,   /* send what is in out, then more octets of the proxy are needed */
	SSMTP_PROXY_OPEN,   /* the tunnel stands; what is left in in came through it */
	SSMTP_PROXY_REFUSED /* *error says why: 118 */
} ssmtp_proxy_state;

typedef struct ssmtp_proxy_dialogue ssmtp_proxy_dialogue;
struct ssmtp_proxy_dialogue {
	ssmtp_proxy_options options; /* texts are borrowed */
	const ssmtp_sys_address *address; /* the target's, where we resolved it; NULL else */
	ssmtp_buf in, out;
	unsigned phase;
	ssmtp_proxy_state (*advance)(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error);
};

ssmtp_proxy_state ssmtp_proxy_socks4_advance(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error);
ssmtp_proxy_state ssmtp_proxy_socks5_advance(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error);
ssmtp_proxy_state ssmtp_proxy_http_advance(ssmtp_proxy_dialogue *dialogue, ssmtp_error *error);
/* What must hold before a connection is made: lengths, controls (security rule 17). */
bool ssmtp_proxy_socks_check(const ssmtp_proxy_options *options, ssmtp_error *error);
bool ssmtp_proxy_http_check(const ssmtp_proxy_options *options, ssmtp_error *error);

/* The part of ssmtp_proxy_hide() that only HTTP has. */
void ssmtp_proxy_http_hide(const ssmtp_proxy_options *options, ssmtp_hidden *hidden);

static inline ssmtp_proxy_state ssmtp_proxy_refuse(ssmtp_error *error, const char *text)
{
	ssmtp_error_set(error, SSMTP_ERROR_PROXY, SSMTP_E_FIREWALL, "Firewall error: %s", text);
	return SSMTP_PROXY_REFUSED;
}

static inline ssmtp_proxy_state ssmtp_proxy_nomem(ssmtp_error *error)
{
	ssmtp_error_nomem(error);
	return SSMTP_PROXY_REFUSED;
}

#endif
