/* The whole unit-test harness: checks that count, and a summary that
 * scripts/test adds up. One program a subject. */
#ifndef SSMTP_TESTS_UNIT_H
#define SSMTP_TESTS_UNIT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned unit_passed;
static unsigned unit_failed;

#define CHECK(condition, ...) unit_check((condition), #condition, __FILE__, __LINE__, "" __VA_ARGS__)

#define unit_check(condition, text, file, line, ...)                                                                   \
	do {                                                                                                               \
		if (condition) {                                                                                               \
			unit_passed++;                                                                                             \
		} else {                                                                                                       \
			unit_failed++;                                                                                             \
			printf("FAIL %s:%d: %s ", file, line, text);                                                               \
			printf(__VA_ARGS__);                                                                                       \
			printf("\n");                                                                                              \
		}                                                                                                              \
	} while (0)

/* Last statement of main(): prints the summary line and gives the exit code. */
static inline int unit_summary(const char *subject)
{
	printf("unit %s: %u passed, %u failed\n", subject, unit_passed, unit_failed);
	return unit_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
