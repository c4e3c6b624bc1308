/* stream: sources and filters at every chunk split, rewinding, sizes, faults. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/base64.h"
#include "stream/source.h"
#include "unit.h"

/* A source that hands out chunk octets a read and fails behind fail_at of them. */
typedef struct drip_source {
	ssmtp_source source;
	ssmtp_slice octets;
	size_t at;
	size_t chunk;
	size_t fail_at;
	bool can_rewind;
} drip_source;

static unsigned drips_alive;

static bool drip_read(ssmtp_source *source, uint8_t *dst, size_t room, size_t *n, ssmtp_error *error)
{
	drip_source *self = (drip_source *) source;
	size_t left = self->octets.len - self->at;
	size_t take = self->chunk < room ? self->chunk : room;

	if (self->at >= self->fail_at) {
		return ssmtp_error_set(error, SSMTP_ERROR_FILE, SSMTP_E_STREAM, "the drip broke");
	}
	*n = take < left ? take : left;
	memcpy(dst, self->octets.ptr + self->at, *n);
	self->at += *n;
	return true;
}

static bool drip_rewind(ssmtp_source *source, ssmtp_error *error)
{
	drip_source *self = (drip_source *) source;

	(void) error;
	if (self->can_rewind) {
		self->at = 0;
	}
	return self->can_rewind;
}

static ssmtp_again drip_again(const ssmtp_source *source)
{
	return ((const drip_source *) source)->can_rewind ? SSMTP_AGAIN_SAME : SSMTP_AGAIN_NOTHING;
}

static void drip_free(ssmtp_source *source)
{
	drips_alive--;
	free(source);
}

static const ssmtp_source_vtable drip_vtable = {
	.name = "drip", .read = drip_read, .rewind = drip_rewind, .free = drip_free, .again = drip_again
};

static ssmtp_source *drip_new(ssmtp_slice octets, size_t chunk, size_t fail_at, bool can_rewind)
{
	drip_source *self = calloc(1, sizeof(*self));

	*self = (drip_source){ { &drip_vtable }, octets, 0, chunk, fail_at, can_rewind };
	drips_alive++;
	return &self->source;
}

/* Reads to the end, room octets a call; the end must be told twice. */
static bool read_by(ssmtp_source *source, size_t room, ssmtp_buf *out, ssmtp_error *error)
{
	uint8_t chunk[4096];
	size_t n;

	do {
		if (!ssmtp_source_read(source, chunk, room, &n, error)) {
			return false;
		}
		CHECK(n <= room);
		ssmtp_buf_append(out, chunk, n);
	} while (n > 0);
	CHECK(ssmtp_source_read(source, chunk, room, &n, error) && n == 0);
	return true;
}

typedef ssmtp_source *(*filter_new)(ssmtp_source **, ssmtp_error *);

static const struct {
	filter_new make;
	ssmtp_slice in;
	ssmtp_slice out;
} filter_cases[] = {
#define CASE(make, in, out) { make, SSMTP_SLICE(in), SSMTP_SLICE(out) },
	CASE(ssmtp_filter_crlf_new_take, "", "") CASE(ssmtp_filter_crlf_new_take, "a", "a") CASE(
		ssmtp_filter_crlf_new_take, "a\r\nb\r\n", "a\r\nb\r\n") CASE(ssmtp_filter_crlf_new_take, "a\nb\n",
		"a\r\nb\r\n") CASE(ssmtp_filter_crlf_new_take, "a\rb\r", "a\r\nb\r\n") CASE(ssmtp_filter_crlf_new_take,
		"\r\r\n\n\r", "\r\n\r\n\r\n\r\n") CASE(ssmtp_filter_crlf_new_take, "\n\r\n\r\r",
		"\r\n\r\n\r\n\r\n") CASE(ssmtp_filter_crlf_new_take, "a\r\n.\nb\n.\rc\r.\r\n", "a\r\n.\r\nb\r\n.\r\nc\r\n.\r\n")
		CASE(ssmtp_filter_crlf_new_take, "a\0\n\0", "a\0\r\n\0") CASE(ssmtp_filter_base64_new_take, "", "") CASE(
			ssmtp_filter_base64_new_take, "f", "Zg==\r\n") CASE(ssmtp_filter_base64_new_take, "foobar", "Zm9vYmFy\r\n")
			CASE(ssmtp_filter_base64_new_take, "012345678901234567890123456789012345678901234567890123456",
				"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2\r\n")
				CASE(ssmtp_filter_base64_new_take, "0123456789012345678901234567890123456789012345678901234567",
					"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2\r\nNw==\r\n")
					CASE(ssmtp_filter_qp_new_take, "", "") CASE(ssmtp_filter_qp_new_take, "a=b\r\n", "a=3Db\r\n")
						CASE(ssmtp_filter_qp_new_take, "gr\xc3\xbc\xc3\x9f", "gr=C3=BC=C3=9F")
							CASE(ssmtp_filter_qp_new_take, "a \r\nb\t\r\nc d", "a=20\r\nb=09\r\nc d")
								CASE(ssmtp_filter_qp_new_take, "end ", "end=20") CASE(ssmtp_filter_qp_new_take,
									"From me\r\nFrom: x\r\nFrom\r\n", "=46rom me\r\nFrom: x\r\nFrom\r\n")
									CASE(ssmtp_filter_qp_new_take, ".\r\n..\r\na.\r\n.", "=2E\r\n=2E.\r\na.\r\n=2E")
										CASE(ssmtp_filter_qp_new_take, "a\rb\nc\0", "a=0Db=0Ac=00")
											CASE(ssmtp_filter_qp_new_take, "\r\n\r\n", "\r\n\r\n")
	/* A line may be 75 octets and a soft line break; the last line none. */
	CASE(ssmtp_filter_qp_new_take, "012345678901234567890123456789012345678901234567890123456789012345678901234",
		"012345678901234567890123456789012345678901234567890123456789012345678901234")
		CASE(ssmtp_filter_qp_new_take, "0123456789012345678901234567890123456789012345678901234567890123456789012345",
			"012345678901234567890123456789012345678901234567890123456789012345678901234=\r\n5")
			CASE(ssmtp_filter_qp_new_take,
				"012345678901234567890123456789012345678901234567890123456789012345678901234.\r\n",
				"012345678901234567890123456789012345678901234567890123456789012345678901234=\r\n=2E\r\n")
				CASE(ssmtp_filter_qp_new_take,
					"012345678901234567890123456789012345678901234567890123456789012345678901234From a",
					"012345678901234567890123456789012345678901234567890123456789012345678901234=\r\n=46rom a")
#undef CASE
};

/* One case: fed chunk octets a read, drained room octets a read, twice. */
static void check_filter(size_t row, size_t chunk, size_t room)
{
	ssmtp_source *source = drip_new(filter_cases[row].in, chunk, SIZE_MAX, true);
	ssmtp_error error = { 0 };
	ssmtp_source *filter = filter_cases[row].make(&source, &error);
	ssmtp_buf out;

	CHECK(source == NULL);
	ssmtp_buf_init(&out, 4096);
	for (int pass = 0; pass < 2; pass++) {
		CHECK(read_by(filter, room, &out, &error));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), filter_cases[row].out), "row %zu chunk %zu room %zu: %.*s", row,
			chunk, room, SSMTP_SLICE_FMT(ssmtp_buf_slice(&out)));
		ssmtp_buf_clear(&out);
		CHECK(ssmtp_source_rewind(filter, &error));
	}
	ssmtp_buf_free(&out);
	ssmtp_source_free(&filter);
	CHECK(drips_alive == 0);
}

static void test_filters(void)
{
	for (size_t row = 0; row < sizeof(filter_cases) / sizeof(filter_cases[0]); row++) {
		for (size_t chunk = 1; chunk <= filter_cases[row].in.len + 1; chunk++) {
			for (size_t room = 1; room <= 9; room++) {
				check_filter(row, chunk, room);
			}
			check_filter(row, chunk, 4096);
		}
	}
}

static void test_filter_sizes(void)
{
	for (size_t row = 0; row < sizeof(filter_cases) / sizeof(filter_cases[0]); row++) {
		ssmtp_error error = { 0 };
		ssmtp_source *source = ssmtp_source_borrow_new(filter_cases[row].in, &error);
		ssmtp_source *filter = filter_cases[row].make(&source, &error);
		uint64_t size_octets = 0;
		ssmtp_buf out;

		ssmtp_buf_init(&out, 4096);
		CHECK(ssmtp_source_size(filter, &size_octets) && size_octets == filter_cases[row].out.len);
		CHECK(ssmtp_source_read_all(filter, &out, &error));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), filter_cases[row].out));
		CHECK(ssmtp_source_size(filter, &size_octets) && size_octets == filter_cases[row].out.len);
		ssmtp_buf_free(&out);
		ssmtp_source_free(&filter);
	}
}

/* A failure upstream comes out as it is, by reading and by measuring. */
static void test_filter_faults(void)
{
	static const filter_new makes[] = { ssmtp_filter_crlf_new_take, ssmtp_filter_base64_new_take,
		ssmtp_filter_qp_new_take };

	for (size_t i = 0; i < sizeof(makes) / sizeof(makes[0]); i++) {
		for (int can_rewind = 0; can_rewind < 2; can_rewind++) {
			ssmtp_error error = { 0 };
			ssmtp_source *source = drip_new(SSMTP_SLICE("some\ntext"), 3, 6, can_rewind);
			ssmtp_source *filter = makes[i](&source, &error);
			uint64_t size_octets;
			ssmtp_buf out;

			ssmtp_buf_init(&out, 4096);
			CHECK(ssmtp_source_can_rewind(filter) == (can_rewind == 1));
			CHECK(!ssmtp_source_size(filter, &size_octets));
			CHECK(!ssmtp_source_read_all(filter, &out, &error));
			CHECK(error.code == 302 && strcmp(error.text, "the drip broke") == 0);
			ssmtp_error_clear(&error);
			CHECK(ssmtp_source_rewind(filter, &error) == (can_rewind == 1));
			CHECK(error.code == (can_rewind ? 0 : 302));
			ssmtp_buf_free(&out);
			ssmtp_source_free(&filter);
		}
	}
	CHECK(drips_alive == 0);
}

/* More than one internal chunk, with line ends that fall on its border. */
static void test_filter_large(void)
{
	enum { LEN = 3 * 16384 + 7 };
	ssmtp_error error = { 0 };
	ssmtp_buf text, out, back;
	ssmtp_source *source;

	ssmtp_buf_init(&text, LEN);
	ssmtp_buf_init(&out, 4 * LEN);
	ssmtp_buf_init(&back, 4 * LEN);
	for (unsigned i = 0; i < LEN; i++) {
		ssmtp_buf_append_octet(&text, i % 16384 == 16383 ? '\r' : i % 16384 == 0 ? '\n' : (uint8_t) (i * 7 + i / 256));
	}
	source = ssmtp_source_mem_new(ssmtp_buf_slice(&text), &error);
	source = ssmtp_filter_base64_new_take(&source, &error);
	CHECK(ssmtp_source_read_all(source, &out, &error));
	CHECK(ssmtp_base64_decode_text(&back, ssmtp_buf_slice(&out)));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&text), ssmtp_buf_slice(&back)));
	ssmtp_source_free(&source);

	source = ssmtp_source_mem_new(ssmtp_buf_slice(&text), &error);
	source = ssmtp_filter_crlf_new_take(&source, &error);
	ssmtp_buf_clear(&out);
	CHECK(ssmtp_source_read_all(source, &out, &error));
	for (size_t i = 0; i < ssmtp_buf_len(&out); i++) {
		const uint8_t *at = ssmtp_buf_slice(&out).ptr + i;

		if ((*at == '\n' && (i == 0 || at[-1] != '\r')) || (*at == '\r' && at[1] != '\n')) {
			CHECK(0, "bare line end at %zu", i);
		}
	}
	ssmtp_source_free(&source);
	ssmtp_buf_free(&text);
	ssmtp_buf_free(&out);
	ssmtp_buf_free(&back);
}

/* A text in memory reads as the filter reads it, by pieces of any size: every text of up to seven octets of these. */
static void test_texts(void)
{
	static const char octets[] = "a\r\n";

	for (unsigned n = 0; n < 3 * 3 * 3 * 3 * 3 * 3 * 3; n++) {
		for (size_t len = 0; len <= 7; len++) {
			ssmtp_error error = { 0 };
			char text[7];
			ssmtp_source *plain, *filter, *source;
			ssmtp_buf expected;
			uint64_t size_octets = 0;

			for (size_t i = 0, rest = n; i < len; i++, rest /= 3) {
				text[i] = octets[rest % 3];
			}
			plain = ssmtp_source_borrow_new(ssmtp_slice_of(text, len), &error);
			filter = ssmtp_filter_crlf_new_take(&plain, &error);
			source = ssmtp_source_text_new(ssmtp_slice_of(text, len), &error);
			ssmtp_buf_init(&expected, 100);
			CHECK(ssmtp_source_read_all(filter, &expected, &error));
			CHECK(ssmtp_source_size(source, &size_octets) && size_octets == ssmtp_buf_len(&expected));
			for (size_t room = 1; room <= 4; room++) {
				uint8_t out[32];
				size_t at = 0, got = 0;

				do {
					CHECK(ssmtp_source_read(source, out + at, room, &got, &error));
					at += got;
				} while (got > 0);
				CHECK(ssmtp_slice_equal(ssmtp_slice_of(out, at), ssmtp_buf_slice(&expected)), "%u %zu %zu", n, len,
					room);
				CHECK(ssmtp_source_rewind(source, &error) && ssmtp_source_can_rewind(source));
			}
			ssmtp_buf_free(&expected);
			ssmtp_source_free(&filter);
			ssmtp_source_free(&source);
		}
	}
}

static void test_memory(void)
{
	ssmtp_error error = { 0 };
	ssmtp_buf octets, out;
	ssmtp_source *source;
	uint64_t size_octets;

	ssmtp_buf_init(&octets, 100);
	ssmtp_buf_init(&out, 5);
	ssmtp_buf_append_str(&octets, "xhello");
	ssmtp_buf_consume(&octets, 1);
	source = ssmtp_source_mem_new_take(&octets, &error);
	CHECK(ssmtp_buf_len(&octets) == 0 && octets.max == 100);
	CHECK(ssmtp_source_size(source, &size_octets) && size_octets == 5);
	CHECK(ssmtp_source_read_all(source, &out, &error) && ssmtp_buf_len(&out) == 5);
	CHECK(ssmtp_source_rewind(source, &error) && ssmtp_source_can_rewind(source));
	/* What is longer than the buffer's maximum is refused, not cut. */
	CHECK(!ssmtp_source_read_all(source, &out, &error) && error.code == 302);
	ssmtp_source_free(&source);
	CHECK(source == NULL);
	ssmtp_source_free(&source);
	ssmtp_buf_free(&octets);
	ssmtp_buf_free(&out);
}

static void test_concat(void)
{
	for (size_t room = 1; room < 8; room++) {
		ssmtp_error error = { 0 };
		ssmtp_source *parts[3] = { ssmtp_source_borrow_new(SSMTP_SLICE("ab"), &error),
			ssmtp_source_borrow_new(SSMTP_SLICE_EMPTY, &error), ssmtp_source_borrow_new(SSMTP_SLICE("cde"), &error) };
		ssmtp_source *source = ssmtp_source_concat_new_take(parts, 3, &error);
		uint64_t size_octets;
		ssmtp_buf out;

		ssmtp_buf_init(&out, 100);
		CHECK(parts[0] == NULL && parts[1] == NULL && parts[2] == NULL);
		CHECK(ssmtp_source_can_rewind(source));
		CHECK(ssmtp_source_size(source, &size_octets) && size_octets == 5);
		CHECK(read_by(source, room, &out, &error) && ssmtp_source_rewind(source, &error));
		CHECK(read_by(source, room, &out, &error));
		CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), SSMTP_SLICE("abcdeabcde")));
		ssmtp_buf_free(&out);
		ssmtp_source_free(&source);
	}
}

static void test_concat_without_rewind(void)
{
	ssmtp_error error = { 0 };
	ssmtp_source *parts[2] = { ssmtp_source_borrow_new(SSMTP_SLICE("ab"), &error),
		drip_new(SSMTP_SLICE("cd"), 1, SIZE_MAX, false) };
	ssmtp_source *source = ssmtp_source_concat_new_take(parts, 2, &error);
	uint64_t size_octets;
	ssmtp_buf out;

	ssmtp_buf_init(&out, 100);
	CHECK(!ssmtp_source_can_rewind(source) && !ssmtp_source_size(source, &size_octets));
	CHECK(read_by(source, 3, &out, &error));
	CHECK(!ssmtp_source_rewind(source, &error) && error.code == 302);
	ssmtp_buf_free(&out);
	ssmtp_source_free(&source);
}

/* A folder of its own for files and for TMPDIR. */
static char folder[] = "/tmp/ssmtp-unit-XXXXXX";

static const char *file_with(const char *name, const char *text, size_t len)
{
	static char path[256];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "wb");
	fwrite(text, 1, len, file);
	fclose(file);
	return path;
}

static void test_file(void)
{
	const char *path = file_with("text", "hello\0world", 11);
	ssmtp_error error = { 0 };
	ssmtp_source *source = ssmtp_source_file_new(path, &error);
	uint64_t size_octets;
	ssmtp_buf out;

	ssmtp_buf_init(&out, 100);
	CHECK(ssmtp_source_rewind(source, &error));
	CHECK(ssmtp_source_size(source, &size_octets) && size_octets == 11);
	CHECK(read_by(source, 4, &out, &error) && ssmtp_source_rewind(source, &error));
	CHECK(read_by(source, 100, &out, &error));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), SSMTP_SLICE("hello\0worldhello\0world")));
	ssmtp_buf_free(&out);
	ssmtp_source_free(&source);
}

/* The size that was announced is the size that is read, or an error. */
static void test_file_that_changes(void)
{
	static const char *const changed[] = { "", "hell", "hello!" };

	for (size_t i = 0; i < 3; i++) {
		for (int rewound = 0; rewound < 2; rewound++) {
			ssmtp_error error = { 0 };
			ssmtp_source *source = ssmtp_source_file_new(file_with("changing", "hello", 5), &error);
			uint64_t size_octets;
			ssmtp_buf out;

			ssmtp_buf_init(&out, 100);
			CHECK(ssmtp_source_size(source, &size_octets) && size_octets == 5);
			file_with("changing", changed[i], strlen(changed[i]));
			if (rewound) {
				CHECK(!ssmtp_source_rewind(source, &error));
			} else {
				CHECK(!ssmtp_source_read_all(source, &out, &error));
			}
			CHECK(error.code == 302 && strstr(error.text, "changed its size") != NULL, "%s", error.text);
			ssmtp_buf_free(&out);
			ssmtp_source_free(&source);
		}
	}
}

static void check_not_a_file(const char *path)
{
	ssmtp_error error = { 0 };
	ssmtp_source *source = ssmtp_source_file_new(path, &error);
	uint64_t size_octets;
	uint8_t octet;
	size_t n;

	CHECK(!ssmtp_source_size(source, &size_octets));
	CHECK(!ssmtp_source_read(source, &octet, 1, &n, &error) && error.code == 303, "%s: %s", path, error.text);
	ssmtp_source_free(&source);
}

static void test_file_refusals(void)
{
	char path[300];

	check_not_a_file("/dev/zero");
	check_not_a_file(folder);
	snprintf(path, sizeof(path), "%s/missing", folder);
	check_not_a_file(path);
	snprintf(path, sizeof(path), "%s/fifo", folder);
	CHECK(mkfifo(path, 0600) == 0);
	check_not_a_file(path); /* without waiting for a writer */
	unlink(path);
}

/* A spool may hold one descriptor, and only when memory did not suffice. */
static unsigned descriptors_open(void)
{
	unsigned count = 0;

	for (int fd = 0; fd < 64; fd++) {
		count += fcntl(fd, F_GETFD) >= 0;
	}
	return count;
}

static void check_spool(size_t chunk, size_t room, size_t memory_max, bool size_first)
{
	ssmtp_error error = { 0 };
	ssmtp_source *source = drip_new(SSMTP_SLICE("0123456789abcdef"), chunk, SIZE_MAX, false);
	unsigned before = descriptors_open();
	ssmtp_source *spool = ssmtp_source_spool_new_take(&source, memory_max, &error);
	uint64_t size_octets;
	uint8_t first[5];
	size_t n;
	ssmtp_buf out;

	ssmtp_buf_init(&out, 100);
	CHECK(ssmtp_source_can_rewind(spool));
	if (size_first) {
		CHECK(ssmtp_source_size(spool, &size_octets) && size_octets == 16);
	}
	CHECK(ssmtp_source_read(spool, first, sizeof(first), &n, &error) && n > 0 && memcmp(first, "01234", n) == 0);
	CHECK(ssmtp_source_rewind(spool, &error) && read_by(spool, room, &out, &error));
	CHECK(ssmtp_source_rewind(spool, &error) && read_by(spool, room, &out, &error));
	CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&out), SSMTP_SLICE("0123456789abcdef0123456789abcdef")));
	CHECK(ssmtp_source_size(spool, &size_octets) && size_octets == 16);
	CHECK(descriptors_open() == before + (memory_max < 16));
	ssmtp_buf_free(&out);
	ssmtp_source_free(&spool);
	CHECK(descriptors_open() == before);
}

static void test_spool(void)
{
	static const size_t memory[] = { 0, 1, 7, 15, 16, 1000 };

	for (size_t i = 0; i < sizeof(memory) / sizeof(memory[0]); i++) {
		for (size_t chunk = 1; chunk <= 16; chunk++) {
			check_spool(chunk, 17 - chunk, memory[i], chunk % 2);
		}
	}
}

static void test_spool_faults(void)
{
	ssmtp_error error = { 0 };
	ssmtp_source *source = drip_new(SSMTP_SLICE("0123456789"), 3, 6, false);
	ssmtp_source *spool = ssmtp_source_spool_new_take(&source, 100, &error);
	uint64_t size_octets;
	uint8_t octets[8];
	size_t n;

	CHECK(!ssmtp_source_size(spool, &size_octets));
	CHECK(!ssmtp_source_read(spool, octets, 8, &n, &error) && strcmp(error.text, "the drip broke") == 0);
	ssmtp_source_free(&spool);

	setenv("TMPDIR", "/nonexistent", 1);
	ssmtp_error_clear(&error);
	source = drip_new(SSMTP_SLICE("0123456789"), 3, SIZE_MAX, false);
	spool = ssmtp_source_spool_new_take(&source, 4, &error);
	CHECK(ssmtp_source_read(spool, octets, 8, &n, &error) && n == 3);
	CHECK(!ssmtp_source_read(spool, octets, 8, &n, &error) && error.code == 302);
	CHECK(strstr(error.text, "/nonexistent") != NULL, "%s", error.text);
	/* What found no place is lost: never the rest without it, not even when the disk has recovered. */
	setenv("TMPDIR", folder, 1);
	CHECK(ssmtp_source_rewind(spool, NULL));
	ssmtp_error_clear(&error);
	CHECK(ssmtp_source_read(spool, octets, 8, &n, &error) == false && error.code == 302, "%zu octets", n);
	CHECK(!ssmtp_source_size(spool, &size_octets));
	ssmtp_source_free(&spool);

	/* The same when it was size() that found no place, as SIZE= does before anything is sent. */
	setenv("TMPDIR", "/nonexistent", 1);
	ssmtp_error_clear(&error);
	source = drip_new(SSMTP_SLICE("0123456789"), 3, SIZE_MAX, false);
	spool = ssmtp_source_spool_new_take(&source, 4, &error);
	spool = ssmtp_filter_qp_new_take(&spool, &error);
	CHECK(!ssmtp_source_size(spool, &size_octets));
	setenv("TMPDIR", folder, 1);
	CHECK(!ssmtp_source_read(spool, octets, 8, &n, &error) && error.code == 302, "%zu octets: %s", n, error.text);
	ssmtp_source_free(&spool);
	setenv("TMPDIR", folder, 1);
}

/* All of it once, with the n-th allocation failing. */
static bool everything(ssmtp_error *error)
{
	ssmtp_source *parts[2] = { NULL, NULL };
	ssmtp_source *source = NULL;
	ssmtp_buf out;
	bool ok = false;
	char path[300];

	snprintf(path, sizeof(path), "%s/text", folder);
	ssmtp_buf_init(&out, 1000);
	if ((parts[0] = ssmtp_source_mem_new(SSMTP_SLICE("Text\n"), error)) == NULL ||
		(parts[1] = ssmtp_source_file_new(path, error)) == NULL ||
		(source = ssmtp_source_concat_new_take(parts, 2, error)) == NULL) {
		goto done;
	}
	for (int i = 0; i < 4; i++) {
		ssmtp_source *filter = i == 0   ? ssmtp_filter_crlf_new_take(&source, error)
							   : i == 1 ? ssmtp_filter_qp_new_take(&source, error)
							   : i == 2 ? ssmtp_filter_base64_new_take(&source, error)
										: ssmtp_source_spool_new_take(&source, 1000, error);

		if (filter == NULL) {
			goto done;
		}
		CHECK(source == NULL);
		source = filter;
	}
	ok = ssmtp_source_read_all(source, &out, error);
done:
	ssmtp_source_free(&source);
	ssmtp_source_free(&parts[0]);
	ssmtp_source_free(&parts[1]);
	ssmtp_buf_free(&out);
	return ok;
}

static void test_allocation_failure(void)
{
	bool ok = false;

	for (unsigned long n = 1; !ok && n < 1000; n++) {
		ssmtp_error error = { 0 };

		ssmtp_alloc_fail_at(n);
		ok = everything(&error);
		ssmtp_alloc_fail_at(0);
		CHECK(ok || error.kind == SSMTP_ERROR_NOMEM, "allocation %lu: %s", n, error.text);
	}
	CHECK(ok);
}

int main(void)
{
	CHECK(mkdtemp(folder) != NULL);
	setenv("TMPDIR", folder, 1);
	test_filters();
	test_filter_sizes();
	test_filter_faults();
	test_filter_large();
	test_texts();
	test_memory();
	test_concat();
	test_concat_without_rewind();
	test_file();
	test_file_that_changes();
	test_file_refusals();
	test_spool();
	test_spool_faults();
	test_allocation_failure();
	unlink(file_with("text", "", 0));
	unlink(file_with("changing", "", 0));
	/* Temporary files were unlinked at once: nothing is left. */
	CHECK(rmdir(folder) == 0);
	return unit_summary("stream");
}
