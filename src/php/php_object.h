/* The SSMTP object: the handle of both interfaces. It owns the client and all
 * that PHP code gave us to call. */
#ifndef PHP_SSMTP_OBJECT_H
#define PHP_SSMTP_OBJECT_H

#include "php_ssmtp.h"

#include "client/client.h"
#include "client/event.h"

typedef struct php_ssmtp_object {
	ssmtp_client *client;                   /* NULL once the handle is closed */
	ssmtp_error error;                      /* of the last call */
	ssmtp_buf out;                          /* text a call is about to return */
	bool inside;                            /* an engine frame that may read a PHP stream is on the stack */
	bool running;                           /* an operation is under way: methods fail with 166 */
	ssmtp_operation operation;              /* which one */
	zend_function *fire[SSMTP_EVENT_COUNT]; /* fireX of a subclass, NULL where it is not overridden */
	zval callbacks[SSMTP_EVENT_COUNT];      /* registered callables as closures, UNDEF if none */
	zval token_provider;                    /* as a closure, UNDEF if none */
	zval stream;                            /* what doSetMessageStream() was given, UNDEF if none */
	zend_object std;
} php_ssmtp_object;

extern zend_class_entry *php_ssmtp_ce;

static inline php_ssmtp_object *php_ssmtp_object_of(zend_object *object)
{
	return (php_ssmtp_object *) ((char *) object - offsetof(php_ssmtp_object, std));
}

/* MINIT: handlers of the class that was just registered. */
void php_ssmtp_object_init(zend_class_entry *ce);

/* The open object of a handle; NULL after throwing when it was closed, or is used by its own message stream. */
php_ssmtp_object *php_ssmtp_object_open(zval *handle);
/* Forgets the last error; false with error 166 while an operation runs. */
bool php_ssmtp_object_ready(php_ssmtp_object *object);
/* What is thrown of a handle that was closed. */
void php_ssmtp_throw_closed(void);

#endif
