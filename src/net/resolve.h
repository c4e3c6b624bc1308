/* Names to addresses without blocking the caller: getaddrinfo() in a helper
 * thread (decision 18), so that nsswitch keeps deciding. */
#ifndef SSMTP_NET_RESOLVE_H
#define SSMTP_NET_RESOLVE_H

#include "net/sys.h"

#define SSMTP_RESOLVE_ADDRESSES_MAX 32

typedef struct ssmtp_resolve ssmtp_resolve;

/* family: 0 both, 4, 6. Literals are complete at once and start no thread. */
ssmtp_resolve *ssmtp_resolve_start(const char *host, uint16_t port, int family, ssmtp_error *error);
/* DONE: the list is there; WAIT: handle() becomes readable; ERROR. */
ssmtp_io ssmtp_resolve_poll(ssmtp_resolve *resolve, ssmtp_error *error);
/* Why there is no address: failure of ssmtp_sys_resolve(), and the setting that may help. */
void ssmtp_resolve_failed(ssmtp_error *error, int failure, const char *host, int family);
/* SSMTP_SYS_NONE when complete. */
ssmtp_sys_socket ssmtp_resolve_handle(const ssmtp_resolve *resolve);
/* In the system's order (RFC 6724). */
const ssmtp_sys_address *ssmtp_resolve_list(const ssmtp_resolve *resolve, size_t *count);
/* May be called while the thread still runs: the thread then releases what it holds. */
void ssmtp_resolve_free(ssmtp_resolve **resolve);

#endif
