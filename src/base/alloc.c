/* malloc and free behind two functions (see alloc.h). */
#include "base/alloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef SSMTP_ALLOC_SEAM
static unsigned long alloc_fail_at;
static unsigned long alloc_seen;

static int alloc_refused(void)
{
	alloc_seen++;
	return alloc_fail_at != 0 && alloc_seen == alloc_fail_at;
}

void ssmtp_alloc_fail_at(unsigned long n)
{
	alloc_fail_at = n;
	alloc_seen = 0;
}

unsigned long ssmtp_alloc_count(void)
{
	return alloc_seen;
}
#else
#define alloc_refused() 0
#endif

void *ssmtp_alloc(size_t size)
{
	return alloc_refused() ? NULL : malloc(size ? size : 1);
}

void *ssmtp_alloc_zero(size_t size)
{
	return alloc_refused() ? NULL : calloc(1, size ? size : 1);
}

void *ssmtp_realloc(void *ptr, size_t size)
{
	return alloc_refused() ? NULL : realloc(ptr, size ? size : 1);
}

void ssmtp_free(void *ptr)
{
	free(ptr);
}

char *ssmtp_strndup(const void *text, size_t len)
{
	char *copy = len == SIZE_MAX ? NULL : ssmtp_alloc(len + 1);

	if (copy == NULL) {
		return NULL;
	}
	if (len > 0) {
		memcpy(copy, text, len);
	}
	copy[len] = '\0';
	return copy;
}

void ssmtp_wipe(void *ptr, size_t len)
{
	volatile unsigned char *p = ptr;

	while (len-- > 0) {
		*p++ = 0;
	}
}
