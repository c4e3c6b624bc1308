/* The calendar clock; see clock.h. */
/* Beyond 2038 where long has 32 bits; glibc wants both. */
#undef _FILE_OFFSET_BITS
#define _FILE_OFFSET_BITS 64
#undef _TIME_BITS
#define _TIME_BITS 64
#include "base/clock.h"

#include <time.h>

int64_t ssmtp_clock_us(void)
{
	struct timespec now;

	/* C11 7.27.2.5: 0 is the only failure, of a system without a calendar clock. */
	if (timespec_get(&now, TIME_UTC) != TIME_UTC) {
		return 0;
	}
	return (int64_t) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t ssmtp_clock_ms(void)
{
	return ssmtp_clock_us() / 1000;
}

int64_t ssmtp_clock_s(void)
{
	return ssmtp_clock_us() / 1000000;
}
