/* Character sets of encoded-words (see charset.h). */
#include "mime/charset.h"

#include <errno.h>
#include <stdint.h>

#include "base/ascii.h"

#if !defined(SSMTP_WITHOUT_ICONV)
#include <iconv.h>

#define CHARSET_NAME_MAX 40

/* "//TRANSLIT" and other switches of iconv are no names. */
static bool charset_name_is_valid(ssmtp_slice name)
{
	for (size_t i = 0; i < name.len; i++) {
		if (!ssmtp_is_alnum(name.ptr[i]) && strchr("-_.:+", name.ptr[i]) == NULL) {
			return false;
		}
	}
	return name.len <= CHARSET_NAME_MAX;
}
#endif

static bool charset_refuse(const char *name, const char *field, ssmtp_error *error)
{
	return ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_CODE_PAGE,
		"%s cannot be written in Charset \"%.40s\": this system does not know that character set.", field, name);
}

bool ssmtp_charset_open(ssmtp_charset *charset, const char *name, const char *field, ssmtp_error *error)
{
	ssmtp_slice text = ssmtp_slice_str(name);

	*charset = (ssmtp_charset){ "utf-8", NULL };
	if (text.len == 0 || ssmtp_slice_equal_nocase(text, SSMTP_SLICE("utf-8")) ||
		ssmtp_slice_equal_nocase(text, SSMTP_SLICE("utf8"))) {
		return true;
	}
#if !defined(SSMTP_WITHOUT_ICONV)
	if (charset_name_is_valid(text)) {
		iconv_t converter = iconv_open(name, "UTF-8");

		if (converter != (iconv_t) -1) {
			*charset = (ssmtp_charset){ name, (void *) converter };
			return true;
		}
		if (errno == ENOMEM) {
			return ssmtp_error_nomem(error);
		}
	}
#endif
	return charset_refuse(name, field, error);
}

void ssmtp_charset_close(ssmtp_charset *charset)
{
#if !defined(SSMTP_WITHOUT_ICONV)
	if (charset->converter != NULL) {
		iconv_close((iconv_t) charset->converter);
	}
#endif
	charset->converter = NULL;
}

#if !defined(SSMTP_WITHOUT_ICONV)
/* One call of iconv; in == NULL writes the sequence back to the initial state. */
static bool charset_step(iconv_t converter, ssmtp_buf *out, char **in, size_t *left, bool *nomem)
{
	for (;;) {
		size_t room, before, result;
		char *tail;

		if (!ssmtp_buf_reserve(out, 16 + (in == NULL ? 0 : *left * 2))) {
			*nomem = true;
			return false;
		}
		tail = (char *) ssmtp_buf_tail(out, &room);
		before = room;
		result = iconv(converter, in, left, &tail, &room);
		ssmtp_buf_commit(out, before - room);
		if (result == 0) {
			return true;
		}
		/* A positive result counts characters that were replaced by others. */
		if (result != (size_t) -1 || errno != E2BIG) {
			return false;
		}
	}
}
#endif

bool ssmtp_charset_convert(const ssmtp_charset *charset, ssmtp_buf *out, ssmtp_slice text, bool *nomem)
{
	(void) charset; /* where nothing converts there is UTF-8 only */
	*nomem = false;
	ssmtp_buf_clear(out);
#if !defined(SSMTP_WITHOUT_ICONV)
	if (charset->converter != NULL) {
		iconv_t converter = (iconv_t) charset->converter;
		char *in = (char *) (uintptr_t) text.ptr;
		size_t left = text.len;

		iconv(converter, NULL, NULL, NULL, NULL);
		return charset_step(converter, out, &in, &left, nomem) && charset_step(converter, out, NULL, NULL, nomem);
	}
#endif
	*nomem = !ssmtp_buf_append_slice(out, text);
	return !*nomem;
}
