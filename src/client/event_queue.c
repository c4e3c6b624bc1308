/* Queue of events (see event_queue.h). */
#include "client/event_queue.h"

#include "base/alloc.h"

static const unsigned nobody = 0;

void ssmtp_events_init(ssmtp_event_queue *queue)
{
	memset(queue, 0, sizeof(*queue));
	queue->listeners = &nobody;
	ssmtp_buf_init(&queue->texts, SSMTP_BUF_MAX_DEFAULT);
}

void ssmtp_events_free(ssmtp_event_queue *queue)
{
	ssmtp_free(queue->items);
	ssmtp_buf_free(&queue->texts);
	ssmtp_events_init(queue);
}

void ssmtp_events_clear(ssmtp_event_queue *queue)
{
	queue->first = queue->count = 0;
	queue->memory_lost = false;
	ssmtp_buf_clear(&queue->texts);
}

bool ssmtp_events_wanted(const ssmtp_event_queue *queue, ssmtp_event_id id)
{
	return (*queue->listeners & (1u << id)) != 0;
}

void ssmtp_events_mute(ssmtp_event_queue *queue)
{
	queue->listeners = &nobody;
	ssmtp_events_clear(queue);
}

static bool events_room(ssmtp_event_queue *queue)
{
	ssmtp_queued_event *items;
	size_t room = queue->room == 0 ? 8 : queue->room * 2;

	if (queue->count < queue->room) {
		return true;
	}
	items = ssmtp_realloc(queue->items, room * sizeof(*items));
	if (items == NULL) {
		return false;
	}
	queue->items = items;
	queue->room = room;
	return true;
}

void ssmtp_events_push(ssmtp_event_queue *queue, const ssmtp_event *event)
{
	const ssmtp_event_row *row = &ssmtp_event_rows[event->id - 1];
	ssmtp_queued_event *item;

	if (!ssmtp_events_wanted(queue, event->id) && (row->decision_arg < 0 || queue->listeners == &nobody)) {
		return;
	}
	if (!events_room(queue)) {
		queue->memory_lost = true;
		return;
	}
	item = &queue->items[queue->count];
	item->id = event->id;
	for (size_t i = 0; i < row->arg_count; i++) {
		item->args[i].number = event->args[i].number;
		item->args[i].at = ssmtp_buf_len(&queue->texts);
		item->args[i].len = event->args[i].text.len;
		if (row->args[i].type == SSMTP_ARG_STRING && !ssmtp_buf_append_slice(&queue->texts, event->args[i].text)) {
			queue->memory_lost = true;
			return;
		}
	}
	queue->count++;
}

bool ssmtp_events_take(ssmtp_event_queue *queue)
{
	const ssmtp_queued_event *item;
	ssmtp_slice texts = ssmtp_buf_slice(&queue->texts);
	const ssmtp_event_row *row;

	while (ssmtp_events_pending(queue) && !ssmtp_events_wanted(queue, queue->items[queue->first].id)) {
		queue->first++;
	}
	if (!ssmtp_events_pending(queue)) {
		return false;
	}
	item = &queue->items[queue->first++];
	row = &ssmtp_event_rows[item->id - 1];
	memset(&queue->current, 0, sizeof(queue->current));
	queue->current.id = item->id;
	for (size_t i = 0; i < row->arg_count; i++) {
		queue->current.args[i].number = item->args[i].number;
		if (row->args[i].type == SSMTP_ARG_STRING) {
			queue->current.args[i].text =
				ssmtp_slice_head(ssmtp_slice_skip(texts, item->args[i].at), item->args[i].len);
		}
	}
	return true;
}

void ssmtp_event_status(ssmtp_event_queue *queue, const char *what, int code, const char *description)
{
	ssmtp_event event = { .id = SSMTP_EVENT_CONNECTION_STATUS };

	event.args[0].text = ssmtp_slice_str(what);
	event.args[1].number = code;
	event.args[2].text = ssmtp_slice_str(description);
	ssmtp_events_push(queue, &event);
}

void ssmtp_event_error(ssmtp_event_queue *queue, int code, const char *description)
{
	ssmtp_event event = { .id = SSMTP_EVENT_ERROR };

	event.args[0].number = code;
	event.args[1].text = ssmtp_slice_str(description);
	ssmtp_events_push(queue, &event);
}

void ssmtp_event_expand(ssmtp_event_queue *queue, ssmtp_slice address)
{
	ssmtp_event event = { .id = SSMTP_EVENT_EXPAND };

	event.args[0].text = address;
	ssmtp_events_push(queue, &event);
}

void ssmtp_event_trail(ssmtp_event_queue *queue, int direction, ssmtp_slice line)
{
	ssmtp_event event = { .id = SSMTP_EVENT_PI_TRAIL };

	event.args[0].number = direction;
	event.args[1].text = line;
	ssmtp_events_push(queue, &event);
}

void ssmtp_event_ssl_status(ssmtp_event_queue *queue, ssmtp_slice message)
{
	ssmtp_event event = { .id = SSMTP_EVENT_SSL_STATUS };

	event.args[0].text = message;
	ssmtp_events_push(queue, &event);
}

void ssmtp_event_transfer_edge(ssmtp_event_queue *queue, ssmtp_event_id id)
{
	ssmtp_event event = { .id = id }; /* direction 0: client */

	ssmtp_events_push(queue, &event);
}

void ssmtp_event_transfer(ssmtp_event_queue *queue, uint64_t octets, int percent, ssmtp_slice text)
{
	ssmtp_event event = { .id = SSMTP_EVENT_TRANSFER };

	event.args[1].number = (int64_t) octets;
	event.args[2].number = percent;
	event.args[3].text = text;
	ssmtp_events_push(queue, &event);
}
