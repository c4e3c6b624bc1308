/* net/tcp: when each address is tried and which one is taken (RFC 8305 sections 4, 5 and 8). Names and connections are
 * the table's: --wrap puts them in the place of the system's; the clock is turned by hand. */
#include <errno.h>

#include "net/net.h"
#include "net/resolve.h"
#include "unit.h"

enum { ADDRESSES_MAX = 12, NEVER = -1, STEP_MS = 10, END_MS = 4000 };

typedef struct row {
	const char *what;
	size_t count;               /* addresses of the name */
	const char *families;       /* '4' or '6' each, in the system's order */
	int connected[ADDRESSES_MAX]; /* ms behind its beginning, by place in the order of attempts; NEVER: it hangs */
	int refused[ADDRESSES_MAX];   /* likewise: it fails; 0: at once. NEVER: it does not */
	int begun[ADDRESSES_MAX];     /* when it is to be tried, NEVER: not at all */
	const char *order;          /* the families as they are tried */
	int taken;                  /* place of the one that is taken, NEVER: an error */
	int taken_ms;
	uint16_t local_port;
} row;

#define ALL(value) { value, value, value, value, value, value, value, value, value, value, value, value }

static const row rows[] = {
	{ "the first hangs, the second answers", 2, "46", { NEVER, 30 }, ALL(NEVER), { 0, 250 }, "64", 1, 280, 0 },
	{ "the first answers late, before the second", 2, "66", { 400, 300 }, ALL(NEVER), { 0, 250 }, "66", 0, 400, 0 },
	{ "the first answers late, behind the second", 2, "66", { 600, 300 }, ALL(NEVER), { 0, 250 }, "66", 1, 550, 0 },
	{ "the first is quick: no other is tried", 3, "664", { 240, 1, 1 }, ALL(NEVER), { 0, NEVER, NEVER }, "6", 0, 240,
		0 },
	{ "the first is refused at once", 2, "64", { NEVER, 20 }, { 0, NEVER }, { 0, 0 }, "64", 1, 20, 0 },
	{ "the first is refused later: no waiting for the delay", 2, "64", { NEVER, 20 }, { 100, NEVER }, { 0, 100 }, "64",
		1, 120, 0 },
	{ "families take turns, IPv6 first", 5, "44466", ALL(NEVER), { 0, 0, 0, 0, 0, NEVER }, { 0, 0, 0, 0, 0 }, "64644",
		NEVER, 0, 0 },
	{ "all hang: eight at a time", 12, "666666666666", ALL(NEVER), ALL(NEVER),
		{ 0, 250, 500, 750, 1000, 1250, 1500, 1750, NEVER, NEVER, NEVER, NEVER }, "66666666", NEVER, END_MS, 0 },
	{ "a delay runs from the last attempt", 3, "666", { NEVER, NEVER, 10 }, { 100, NEVER, NEVER }, { 0, 100, 350 },
		"666", 2, 360, 0 },
	{ "one of two is refused: the next at once, beside the one that hangs", 3, "666", { NEVER, NEVER, 10 },
		{ NEVER, 50, NEVER }, { 0, 250, 300 }, "666", 2, 310, 0 },
	{ "a local port belongs to one at a time", 3, "444", { NEVER, NEVER, 10 }, { 700, 700, NEVER }, { 0, 700, 1400 },
		"444", 2, 1410, 40000 },
};

static const row *now_row;
static int now_ms;
static struct {
	ssmtp_sys_socket socket;
	int begun_ms;
	int family;
} tried[ADDRESSES_MAX];
static size_t tried_count;
static ssmtp_sys_address addresses[ADDRESSES_MAX];
static int resolve_dummy;

/* ---- in place of the system ---- */

ssmtp_resolve *__wrap_ssmtp_resolve_start(const char *host, uint16_t port, int family, ssmtp_error *error);
ssmtp_io __wrap_ssmtp_resolve_poll(ssmtp_resolve *resolve, ssmtp_error *error);
const ssmtp_sys_address *__wrap_ssmtp_resolve_list(const ssmtp_resolve *resolve, size_t *count);
void __wrap_ssmtp_resolve_free(ssmtp_resolve **resolve);
ssmtp_io __wrap_ssmtp_sys_connect(ssmtp_sys_socket socket, const ssmtp_sys_address *to, ssmtp_sys_failure *failure);
ssmtp_io __wrap_ssmtp_sys_connect_result(ssmtp_sys_socket socket, ssmtp_sys_failure *failure);
bool __wrap_ssmtp_sys_bind(ssmtp_sys_socket socket, const ssmtp_sys_address *address, ssmtp_sys_failure *failure);

ssmtp_resolve *__wrap_ssmtp_resolve_start(const char *host, uint16_t port, int family, ssmtp_error *error)
{
	(void) host, (void) port, (void) family, (void) error;
	return (ssmtp_resolve *) &resolve_dummy;
}

ssmtp_io __wrap_ssmtp_resolve_poll(ssmtp_resolve *resolve, ssmtp_error *error)
{
	(void) resolve, (void) error;
	return SSMTP_IO_DONE;
}

const ssmtp_sys_address *__wrap_ssmtp_resolve_list(const ssmtp_resolve *resolve, size_t *count)
{
	(void) resolve;
	*count = now_row->count;
	return addresses;
}

void __wrap_ssmtp_resolve_free(ssmtp_resolve **resolve)
{
	*resolve = NULL;
}

bool __wrap_ssmtp_sys_bind(ssmtp_sys_socket socket, const ssmtp_sys_address *address, ssmtp_sys_failure *failure)
{
	(void) socket, (void) address, (void) failure;
	return true;
}

static ssmtp_io outcome(size_t place, ssmtp_sys_failure *failure)
{
	int since_ms = now_ms - tried[place].begun_ms;

	if (now_row->refused[place] != NEVER && since_ms >= now_row->refused[place]) {
		failure->value = ECONNREFUSED;
		return SSMTP_IO_ERROR;
	}
	return now_row->connected[place] != NEVER && since_ms >= now_row->connected[place] ? SSMTP_IO_DONE
																					   : SSMTP_IO_WANT_WRITE;
}

ssmtp_io __wrap_ssmtp_sys_connect(ssmtp_sys_socket socket, const ssmtp_sys_address *to, ssmtp_sys_failure *failure)
{
	tried[tried_count].socket = socket;
	tried[tried_count].begun_ms = now_ms;
	tried[tried_count].family = to->family;
	return outcome(tried_count++, failure);
}

ssmtp_io __wrap_ssmtp_sys_connect_result(ssmtp_sys_socket socket, ssmtp_sys_failure *failure)
{
	size_t place = tried_count;

	/* A socket that was closed leaves its number to a later one. */
	while (place > 0 && tried[place - 1].socket != socket) {
		place--;
	}
	CHECK(place > 0, "a socket that nobody opened");
	return outcome(place - 1, failure);
}

/* ---- rows ---- */

static void make_addresses(const row *r)
{
	for (size_t i = 0; i < r->count; i++) {
		char text[32];
		int code = 0;

		snprintf(text, sizeof(text), r->families[i] == '6' ? "2001:db8::%zu" : "192.0.2.%zu", i + 1);
		CHECK(ssmtp_sys_resolve(text, 25, r->families[i] - '0', true, &addresses[i], 1, &code) == 1, "%s", text);
	}
}

/* The wait ends with the delay: nobody sleeps through it, nobody wakes without need. */
static void check_wait(ssmtp_transport *tcp, const row *r)
{
	ssmtp_wait wait = { .deadline_ms = SSMTP_DEADLINE_NEVER };
	bool more = tried_count < r->count && (r->local_port == 0 ? tried_count < 8 : false);

	tcp->vtable->want(tcp, SSMTP_IO_WANT_WRITE, &wait);
	CHECK(wait.count > 0, "%s: waits for nothing", r->what);
	CHECK(wait.deadline_ms == (more ? tried[tried_count - 1].begun_ms + 250 : SSMTP_DEADLINE_NEVER),
		"%s at %d: waits until %lld", r->what, now_ms, (long long) wait.deadline_ms);
}

static void run_row(const row *r)
{
	ssmtp_tcp_options options = { .host = "mx.example", .port = 25, .local_host = "", .local_port = r->local_port,
		.family = 2 };
	ssmtp_error error = { 0 };
	ssmtp_transport *tcp = ssmtp_tcp_new(&options, &error);
	ssmtp_io io = SSMTP_IO_WAIT;
	int taken_family;

	CHECK(tcp != NULL, "%s", error.text);
	now_row = r;
	tried_count = 0;
	make_addresses(r);
	for (now_ms = 0; now_ms < END_MS; now_ms += STEP_MS) {
		io = tcp->vtable->connect(tcp, now_ms, &error);
		if (io != SSMTP_IO_WAIT) {
			break;
		}
		check_wait(tcp, r);
	}
	CHECK((io == SSMTP_IO_DONE) == (r->taken != NEVER) && now_ms == r->taken_ms, "%s: %d at %d", r->what, io, now_ms);
	CHECK(tried_count == strlen(r->order), "%s: %zu tried", r->what, tried_count);
	for (size_t i = 0; i < r->count; i++) {
		int begun = i < tried_count ? tried[i].begun_ms : NEVER;

		CHECK(begun == r->begun[i], "%s: address %zu at %d", r->what, i, begun);
		CHECK(i >= tried_count || tried[i].family == r->order[i] - '0', "%s: address %zu", r->what, i);
	}
	if (r->taken != NEVER) {
		ssmtp_wait wait = { .deadline_ms = SSMTP_DEADLINE_NEVER };

		tcp->vtable->want(tcp, SSMTP_IO_WAIT, &wait);
		taken_family = wait.count == 1 && wait.entries[0].handle == tried[r->taken].socket;
		CHECK(taken_family, "%s: another one was taken", r->what);
	} else if (r->taken_ms < END_MS) {
		CHECK(error.code == SSMTP_E_CONNREFUSED, "%s: %s", r->what, error.text);
	}
	ssmtp_transport_free(&tcp);
}

int main(void)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		run_row(&rows[i]);
	}
	return unit_summary("happy_eyeballs");
}
