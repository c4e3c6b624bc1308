/* Debian's PHP opens modules with RTLD_DEEPBIND, which the address sanitizer
 * refuses. Preloaded before libasan, this takes the flag away; and what PHP starts
 * (servers, readers, compilers) runs without the sanitizers. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>

__attribute__((constructor)) static void forget_preload(void)
{
	unsetenv("LD_PRELOAD");
}

void *dlopen(const char *file, int mode)
{
	static void *(*real)(const char *, int);

	if (real == NULL) {
		real = (void *(*) (const char *, int)) dlsym(RTLD_NEXT, "dlopen");
	}
	return real(file, mode & ~RTLD_DEEPBIND);
}
