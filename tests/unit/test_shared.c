/* crypto/shared: what a process shares is counted right however many threads come and
 * go. Built a second time with ThreadSanitizer (make test_shared_tsan), which sees a
 * count that is touched without the lock even when the numbers come out right. */
#include <pthread.h>
#include <stdatomic.h>

#include "base/alloc.h"
#include "crypto/shared.h"
#include "unit.h"

#define THREADS 8
#define ROUNDS 400
#define KEYS 12 /* more than may stay unused */

typedef struct thing {
	ssmtp_shared shared;
	unsigned number;
} thing;

static atomic_int made, destroyed;

static void thing_destroy(ssmtp_shared *shared)
{
	atomic_fetch_add(&destroyed, 1);
	ssmtp_free(shared);
}

static ssmtp_slice thing_key(const unsigned *number)
{
	return ssmtp_slice_of(number, sizeof(*number));
}

static ssmtp_shared *thing_open(unsigned number)
{
	ssmtp_shared *found = ssmtp_shared_find(thing_destroy, thing_key(&number));
	thing *fresh;

	if (found != NULL) {
		return found;
	}
	fresh = ssmtp_alloc_zero(sizeof(*fresh));
	fresh->shared.destroy = thing_destroy;
	fresh->shared.references = 1;
	fresh->number = number;
	atomic_fetch_add(&made, 1);
	ssmtp_shared_publish(&fresh->shared, thing_key(&number));
	return &fresh->shared;
}

static void *work(void *argument)
{
	unsigned wrong = 0;

	for (unsigned i = 0; i < ROUNDS; i++) {
		unsigned number = (i * 7 + *(unsigned *) argument) % KEYS;
		ssmtp_shared *one = thing_open(number);

		ssmtp_shared_ref(one);
		ssmtp_shared_release(one);
		wrong += ((thing *) one)->number != number;
		ssmtp_shared_release(one);
	}
	*(unsigned *) argument = wrong;
	return NULL;
}

int main(void)
{
	pthread_t threads[THREADS];
	unsigned arguments[THREADS];

	for (unsigned i = 0; i < THREADS; i++) {
		arguments[i] = i;
		CHECK(pthread_create(&threads[i], NULL, work, &arguments[i]) == 0);
	}
	for (unsigned i = 0; i < THREADS; i++) {
		pthread_join(threads[i], NULL);
		CHECK(arguments[i] == 0, "thread %u had %u things of another key", i, arguments[i]);
	}
	CHECK(atomic_load(&made) - atomic_load(&destroyed) <= SSMTP_SHARED_IDLE_MAX, "%d made, %d destroyed",
		made, destroyed);
	ssmtp_shared_shutdown();
	CHECK(atomic_load(&made) == atomic_load(&destroyed), "%d made, %d destroyed", made, destroyed);
	return unit_summary("shared");
}
