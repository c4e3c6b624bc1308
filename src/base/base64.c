/* Base64 (RFC 4648 section 4). Encoding goes twelve bits at a time through a
 * table of pairs: the same speed as a vector-free loop can have. */
#include "base/base64.h"

static const char base64_alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* The two characters of every twelve-bit value, made by the preprocessor so
 * that no initialisation is needed and no thread can race for it. */
#define P1(a, b) { a, b },
#define P64(a)                                                                                                         \
	P1(a, 'A') P1(a, 'B') P1(a, 'C') P1(a, 'D') P1(a, 'E') P1(a, 'F') P1(a, 'G') P1(a, 'H') P1(a, 'I') P1(a, 'J')      \
	P1(a, 'K') P1(a, 'L') P1(a, 'M') P1(a, 'N') P1(a, 'O') P1(a, 'P') P1(a, 'Q') P1(a, 'R') P1(a, 'S') P1(a, 'T')      \
	P1(a, 'U') P1(a, 'V') P1(a, 'W') P1(a, 'X') P1(a, 'Y') P1(a, 'Z') P1(a, 'a') P1(a, 'b') P1(a, 'c') P1(a, 'd')      \
	P1(a, 'e') P1(a, 'f') P1(a, 'g') P1(a, 'h') P1(a, 'i') P1(a, 'j') P1(a, 'k') P1(a, 'l') P1(a, 'm') P1(a, 'n')      \
	P1(a, 'o') P1(a, 'p') P1(a, 'q') P1(a, 'r') P1(a, 's') P1(a, 't') P1(a, 'u') P1(a, 'v') P1(a, 'w') P1(a, 'x')      \
	P1(a, 'y') P1(a, 'z') P1(a, '0') P1(a, '1') P1(a, '2') P1(a, '3') P1(a, '4') P1(a, '5') P1(a, '6') P1(a, '7')      \
	P1(a, '8') P1(a, '9') P1(a, '+') P1(a, '/')

static const char base64_pairs[4096][2] = {
	P64('A') P64('B') P64('C') P64('D') P64('E') P64('F') P64('G') P64('H') P64('I') P64('J') P64('K') P64('L')
	P64('M') P64('N') P64('O') P64('P') P64('Q') P64('R') P64('S') P64('T') P64('U') P64('V') P64('W') P64('X')
	P64('Y') P64('Z') P64('a') P64('b') P64('c') P64('d') P64('e') P64('f') P64('g') P64('h') P64('i') P64('j')
	P64('k') P64('l') P64('m') P64('n') P64('o') P64('p') P64('q') P64('r') P64('s') P64('t') P64('u') P64('v')
	P64('w') P64('x') P64('y') P64('z') P64('0') P64('1') P64('2') P64('3') P64('4') P64('5') P64('6') P64('7')
	P64('8') P64('9') P64('+') P64('/')
};

/* Compilers make one load of it. */
static uint64_t base64_load(const uint8_t *src)
{
	return (uint64_t) src[0] << 56 | (uint64_t) src[1] << 48 | (uint64_t) src[2] << 40 | (uint64_t) src[3] << 32 |
		   (uint64_t) src[4] << 24 | (uint64_t) src[5] << 16 | (uint64_t) src[6] << 8 | src[7];
}

size_t ssmtp_base64_encode(uint8_t *dst, const uint8_t *src, size_t len)
{
	uint8_t *out = dst;

	/* Six octets a round, of the eight that are loaded. */
	for (; len >= 8; len -= 6, src += 6, out += 8) {
		uint64_t octets = base64_load(src);

		memcpy(out, base64_pairs[octets >> 52], 2);
		memcpy(out + 2, base64_pairs[octets >> 40 & 0xfff], 2);
		memcpy(out + 4, base64_pairs[octets >> 28 & 0xfff], 2);
		memcpy(out + 6, base64_pairs[octets >> 16 & 0xfff], 2);
	}
	for (; len >= 3; len -= 3, src += 3, out += 4) {
		memcpy(out, base64_pairs[src[0] << 4 | src[1] >> 4], 2);
		memcpy(out + 2, base64_pairs[(src[1] & 15) << 8 | src[2]], 2);
	}
	if (len > 0) {
		unsigned last = len == 2 ? src[1] : 0;

		out[0] = (uint8_t) base64_alphabet[src[0] >> 2];
		out[1] = (uint8_t) base64_alphabet[(src[0] & 3) << 4 | last >> 4];
		out[2] = len == 2 ? (uint8_t) base64_alphabet[(last & 15) << 2] : '=';
		out[3] = '=';
		out += 4;
	}
	return (size_t) (out - dst);
}

bool ssmtp_base64_append(ssmtp_buf *out, ssmtp_slice src)
{
	size_t need = SSMTP_BASE64_LEN(src.len);
	size_t room;

	if (!ssmtp_buf_reserve(out, need)) {
		return false;
	}
	if (need > 0) {
		ssmtp_buf_commit(out, ssmtp_base64_encode(ssmtp_buf_tail(out, &room), src.ptr, src.len));
	}
	return true;
}

static int base64_value(uint8_t c)
{
	if (c >= 'A' && c <= 'Z') {
		return c - 'A';
	}
	if (c >= 'a' && c <= 'z') {
		return c - 'a' + 26;
	}
	if (c >= '0' && c <= '9') {
		return c - '0' + 52;
	}
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static bool base64_is_blank(uint8_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Decodes the four characters gathered in quantum, padding included. */
static bool base64_decode_quantum(ssmtp_buf *out, const uint8_t quantum[4], bool *ended)
{
	int v[4];
	uint8_t octets[3];
	unsigned count = quantum[3] != '=' ? 3 : quantum[2] != '=' ? 2 : 1;

	for (unsigned i = 0; i < 4; i++) {
		v[i] = i <= count ? base64_value(quantum[i]) : 0;
		if (v[i] < 0) {
			return false;
		}
	}
	/* RFC 4648 section 3.5: bits behind the last octet must be zero. */
	if ((count == 1 && (v[1] & 15)) || (count == 2 && (v[2] & 3))) {
		return false;
	}
	octets[0] = (uint8_t) (v[0] << 2 | v[1] >> 4);
	octets[1] = (uint8_t) ((v[1] & 15) << 4 | v[2] >> 2);
	octets[2] = (uint8_t) ((v[2] & 3) << 6 | v[3]);
	*ended = count < 3;
	return ssmtp_buf_append(out, octets, count);
}

static bool base64_decode(ssmtp_buf *out, ssmtp_slice src, bool skip_blanks)
{
	size_t before = ssmtp_buf_len(out);
	uint8_t quantum[4];
	unsigned gathered = 0;
	bool ended = false;

	for (size_t i = 0; i < src.len; i++) {
		if (skip_blanks && base64_is_blank(src.ptr[i])) {
			continue;
		}
		if (ended) {
			goto malformed;
		}
		quantum[gathered++] = src.ptr[i];
		if (gathered == 4) {
			gathered = 0;
			if (!base64_decode_quantum(out, quantum, &ended)) {
				goto malformed;
			}
		}
	}
	if (gathered == 0) {
		return true;
	}
malformed:
	ssmtp_buf_truncate(out, before);
	return false;
}

bool ssmtp_base64_decode(ssmtp_buf *out, ssmtp_slice src)
{
	return base64_decode(out, src, false);
}

bool ssmtp_base64_decode_text(ssmtp_buf *out, ssmtp_slice src)
{
	return base64_decode(out, src, true);
}
