/* Keywords of the EHLO reply to a capability set (RFC 5321 section 4.1.1.1). */
#include "smtp/ehlo.h"

#include "base/ascii.h"

typedef struct ehlo_keyword {
	const char *name;
	uint32_t flag;
	void (*parse)(ssmtp_capabilities *capabilities, ssmtp_slice arguments);
} ehlo_keyword;

static bool ehlo_take_word(ssmtp_slice *rest, ssmtp_slice *word)
{
	*rest = ssmtp_slice_trim(*rest);
	*word = ssmtp_slice_head(*rest, ssmtp_slice_find(*rest, ' '));
	*rest = ssmtp_slice_skip(*rest, word->len);
	return word->len > 0;
}

/* A decimal number; 0 for what is none. */
static uint64_t ehlo_number(ssmtp_slice word)
{
	uint64_t number = 0;

	for (size_t i = 0; i < word.len; i++) {
		if (!ssmtp_is_digit(word.ptr[i]) || word.len > 19) {
			return 0;
		}
		number = number * 10 + (uint64_t) (word.ptr[i] - '0');
	}
	return number;
}

/* RFC 1870 section 3: 0 or none means no fixed limit. What is no number tells nothing. */
static void ehlo_parse_size(ssmtp_capabilities *capabilities, ssmtp_slice arguments)
{
	ssmtp_slice word;

	capabilities->size_max = ehlo_take_word(&arguments, &word) ? ehlo_number(word) : 0;
}

/* RFC 9422 section 4: pairs of name and value; the names we do not know are ignored. */
static void ehlo_parse_limits(ssmtp_capabilities *capabilities, ssmtp_slice arguments)
{
	static const char name[] = "RCPTMAX=";
	ssmtp_slice word;

	capabilities->rcpt_max = 0;
	while (ehlo_take_word(&arguments, &word)) {
		if (ssmtp_slice_equal_nocase(ssmtp_slice_head(word, sizeof(name) - 1), ssmtp_slice_str(name))) {
			capabilities->rcpt_max = ehlo_number(ssmtp_slice_skip(word, sizeof(name) - 1));
		}
	}
}

/* RFC 4422 section 3.1: at most 20 of upper case, digits, hyphen, underscore. */
static bool ehlo_is_mechanism(ssmtp_slice word)
{
	for (size_t i = 0; i < word.len; i++) {
		if (!ssmtp_is_alnum(word.ptr[i]) && word.ptr[i] != '-' && word.ptr[i] != '_') {
			return false;
		}
	}
	return word.len > 0 && word.len <= 20;
}

static void ehlo_parse_auth(ssmtp_capabilities *capabilities, ssmtp_slice arguments)
{
	size_t len = strlen(capabilities->auth);
	ssmtp_slice word;

	while (ehlo_take_word(&arguments, &word)) {
		if (!ehlo_is_mechanism(word) || len + word.len + 3 > sizeof(capabilities->auth)) {
			continue;
		}
		if (len == 0) {
			capabilities->auth[len++] = ' ';
		}
		for (size_t i = 0; i < word.len; i++) {
			capabilities->auth[len++] = (char) ssmtp_upper(word.ptr[i]);
		}
		capabilities->auth[len++] = ' ';
		capabilities->auth[len] = '\0';
	}
}

static const ehlo_keyword ehlo_keywords[] = {
	{ "8BITMIME", SSMTP_CAP_8BITMIME, NULL },                       /* RFC 6152 */
	{ "SIZE", SSMTP_CAP_SIZE, ehlo_parse_size },                    /* RFC 1870 */
	{ "PIPELINING", SSMTP_CAP_PIPELINING, NULL },                   /* RFC 2920 */
	{ "STARTTLS", SSMTP_CAP_STARTTLS, NULL },                       /* RFC 3207 */
	{ "AUTH", SSMTP_CAP_AUTH, ehlo_parse_auth },                    /* RFC 4954 */
	{ "ENHANCEDSTATUSCODES", SSMTP_CAP_ENHANCEDSTATUSCODES, NULL }, /* RFC 2034 */
	{ "DSN", SSMTP_CAP_DSN, NULL },                                 /* RFC 3461 */
	{ "CHUNKING", SSMTP_CAP_CHUNKING, NULL },                       /* RFC 3030 */
	{ "BINARYMIME", SSMTP_CAP_BINARYMIME, NULL },                   /* RFC 3030 */
	{ "SMTPUTF8", SSMTP_CAP_SMTPUTF8, NULL },                       /* RFC 6531 */
	{ "LIMITS", SSMTP_CAP_LIMITS, ehlo_parse_limits },              /* RFC 9422 */
};

void ssmtp_capabilities_reset(ssmtp_capabilities *capabilities)
{
	memset(capabilities, 0, sizeof(*capabilities));
}

void ssmtp_capabilities_add_line(ssmtp_capabilities *capabilities, ssmtp_slice line)
{
	ssmtp_slice keyword;

	if (!ehlo_take_word(&line, &keyword)) {
		return;
	}
	/* "AUTH=LOGIN PLAIN" is how servers wrote it before RFC 2554. */
	if (keyword.len > 5 && ssmtp_slice_equal_nocase(ssmtp_slice_head(keyword, 5), SSMTP_SLICE("AUTH="))) {
		line = ssmtp_slice_of(keyword.ptr + 5, keyword.len - 5 + line.len);
		keyword.len = 4;
	}
	for (size_t i = 0; i < sizeof(ehlo_keywords) / sizeof(ehlo_keywords[0]); i++) {
		if (ssmtp_slice_equal_nocase(keyword, ssmtp_slice_str(ehlo_keywords[i].name))) {
			capabilities->flags |= ehlo_keywords[i].flag;
			if (ehlo_keywords[i].parse != NULL) {
				ehlo_keywords[i].parse(capabilities, line);
			}
			return;
		}
	}
}

bool ssmtp_capabilities_has_mechanism(const ssmtp_capabilities *capabilities, const char *name)
{
	ssmtp_slice rest = ssmtp_slice_str(capabilities->auth);
	ssmtp_slice word;

	while (ehlo_take_word(&rest, &word)) {
		if (ssmtp_slice_equal_nocase(word, ssmtp_slice_str(name))) {
			return true;
		}
	}
	return false;
}
