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
static unsigned unit_skipped;

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

/* What this machine cannot test, with the reason; counted beside what passed. */
#define SKIP(...) unit_skip(__VA_ARGS__)

__attribute__((format(printf, 1, 2))) static inline void unit_skip(const char *format, ...)
{
	va_list args;

	unit_skipped++;
	printf("SKIP ");
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("\n");
}

/* A loop that runs over fewer rows than it did passes all the same: the file floors holds the least number of checks
 * of each subject ("subject number" a line). Where something is skipped there are fewer, and the floor is not asked. */
static inline void unit_hold_floor(const char *subject)
{
	FILE *floors = fopen("floors", "r");
	char name[64];
	unsigned least, floor = 0;

	while (floors != NULL && fscanf(floors, "%63s %u", name, &least) == 2) {
		floor = strcmp(name, subject) == 0 ? least : floor;
	}
	if (floors != NULL) {
		fclose(floors);
	}
	if (floor == 0) {
		unit_failed++;
		printf("FAIL tests/unit/floors says nothing of %s: add the line \"%s %u\"\n", subject, subject, unit_passed);
	} else if (unit_passed + unit_failed < floor) {
		printf("FAIL %s: %u checks where tests/unit/floors wants %u\n", subject, unit_passed + unit_failed, floor);
		unit_failed++;
	}
}

/* Last statement of main(): prints the summary line and gives the exit code. */
static inline int unit_summary(const char *subject)
{
	if (unit_skipped == 0) {
		unit_hold_floor(subject);
	}
	printf("unit %s: %u passed, %u failed, %u skipped\n", subject, unit_passed, unit_failed, unit_skipped);
	return unit_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
