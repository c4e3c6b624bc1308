/* Hashes of what was said in secret, looked for in what is shown (see hidden.h). */
#include "base/hidden.h"

#include "base/alloc.h"
#include "base/ascii.h"
#include "base/base64.h"

/* Less stands in ordinary texts too often. */
#define SECRET_MIN 4
/* From here on it is no word of a sentence. */
#define SECRET_LONG 8
/* So many octets tell it apart; a reply may have cut off what follows. */
#define HEAD_MAX 12
#define STARS "*****"
#define STARS_LEN 5

/* A polynomial over the octets, so that it can roll along a text. */
#define HASH_BASE UINT64_C(0x9e3779b97f4a7c15)

static uint64_t hidden_hash(const uint8_t *at, size_t len)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < len; i++) {
		hash = hash * HASH_BASE + at[i] + 1;
	}
	return hash;
}

static uint64_t hidden_power(size_t exponent)
{
	uint64_t power = 1;

	while (exponent-- > 0) {
		power *= HASH_BASE;
	}
	return power;
}

static void hidden_add_row(ssmtp_hidden *hidden, ssmtp_slice octets, bool encoded)
{
	size_t head = octets.len < HEAD_MAX ? octets.len : HEAD_MAX;
	ssmtp_hidden_row row = {
		.hash = hidden_hash(octets.ptr, head),
		.whole = hidden_hash(octets.ptr, octets.len),
		.len = octets.len,
		.head = (uint8_t) head,
		.alone = octets.len < SECRET_LONG,
		.encoded = encoded,
	};

	for (size_t i = 0; i < SSMTP_HIDDEN_ROWS && i < hidden->count; i++) {
		if (hidden->rows[i].whole == row.whole && hidden->rows[i].len == row.len) {
			return;
		}
	}
	hidden->rows[hidden->count++ % SSMTP_HIDDEN_ROWS] = row;
}

void ssmtp_hidden_add_encoded(ssmtp_hidden *hidden, ssmtp_slice line)
{
	if (line.len >= SECRET_MIN) {
		hidden_add_row(hidden, line, true);
	}
}

/* What its octets are in Base64 behind one, two or no others: the quanta that hold nothing else. */
static void hidden_add_alignments(ssmtp_hidden *hidden, ssmtp_slice secret)
{
	for (size_t shift = 0; shift < 3 && secret.len >= shift + 6; shift++) {
		uint8_t encoded[HEAD_MAX];
		size_t len = (secret.len - shift) / 3 * 3;

		len = ssmtp_base64_encode(encoded, secret.ptr + shift, len < HEAD_MAX / 4 * 3 ? len : HEAD_MAX / 4 * 3);
		hidden_add_row(hidden, ssmtp_slice_of(encoded, len), true);
		ssmtp_wipe(encoded, sizeof(encoded));
	}
}

void ssmtp_hidden_add(ssmtp_hidden *hidden, ssmtp_slice secret)
{
	if (secret.len >= SECRET_MIN) {
		hidden_add_row(hidden, secret, false);
		hidden_add_alignments(hidden, secret);
	}
}

static bool hidden_is_base64(uint8_t c)
{
	return ssmtp_is_alnum(c) || c == '+' || c == '/' || c == '=' || c == '-' || c == '_';
}

/* Octets from at on that belong to the secret of the row, whose head stands there. */
static size_t hidden_extent(const ssmtp_hidden_row *row, const uint8_t *text, size_t len, size_t at)
{
	size_t end = at + row->head;

	if (!row->encoded && row->len <= len - at && hidden_hash(text + at, row->len) == row->whole) {
		return row->len;
	}
	/* What another row has covered already belongs to it. */
	while (end < len && (row->encoded ? hidden_is_base64(text[end]) || text[end] == '*' : text[end] > ' ')) {
		end++;
	}
	return end - at;
}

static bool hidden_stands_alone(const uint8_t *text, size_t len, size_t at, size_t extent)
{
	return (at == 0 || !ssmtp_is_alnum(text[at - 1])) && (at + extent == len || !ssmtp_is_alnum(text[at + extent]));
}

/* Puts the stars over what stands at; the text may become shorter. Returns the offset behind them. */
static size_t hidden_cover(uint8_t *text, size_t *len, size_t at, size_t extent)
{
	size_t stars = extent < STARS_LEN ? extent : STARS_LEN;

	memcpy(text + at, STARS, stars);
	memmove(text + at + stars, text + at + extent, *len - at - extent);
	*len -= extent - stars;
	return at + stars;
}

static size_t hidden_mask_row(const ssmtp_hidden_row *row, uint8_t *text, size_t len)
{
	uint64_t power = hidden_power(row->head);
	uint64_t hash = 0;
	size_t from = 0; /* the hash is of what stands between here and i */

	for (size_t i = 0; i < len; i++) {
		size_t at, extent;

		hash = hash * HASH_BASE + text[i] + 1;
		if (i + 1 - from > row->head) {
			hash -= power * (uint64_t) (text[i - row->head] + 1);
		}
		if (i + 1 - from < row->head || hash != row->hash) {
			continue;
		}
		at = i + 1 - row->head;
		extent = hidden_extent(row, text, len, at);
		if (row->alone && !hidden_stands_alone(text, len, at, row->head)) {
			continue;
		}
		from = hidden_cover(text, &len, at, extent);
		hash = 0;
		i = from - 1;
	}
	return len;
}

size_t ssmtp_hidden_mask(const ssmtp_hidden *hidden, uint8_t *text, size_t len)
{
	for (size_t i = 0; i < SSMTP_HIDDEN_ROWS && i < hidden->count; i++) {
		len = hidden_mask_row(&hidden->rows[i], text, len);
	}
	return len;
}

void ssmtp_hidden_mask_text(const ssmtp_hidden *hidden, char *text)
{
	text[ssmtp_hidden_mask(hidden, (uint8_t *) text, strlen(text))] = '\0';
}
