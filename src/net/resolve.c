/* Resolution in a helper thread (see resolve.h). Thread and owner share one
 * job; whoever leaves it last releases it. */
#include "net/resolve.h"

#include "base/alloc.h"

enum { JOB_RUNNING, JOB_FINISHED, JOB_ABANDONED };

typedef struct resolve_job {
	ssmtp_sys_word state;
	ssmtp_sys_socket wake; /* the thread's end: written to and closed by the thread only */
	uint16_t port;
	int family;
	int failure;
	size_t count;
	ssmtp_sys_address list[SSMTP_RESOLVE_ADDRESSES_MAX];
	char host[256];
} resolve_job;

struct ssmtp_resolve {
	resolve_job *job;
	ssmtp_sys_socket woken; /* readable when the thread is done; SSMTP_SYS_NONE: no thread, or taken */
	bool finished;
};

/* The resolver's thread. It allocates nothing of ours and touches the job no
 * more once the state says FINISHED: from then on the owner may release it. */
static void resolve_run(void *argument)
{
	resolve_job *job = argument;
	ssmtp_sys_socket wake = job->wake;
	ssmtp_sys_failure failure;
	size_t n;

	job->count = ssmtp_sys_resolve(job->host, job->port, job->family, false, job->list, SSMTP_RESOLVE_ADDRESSES_MAX,
		&job->failure);
	if (ssmtp_sys_word_swap(&job->state, JOB_FINISHED) == JOB_ABANDONED) {
		ssmtp_free(job);
	}
	/* An octet and not the mere close: a forked child may hold a copy of this end. */
	(void) ssmtp_sys_send(wake, "", 1, &n, &failure);
	ssmtp_sys_close(wake);
}

static bool resolve_thread(ssmtp_resolve *resolve, ssmtp_error *error)
{
	ssmtp_sys_socket pair[2];
	ssmtp_sys_failure failure;

	if (!ssmtp_sys_pair(pair, &failure)) {
		return ssmtp_sys_error(error, SSMTP_ERROR_RESOLVE, failure, "starting the resolver");
	}
	resolve->woken = pair[0];
	resolve->job->wake = pair[1];
	if (!ssmtp_sys_thread_start(resolve_run, resolve->job, &failure)) {
		ssmtp_sys_close(pair[1]);
		return ssmtp_sys_error(error, SSMTP_ERROR_RESOLVE, failure, "starting the resolver");
	}
	return true;
}

static bool resolve_begin(ssmtp_resolve *resolve, ssmtp_error *error)
{
	resolve_job *job = resolve->job;

	if (ssmtp_sys_literal_family(job->host) == 0) {
		return resolve_thread(resolve, error);
	}
	job->count = ssmtp_sys_resolve(job->host, job->port, job->family, true, job->list, SSMTP_RESOLVE_ADDRESSES_MAX,
		&job->failure);
	job->state.value = JOB_FINISHED;
	resolve->finished = true;
	return true;
}

ssmtp_resolve *ssmtp_resolve_start(const char *host, uint16_t port, int family, ssmtp_error *error)
{
	ssmtp_resolve *resolve;
	size_t len = strlen(host);

	/* RFC 1035 section 2.3.4: a name has at most 255 octets. */
	if (len == 0 || len >= sizeof(resolve->job->host)) {
		ssmtp_error_argument(error, "A host name has 1 to 255 octets.");
		return NULL;
	}
	resolve = ssmtp_alloc_zero(sizeof(*resolve));
	if (resolve == NULL || (resolve->job = ssmtp_alloc_zero(sizeof(*resolve->job))) == NULL) {
		ssmtp_free(resolve);
		ssmtp_error_nomem(error);
		return NULL;
	}
	resolve->woken = resolve->job->wake = SSMTP_SYS_NONE;
	memcpy(resolve->job->host, host, len + 1);
	resolve->job->port = port;
	resolve->job->family = family;
	if (!resolve_begin(resolve, error)) {
		resolve->job->state.value = JOB_FINISHED; /* no thread has it */
		ssmtp_resolve_free(&resolve);
	}
	return resolve;
}

void ssmtp_resolve_failed(ssmtp_error *error, int failure, const char *host, int family)
{
	ssmtp_sys_resolve_error(error, failure, host);
	if (error != NULL && error->code == SSMTP_E_NO_DATA && family != 0) {
		ssmtp_error_append(error, ": it has no IPv%d address; set Config UseIPv6=2 to take the other kind as well.",
			family);
	}
}

ssmtp_io ssmtp_resolve_poll(ssmtp_resolve *resolve, ssmtp_error *error)
{
	ssmtp_sys_failure failure;
	uint8_t octet;
	size_t n;

	if (!resolve->finished) {
		if (ssmtp_sys_recv(resolve->woken, &octet, 1, &n, &failure) == SSMTP_IO_WANT_READ) {
			return SSMTP_IO_WAIT;
		}
		ssmtp_sys_close(resolve->woken);
		resolve->woken = SSMTP_SYS_NONE;
		resolve->finished = true;
	}
	if (resolve->job->count == 0) {
		ssmtp_resolve_failed(error, resolve->job->failure, resolve->job->host, resolve->job->family);
		return SSMTP_IO_ERROR;
	}
	return SSMTP_IO_DONE;
}

ssmtp_sys_socket ssmtp_resolve_handle(const ssmtp_resolve *resolve)
{
	return resolve->woken;
}

const ssmtp_sys_address *ssmtp_resolve_list(const ssmtp_resolve *resolve, size_t *count)
{
	*count = resolve->finished ? resolve->job->count : 0;
	return resolve->job->list;
}

void ssmtp_resolve_free(ssmtp_resolve **resolve)
{
	ssmtp_resolve *gone = *resolve;

	if (gone == NULL) {
		return;
	}
	*resolve = NULL;
	if (ssmtp_sys_word_swap(&gone->job->state, JOB_ABANDONED) == JOB_FINISHED) {
		ssmtp_free(gone->job);
	}
	ssmtp_sys_close(gone->woken);
	ssmtp_free(gone);
}
