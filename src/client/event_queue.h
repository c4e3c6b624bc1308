/* Events made and not yet taken. Their texts are copied, so that what made them may go on. */
#ifndef SSMTP_CLIENT_EVENT_QUEUE_H
#define SSMTP_CLIENT_EVENT_QUEUE_H

#include "base/buf.h"
#include "client/event.h"

typedef struct ssmtp_queued_event {
	ssmtp_event_id id;
	struct {
		size_t at;       /* of the text in texts */
		size_t len;
		int64_t number;
	} args[SSMTP_EVENT_ARGS_MAX];
} ssmtp_queued_event;

typedef struct ssmtp_event_queue {
	ssmtp_queued_event *items;
	size_t first, count, room;
	ssmtp_buf texts;
	ssmtp_event current;
	const unsigned *listeners; /* 1 << id: somebody listens now. Borrowed, so that it is never out of date */
	bool memory_lost;    /* an event could not be kept: the operation has to fail */
} ssmtp_event_queue;

void ssmtp_events_init(ssmtp_event_queue *queue);
void ssmtp_events_free(ssmtp_event_queue *queue);
void ssmtp_events_clear(ssmtp_event_queue *queue);
bool ssmtp_events_wanted(const ssmtp_event_queue *queue, ssmtp_event_id id);
static inline bool ssmtp_events_pending(const ssmtp_event_queue *queue) { return queue->first < queue->count; }
/* Keeps a copy when somebody listens. What asks for a decision is always kept: who decides is seen when it is told. */
void ssmtp_events_push(ssmtp_event_queue *queue, const ssmtp_event *event);
/* From now on nobody listens. */
void ssmtp_events_mute(ssmtp_event_queue *queue);
/* The oldest one that somebody listens to becomes current; false when there is none. */
bool ssmtp_events_take(ssmtp_event_queue *queue);

/* The events by their arguments. */
void ssmtp_event_status(ssmtp_event_queue *queue, const char *what, int code, const char *description);
void ssmtp_event_error(ssmtp_event_queue *queue, int code, const char *description);
void ssmtp_event_expand(ssmtp_event_queue *queue, ssmtp_slice address);
void ssmtp_event_trail(ssmtp_event_queue *queue, int direction, ssmtp_slice line);
void ssmtp_event_ssl_status(ssmtp_event_queue *queue, ssmtp_slice message);
void ssmtp_event_transfer_edge(ssmtp_event_queue *queue, ssmtp_event_id id);
void ssmtp_event_transfer(ssmtp_event_queue *queue, uint64_t octets, int percent, ssmtp_slice text);

#endif
