/* Waiting, the clock and names of this host (see net.h). */
#include "net/net.h"

#include "base/alloc.h"
#include "base/ascii.h"
#include "base/file.h"
#include "net/sys.h"

#define HOSTS_MAX (256 * 1024)

int64_t ssmtp_net_now_ms(void)
{
	return ssmtp_sys_now_ms();
}

bool ssmtp_net_wait(const ssmtp_wait *wait, int64_t deadline_ms, intptr_t extra_fd)
{
	ssmtp_wait_entry entries[SSMTP_WAIT_MAX + 1];
	int64_t nearest = ssmtp_deadline_earlier(wait->deadline_ms, deadline_ms);
	size_t count = wait->count;

	memcpy(entries, wait->entries, count * sizeof(entries[0]));
	if (extra_fd != SSMTP_SYS_NONE) {
		entries[count++] = (ssmtp_wait_entry) { extra_fd, true, false, false };
	}
	return ssmtp_sys_poll(entries, count, ssmtp_deadline_left(nearest, ssmtp_sys_now_ms())) >= 0;
}

/* All entries in one array; NULL without memory. */
static ssmtp_wait_entry *net_gather(const ssmtp_wait *waits, size_t count, size_t *total)
{
	ssmtp_wait_entry *entries = ssmtp_alloc((count * SSMTP_WAIT_MAX + 1) * sizeof(*entries));

	*total = 0;
	for (size_t i = 0; entries != NULL && i < count; i++) {
		memcpy(entries + *total, waits[i].entries, waits[i].count * sizeof(*entries));
		*total += waits[i].count;
	}
	return entries;
}

bool ssmtp_net_wait_many(ssmtp_wait *waits, size_t count, int64_t deadline_ms)
{
	size_t total, at = 0;
	ssmtp_wait_entry *entries = net_gather(waits, count, &total);
	int64_t nearest = deadline_ms;
	int ready;

	for (size_t i = 0; i < count; i++) {
		nearest = ssmtp_deadline_earlier(nearest, waits[i].deadline_ms);
	}
	/* Without memory a short sleep: the callers then look for themselves. */
	ready = entries == NULL ? ssmtp_sys_poll(NULL, 0, 10)
							: ssmtp_sys_poll(entries, total, ssmtp_deadline_left(nearest, ssmtp_sys_now_ms()));
	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < waits[i].count; k++) {
			waits[i].entries[k].ready = entries == NULL || (ready > 0 && entries[at + k].ready);
		}
		at += waits[i].count;
	}
	ssmtp_free(entries);
	return ready >= 0;
}

long ssmtp_net_process_id(void)
{
	return ssmtp_sys_process_id();
}

static ssmtp_slice net_take_word(ssmtp_slice *line)
{
	ssmtp_slice word;
	size_t len = 0;

	*line = ssmtp_slice_trim(*line);
	while (len < line->len && !ssmtp_is_wsp(line->ptr[len])) {
		len++;
	}
	word = ssmtp_slice_head(*line, len);
	*line = ssmtp_slice_skip(*line, len);
	return word;
}

/* The first name with a dot in a line of the hosts file that also names short_name. */
static bool net_line_full_name(ssmtp_slice line, ssmtp_slice short_name, ssmtp_slice *full)
{
	ssmtp_slice word;
	bool named = false;

	*full = SSMTP_SLICE_EMPTY;
	line = ssmtp_slice_head(line, ssmtp_slice_find(line, '#'));
	line = ssmtp_slice_head(line, ssmtp_slice_find(line, '\r'));
	net_take_word(&line); /* the address */
	while ((word = net_take_word(&line)).len > 0) {
		named = named || ssmtp_slice_equal_nocase(word, short_name);
		if (full->len == 0 && ssmtp_slice_find(word, '.') < word.len) {
			*full = word;
		}
	}
	return named && full->len > 0;
}

/* Of a file that is longer the beginning. */
static bool net_read_hosts(ssmtp_buf *out)
{
	char path[512], chunk[1024];
	int file = ssmtp_sys_hosts_file(path, sizeof(path)) ? ssmtp_file_open(path) : SSMTP_FILE_NONE;
	bool kept = file != SSMTP_FILE_NONE;
	size_t n;

	while (kept && ssmtp_buf_len(out) < HOSTS_MAX && ssmtp_file_read(file, chunk, sizeof(chunk), &n) && n > 0) {
		kept = ssmtp_buf_append(out, chunk, n);
	}
	(void) ssmtp_file_close(&file);
	return kept;
}

/* Replaces a name without a dot by the full one the hosts file knows. */
static bool net_complete_name(ssmtp_buf *name)
{
	ssmtp_buf hosts;
	ssmtp_slice rest, full;
	bool kept = true;

	ssmtp_buf_init(&hosts, SSMTP_BUF_MAX_DEFAULT);
	if (net_read_hosts(&hosts)) {
		rest = ssmtp_buf_slice(&hosts);
		while (rest.len > 0) {
			size_t end = ssmtp_slice_find(rest, '\n');

			if (net_line_full_name(ssmtp_slice_head(rest, end), ssmtp_buf_slice(name), &full)) {
				ssmtp_buf_clear(name);
				kept = ssmtp_buf_append_slice(name, full);
				break;
			}
			rest = ssmtp_slice_skip(rest, end + 1);
		}
	}
	ssmtp_buf_free(&hosts);
	return kept;
}

bool ssmtp_net_host_name(ssmtp_buf *out)
{
	ssmtp_buf name;
	bool ok;

	ssmtp_buf_init(&name, 512);
	ok = ssmtp_sys_host_name(&name);
	if (ok && ssmtp_slice_find(ssmtp_buf_slice(&name), '.') == ssmtp_buf_len(&name)) {
		ok = net_complete_name(&name);
	}
	ok = ok && ssmtp_buf_append_slice(out, ssmtp_buf_slice(&name));
	ssmtp_buf_free(&name);
	return ok;
}
