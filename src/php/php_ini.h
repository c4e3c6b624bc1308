/* php.ini defaults of the settings flagged INI: ssmtp.mail_server for MailServer. */
#ifndef PHP_SSMTP_INI_H
#define PHP_SSMTP_INI_H

#include "php/php_object.h"

/* MINIT and MSHUTDOWN. */
void php_ssmtp_ini_register(int module_number);
void php_ssmtp_ini_unregister(int module_number);

/* What php.ini and ini_set() say becomes the object's default: at its creation and after Reset. */
void php_ssmtp_ini_apply(php_ssmtp_object *object);

#endif
