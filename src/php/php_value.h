/* Numbers and octets of the engine as values of PHP, and back. */
#ifndef PHP_SSMTP_VALUE_H
#define PHP_SSMTP_VALUE_H

#include "php.h"

#include "base/slice.h"

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
