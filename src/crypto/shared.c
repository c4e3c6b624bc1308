/* A list behind one lock (see shared.h). Most recently used first. */
#include "crypto/shared.h"

#include "base/alloc.h"
#include "base/lock.h"

static ssmtp_shared *shared_list;

static void shared_destroy(ssmtp_shared *shared)
{
	ssmtp_free(shared->key);
	shared->destroy(shared);
}

static void shared_unlist(ssmtp_shared *shared)
{
	for (ssmtp_shared **at = &shared_list; *at != NULL; at = &(*at)->next) {
		if (*at == shared) {
			*at = shared->next;
			shared->listed = false;
			return;
		}
	}
}

static void shared_list_first(ssmtp_shared *shared)
{
	shared->next = shared_list;
	shared_list = shared;
	shared->listed = true;
}

/* The least recently used one of this kind when too many are unused, else NULL; unlisted. */
static ssmtp_shared *shared_surplus(void (*kind)(ssmtp_shared *))
{
	ssmtp_shared *last = NULL;
	size_t idle = 0;

	for (ssmtp_shared *at = shared_list; at != NULL; at = at->next) {
		if (at->destroy == kind && at->references == 0) {
			last = at;
			idle++;
		}
	}
	if (idle <= SSMTP_SHARED_IDLE_MAX) {
		return NULL;
	}
	shared_unlist(last);
	return last;
}

ssmtp_shared *ssmtp_shared_find(void (*kind)(ssmtp_shared *), ssmtp_slice key)
{
	ssmtp_shared *found;

	ssmtp_lock_take();
	for (found = shared_list; found != NULL; found = found->next) {
		if (found->destroy == kind && ssmtp_slice_equal(ssmtp_slice_of(found->key, found->key_len), key)) {
			found->references++;
			shared_unlist(found);
			shared_list_first(found);
			break;
		}
	}
	ssmtp_lock_give();
	return found;
}

void ssmtp_shared_publish(ssmtp_shared *shared, ssmtp_slice key)
{
	shared->key = (uint8_t *) ssmtp_strndup(key.ptr, key.len);
	shared->key_len = key.len;
	if (shared->key == NULL) {
		return;
	}
	ssmtp_lock_take();
	shared_list_first(shared);
	ssmtp_lock_give();
}

void ssmtp_shared_ref(ssmtp_shared *shared)
{
	ssmtp_lock_take();
	shared->references++;
	ssmtp_lock_give();
}

void ssmtp_shared_release(ssmtp_shared *shared)
{
	ssmtp_shared *gone = NULL;

	ssmtp_lock_take();
	if (--shared->references == 0) {
		gone = shared->listed ? shared_surplus(shared->destroy) : shared;
	}
	ssmtp_lock_give();
	/* Outside the lock: what goes may hold a reference to another shared thing. */
	if (gone != NULL) {
		shared_destroy(gone);
	}
}

void ssmtp_shared_shutdown(void)
{
	ssmtp_shared *unused = NULL;
	ssmtp_shared *next;

	ssmtp_lock_take();
	for (ssmtp_shared *at = shared_list; at != NULL; at = next) {
		next = at->next;
		at->listed = false;
		if (at->references == 0) {
			at->next = unused;
			unused = at;
		}
	}
	shared_list = NULL;
	ssmtp_lock_give();
	for (; unused != NULL; unused = next) {
		next = unused->next;
		shared_destroy(unused);
	}
}
