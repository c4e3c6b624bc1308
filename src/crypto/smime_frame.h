/* A source around another: a head, the content as it passes through a stage,
 * and a tail. Signed, enveloped and compressed data are stages. */
#ifndef SSMTP_CRYPTO_SMIME_FRAME_H
#define SSMTP_CRYPTO_SMIME_FRAME_H

#include "stream/source.h"

/* A stage may write this much more than it was given. */
#define SSMTP_STAGE_SLACK 64

typedef struct ssmtp_stage ssmtp_stage;

typedef struct ssmtp_stage_vtable {
	const char *name;
	bool transparent; /* the content leaves as it came; pass() only looks at it */
	bool renewed;     /* each pass gives other octets */
	/* Everything that must be known before the first octet or the size: lengths,
	 * perhaps a pass over content. Called once; leaves content at its first octet. */
	bool (*prepare)(ssmtp_stage *stage, ssmtp_source *content, ssmtp_error *error);
	/* Octets of head, passed content and tail; after prepare(). */
	uint64_t (*size)(const ssmtp_stage *stage);
	/* Before the first octet of content, at the first pass and after each rewind: appends the head. */
	bool (*begin)(ssmtp_stage *stage, ssmtp_buf *head, ssmtp_error *error);
	/* in: len octets of content. Writes at most len + SSMTP_STAGE_SLACK octets
	 * to out; a transparent stage is given out == NULL. */
	bool (*pass)(ssmtp_stage *stage, const uint8_t *in, size_t len, uint8_t *out, size_t *written, ssmtp_error *error);
	/* Behind the last octet of content: appends what is left of it and the tail. */
	bool (*end)(ssmtp_stage *stage, ssmtp_buf *tail, ssmtp_error *error);
	void (*free)(ssmtp_stage *stage);
} ssmtp_stage_vtable;

/* First member of every stage. */
struct ssmtp_stage {
	const ssmtp_stage_vtable *vtable;
};

void ssmtp_stage_free(ssmtp_stage **stage);

/* fields, the empty line and a body that is attached later, as one source. Copies fields. */
ssmtp_source *ssmtp_smime_entity_new(ssmtp_slice fields, ssmtp_error *error);
/* Cannot fail; *body must be the same at each pass and stand at its first octet. Nothing may be read before. */
void ssmtp_smime_entity_attach_take(ssmtp_source *entity, ssmtp_source **body);
/* Takes *stage and *content on success. content must be the same at each pass. */
ssmtp_source *ssmtp_smime_frame_new_take(ssmtp_stage **stage, ssmtp_source **content, ssmtp_error *error);

/* Octets of content; one pass where it does not know. Error 302. */
bool ssmtp_smime_measure(ssmtp_source *content, uint64_t *octets, ssmtp_error *error);
/* The error of content that was not the same at the second pass. */
bool ssmtp_smime_content_changed(ssmtp_error *error);

#endif
