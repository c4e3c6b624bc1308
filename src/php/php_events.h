/* Listeners, and how they are told. */
#ifndef PHP_SSMTP_EVENTS_H
#define PHP_SSMTP_EVENTS_H

#include "php/php_object.h"

/* Of an object that was just made: the fireX that its class overrides listen. */
void php_ssmtp_events_init(php_ssmtp_object *object, zend_class_entry *ce);
/* Tells the event on SSMTP_STEP_EVENT, and takes back what was decided. */
void php_ssmtp_events_tell(php_ssmtp_object *object);

#endif
