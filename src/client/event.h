/* Events as data: made by the client, pulled by the glue, decided upon at most once. */
#ifndef SSMTP_CLIENT_EVENT_H
#define SSMTP_CLIENT_EVENT_H

#include "base/slice.h"

typedef enum ssmtp_event_id {
#define SSMTP_EVENT(id, constant, name, args, decision, sentence) SSMTP_EVENT_##constant = id,
#include "client/events.def"
#undef SSMTP_EVENT
	SSMTP_EVENT_COUNT_PLUS_ONE
} ssmtp_event_id;

#define SSMTP_EVENT_COUNT (SSMTP_EVENT_COUNT_PLUS_ONE - 1)
#define SSMTP_EVENT_ARGS_MAX 5

typedef enum ssmtp_event_arg_type { SSMTP_ARG_STRING, SSMTP_ARG_INT, SSMTP_ARG_BOOL } ssmtp_event_arg_type;

typedef struct ssmtp_event_arg_row {
	const char *key; /* lower case */
	ssmtp_event_arg_type type;
} ssmtp_event_arg_row;

typedef struct ssmtp_event_row {
	ssmtp_event_id id;
	const char *name;     /* "PITrail" */
	ssmtp_event_arg_row args[SSMTP_EVENT_ARGS_MAX];
	size_t arg_count;
	int decision_arg;     /* index of the writable argument, -1 if none */
	const char *sentence;
} ssmtp_event_row;

extern const ssmtp_event_row ssmtp_event_rows[SSMTP_EVENT_COUNT]; /* index id - 1 */

typedef struct ssmtp_event {
	ssmtp_event_id id;
	struct {
		ssmtp_slice text; /* STRING; valid until the next step */
		int64_t number;   /* INT, BOOL */
	} args[SSMTP_EVENT_ARGS_MAX];
} ssmtp_event;

#endif
