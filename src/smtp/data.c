/* Transparency and line ends of the mail data, in place (see data.h). */
#include "smtp/data.h"

/* Where the walk writes; at == NULL: it only counts what it would insert. */
typedef struct data_sink {
	uint8_t *at;
	size_t inserted;
} data_sink;

static void data_put(data_sink *sink, const uint8_t *ptr, size_t len)
{
	if (sink->at != NULL) {
		/* Source and destination share the buffer, the source further up. */
		memmove(sink->at, ptr, len);
		sink->at += len;
	}
}

static void data_insert(data_sink *sink, uint8_t c)
{
	if (sink->at != NULL) {
		*sink->at++ = c;
	}
	sink->inserted++;
}

/* Octets in front of the first CR or LF. */
static size_t data_line_len(const uint8_t *ptr, size_t len)
{
	const uint8_t *cr = memchr(ptr, '\r', len);
	size_t upto = cr == NULL ? len : (size_t) (cr - ptr);
	const uint8_t *lf = memchr(ptr, '\n', upto);

	return lf == NULL ? upto : (size_t) (lf - ptr);
}

/* The CR is out, its LF is owed: it is the next octet, or ours. */
static size_t data_walk_lf(data_sink *sink, const uint8_t *ptr)
{
	if (*ptr == '\n') {
		data_put(sink, ptr, 1);
		return 1;
	}
	data_insert(sink, '\n');
	return 0;
}

/* One line, or what is there of it; returns the octets taken. */
static size_t data_walk_line(ssmtp_data_writer *writer, data_sink *sink, const uint8_t *ptr, size_t len)
{
	size_t n;

	if (writer->position == SSMTP_DATA_AFTER_CR) {
		writer->position = SSMTP_DATA_LINE_START;
		return data_walk_lf(sink, ptr);
	}
	if (writer->position == SSMTP_DATA_LINE_START && writer->transparency && ptr[0] == '.') {
		data_insert(sink, '.');
	}
	n = data_line_len(ptr, len);
	data_put(sink, ptr, n);
	if (n == len) {
		writer->position = SSMTP_DATA_IN_LINE;
		return n;
	}
	if (ptr[n] == '\r') {
		writer->position = SSMTP_DATA_AFTER_CR;
	} else {
		data_insert(sink, '\r');
		writer->position = SSMTP_DATA_LINE_START;
	}
	data_put(sink, ptr + n, 1);
	return n + 1;
}

static void data_walk(ssmtp_data_writer *writer, data_sink *sink, const uint8_t *ptr, size_t len)
{
	while (len > 0) {
		size_t n = data_walk_line(writer, sink, ptr, len);

		ptr += n;
		len -= n;
	}
}

void ssmtp_data_begin(ssmtp_data_writer *writer, bool transparency)
{
	/* The CRLF behind DATA is the one in front of the first line (RFC 5321 4.1.1.4). */
	writer->position = SSMTP_DATA_LINE_START;
	writer->transparency = transparency;
}

uint8_t *ssmtp_data_room(ssmtp_buf *out, size_t *room)
{
	size_t all;

	*room = 0;
	/* ".\n" is the worst: both octets become two; one LF may be owed. */
	if (!ssmtp_buf_reserve(out, 2 * SSMTP_DATA_CHUNK_OCTETS + 1)) {
		return NULL;
	}
	*room = SSMTP_DATA_CHUNK_OCTETS;
	return ssmtp_buf_tail(out, &all);
}

void ssmtp_data_commit(ssmtp_data_writer *writer, ssmtp_buf *out, size_t n)
{
	ssmtp_data_writer counting = *writer;
	data_sink sink = { NULL, 0 };
	size_t room;
	uint8_t *at = ssmtp_buf_tail(out, &room);
	size_t inserted;

	data_walk(&counting, &sink, at, n);
	inserted = sink.inserted;
	if (inserted == 0) {
		*writer = counting;
		ssmtp_buf_commit(out, n);
		return;
	}
	memmove(at + inserted, at, n);
	sink = (data_sink){ at, 0 };
	data_walk(writer, &sink, at + inserted, n);
	ssmtp_buf_commit(out, n + inserted);
}

bool ssmtp_data_finish(ssmtp_data_writer *writer, ssmtp_buf *out)
{
	static const char *const line_ends[] = {
		[SSMTP_DATA_LINE_START] = "",
		[SSMTP_DATA_IN_LINE] = "\r\n",
		[SSMTP_DATA_AFTER_CR] = "\n",
	};

	/* All or nothing: what is half written would be an open line. */
	if (!ssmtp_buf_reserve(out, 5)) {
		return false;
	}
	ssmtp_buf_append_str(out, line_ends[writer->position]);
	writer->position = SSMTP_DATA_LINE_START;
	return !writer->transparency || ssmtp_buf_append_str(out, ".\r\n");
}
