/* The calendar clock. The one place that asks it: who compares validity, age or a date with now is handed the
 * time. What measures a time limit takes the monotonic clock of net/sys.h instead. */
#ifndef SSMTP_BASE_CLOCK_H
#define SSMTP_BASE_CLOCK_H

#include <stdint.h>

/* Since 1970, UTC. */
int64_t ssmtp_clock_us(void);
int64_t ssmtp_clock_ms(void);
int64_t ssmtp_clock_s(void);

#endif
