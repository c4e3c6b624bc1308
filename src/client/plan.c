/* What comes next: the stages of every operation. A stage that has nothing to
 * do (already connected, no TLS asked for, no user) is complete at once. */
#include "client/queue.h"
#include "client/relay.h"

#define PLAN_CONNECT                                                                                                   \
	&ssmtp_stage_dial, &ssmtp_stage_tls_first, &ssmtp_stage_online, &ssmtp_stage_open, &ssmtp_stage_starttls,          \
		&ssmtp_stage_tls_upgrade, &ssmtp_stage_reopen, &ssmtp_stage_auth, &ssmtp_stage_connected

static const ssmtp_plan_stage *const plan_connect[] = { PLAN_CONNECT, NULL };
static const ssmtp_plan_stage *const plan_start_tls[] = { &ssmtp_stage_starttls, &ssmtp_stage_tls_upgrade,
	&ssmtp_stage_reopen, &ssmtp_stage_auth, NULL };
static const ssmtp_plan_stage *const plan_send[] = { PLAN_CONNECT, &ssmtp_stage_submit, &ssmtp_stage_close_if_opened,
	NULL };
static const ssmtp_plan_stage *const plan_ask[] = { PLAN_CONNECT, &ssmtp_stage_request, &ssmtp_stage_close_if_opened,
	NULL };
static const ssmtp_plan_stage *const plan_command[] = { &ssmtp_stage_request, NULL };
static const ssmtp_plan_stage *const plan_disconnect[] = { &ssmtp_stage_quit, &ssmtp_stage_close, NULL };
static const ssmtp_plan_stage *const plan_do_events[] = { &ssmtp_stage_do_events, NULL };
static const ssmtp_plan_stage *const plan_queue[] = { &ssmtp_stage_queue_list, PLAN_CONNECT, &ssmtp_stage_relay,
	&ssmtp_stage_queue, &ssmtp_stage_close_if_opened, NULL };
static const ssmtp_plan_stage *const plan_reset[] = { &ssmtp_stage_quit, &ssmtp_stage_close, &ssmtp_stage_reset, NULL };

const ssmtp_plan_stage *const ssmtp_plan_goodbye[] = { &ssmtp_stage_quit, &ssmtp_stage_close, NULL };
const ssmtp_plan_stage *const ssmtp_plan_leave[] = { &ssmtp_stage_close_if_opened, NULL };
const ssmtp_plan_stage *const ssmtp_plan_nothing[] = { NULL };
const ssmtp_plan_stage *const ssmtp_plan_relayed[] = { PLAN_CONNECT, &ssmtp_stage_queue, &ssmtp_stage_close_if_opened,
	NULL };

static const struct {
	ssmtp_operation operation;
	const ssmtp_plan_stage *const *plan;
} plans[] = {
	{ SSMTP_OP_CONNECT, plan_connect },
	{ SSMTP_OP_DISCONNECT, plan_disconnect },
	{ SSMTP_OP_DO_EVENTS, plan_do_events },
	{ SSMTP_OP_START_TLS, plan_start_tls },
	{ SSMTP_OP_SEND, plan_send },
	{ SSMTP_OP_SEND_TO_TERMINAL_OR_EMAIL, plan_send },
	{ SSMTP_OP_SEND_TO_TERMINAL_ONLY, plan_send },
	{ SSMTP_OP_SEND_TO_TERMINAL_AND_EMAIL, plan_send },
	{ SSMTP_OP_EXPAND, plan_ask },
	{ SSMTP_OP_VERIFY, plan_ask },
	{ SSMTP_OP_COMMAND, plan_command },
	{ SSMTP_OP_PROCESS_QUEUE, plan_queue },
	{ SSMTP_OP_RESET, plan_reset },
};

const ssmtp_plan_stage *const *ssmtp_plan_of(ssmtp_operation operation)
{
	for (size_t i = 0; i < sizeof(plans) / sizeof(plans[0]); i++) {
		if (plans[i].operation == operation) {
			return plans[i].plan;
		}
	}
	return NULL;
}
