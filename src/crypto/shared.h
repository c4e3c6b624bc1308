/* What costs much to build and never changes afterwards (trust stores, TLS
 * contexts) is built once per process and shared. Thread safe, reference
 * counted; the only mutable state of the engine that is not owned by an object. */
#ifndef SSMTP_CRYPTO_SHARED_H
#define SSMTP_CRYPTO_SHARED_H

#include "base/slice.h"

/* Base of a shared thing: first member of its struct. */
typedef struct ssmtp_shared {
	struct ssmtp_shared *next;
	void (*destroy)(struct ssmtp_shared *shared); /* also tells one kind from another */
	uint8_t *key;                                 /* owned; NULL until published */
	size_t key_len;
	size_t references;
	bool listed;
} ssmtp_shared;

/* The published thing of this kind and key with a reference of the caller's, or NULL. */
ssmtp_shared *ssmtp_shared_find(void (*kind)(ssmtp_shared *), ssmtp_slice key);
/* Offers a new thing (references 1, the caller's) to others under key. Without
 * memory it simply stays private: that is no failure. */
void ssmtp_shared_publish(ssmtp_shared *shared, ssmtp_slice key);
void ssmtp_shared_ref(ssmtp_shared *shared);
/* Gives the reference back. A published thing stays for the next user until
 * SSMTP_SHARED_IDLE_MAX others of its kind were unused more recently. */
void ssmtp_shared_release(ssmtp_shared *shared);
/* Destroys everything unused and unlists the rest, which goes with its last reference. */
void ssmtp_shared_shutdown(void);

#define SSMTP_SHARED_IDLE_MAX 8

#endif
