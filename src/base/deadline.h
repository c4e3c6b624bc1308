/* Arithmetic on monotonic milliseconds. Nothing here reads a clock: the time
 * comes in from the client layer, so that tests never sleep. */
#ifndef SSMTP_BASE_DEADLINE_H
#define SSMTP_BASE_DEADLINE_H

#include <stdbool.h>
#include <stdint.h>

#define SSMTP_DEADLINE_NEVER INT64_MAX

/* now_ms + timeout_ms; a timeout of 0 or less means never. */
static inline int64_t ssmtp_deadline_after(int64_t now_ms, int64_t timeout_ms)
{
	if (timeout_ms <= 0 || timeout_ms >= SSMTP_DEADLINE_NEVER - now_ms) {
		return SSMTP_DEADLINE_NEVER;
	}
	return now_ms + timeout_ms;
}

static inline bool ssmtp_deadline_passed(int64_t deadline_ms, int64_t now_ms)
{
	return deadline_ms != SSMTP_DEADLINE_NEVER && now_ms >= deadline_ms;
}

static inline int64_t ssmtp_deadline_earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* Milliseconds left, never negative; -1 for never (what poll() takes). */
static inline int ssmtp_deadline_left(int64_t deadline_ms, int64_t now_ms)
{
	if (deadline_ms == SSMTP_DEADLINE_NEVER) {
		return -1;
	}
	if (deadline_ms <= now_ms) {
		return 0;
	}
	return deadline_ms - now_ms > INT32_MAX ? INT32_MAX : (int) (deadline_ms - now_ms);
}

#endif
