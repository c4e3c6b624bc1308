/* Many connections to one server drain one queue directory (see relay.h). The
 * object's own connection is lent to the first worker and comes back at the end. */
#include "client/relay.h"

#include "base/alloc.h"
#include "base/ascii.h"
#include "client/queue.h"

typedef struct relay_worker {
	ssmtp_client *client;
	bool done;
	bool due; /* has something to do before the next wait */
	bool given_up; /* nothing is left to do for it */
	int64_t deadline_ms;
} relay_worker;

struct ssmtp_relay {
	relay_worker *workers;
	ssmtp_wait *waits; /* an entry a worker */
	size_t count;
	bool lent; /* the first worker has the object's connection */
	bool aborted;
	bool failed;
	ssmtp_error error; /* the first one */
};

/* ---- beginning ---- */

/* Lending is moving the pointer: the object holds an empty connection meanwhile. */
static void relay_swap(ssmtp_client *one, ssmtp_client *other)
{
	ssmtp_connection *connection = one->connection;

	one->connection = other->connection;
	other->connection = connection;
}

const ssmtp_connection *ssmtp_client_shown(const ssmtp_client *client)
{
	const struct ssmtp_relay *relay = client->relay;

	return relay != NULL && relay->lent ? relay->workers[0].client->connection : client->connection;
}

/* A client with the settings of this operation. A callback may set another client certificate: this one is held. */
static ssmtp_client *relay_client_new(ssmtp_client *master)
{
	ssmtp_client *client = ssmtp_client_new(&master->hooks, &master->error);

	if (client == NULL) {
		return NULL;
	}
	ssmtp_settings_free(&client->settings);
	client->settings = ssmtp_settings_ref(master->now);
	client->tls_identity = ssmtp_identity_ref(master->tls_identity);
	client->tls_kept = master->tls_kept;
	return client;
}

static bool relay_start_worker(ssmtp_client *master, relay_worker *worker)
{
	ssmtp_error error = { 0 };

	worker->client = relay_client_new(master);
	if (worker->client == NULL) {
		return false;
	}
	if (worker == master->relay->workers) {
		relay_swap(master, worker->client);
		master->relay->lent = true;
	}
	worker->due = true;
	ssmtp_client_provide_tokens(worker->client, master->tokens_provided);
	if (!ssmtp_client_start(worker->client, SSMTP_OP_PROCESS_QUEUE, SSMTP_SLICE_EMPTY, ssmtp_plan_relayed, &error)) {
		return false;
	}
	/* Who listens is the object's to say, at every moment; AbsoluteTimeout is one for all. */
	worker->client->events.listeners = &master->listen_mask;
	worker->client->begun_ms = master->begun_ms;
	return ssmtp_queue_share(worker->client, master);
}

static bool relay_begin(ssmtp_client *master, size_t count)
{
	struct ssmtp_relay *relay = master->relay = ssmtp_alloc_zero(sizeof(*relay));

	if (relay == NULL) {
		return false;
	}
	relay->workers = ssmtp_alloc_zero(count * sizeof(*relay->workers));
	relay->waits = ssmtp_alloc_zero(count * sizeof(*relay->waits));
	if (relay->workers == NULL || relay->waits == NULL) {
		return false;
	}
	for (relay->count = 0; relay->count < count; relay->count++) {
		if (!relay_start_worker(master, &relay->workers[relay->count])) {
			relay->count++;
			return false;
		}
	}
	return true;
}

/* ---- running ---- */

/* Told by the object; event, decision and token stay the worker's. */
static void relay_tell(ssmtp_client *master, relay_worker *worker)
{
	master->telling = worker->client;
	master->transfer_chunk = worker->client->transfer_chunk;
}

void ssmtp_relay_pause(ssmtp_client *master, int64_t spent_ms)
{
	for (size_t i = 0; i < master->relay->count; i++) {
		ssmtp_client_pause(master->relay->workers[i].client, spent_ms);
	}
}

static void relay_take_report(ssmtp_client *master, ssmtp_client *from)
{
	ssmtp_result_clear(&master->result);
	master->result = from->result;
	memset(&from->result, 0, sizeof(from->result));
}

/* The first error ends the run: what is on its way is finished, nothing new begins. */
static void relay_note_failure(ssmtp_client *master, const relay_worker *worker)
{
	struct ssmtp_relay *relay = master->relay;
	ssmtp_client *client = worker->client;

	if (worker->given_up) {
		ssmtp_client_info(master, "A further connection was given up: nothing is left to be sent over it.");
		return;
	}
	if (!client->queue_used) {
		/* The others send what this one would have sent. */
		ssmtp_client_info(master, "A further connection was not opened: %s", ssmtp_client_error(client)->text);
		return;
	}
	ssmtp_queue_stop(master);
	if (!relay->failed) {
		relay->failed = true;
		relay->error = *ssmtp_client_error(client);
		relay_take_report(master, client);
	}
}

static void relay_worker_done(ssmtp_client *master, relay_worker *worker)
{
	worker->done = true;
	if (!master->relay->failed && worker->client->queue_used) {
		relay_take_report(master, worker->client);
	}
}

/* False: it has something to tell first. */
static bool relay_step(ssmtp_client *master, relay_worker *worker)
{
	switch (ssmtp_client_step(worker->client)) {
	case SSMTP_STEP_EVENT:
	case SSMTP_STEP_TOKEN:
		relay_tell(master, worker);
		return false;
	case SSMTP_STEP_WAIT:
		worker->due = false;
		break;
	case SSMTP_STEP_DONE:
		relay_worker_done(master, worker);
		break;
	case SSMTP_STEP_FAILED:
		worker->done = true;
		relay_note_failure(master, worker);
		break;
	}
	return true;
}

static ssmtp_progress relay_finish(ssmtp_client *master)
{
	bool failed = master->relay->failed;
	ssmtp_error error = master->relay->error;

	ssmtp_relay_end(master);
	if (failed) {
		/* Whoever met the error has done about it what there was to do. */
		master->connection->kept = false;
		return ssmtp_client_fail(master, &error);
	}
	/* Every file has been taken: that is the outcome. */
	ssmtp_client_go_on(master, ssmtp_plan_leave);
	return SSMTP_PROGRESS_AGAIN;
}

/* What ends the operation ends each connection in its own way: those with a reply at hand have it first, and behind an
 * exception those behind their end of mail data await it. */
static void relay_pass_end(ssmtp_client *master)
{
	struct ssmtp_relay *relay = master->relay;
	bool abort = master->aborted && !relay->aborted;

	for (size_t i = 0; (abort || master->interrupted) && i < relay->count; i++) {
		if (abort) {
			ssmtp_client_abort(relay->workers[i].client);
		} else {
			ssmtp_client_interrupt(relay->workers[i].client);
		}
		relay->workers[i].due = true;
	}
	relay->aborted = master->aborted;
	master->interrupted = false;
}

/* A connection that is still being opened when the last file is taken, or nothing new begins behind a failure, is
 * closed: nobody waits for a server that is silent. True when there was one. */
static bool relay_give_up(ssmtp_client *master)
{
	struct ssmtp_relay *relay = master->relay;
	bool any = false;

	for (size_t i = 0; ssmtp_queue_left(master) == 0 && i < relay->count; i++) {
		relay_worker *worker = &relay->workers[i];

		if (!worker->done && !worker->given_up && !worker->client->queue_used) {
			ssmtp_client_interrupt(worker->client);
			any = worker->given_up = worker->due = true;
		}
	}
	return any;
}

static ssmtp_progress relay_turn(ssmtp_client *master)
{
	struct ssmtp_relay *relay = master->relay;
	size_t running = 0;

	relay_pass_end(master);
	master->events.memory_lost = false; /* a line of information: the connections know what matters */
	for (size_t i = 0; i < relay->count; i++) {
		relay_worker *worker = &relay->workers[i];

		if (!worker->done && worker->due && !relay_step(master, worker)) {
			return SSMTP_PROGRESS_TELL;
		}
		running += !worker->done;
	}
	if (relay_give_up(master)) {
		return SSMTP_PROGRESS_AGAIN;
	}
	if (running == 0) {
		return relay_finish(master);
	}
	return ssmtp_events_pending(&master->events) ? SSMTP_PROGRESS_AGAIN : SSMTP_PROGRESS_WAIT;
}

static ssmtp_progress relay_run(ssmtp_client *client)
{
	size_t count = ssmtp_queue_left(client);

	if (client->relay != NULL) {
		return relay_turn(client);
	}
	count = (int64_t) count < client->now->max_connections ? count : (size_t) client->now->max_connections;
	if (count < 2) {
		return SSMTP_PROGRESS_NEXT;
	}
	return relay_begin(client, count) ? SSMTP_PROGRESS_AGAIN : ssmtp_client_fail_nomem(client);
}

const ssmtp_plan_stage ssmtp_stage_relay = { .run = relay_run };

void ssmtp_relay_wait(ssmtp_client *client)
{
	struct ssmtp_relay *relay = client->relay;
	int64_t nearest = ssmtp_client_deadline(client);

	for (size_t i = 0; i < relay->count; i++) {
		relay_worker *worker = &relay->workers[i];

		memset(&relay->waits[i], 0, sizeof(relay->waits[i]));
		relay->waits[i].deadline_ms = SSMTP_DEADLINE_NEVER;
		if (!worker->done) {
			ssmtp_client_wait_entries(worker->client, &relay->waits[i]);
			worker->deadline_ms =
				ssmtp_deadline_earlier(relay->waits[i].deadline_ms, ssmtp_client_deadline(worker->client));
			nearest = ssmtp_deadline_earlier(nearest, worker->deadline_ms);
		}
	}
	(void) ssmtp_net_wait_many(relay->waits, relay->count, nearest);
	for (size_t i = 0; i < relay->count; i++) {
		relay_worker *worker = &relay->workers[i];

		for (size_t k = 0; k < relay->waits[i].count; k++) {
			if (relay->waits[i].entries[k].ready) {
				worker->due = worker->client->connection->may_read = true;
			}
		}
		worker->due = worker->due || ssmtp_deadline_passed(worker->deadline_ms, ssmtp_client_now(client));
	}
}

/* ---- the end ---- */

/* Broken off where it stands; its claims are settled by that. */
static void relay_cut(ssmtp_client *master, relay_worker *worker)
{
	if (worker->done || worker->client == NULL || !ssmtp_client_busy(worker->client)) {
		return;
	}
	ssmtp_events_mute(&worker->client->events);
	ssmtp_client_interrupt(worker->client);
	(void) ssmtp_client_step(worker->client);
	if (ssmtp_client_error(worker->client)->maybe_delivered) {
		master->error.maybe_delivered = true;
	}
}

void ssmtp_relay_end(ssmtp_client *client)
{
	struct ssmtp_relay *relay = client->relay;
	bool ours = ssmtp_client_shown(client)->process_id == ssmtp_net_process_id();

	if (relay == NULL) {
		return;
	}
	client->relay = NULL;
	client->transfer_chunk = SSMTP_SLICE_EMPTY;
	for (size_t i = 0; i < relay->count; i++) {
		if (ours) {
			relay_cut(client, &relay->workers[i]);
		}
		if (i == 0 && relay->lent) {
			relay_swap(client, relay->workers[0].client);
		}
		ssmtp_client_free(&relay->workers[i].client);
	}
	ssmtp_free(relay->workers);
	ssmtp_free(relay->waits);
	ssmtp_free(relay);
}
