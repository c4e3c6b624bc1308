/* A PHP stream as a source of the engine. */
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

#endif
