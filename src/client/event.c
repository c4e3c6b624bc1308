/* The table of events, expanded from events.def. */
#include "client/event.h"

#define STRING(key) { #key, SSMTP_ARG_STRING },
#define INT(key) { #key, SSMTP_ARG_INT },
#define BOOL(key) { #key, SSMTP_ARG_BOOL },
#define EVENT_ARG_COUNT(...) (sizeof((ssmtp_event_arg_row[]) { __VA_ARGS__ }) / sizeof(ssmtp_event_arg_row))

const ssmtp_event_row ssmtp_event_rows[SSMTP_EVENT_COUNT] = {
#define SSMTP_EVENT(id, constant, name, args, decision, sentence) \
	{ SSMTP_EVENT_##constant, #name, { args }, EVENT_ARG_COUNT(args), decision, sentence },
#include "client/events.def"
#undef SSMTP_EVENT
};
