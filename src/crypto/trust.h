/* Trust anchors, parsed once per process and shared by all objects that name
 * the same files, as long as the file system tells of no change. A directory is read
 * again after a minute. Thread safe, reference counted. */
#ifndef SSMTP_CRYPTO_TRUST_H
#define SSMTP_CRYPTO_TRUST_H

#include "base/buf.h"
#include "base/error.h"

typedef struct ssmtp_trust ssmtp_trust;

typedef struct ssmtp_trust_options {
	const char *ca_file;       /* OpenSSLCAFile */
	const char *ca_dir;        /* OpenSSLCADir */
	const char *server_ca_certs; /* SSLServerCACerts: PEM text; with it only these and ca_file/ca_dir */
	const char *ca_file_paths; /* SSLCACertFilePaths: ';'-separated, first existing, when the three are empty */
	bool (*file_allowed)(const char *path);
	int64_t now_ms; /* wall clock; 0: the system's */
} ssmtp_trust_options;

/* 271 unusable file, 272 unparsable text. */
ssmtp_trust *ssmtp_trust_open(const ssmtp_trust_options *options, ssmtp_error *error);
void ssmtp_trust_free(ssmtp_trust **trust);
/* Module shutdown: releases what the process shares. */
void ssmtp_trust_shutdown(void);

#endif
