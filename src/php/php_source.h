/* A PHP stream as a source of the engine, and octets as PHP strings. */
#ifndef PHP_SSMTP_SOURCE_H
#define PHP_SSMTP_SOURCE_H

#include "php/php_object.h"
#include "stream/source.h"

/* SetMessageStream: the stream from its current position to its end is the body of the next message; NULL
 * forgets it. False with object->error (302) when it is not a readable stream. */
bool php_ssmtp_stream_set(php_ssmtp_object *object, zval *resource);
/* After the engine took it over or forgot it. */
void php_ssmtp_stream_forget(php_ssmtp_object *object);
/* After a message went out: closes and forgets the stream, or keeps it where it then stands
 * (CloseStreamAfterTransfer=False). */
void php_ssmtp_stream_sent(php_ssmtp_object *object);

/* Where an int of PHP has 32 bits, a greater number is told as its digits, which every setter takes as well. */
static inline void php_ssmtp_int_to_zval(int64_t number, zval *value)
{
#if SIZEOF_ZEND_LONG < 8
	if (number > ZEND_LONG_MAX || number < ZEND_LONG_MIN) {
		ZVAL_STR(value, zend_strpprintf(0, "%lld", (long long) number));
		return;
	}
#endif
	ZVAL_LONG(value, (zend_long) number);
}

static inline void php_ssmtp_slice_to_zval(ssmtp_slice slice, zval *value)
{
	if (slice.len == 0) {
		ZVAL_EMPTY_STRING(value);
	} else {
		ZVAL_STRINGL_FAST(value, (const char *) slice.ptr, slice.len);
	}
}

static inline ssmtp_slice php_ssmtp_slice_of(const zend_string *string)
{
	return ssmtp_slice_of(ZSTR_VAL(string), ZSTR_LEN(string));
}

#endif
