/* Memory of the engine: every allocation passes here, so that a test can make
 * the n-th one fail. The engine may outlive a PHP request and therefore never
 * uses Zend memory. */
#ifndef SSMTP_BASE_ALLOC_H
#define SSMTP_BASE_ALLOC_H

#include <stddef.h>

/* All return NULL when memory is exhausted; the caller reports SSMTP_ERROR_NOMEM. */
void *ssmtp_alloc(size_t size);
void *ssmtp_alloc_zero(size_t size);
void *ssmtp_realloc(void *ptr, size_t size);
void ssmtp_free(void *ptr);

/* Copies len octets and appends a NUL. */
char *ssmtp_strndup(const void *text, size_t len);

/* Overwrites memory in a way the compiler cannot remove. */
void ssmtp_wipe(void *ptr, size_t len);

/* Test seam: the n-th allocation from now on returns NULL (1 = the next one);
 * 0 switches the seam off. Counting continues over all threads' calls and is
 * meant for single-threaded tests. */
void ssmtp_alloc_fail_at(unsigned long n);
/* Number of allocations asked for since the last ssmtp_alloc_fail_at(). */
unsigned long ssmtp_alloc_count(void);

#endif
