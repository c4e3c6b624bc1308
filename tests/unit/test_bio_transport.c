/* crypto/bio_transport: what OpenSSL reads comes whole, in order and once, by
 * lines or by octets, however the transport cuts it; limits of turn and of octets. */
#include <string.h>

#include "crypto/bio_transport.h"
#include "unit.h"

/* Hands out a text in pieces of `chunk` octets, not ready before each when it stutters. */
typedef struct script {
	ssmtp_transport base;
	const char *text;
	size_t len, at, chunk;
	bool stutter, ready;
	bool endless; /* begins anew at the end */
	size_t given;
} script;

static ssmtp_io script_read(ssmtp_transport *transport, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	script *self = (script *) transport;
	size_t left = self->len - self->at;

	(void) error;
	if (self->stutter && !self->ready) {
		self->ready = true;
		return SSMTP_IO_WANT_READ;
	}
	self->ready = false;
	if (left == 0 && !self->endless) {
		return SSMTP_IO_END;
	}
	*n = left < room ? left : room;
	*n = self->chunk != 0 && *n > self->chunk ? self->chunk : *n;
	memcpy(dst, self->text + self->at, *n);
	self->at += *n;
	self->given += *n;
	if (self->at == self->len && self->endless) {
		self->at = 0;
	}
	return SSMTP_IO_DONE;
}

static const ssmtp_transport_vtable script_vtable = { .name = "script", .read = script_read };

static const char answer[] = "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\n12\n45";
static const char *const answer_lines[] = { "HTTP/1.0 200 OK\r\n", "Content-Length: 5\r\n", "\r\n" };

/* One line as OpenSSL's HTTP client asks for it: again after each "retry". */
static int line_of(BIO *bio, ssmtp_bio_link *link, char *line, int room, size_t *retries)
{
	int n;

	for (;;) {
		ssmtp_bio_link_begin(link);
		n = BIO_gets(bio, line, room);
		if (n > 0 || !BIO_should_retry(bio)) {
			return n;
		}
		CHECK(ssmtp_bio_link_waits(link));
		(*retries)++;
	}
}

/* Header fields by lines, the body by octets: at every split, with and without octets that are late. */
static void test_lines_at_every_split(void)
{
	for (size_t chunk = 0; chunk < sizeof(answer); chunk++) {
		for (int stutter = 0; stutter < 2; stutter++) {
			script source = { .base = { &script_vtable, NULL }, answer, sizeof(answer) - 1, 0, chunk, stutter };
			ssmtp_bio_link link = { 0 };
			BIO *bio = ssmtp_bio_link_open(&link, &source.base);
			size_t retries = 0, total = 0;
			char line[64], body[8];

			for (size_t i = 0; i < 3; i++) {
				int n = line_of(bio, &link, line, sizeof(line), &retries);

				CHECK(n == (int) strlen(answer_lines[i]) && strcmp(line, answer_lines[i]) == 0, "chunk %zu: %d %s",
					chunk, n, line);
			}
			CHECK(!stutter || retries > 0);
			while (total < 5) {
				int n;

				ssmtp_bio_link_begin(&link);
				n = BIO_read(bio, body + total, (int) (sizeof(body) - total));
				if (n <= 0 && !BIO_should_retry(bio)) {
					break;
				}
				total += n > 0 ? (size_t) n : 0;
			}
			CHECK(total == 5 && memcmp(body, "12\n45", 5) == 0, "chunk %zu: %zu octets", chunk, total);
			source.stutter = false;
			CHECK(BIO_read(bio, body, 1) == 0 && !BIO_should_retry(bio) && BIO_eof(bio));
			BIO_free(bio);
			ssmtp_bio_link_close(&link);
		}
	}
}

/* A line longer than there is room for comes in parts; the last one may lack its LF. */
static void test_line_lengths(void)
{
	static const char text[] = "0123456789\nab";
	static const struct {
		int room;
		const char *parts[8];
	} rows[] = {
		{ 5, { "0123", "4567", "89\n", "ab" } },
		{ 11, { "0123456789", "\n", "ab" } },
		{ 12, { "0123456789\n", "ab" } },
		{ 2, { "0", "1", "2", "3", "4", "5", "6", "7" } },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		script source = { .base = { &script_vtable, NULL }, text, sizeof(text) - 1, 0, 3, true };
		ssmtp_bio_link link = { 0 };
		BIO *bio = ssmtp_bio_link_open(&link, &source.base);
		size_t retries = 0;
		char line[16];

		for (size_t k = 0; k < 8 && rows[i].parts[k] != NULL; k++) {
			CHECK(line_of(bio, &link, line, rows[i].room, &retries) > 0 && strcmp(line, rows[i].parts[k]) == 0,
				"room %d part %zu: %s", rows[i].room, k, line);
		}
		if (rows[i].room > 2) {
			CHECK(line_of(bio, &link, line, rows[i].room, &retries) == 0);
		}
		BIO_free(bio);
		ssmtp_bio_link_close(&link);
	}
}

/* Who sends without end does not keep OpenSSL from giving the caller his turn, nor is more read than the limit. */
static void test_limits(void)
{
	script source = { .base = { &script_vtable, NULL }, "X: y\r\n", 6, .endless = true };
	ssmtp_bio_link link = { 0 };
	BIO *bio = ssmtp_bio_link_open(&link, &source.base);
	ssmtp_wait wait = { .deadline_ms = SSMTP_DEADLINE_NEVER };
	char octets[4096];
	int more = 0;
	int n;

	ssmtp_bio_link_begin(&link);
	while (BIO_read(bio, octets, sizeof(octets)) > 0) {
	}
	CHECK(BIO_should_retry(bio) && link.yielded && link.io == SSMTP_IO_WANT_READ);
	CHECK(source.given == SSMTP_BIO_TURN_OCTETS, "%zu", source.given);
	ssmtp_bio_link_want(&link, &wait);
	CHECK(wait.deadline_ms == 0);
	ssmtp_bio_link_begin(&link);
	CHECK(BIO_read(bio, octets, 1) == 1 && !link.yielded);
	link.octets_max = source.given + 10;
	while ((n = BIO_read(bio, octets, sizeof(octets))) > 0) {
		more += n;
	}
	CHECK(more == 10, "%d", more);
	CHECK(n == -1 && !BIO_should_retry(bio) && link.failed);
	CHECK(strstr(link.error.text, "octets") != NULL, "%s", link.error.text);
	CHECK(BIO_gets(bio, octets, sizeof(octets)) == -1 && !BIO_should_retry(bio));
	BIO_free(bio);
	ssmtp_bio_link_close(&link);
}

int main(void)
{
	test_lines_at_every_split();
	test_line_lengths();
	test_limits();
	return unit_summary("bio_transport");
}
