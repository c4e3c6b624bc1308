/* The throw-away certificates of tests/certs/make.sh, for unit tests. */
#ifndef SSMTP_TESTS_PKI_H
#define SSMTP_TESTS_PKI_H

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"

static inline const char *pki_dir(void)
{
	const char *dir = getenv("SSMTP_TEST_CERTS");

	return dir != NULL ? dir : "../../build/certs";
}

/* Path of a file of the PKI in text[4096]. */
static inline const char *pki_path(char *text, const char *file)
{
	snprintf(text, 4096, "%s/%s", pki_dir(), file);
	return text;
}

/* The content of any file, false when it cannot be read. Starts a new buffer. */
static inline bool pki_read_path(ssmtp_buf *out, const char *path)
{
	FILE *file = fopen(path, "rb");
	char part[4096];
	size_t n;

	ssmtp_buf_init(out, SSMTP_BUF_MAX_DEFAULT);
	if (file == NULL) {
		return false;
	}
	while ((n = fread(part, 1, sizeof(part), file)) > 0 && ssmtp_buf_append(out, part, n)) {
	}
	fclose(file);
	return true;
}

static inline bool pki_read(ssmtp_buf *out, const char *file)
{
	char path[4096];

	return pki_read_path(out, pki_path(path, file));
}

#endif
