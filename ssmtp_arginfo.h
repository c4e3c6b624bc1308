/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: e123d3aaae6ca6bb91275d519e8ff62d6fe12146 */

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_ssmtp_open, 0, 0, SSMTP, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, licence, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_close, 0, 1, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_ssmtp_get, 0, 2, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_BOOL|MAY_BE_NULL)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, index, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_set, 0, 3, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, index_or_value, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_register_callback, 0, 3, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_get_last_error, 0, 1, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_get_last_error_code arginfo_ssmtp_close

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_get_delivery_report, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_addrecipientcert, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, certencoded, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_config, 0, 2, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, configurationstring, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_do_connect arginfo_ssmtp_close

#define arginfo_ssmtp_do_disconnect arginfo_ssmtp_close

#define arginfo_ssmtp_do_doevents arginfo_ssmtp_close

#define arginfo_ssmtp_do_encrypt arginfo_ssmtp_close

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_expand, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, emailaddress, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_do_interrupt arginfo_ssmtp_close

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_processqueue, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, queuedir, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_queue, 0, 2, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, queuedir, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_do_reset arginfo_ssmtp_close

#define arginfo_ssmtp_do_resetheaders arginfo_ssmtp_close

#define arginfo_ssmtp_do_send arginfo_ssmtp_close

#define arginfo_ssmtp_do_sendtoterminalandemail arginfo_ssmtp_close

#define arginfo_ssmtp_do_sendtoterminalonly arginfo_ssmtp_close

#define arginfo_ssmtp_do_sendtoterminaloremail arginfo_ssmtp_close

#define arginfo_ssmtp_do_sign arginfo_ssmtp_close

#define arginfo_ssmtp_do_signandencrypt arginfo_ssmtp_close

#define arginfo_ssmtp_do_verify arginfo_ssmtp_do_expand

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_sendcommand, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, command, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_setmessagestream, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_INFO(0, stream)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_do_starttls arginfo_ssmtp_close

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SSMTP___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, licence, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_VERSION, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_lastError arginfo_class_SSMTP_VERSION

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_lastErrorCode, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SSMTP_on, 0, 0, 2)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_getDeliveryReport, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doAddRecipientCert, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, certencoded, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doConfig, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, configurationstring, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_doConnect arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doDisconnect arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doDoEvents arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doEncrypt arginfo_class_SSMTP_lastErrorCode

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doExpand, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, emailaddress, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_doInterrupt arginfo_class_SSMTP_lastErrorCode

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doProcessQueue, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, queuedir, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doQueue, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, queuedir, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_doReset arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doResetHeaders arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doSend arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doSendToTerminalAndEmail arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doSendToTerminalOnly arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doSendToTerminalOrEmail arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doSign arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doSignAndEncrypt arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTP_doVerify arginfo_class_SSMTP_doExpand

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doSendCommand, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, command, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doSetMessageStream, 0, 1, IS_LONG, 0)
	ZEND_ARG_INFO(0, stream)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_doStartTLS arginfo_class_SSMTP_lastErrorCode

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SSMTP_fireConnectionStatus, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, param, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_fireEndTransfer arginfo_class_SSMTP_fireConnectionStatus

#define arginfo_class_SSMTP_fireError arginfo_class_SSMTP_fireConnectionStatus

#define arginfo_class_SSMTP_fireExpand arginfo_class_SSMTP_fireConnectionStatus

#define arginfo_class_SSMTP_firePITrail arginfo_class_SSMTP_fireConnectionStatus

#define arginfo_class_SSMTP_fireSSLServerAuthentication arginfo_class_SSMTP_fireConnectionStatus

#define arginfo_class_SSMTP_fireSSLStatus arginfo_class_SSMTP_fireConnectionStatus

#define arginfo_class_SSMTP_fireStartTransfer arginfo_class_SSMTP_fireConnectionStatus

#define arginfo_class_SSMTP_fireTransfer arginfo_class_SSMTP_fireConnectionStatus

#define arginfo_class_SSMTPException_getReplyCode arginfo_class_SSMTP_lastErrorCode

#define arginfo_class_SSMTPException_getEnhancedCode arginfo_class_SSMTP_VERSION

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTPException_isTransient, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTPException_getRecipient arginfo_class_SSMTP_VERSION

#define arginfo_class_SSMTPException_mayHaveBeenDelivered arginfo_class_SSMTPException_isTransient


ZEND_FUNCTION(ssmtp_open);
ZEND_FUNCTION(ssmtp_close);
ZEND_FUNCTION(ssmtp_get);
ZEND_FUNCTION(ssmtp_set);
ZEND_FUNCTION(ssmtp_register_callback);
ZEND_FUNCTION(ssmtp_get_last_error);
ZEND_FUNCTION(ssmtp_get_last_error_code);
ZEND_FUNCTION(ssmtp_get_delivery_report);
ZEND_FUNCTION(ssmtp_do_addrecipientcert);
ZEND_FUNCTION(ssmtp_do_config);
ZEND_FUNCTION(ssmtp_do_connect);
ZEND_FUNCTION(ssmtp_do_disconnect);
ZEND_FUNCTION(ssmtp_do_doevents);
ZEND_FUNCTION(ssmtp_do_encrypt);
ZEND_FUNCTION(ssmtp_do_expand);
ZEND_FUNCTION(ssmtp_do_interrupt);
ZEND_FUNCTION(ssmtp_do_processqueue);
ZEND_FUNCTION(ssmtp_do_queue);
ZEND_FUNCTION(ssmtp_do_reset);
ZEND_FUNCTION(ssmtp_do_resetheaders);
ZEND_FUNCTION(ssmtp_do_send);
ZEND_FUNCTION(ssmtp_do_sendtoterminalandemail);
ZEND_FUNCTION(ssmtp_do_sendtoterminalonly);
ZEND_FUNCTION(ssmtp_do_sendtoterminaloremail);
ZEND_FUNCTION(ssmtp_do_sign);
ZEND_FUNCTION(ssmtp_do_signandencrypt);
ZEND_FUNCTION(ssmtp_do_verify);
ZEND_FUNCTION(ssmtp_do_sendcommand);
ZEND_FUNCTION(ssmtp_do_setmessagestream);
ZEND_FUNCTION(ssmtp_do_starttls);
ZEND_METHOD(SSMTP, __construct);
ZEND_METHOD(SSMTP, VERSION);
ZEND_METHOD(SSMTP, on);
ZEND_METHOD(SSMTP, fireConnectionStatus);
ZEND_METHOD(SSMTPException, getReplyCode);
ZEND_METHOD(SSMTPException, getEnhancedCode);
ZEND_METHOD(SSMTPException, isTransient);
ZEND_METHOD(SSMTPException, getRecipient);
ZEND_METHOD(SSMTPException, mayHaveBeenDelivered);


static const zend_function_entry ext_functions[] = {
	ZEND_FE(ssmtp_open, arginfo_ssmtp_open)
	ZEND_FE(ssmtp_close, arginfo_ssmtp_close)
	ZEND_FE(ssmtp_get, arginfo_ssmtp_get)
	ZEND_FE(ssmtp_set, arginfo_ssmtp_set)
	ZEND_FE(ssmtp_register_callback, arginfo_ssmtp_register_callback)
	ZEND_FE(ssmtp_get_last_error, arginfo_ssmtp_get_last_error)
	ZEND_FE(ssmtp_get_last_error_code, arginfo_ssmtp_get_last_error_code)
	ZEND_FE(ssmtp_get_delivery_report, arginfo_ssmtp_get_delivery_report)
	ZEND_FE(ssmtp_do_addrecipientcert, arginfo_ssmtp_do_addrecipientcert)
	ZEND_FE(ssmtp_do_config, arginfo_ssmtp_do_config)
	ZEND_FE(ssmtp_do_connect, arginfo_ssmtp_do_connect)
	ZEND_FE(ssmtp_do_disconnect, arginfo_ssmtp_do_disconnect)
	ZEND_FE(ssmtp_do_doevents, arginfo_ssmtp_do_doevents)
	ZEND_FE(ssmtp_do_encrypt, arginfo_ssmtp_do_encrypt)
	ZEND_FE(ssmtp_do_expand, arginfo_ssmtp_do_expand)
	ZEND_FE(ssmtp_do_interrupt, arginfo_ssmtp_do_interrupt)
	ZEND_FE(ssmtp_do_processqueue, arginfo_ssmtp_do_processqueue)
	ZEND_FE(ssmtp_do_queue, arginfo_ssmtp_do_queue)
	ZEND_FE(ssmtp_do_reset, arginfo_ssmtp_do_reset)
	ZEND_FE(ssmtp_do_resetheaders, arginfo_ssmtp_do_resetheaders)
	ZEND_FE(ssmtp_do_send, arginfo_ssmtp_do_send)
	ZEND_FE(ssmtp_do_sendtoterminalandemail, arginfo_ssmtp_do_sendtoterminalandemail)
	ZEND_FE(ssmtp_do_sendtoterminalonly, arginfo_ssmtp_do_sendtoterminalonly)
	ZEND_FE(ssmtp_do_sendtoterminaloremail, arginfo_ssmtp_do_sendtoterminaloremail)
	ZEND_FE(ssmtp_do_sign, arginfo_ssmtp_do_sign)
	ZEND_FE(ssmtp_do_signandencrypt, arginfo_ssmtp_do_signandencrypt)
	ZEND_FE(ssmtp_do_verify, arginfo_ssmtp_do_verify)
	ZEND_FE(ssmtp_do_sendcommand, arginfo_ssmtp_do_sendcommand)
	ZEND_FE(ssmtp_do_setmessagestream, arginfo_ssmtp_do_setmessagestream)
	ZEND_FE(ssmtp_do_starttls, arginfo_ssmtp_do_starttls)
	ZEND_FE_END
};


static const zend_function_entry class_SSMTP_methods[] = {
	ZEND_ME(SSMTP, __construct, arginfo_class_SSMTP___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, VERSION, arginfo_class_SSMTP_VERSION, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(lastError, ssmtp_get_last_error, arginfo_class_SSMTP_lastError, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(lastErrorCode, ssmtp_get_last_error_code, arginfo_class_SSMTP_lastErrorCode, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, on, arginfo_class_SSMTP_on, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(getDeliveryReport, ssmtp_get_delivery_report, arginfo_class_SSMTP_getDeliveryReport, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doAddRecipientCert, ssmtp_do_addrecipientcert, arginfo_class_SSMTP_doAddRecipientCert, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doConfig, ssmtp_do_config, arginfo_class_SSMTP_doConfig, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doConnect, ssmtp_do_connect, arginfo_class_SSMTP_doConnect, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doDisconnect, ssmtp_do_disconnect, arginfo_class_SSMTP_doDisconnect, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doDoEvents, ssmtp_do_doevents, arginfo_class_SSMTP_doDoEvents, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doEncrypt, ssmtp_do_encrypt, arginfo_class_SSMTP_doEncrypt, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doExpand, ssmtp_do_expand, arginfo_class_SSMTP_doExpand, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doInterrupt, ssmtp_do_interrupt, arginfo_class_SSMTP_doInterrupt, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doProcessQueue, ssmtp_do_processqueue, arginfo_class_SSMTP_doProcessQueue, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doQueue, ssmtp_do_queue, arginfo_class_SSMTP_doQueue, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doReset, ssmtp_do_reset, arginfo_class_SSMTP_doReset, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doResetHeaders, ssmtp_do_resetheaders, arginfo_class_SSMTP_doResetHeaders, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSend, ssmtp_do_send, arginfo_class_SSMTP_doSend, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSendToTerminalAndEmail, ssmtp_do_sendtoterminalandemail, arginfo_class_SSMTP_doSendToTerminalAndEmail, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSendToTerminalOnly, ssmtp_do_sendtoterminalonly, arginfo_class_SSMTP_doSendToTerminalOnly, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSendToTerminalOrEmail, ssmtp_do_sendtoterminaloremail, arginfo_class_SSMTP_doSendToTerminalOrEmail, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSign, ssmtp_do_sign, arginfo_class_SSMTP_doSign, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSignAndEncrypt, ssmtp_do_signandencrypt, arginfo_class_SSMTP_doSignAndEncrypt, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doVerify, ssmtp_do_verify, arginfo_class_SSMTP_doVerify, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSendCommand, ssmtp_do_sendcommand, arginfo_class_SSMTP_doSendCommand, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSetMessageStream, ssmtp_do_setmessagestream, arginfo_class_SSMTP_doSetMessageStream, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doStartTLS, ssmtp_do_starttls, arginfo_class_SSMTP_doStartTLS, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, fireConnectionStatus, arginfo_class_SSMTP_fireConnectionStatus, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SSMTP, fireEndTransfer, fireConnectionStatus, arginfo_class_SSMTP_fireEndTransfer, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SSMTP, fireError, fireConnectionStatus, arginfo_class_SSMTP_fireError, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SSMTP, fireExpand, fireConnectionStatus, arginfo_class_SSMTP_fireExpand, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SSMTP, firePITrail, fireConnectionStatus, arginfo_class_SSMTP_firePITrail, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SSMTP, fireSSLServerAuthentication, fireConnectionStatus, arginfo_class_SSMTP_fireSSLServerAuthentication, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SSMTP, fireSSLStatus, fireConnectionStatus, arginfo_class_SSMTP_fireSSLStatus, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SSMTP, fireStartTransfer, fireConnectionStatus, arginfo_class_SSMTP_fireStartTransfer, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(SSMTP, fireTransfer, fireConnectionStatus, arginfo_class_SSMTP_fireTransfer, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_SSMTPException_methods[] = {
	ZEND_ME(SSMTPException, getReplyCode, arginfo_class_SSMTPException_getReplyCode, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTPException, getEnhancedCode, arginfo_class_SSMTPException_getEnhancedCode, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTPException, isTransient, arginfo_class_SSMTPException_isTransient, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTPException, getRecipient, arginfo_class_SSMTPException_getRecipient, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTPException, mayHaveBeenDelivered, arginfo_class_SSMTPException_mayHaveBeenDelivered, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static void register_ssmtp_symbols(int module_number)
{

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "ssmtp_do_config", sizeof("ssmtp_do_config") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "ssmtp_do_sendcommand", sizeof("ssmtp_do_sendcommand") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
}

static zend_class_entry *register_class_SSMTP(void)
{
	zend_class_entry ce, *class_entry;

	INIT_CLASS_ENTRY(ce, "SSMTP", class_SSMTP_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "doconfig", sizeof("doconfig") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "dosendcommand", sizeof("dosendcommand") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}

static zend_class_entry *register_class_SSMTPException(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_CLASS_ENTRY(ce, "SSMTPException", class_SSMTPException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);

	zval property_replyCode_default_value;
	ZVAL_LONG(&property_replyCode_default_value, 0);
	zend_string *property_replyCode_name = zend_string_init("replyCode", sizeof("replyCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_replyCode_name, &property_replyCode_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_replyCode_name);

	zval property_enhancedCode_default_value;
	ZVAL_EMPTY_STRING(&property_enhancedCode_default_value);
	zend_string *property_enhancedCode_name = zend_string_init("enhancedCode", sizeof("enhancedCode") - 1, 1);
	zend_declare_typed_property(class_entry, property_enhancedCode_name, &property_enhancedCode_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_enhancedCode_name);

	zval property_transient_default_value;
	ZVAL_FALSE(&property_transient_default_value);
	zend_string *property_transient_name = zend_string_init("transient", sizeof("transient") - 1, 1);
	zend_declare_typed_property(class_entry, property_transient_name, &property_transient_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_transient_name);

	zval property_recipient_default_value;
	ZVAL_EMPTY_STRING(&property_recipient_default_value);
	zend_string *property_recipient_name = zend_string_init("recipient", sizeof("recipient") - 1, 1);
	zend_declare_typed_property(class_entry, property_recipient_name, &property_recipient_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_recipient_name);

	zval property_mayHaveBeenDelivered_default_value;
	ZVAL_FALSE(&property_mayHaveBeenDelivered_default_value);
	zend_string *property_mayHaveBeenDelivered_name = zend_string_init("mayHaveBeenDelivered", sizeof("mayHaveBeenDelivered") - 1, 1);
	zend_declare_typed_property(class_entry, property_mayHaveBeenDelivered_name, &property_mayHaveBeenDelivered_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_mayHaveBeenDelivered_name);

	return class_entry;
}
