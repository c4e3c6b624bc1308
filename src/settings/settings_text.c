/* Counted texts: what makes a snapshot of the settings cheap. */
#include "settings/settings_internal.h"

#include "base/alloc.h"

typedef struct counted_text {
	size_t references;
	char octets[];
} counted_text;

const char ssmtp_text_empty[1] = "";

static counted_text *text_header(const char *text)
{
	return (counted_text *) (void *) ((char *) (uintptr_t) text - offsetof(counted_text, octets));
}

const char *ssmtp_text_new(ssmtp_slice value)
{
	counted_text *text;

	if (value.len == 0) {
		return ssmtp_text_empty;
	}
	text = ssmtp_alloc(sizeof(*text) + value.len + 1);
	if (text == NULL) {
		return NULL;
	}
	text->references = 1;
	memcpy(text->octets, value.ptr, value.len);
	text->octets[value.len] = '\0';
	return text->octets;
}

const char *ssmtp_text_share(const char *text, const char *fixed)
{
	if (text != fixed && text != ssmtp_text_empty) {
		text_header(text)->references++;
	}
	return text;
}

void ssmtp_text_release(const char *text, const char *fixed)
{
	if (text == NULL || text == fixed || text == ssmtp_text_empty) {
		return;
	}
	if (--text_header(text)->references == 0) {
		ssmtp_free(text_header(text));
	}
}
