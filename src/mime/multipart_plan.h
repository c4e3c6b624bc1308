/* The first pass over a multipart: what to copy, replace and encode. */
#ifndef SSMTP_MIME_MULTIPART_PLAN_H
#define SSMTP_MIME_MULTIPART_PLAN_H

#include "mime/multipart.h"

typedef enum ssmtp_stretch_kind {
	SSMTP_STRETCH_COPY,
	SSMTP_STRETCH_REPLACE, /* by text: the header section of a part */
	SSMTP_STRETCH_QP,
	SSMTP_STRETCH_BASE64
} ssmtp_stretch_kind;

typedef struct ssmtp_stretch {
	ssmtp_stretch_kind kind;
	uint64_t len;   /* octets of the body */
	size_t text_at; /* of the plan's text, for a replacement */
	size_t text_len;
} ssmtp_stretch;

typedef struct ssmtp_multipart_plan {
	ssmtp_stretch *stretches;
	size_t count;
	ssmtp_buf text;
} ssmtp_multipart_plan;

/* Reads body to its end. Free the plan in every case. */
bool ssmtp_multipart_plan_make(
	ssmtp_multipart_plan *plan, ssmtp_source *body, const ssmtp_content_type *type, ssmtp_error *error);
void ssmtp_multipart_plan_free(ssmtp_multipart_plan *plan);

#endif
