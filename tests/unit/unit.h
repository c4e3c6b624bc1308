/* The whole unit-test harness: checks that count, and a summary that
 * scripts/test adds up. One program a subject. */
#ifndef SSMTP_TESTS_UNIT_H
#define SSMTP_TESTS_UNIT_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned unit_passed;
static unsigned unit_failed;

/* CHECK(condition) or CHECK(condition, "format", ...) to tell more on failure. */
#define CHECK(condition, ...) unit_check((condition), #condition, __FILE__, __LINE__, "" __VA_ARGS__)

__attribute__((format(printf, 5, 6))) static inline void unit_check(
	int holds, const char *text, const char *file, int line, const char *format, ...)
{
	va_list args;

	if (holds) {
		unit_passed++;
		return;
	}
	unit_failed++;
	printf("FAIL %s:%d: %s ", file, line, text);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("\n");
}

/* Last statement of main(): prints the summary line and gives the exit code. */
static inline int unit_summary(const char *subject)
{
	printf("unit %s: %u passed, %u failed\n", subject, unit_passed, unit_failed);
	return unit_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
