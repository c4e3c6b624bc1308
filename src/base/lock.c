/* See lock.h. */
#include "base/lock.h"

#if defined(_WIN32)
#include <windows.h>

static SRWLOCK lock = SRWLOCK_INIT;

void ssmtp_lock_take(void)
{
	AcquireSRWLockExclusive(&lock);
}

void ssmtp_lock_give(void)
{
	ReleaseSRWLockExclusive(&lock);
}
#else
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void ssmtp_lock_take(void)
{
	pthread_mutex_lock(&lock);
}

void ssmtp_lock_give(void)
{
	pthread_mutex_unlock(&lock);
}
#endif
