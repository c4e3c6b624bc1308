/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: e4ebbf052c8c1a5a93a2c77e3453d91683812168 */

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

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_set_token_provider, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, provider, IS_CALLABLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_get_last_error, 0, 1, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_get_last_error_code arginfo_ssmtp_close

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_get_delivery_report, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_do_connect arginfo_ssmtp_close

#define arginfo_ssmtp_do_disconnect arginfo_ssmtp_close

#define arginfo_ssmtp_do_doevents arginfo_ssmtp_close

#define arginfo_ssmtp_do_starttls arginfo_ssmtp_close

#define arginfo_ssmtp_do_send arginfo_ssmtp_close

#define arginfo_ssmtp_do_sendtoterminaloremail arginfo_ssmtp_close

#define arginfo_ssmtp_do_sendtoterminalonly arginfo_ssmtp_close

#define arginfo_ssmtp_do_sendtoterminalandemail arginfo_ssmtp_close

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_expand, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, emailaddress, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_do_verify arginfo_ssmtp_do_expand

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_sendcommand, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, command, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_processqueue, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, queuedir, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_do_reset arginfo_ssmtp_close

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_addrecipientcert, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, certencoded, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_do_certsonly arginfo_ssmtp_close

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_config, 0, 2, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, configurationstring, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_do_encrypt arginfo_ssmtp_close

#define arginfo_ssmtp_do_interrupt arginfo_ssmtp_close

#define arginfo_ssmtp_do_newmessage arginfo_ssmtp_close

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_queue, 0, 2, IS_STRING, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_TYPE_INFO(0, queuedir, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_ssmtp_do_resetheaders arginfo_ssmtp_close

#define arginfo_ssmtp_do_sign arginfo_ssmtp_close

#define arginfo_ssmtp_do_signandencrypt arginfo_ssmtp_close

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_ssmtp_do_setmessagestream, 0, 2, IS_LONG, 0)
	ZEND_ARG_OBJ_INFO(0, handle, SSMTP, 0)
	ZEND_ARG_INFO(0, stream)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_getAllowExtensions, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_setAllowExtensions, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_MASK(0, value, MAY_BE_BOOL|MAY_BE_LONG|MAY_BE_STRING, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_getAuthMechanism, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_setAuthMechanism, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_getBCc, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_setBCc, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_getCc arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setCc arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getCertEncoded arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setCertEncoded arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getCertStore arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setCertStore arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getCertStorePassword arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setCertStorePassword arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getCertStoreType arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setCertStoreType arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getCertSubject arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setCertSubject arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_setCommand arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getConnected arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_setConnected arginfo_class_SSMTP_setAllowExtensions

#define arginfo_class_SSMTP_getDeliveryNotificationTo arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setDeliveryNotificationTo arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getEncryptingAlgorithm arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setEncryptingAlgorithm arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getFirewallAutoDetect arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_setFirewallAutoDetect arginfo_class_SSMTP_setAllowExtensions

#define arginfo_class_SSMTP_getFirewallType arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setFirewallType arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getFirewallHost arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setFirewallHost arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getFirewallPassword arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setFirewallPassword arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getFirewallPort arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setFirewallPort arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getFirewallUser arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setFirewallUser arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getFrom arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setFrom arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getIdle arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_getImportance arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setImportance arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getIncludeCertificate arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_setIncludeCertificate arginfo_class_SSMTP_setAllowExtensions

#define arginfo_class_SSMTP_getIncludeChain arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_setIncludeChain arginfo_class_SSMTP_setAllowExtensions

#define arginfo_class_SSMTP_getLastReply arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getLocalHost arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setLocalHost arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getMailPort arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setMailPort arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getMailServer arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setMailServer arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getMessage arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setMessage arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getMessageDate arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setMessageDate arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getMessageHeaderCount arginfo_class_SSMTP_getAuthMechanism

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_getMessageHeaderField, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, index, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_getMessageHeaderValue arginfo_class_SSMTP_getMessageHeaderField

#define arginfo_class_SSMTP_getMessageHeadersString arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getMessageId arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setMessageId arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getMessageRecipientCount arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setMessageRecipientCount arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getMessageRecipientAddress arginfo_class_SSMTP_getMessageHeaderField

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_setMessageRecipientAddress, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, index, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_getMessageRecipientName arginfo_class_SSMTP_getMessageHeaderField

#define arginfo_class_SSMTP_setMessageRecipientName arginfo_class_SSMTP_setMessageRecipientAddress

#define arginfo_class_SSMTP_getMessageRecipientOptions arginfo_class_SSMTP_getMessageHeaderField

#define arginfo_class_SSMTP_setMessageRecipientOptions arginfo_class_SSMTP_setMessageRecipientAddress

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_getMessageRecipientType, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, index, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_setMessageRecipientType, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, index, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_getMessageText arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setMessageText arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getOtherHeaders arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setOtherHeaders arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getPassword arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setPassword arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getPriority arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setPriority arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getReadReceiptTo arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setReadReceiptTo arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getReplyTo arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setReplyTo arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getReturnPath arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setReturnPath arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSendTo arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSendTo arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSensitivity arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setSensitivity arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getSigningAlgorithm arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSigningAlgorithm arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertEncoded arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSSLAcceptServerCertEncoded arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLCertEncoded arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSSLCertEncoded arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLCertStore arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSSLCertStore arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLCertStorePassword arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSSLCertStorePassword arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLCertStoreType arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setSSLCertStoreType arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getSSLCertSubject arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSSLCertSubject arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLEnabled arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_setSSLEnabled arginfo_class_SSMTP_setAllowExtensions

#define arginfo_class_SSMTP_getSSLServerCertEncoded arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLStartMode arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setSSLStartMode arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getSubject arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSubject arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getTimeout arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setTimeout arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getUser arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setUser arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLProvider arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setSSLProvider arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getDetachedSignature arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_setDetachedSignature arginfo_class_SSMTP_setAllowExtensions

#define arginfo_class_SSMTP_getRecipientCertCount arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setRecipientCertCount arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getRecipientCertEncoded arginfo_class_SSMTP_getMessageHeaderField

#define arginfo_class_SSMTP_setRecipientCertEncoded arginfo_class_SSMTP_setMessageRecipientAddress

#define arginfo_class_SSMTP_getRecipientCertSubject arginfo_class_SSMTP_getMessageHeaderField

#define arginfo_class_SSMTP_getCertEffectiveDate arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertExpirationDate arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertExtendedKeyUsage arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertFingerprint arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertFingerprintSHA1 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertFingerprintSHA256 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertIssuer arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertKeyPassword arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setCertKeyPassword arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getCertPrivateKey arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertPrivateKeyAvailable arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_getCertPrivateKeyContainer arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertPublicKey arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertPublicKeyAlgorithm arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertPublicKeyLength arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_getCertSerialNumber arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertSignatureAlgorithm arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertSubjectAltNames arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertThumbprintMD5 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertThumbprintSHA1 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertThumbprintSHA256 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertUsage arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getCertUsageFlags arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_getCertVersion arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertEffectiveDate arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertExpirationDate arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertExtendedKeyUsage arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertFingerprint arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertFingerprintSHA1 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertFingerprintSHA256 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertIssuer arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertKeyPassword arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSSLAcceptServerCertKeyPassword arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertPrivateKey arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertPrivateKeyAvailable arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_getSSLAcceptServerCertPrivateKeyContainer arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertPublicKey arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertPublicKeyAlgorithm arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertPublicKeyLength arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_getSSLAcceptServerCertSerialNumber arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertSignatureAlgorithm arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertSubjectAltNames arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertThumbprintMD5 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertThumbprintSHA1 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertThumbprintSHA256 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertUsage arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertUsageFlags arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_getSSLAcceptServerCertVersion arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertSubject arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertStore arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSSLAcceptServerCertStore arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertStorePassword arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSSLAcceptServerCertStorePassword arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLAcceptServerCertStoreType arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setSSLAcceptServerCertStoreType arginfo_class_SSMTP_setAuthMechanism

#define arginfo_class_SSMTP_getSSLCertEffectiveDate arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertExpirationDate arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertExtendedKeyUsage arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertFingerprint arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertFingerprintSHA1 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertFingerprintSHA256 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertIssuer arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertKeyPassword arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSSLCertKeyPassword arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLCertPrivateKey arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertPrivateKeyAvailable arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_getSSLCertPrivateKeyContainer arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertPublicKey arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertPublicKeyAlgorithm arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertPublicKeyLength arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_getSSLCertSerialNumber arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertSignatureAlgorithm arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertSubjectAltNames arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertThumbprintMD5 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertThumbprintSHA1 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertThumbprintSHA256 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertUsage arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLCertUsageFlags arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_getSSLCertVersion arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertEffectiveDate arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertExpirationDate arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertExtendedKeyUsage arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertFingerprint arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertFingerprintSHA1 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertFingerprintSHA256 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertIssuer arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertKeyPassword arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_setSSLServerCertKeyPassword arginfo_class_SSMTP_setBCc

#define arginfo_class_SSMTP_getSSLServerCertPrivateKey arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertPrivateKeyAvailable arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTP_getSSLServerCertPrivateKeyContainer arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertPublicKey arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertPublicKeyAlgorithm arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertPublicKeyLength arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_getSSLServerCertSerialNumber arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertSignatureAlgorithm arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertSubjectAltNames arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertThumbprintMD5 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertThumbprintSHA1 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertThumbprintSHA256 arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertUsage arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertUsageFlags arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_getSSLServerCertVersion arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getSSLServerCertSubject arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_getProtection arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_setProtection arginfo_class_SSMTP_setAuthMechanism

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_SSMTP___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, licence, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_VERSION arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_lastError arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTP_lastErrorCode arginfo_class_SSMTP_getAuthMechanism

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_on, 0, 2, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, event, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_setTokenProvider, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, provider, IS_CALLABLE, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_addTo, 0, 1, IS_STATIC, 0)
	ZEND_ARG_TYPE_INFO(0, address, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, name, IS_STRING, 0, "\'\'")
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_addCc arginfo_class_SSMTP_addTo

#define arginfo_class_SSMTP_addBCc arginfo_class_SSMTP_addTo

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_getDeliveryReport, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_doConnect arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doDisconnect arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doDoEvents arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doStartTLS arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doSend arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doSendToTerminalOrEmail arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doSendToTerminalOnly arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doSendToTerminalAndEmail arginfo_class_SSMTP_getAuthMechanism

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doExpand, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, emailaddress, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_doVerify arginfo_class_SSMTP_doExpand

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doSendCommand, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, command, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doProcessQueue, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, queuedir, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_doReset arginfo_class_SSMTP_getAuthMechanism

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doAddRecipientCert, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, certencoded, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doCertsOnly, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doConfig, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, configurationstring, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_doEncrypt arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doInterrupt arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doNewMessage arginfo_class_SSMTP_doCertsOnly

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doQueue, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, queuedir, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_SSMTP_doResetHeaders arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doSign arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTP_doSignAndEncrypt arginfo_class_SSMTP_getAuthMechanism

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_SSMTP_doSetMessageStream, 0, 1, IS_LONG, 0)
	ZEND_ARG_INFO(0, stream)
ZEND_END_ARG_INFO()

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

#define arginfo_class_SSMTPException_getReplyCode arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTPException_getEnhancedCode arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTPException_isTransient arginfo_class_SSMTP_getAllowExtensions

#define arginfo_class_SSMTPException_getScope arginfo_class_SSMTP_getAuthMechanism

#define arginfo_class_SSMTPException_getRecipient arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTPException_getQueueFile arginfo_class_SSMTP_getBCc

#define arginfo_class_SSMTPException_mayHaveBeenDelivered arginfo_class_SSMTP_getAllowExtensions


ZEND_FUNCTION(ssmtp_open);
ZEND_FUNCTION(ssmtp_close);
ZEND_FUNCTION(ssmtp_get);
ZEND_FUNCTION(ssmtp_set);
ZEND_FUNCTION(ssmtp_register_callback);
ZEND_FUNCTION(ssmtp_set_token_provider);
ZEND_FUNCTION(ssmtp_get_last_error);
ZEND_FUNCTION(ssmtp_get_last_error_code);
ZEND_FUNCTION(ssmtp_get_delivery_report);
ZEND_FUNCTION(ssmtp_do_connect);
ZEND_FUNCTION(ssmtp_do_disconnect);
ZEND_FUNCTION(ssmtp_do_doevents);
ZEND_FUNCTION(ssmtp_do_starttls);
ZEND_FUNCTION(ssmtp_do_send);
ZEND_FUNCTION(ssmtp_do_sendtoterminaloremail);
ZEND_FUNCTION(ssmtp_do_sendtoterminalonly);
ZEND_FUNCTION(ssmtp_do_sendtoterminalandemail);
ZEND_FUNCTION(ssmtp_do_expand);
ZEND_FUNCTION(ssmtp_do_verify);
ZEND_FUNCTION(ssmtp_do_sendcommand);
ZEND_FUNCTION(ssmtp_do_processqueue);
ZEND_FUNCTION(ssmtp_do_reset);
ZEND_FUNCTION(ssmtp_do_addrecipientcert);
ZEND_FUNCTION(ssmtp_do_certsonly);
ZEND_FUNCTION(ssmtp_do_config);
ZEND_FUNCTION(ssmtp_do_encrypt);
ZEND_FUNCTION(ssmtp_do_interrupt);
ZEND_FUNCTION(ssmtp_do_newmessage);
ZEND_FUNCTION(ssmtp_do_queue);
ZEND_FUNCTION(ssmtp_do_resetheaders);
ZEND_FUNCTION(ssmtp_do_sign);
ZEND_FUNCTION(ssmtp_do_signandencrypt);
ZEND_FUNCTION(ssmtp_do_setmessagestream);
ZEND_METHOD(SSMTP, getAllowExtensions);
ZEND_METHOD(SSMTP, setAllowExtensions);
ZEND_METHOD(SSMTP, getAuthMechanism);
ZEND_METHOD(SSMTP, setAuthMechanism);
ZEND_METHOD(SSMTP, getBCc);
ZEND_METHOD(SSMTP, setBCc);
ZEND_METHOD(SSMTP, getCc);
ZEND_METHOD(SSMTP, setCc);
ZEND_METHOD(SSMTP, getCertEncoded);
ZEND_METHOD(SSMTP, setCertEncoded);
ZEND_METHOD(SSMTP, getCertStore);
ZEND_METHOD(SSMTP, setCertStore);
ZEND_METHOD(SSMTP, getCertStorePassword);
ZEND_METHOD(SSMTP, setCertStorePassword);
ZEND_METHOD(SSMTP, getCertStoreType);
ZEND_METHOD(SSMTP, setCertStoreType);
ZEND_METHOD(SSMTP, getCertSubject);
ZEND_METHOD(SSMTP, setCertSubject);
ZEND_METHOD(SSMTP, setCommand);
ZEND_METHOD(SSMTP, getConnected);
ZEND_METHOD(SSMTP, setConnected);
ZEND_METHOD(SSMTP, getDeliveryNotificationTo);
ZEND_METHOD(SSMTP, setDeliveryNotificationTo);
ZEND_METHOD(SSMTP, getEncryptingAlgorithm);
ZEND_METHOD(SSMTP, setEncryptingAlgorithm);
ZEND_METHOD(SSMTP, getFirewallAutoDetect);
ZEND_METHOD(SSMTP, setFirewallAutoDetect);
ZEND_METHOD(SSMTP, getFirewallType);
ZEND_METHOD(SSMTP, setFirewallType);
ZEND_METHOD(SSMTP, getFirewallHost);
ZEND_METHOD(SSMTP, setFirewallHost);
ZEND_METHOD(SSMTP, getFirewallPassword);
ZEND_METHOD(SSMTP, setFirewallPassword);
ZEND_METHOD(SSMTP, getFirewallPort);
ZEND_METHOD(SSMTP, setFirewallPort);
ZEND_METHOD(SSMTP, getFirewallUser);
ZEND_METHOD(SSMTP, setFirewallUser);
ZEND_METHOD(SSMTP, getFrom);
ZEND_METHOD(SSMTP, setFrom);
ZEND_METHOD(SSMTP, getIdle);
ZEND_METHOD(SSMTP, getImportance);
ZEND_METHOD(SSMTP, setImportance);
ZEND_METHOD(SSMTP, getIncludeCertificate);
ZEND_METHOD(SSMTP, setIncludeCertificate);
ZEND_METHOD(SSMTP, getIncludeChain);
ZEND_METHOD(SSMTP, setIncludeChain);
ZEND_METHOD(SSMTP, getLastReply);
ZEND_METHOD(SSMTP, getLocalHost);
ZEND_METHOD(SSMTP, setLocalHost);
ZEND_METHOD(SSMTP, getMailPort);
ZEND_METHOD(SSMTP, setMailPort);
ZEND_METHOD(SSMTP, getMailServer);
ZEND_METHOD(SSMTP, setMailServer);
ZEND_METHOD(SSMTP, getMessage);
ZEND_METHOD(SSMTP, setMessage);
ZEND_METHOD(SSMTP, getMessageDate);
ZEND_METHOD(SSMTP, setMessageDate);
ZEND_METHOD(SSMTP, getMessageHeaderCount);
ZEND_METHOD(SSMTP, getMessageHeaderField);
ZEND_METHOD(SSMTP, getMessageHeaderValue);
ZEND_METHOD(SSMTP, getMessageHeadersString);
ZEND_METHOD(SSMTP, getMessageId);
ZEND_METHOD(SSMTP, setMessageId);
ZEND_METHOD(SSMTP, getMessageRecipientCount);
ZEND_METHOD(SSMTP, setMessageRecipientCount);
ZEND_METHOD(SSMTP, getMessageRecipientAddress);
ZEND_METHOD(SSMTP, setMessageRecipientAddress);
ZEND_METHOD(SSMTP, getMessageRecipientName);
ZEND_METHOD(SSMTP, setMessageRecipientName);
ZEND_METHOD(SSMTP, getMessageRecipientOptions);
ZEND_METHOD(SSMTP, setMessageRecipientOptions);
ZEND_METHOD(SSMTP, getMessageRecipientType);
ZEND_METHOD(SSMTP, setMessageRecipientType);
ZEND_METHOD(SSMTP, getMessageText);
ZEND_METHOD(SSMTP, setMessageText);
ZEND_METHOD(SSMTP, getOtherHeaders);
ZEND_METHOD(SSMTP, setOtherHeaders);
ZEND_METHOD(SSMTP, getPassword);
ZEND_METHOD(SSMTP, setPassword);
ZEND_METHOD(SSMTP, getPriority);
ZEND_METHOD(SSMTP, setPriority);
ZEND_METHOD(SSMTP, getReadReceiptTo);
ZEND_METHOD(SSMTP, setReadReceiptTo);
ZEND_METHOD(SSMTP, getReplyTo);
ZEND_METHOD(SSMTP, setReplyTo);
ZEND_METHOD(SSMTP, getReturnPath);
ZEND_METHOD(SSMTP, setReturnPath);
ZEND_METHOD(SSMTP, getSendTo);
ZEND_METHOD(SSMTP, setSendTo);
ZEND_METHOD(SSMTP, getSensitivity);
ZEND_METHOD(SSMTP, setSensitivity);
ZEND_METHOD(SSMTP, getSigningAlgorithm);
ZEND_METHOD(SSMTP, setSigningAlgorithm);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertEncoded);
ZEND_METHOD(SSMTP, setSSLAcceptServerCertEncoded);
ZEND_METHOD(SSMTP, getSSLCertEncoded);
ZEND_METHOD(SSMTP, setSSLCertEncoded);
ZEND_METHOD(SSMTP, getSSLCertStore);
ZEND_METHOD(SSMTP, setSSLCertStore);
ZEND_METHOD(SSMTP, getSSLCertStorePassword);
ZEND_METHOD(SSMTP, setSSLCertStorePassword);
ZEND_METHOD(SSMTP, getSSLCertStoreType);
ZEND_METHOD(SSMTP, setSSLCertStoreType);
ZEND_METHOD(SSMTP, getSSLCertSubject);
ZEND_METHOD(SSMTP, setSSLCertSubject);
ZEND_METHOD(SSMTP, getSSLEnabled);
ZEND_METHOD(SSMTP, setSSLEnabled);
ZEND_METHOD(SSMTP, getSSLServerCertEncoded);
ZEND_METHOD(SSMTP, getSSLStartMode);
ZEND_METHOD(SSMTP, setSSLStartMode);
ZEND_METHOD(SSMTP, getSubject);
ZEND_METHOD(SSMTP, setSubject);
ZEND_METHOD(SSMTP, getTimeout);
ZEND_METHOD(SSMTP, setTimeout);
ZEND_METHOD(SSMTP, getUser);
ZEND_METHOD(SSMTP, setUser);
ZEND_METHOD(SSMTP, getSSLProvider);
ZEND_METHOD(SSMTP, setSSLProvider);
ZEND_METHOD(SSMTP, getDetachedSignature);
ZEND_METHOD(SSMTP, setDetachedSignature);
ZEND_METHOD(SSMTP, getRecipientCertCount);
ZEND_METHOD(SSMTP, setRecipientCertCount);
ZEND_METHOD(SSMTP, getRecipientCertEncoded);
ZEND_METHOD(SSMTP, setRecipientCertEncoded);
ZEND_METHOD(SSMTP, getRecipientCertSubject);
ZEND_METHOD(SSMTP, getCertEffectiveDate);
ZEND_METHOD(SSMTP, getCertExpirationDate);
ZEND_METHOD(SSMTP, getCertExtendedKeyUsage);
ZEND_METHOD(SSMTP, getCertFingerprint);
ZEND_METHOD(SSMTP, getCertFingerprintSHA1);
ZEND_METHOD(SSMTP, getCertFingerprintSHA256);
ZEND_METHOD(SSMTP, getCertIssuer);
ZEND_METHOD(SSMTP, getCertKeyPassword);
ZEND_METHOD(SSMTP, setCertKeyPassword);
ZEND_METHOD(SSMTP, getCertPrivateKey);
ZEND_METHOD(SSMTP, getCertPrivateKeyAvailable);
ZEND_METHOD(SSMTP, getCertPrivateKeyContainer);
ZEND_METHOD(SSMTP, getCertPublicKey);
ZEND_METHOD(SSMTP, getCertPublicKeyAlgorithm);
ZEND_METHOD(SSMTP, getCertPublicKeyLength);
ZEND_METHOD(SSMTP, getCertSerialNumber);
ZEND_METHOD(SSMTP, getCertSignatureAlgorithm);
ZEND_METHOD(SSMTP, getCertSubjectAltNames);
ZEND_METHOD(SSMTP, getCertThumbprintMD5);
ZEND_METHOD(SSMTP, getCertThumbprintSHA1);
ZEND_METHOD(SSMTP, getCertThumbprintSHA256);
ZEND_METHOD(SSMTP, getCertUsage);
ZEND_METHOD(SSMTP, getCertUsageFlags);
ZEND_METHOD(SSMTP, getCertVersion);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertEffectiveDate);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertExpirationDate);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertExtendedKeyUsage);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertFingerprint);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertFingerprintSHA1);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertFingerprintSHA256);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertIssuer);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertKeyPassword);
ZEND_METHOD(SSMTP, setSSLAcceptServerCertKeyPassword);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertPrivateKey);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertPrivateKeyAvailable);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertPrivateKeyContainer);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertPublicKey);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertPublicKeyAlgorithm);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertPublicKeyLength);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertSerialNumber);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertSignatureAlgorithm);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertSubjectAltNames);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertThumbprintMD5);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertThumbprintSHA1);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertThumbprintSHA256);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertUsage);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertUsageFlags);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertVersion);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertSubject);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertStore);
ZEND_METHOD(SSMTP, setSSLAcceptServerCertStore);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertStorePassword);
ZEND_METHOD(SSMTP, setSSLAcceptServerCertStorePassword);
ZEND_METHOD(SSMTP, getSSLAcceptServerCertStoreType);
ZEND_METHOD(SSMTP, setSSLAcceptServerCertStoreType);
ZEND_METHOD(SSMTP, getSSLCertEffectiveDate);
ZEND_METHOD(SSMTP, getSSLCertExpirationDate);
ZEND_METHOD(SSMTP, getSSLCertExtendedKeyUsage);
ZEND_METHOD(SSMTP, getSSLCertFingerprint);
ZEND_METHOD(SSMTP, getSSLCertFingerprintSHA1);
ZEND_METHOD(SSMTP, getSSLCertFingerprintSHA256);
ZEND_METHOD(SSMTP, getSSLCertIssuer);
ZEND_METHOD(SSMTP, getSSLCertKeyPassword);
ZEND_METHOD(SSMTP, setSSLCertKeyPassword);
ZEND_METHOD(SSMTP, getSSLCertPrivateKey);
ZEND_METHOD(SSMTP, getSSLCertPrivateKeyAvailable);
ZEND_METHOD(SSMTP, getSSLCertPrivateKeyContainer);
ZEND_METHOD(SSMTP, getSSLCertPublicKey);
ZEND_METHOD(SSMTP, getSSLCertPublicKeyAlgorithm);
ZEND_METHOD(SSMTP, getSSLCertPublicKeyLength);
ZEND_METHOD(SSMTP, getSSLCertSerialNumber);
ZEND_METHOD(SSMTP, getSSLCertSignatureAlgorithm);
ZEND_METHOD(SSMTP, getSSLCertSubjectAltNames);
ZEND_METHOD(SSMTP, getSSLCertThumbprintMD5);
ZEND_METHOD(SSMTP, getSSLCertThumbprintSHA1);
ZEND_METHOD(SSMTP, getSSLCertThumbprintSHA256);
ZEND_METHOD(SSMTP, getSSLCertUsage);
ZEND_METHOD(SSMTP, getSSLCertUsageFlags);
ZEND_METHOD(SSMTP, getSSLCertVersion);
ZEND_METHOD(SSMTP, getSSLServerCertEffectiveDate);
ZEND_METHOD(SSMTP, getSSLServerCertExpirationDate);
ZEND_METHOD(SSMTP, getSSLServerCertExtendedKeyUsage);
ZEND_METHOD(SSMTP, getSSLServerCertFingerprint);
ZEND_METHOD(SSMTP, getSSLServerCertFingerprintSHA1);
ZEND_METHOD(SSMTP, getSSLServerCertFingerprintSHA256);
ZEND_METHOD(SSMTP, getSSLServerCertIssuer);
ZEND_METHOD(SSMTP, getSSLServerCertKeyPassword);
ZEND_METHOD(SSMTP, setSSLServerCertKeyPassword);
ZEND_METHOD(SSMTP, getSSLServerCertPrivateKey);
ZEND_METHOD(SSMTP, getSSLServerCertPrivateKeyAvailable);
ZEND_METHOD(SSMTP, getSSLServerCertPrivateKeyContainer);
ZEND_METHOD(SSMTP, getSSLServerCertPublicKey);
ZEND_METHOD(SSMTP, getSSLServerCertPublicKeyAlgorithm);
ZEND_METHOD(SSMTP, getSSLServerCertPublicKeyLength);
ZEND_METHOD(SSMTP, getSSLServerCertSerialNumber);
ZEND_METHOD(SSMTP, getSSLServerCertSignatureAlgorithm);
ZEND_METHOD(SSMTP, getSSLServerCertSubjectAltNames);
ZEND_METHOD(SSMTP, getSSLServerCertThumbprintMD5);
ZEND_METHOD(SSMTP, getSSLServerCertThumbprintSHA1);
ZEND_METHOD(SSMTP, getSSLServerCertThumbprintSHA256);
ZEND_METHOD(SSMTP, getSSLServerCertUsage);
ZEND_METHOD(SSMTP, getSSLServerCertUsageFlags);
ZEND_METHOD(SSMTP, getSSLServerCertVersion);
ZEND_METHOD(SSMTP, getSSLServerCertSubject);
ZEND_METHOD(SSMTP, getProtection);
ZEND_METHOD(SSMTP, setProtection);
ZEND_METHOD(SSMTP, __construct);
ZEND_METHOD(SSMTP, VERSION);
ZEND_METHOD(SSMTP, on);
ZEND_METHOD(SSMTP, setTokenProvider);
ZEND_METHOD(SSMTP, addTo);
ZEND_METHOD(SSMTP, addCc);
ZEND_METHOD(SSMTP, addBCc);
ZEND_METHOD(SSMTP, fireConnectionStatus);
ZEND_METHOD(SSMTPException, getReplyCode);
ZEND_METHOD(SSMTPException, getEnhancedCode);
ZEND_METHOD(SSMTPException, isTransient);
ZEND_METHOD(SSMTPException, getScope);
ZEND_METHOD(SSMTPException, getRecipient);
ZEND_METHOD(SSMTPException, getQueueFile);
ZEND_METHOD(SSMTPException, mayHaveBeenDelivered);


static const zend_function_entry ext_functions[] = {
	ZEND_FE(ssmtp_open, arginfo_ssmtp_open)
	ZEND_FE(ssmtp_close, arginfo_ssmtp_close)
	ZEND_FE(ssmtp_get, arginfo_ssmtp_get)
	ZEND_FE(ssmtp_set, arginfo_ssmtp_set)
	ZEND_FE(ssmtp_register_callback, arginfo_ssmtp_register_callback)
	ZEND_FE(ssmtp_set_token_provider, arginfo_ssmtp_set_token_provider)
	ZEND_FE(ssmtp_get_last_error, arginfo_ssmtp_get_last_error)
	ZEND_FE(ssmtp_get_last_error_code, arginfo_ssmtp_get_last_error_code)
	ZEND_FE(ssmtp_get_delivery_report, arginfo_ssmtp_get_delivery_report)
	ZEND_FE(ssmtp_do_connect, arginfo_ssmtp_do_connect)
	ZEND_FE(ssmtp_do_disconnect, arginfo_ssmtp_do_disconnect)
	ZEND_FE(ssmtp_do_doevents, arginfo_ssmtp_do_doevents)
	ZEND_FE(ssmtp_do_starttls, arginfo_ssmtp_do_starttls)
	ZEND_FE(ssmtp_do_send, arginfo_ssmtp_do_send)
	ZEND_FE(ssmtp_do_sendtoterminaloremail, arginfo_ssmtp_do_sendtoterminaloremail)
	ZEND_FE(ssmtp_do_sendtoterminalonly, arginfo_ssmtp_do_sendtoterminalonly)
	ZEND_FE(ssmtp_do_sendtoterminalandemail, arginfo_ssmtp_do_sendtoterminalandemail)
	ZEND_FE(ssmtp_do_expand, arginfo_ssmtp_do_expand)
	ZEND_FE(ssmtp_do_verify, arginfo_ssmtp_do_verify)
	ZEND_FE(ssmtp_do_sendcommand, arginfo_ssmtp_do_sendcommand)
	ZEND_FE(ssmtp_do_processqueue, arginfo_ssmtp_do_processqueue)
	ZEND_FE(ssmtp_do_reset, arginfo_ssmtp_do_reset)
	ZEND_FE(ssmtp_do_addrecipientcert, arginfo_ssmtp_do_addrecipientcert)
	ZEND_FE(ssmtp_do_certsonly, arginfo_ssmtp_do_certsonly)
	ZEND_FE(ssmtp_do_config, arginfo_ssmtp_do_config)
	ZEND_FE(ssmtp_do_encrypt, arginfo_ssmtp_do_encrypt)
	ZEND_FE(ssmtp_do_interrupt, arginfo_ssmtp_do_interrupt)
	ZEND_FE(ssmtp_do_newmessage, arginfo_ssmtp_do_newmessage)
	ZEND_FE(ssmtp_do_queue, arginfo_ssmtp_do_queue)
	ZEND_FE(ssmtp_do_resetheaders, arginfo_ssmtp_do_resetheaders)
	ZEND_FE(ssmtp_do_sign, arginfo_ssmtp_do_sign)
	ZEND_FE(ssmtp_do_signandencrypt, arginfo_ssmtp_do_signandencrypt)
	ZEND_FE(ssmtp_do_setmessagestream, arginfo_ssmtp_do_setmessagestream)
	ZEND_FE_END
};


static const zend_function_entry class_SSMTP_methods[] = {
	ZEND_ME(SSMTP, getAllowExtensions, arginfo_class_SSMTP_getAllowExtensions, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setAllowExtensions, arginfo_class_SSMTP_setAllowExtensions, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getAuthMechanism, arginfo_class_SSMTP_getAuthMechanism, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setAuthMechanism, arginfo_class_SSMTP_setAuthMechanism, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getBCc, arginfo_class_SSMTP_getBCc, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setBCc, arginfo_class_SSMTP_setBCc, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCc, arginfo_class_SSMTP_getCc, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setCc, arginfo_class_SSMTP_setCc, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertEncoded, arginfo_class_SSMTP_getCertEncoded, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setCertEncoded, arginfo_class_SSMTP_setCertEncoded, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertStore, arginfo_class_SSMTP_getCertStore, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setCertStore, arginfo_class_SSMTP_setCertStore, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertStorePassword, arginfo_class_SSMTP_getCertStorePassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setCertStorePassword, arginfo_class_SSMTP_setCertStorePassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertStoreType, arginfo_class_SSMTP_getCertStoreType, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setCertStoreType, arginfo_class_SSMTP_setCertStoreType, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertSubject, arginfo_class_SSMTP_getCertSubject, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setCertSubject, arginfo_class_SSMTP_setCertSubject, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setCommand, arginfo_class_SSMTP_setCommand, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getConnected, arginfo_class_SSMTP_getConnected, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setConnected, arginfo_class_SSMTP_setConnected, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getDeliveryNotificationTo, arginfo_class_SSMTP_getDeliveryNotificationTo, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setDeliveryNotificationTo, arginfo_class_SSMTP_setDeliveryNotificationTo, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getEncryptingAlgorithm, arginfo_class_SSMTP_getEncryptingAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setEncryptingAlgorithm, arginfo_class_SSMTP_setEncryptingAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getFirewallAutoDetect, arginfo_class_SSMTP_getFirewallAutoDetect, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setFirewallAutoDetect, arginfo_class_SSMTP_setFirewallAutoDetect, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getFirewallType, arginfo_class_SSMTP_getFirewallType, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setFirewallType, arginfo_class_SSMTP_setFirewallType, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getFirewallHost, arginfo_class_SSMTP_getFirewallHost, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setFirewallHost, arginfo_class_SSMTP_setFirewallHost, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getFirewallPassword, arginfo_class_SSMTP_getFirewallPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setFirewallPassword, arginfo_class_SSMTP_setFirewallPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getFirewallPort, arginfo_class_SSMTP_getFirewallPort, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setFirewallPort, arginfo_class_SSMTP_setFirewallPort, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getFirewallUser, arginfo_class_SSMTP_getFirewallUser, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setFirewallUser, arginfo_class_SSMTP_setFirewallUser, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getFrom, arginfo_class_SSMTP_getFrom, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setFrom, arginfo_class_SSMTP_setFrom, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getIdle, arginfo_class_SSMTP_getIdle, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getImportance, arginfo_class_SSMTP_getImportance, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setImportance, arginfo_class_SSMTP_setImportance, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getIncludeCertificate, arginfo_class_SSMTP_getIncludeCertificate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setIncludeCertificate, arginfo_class_SSMTP_setIncludeCertificate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getIncludeChain, arginfo_class_SSMTP_getIncludeChain, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setIncludeChain, arginfo_class_SSMTP_setIncludeChain, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getLastReply, arginfo_class_SSMTP_getLastReply, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getLocalHost, arginfo_class_SSMTP_getLocalHost, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setLocalHost, arginfo_class_SSMTP_setLocalHost, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMailPort, arginfo_class_SSMTP_getMailPort, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMailPort, arginfo_class_SSMTP_setMailPort, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMailServer, arginfo_class_SSMTP_getMailServer, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMailServer, arginfo_class_SSMTP_setMailServer, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessage, arginfo_class_SSMTP_getMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMessage, arginfo_class_SSMTP_setMessage, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageDate, arginfo_class_SSMTP_getMessageDate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMessageDate, arginfo_class_SSMTP_setMessageDate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageHeaderCount, arginfo_class_SSMTP_getMessageHeaderCount, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageHeaderField, arginfo_class_SSMTP_getMessageHeaderField, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageHeaderValue, arginfo_class_SSMTP_getMessageHeaderValue, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageHeadersString, arginfo_class_SSMTP_getMessageHeadersString, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageId, arginfo_class_SSMTP_getMessageId, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMessageId, arginfo_class_SSMTP_setMessageId, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageRecipientCount, arginfo_class_SSMTP_getMessageRecipientCount, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMessageRecipientCount, arginfo_class_SSMTP_setMessageRecipientCount, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageRecipientAddress, arginfo_class_SSMTP_getMessageRecipientAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMessageRecipientAddress, arginfo_class_SSMTP_setMessageRecipientAddress, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageRecipientName, arginfo_class_SSMTP_getMessageRecipientName, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMessageRecipientName, arginfo_class_SSMTP_setMessageRecipientName, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageRecipientOptions, arginfo_class_SSMTP_getMessageRecipientOptions, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMessageRecipientOptions, arginfo_class_SSMTP_setMessageRecipientOptions, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageRecipientType, arginfo_class_SSMTP_getMessageRecipientType, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMessageRecipientType, arginfo_class_SSMTP_setMessageRecipientType, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getMessageText, arginfo_class_SSMTP_getMessageText, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setMessageText, arginfo_class_SSMTP_setMessageText, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getOtherHeaders, arginfo_class_SSMTP_getOtherHeaders, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setOtherHeaders, arginfo_class_SSMTP_setOtherHeaders, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getPassword, arginfo_class_SSMTP_getPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setPassword, arginfo_class_SSMTP_setPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getPriority, arginfo_class_SSMTP_getPriority, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setPriority, arginfo_class_SSMTP_setPriority, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getReadReceiptTo, arginfo_class_SSMTP_getReadReceiptTo, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setReadReceiptTo, arginfo_class_SSMTP_setReadReceiptTo, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getReplyTo, arginfo_class_SSMTP_getReplyTo, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setReplyTo, arginfo_class_SSMTP_setReplyTo, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getReturnPath, arginfo_class_SSMTP_getReturnPath, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setReturnPath, arginfo_class_SSMTP_setReturnPath, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSendTo, arginfo_class_SSMTP_getSendTo, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSendTo, arginfo_class_SSMTP_setSendTo, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSensitivity, arginfo_class_SSMTP_getSensitivity, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSensitivity, arginfo_class_SSMTP_setSensitivity, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSigningAlgorithm, arginfo_class_SSMTP_getSigningAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSigningAlgorithm, arginfo_class_SSMTP_setSigningAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertEncoded, arginfo_class_SSMTP_getSSLAcceptServerCertEncoded, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLAcceptServerCertEncoded, arginfo_class_SSMTP_setSSLAcceptServerCertEncoded, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertEncoded, arginfo_class_SSMTP_getSSLCertEncoded, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLCertEncoded, arginfo_class_SSMTP_setSSLCertEncoded, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertStore, arginfo_class_SSMTP_getSSLCertStore, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLCertStore, arginfo_class_SSMTP_setSSLCertStore, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertStorePassword, arginfo_class_SSMTP_getSSLCertStorePassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLCertStorePassword, arginfo_class_SSMTP_setSSLCertStorePassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertStoreType, arginfo_class_SSMTP_getSSLCertStoreType, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLCertStoreType, arginfo_class_SSMTP_setSSLCertStoreType, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertSubject, arginfo_class_SSMTP_getSSLCertSubject, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLCertSubject, arginfo_class_SSMTP_setSSLCertSubject, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLEnabled, arginfo_class_SSMTP_getSSLEnabled, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLEnabled, arginfo_class_SSMTP_setSSLEnabled, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertEncoded, arginfo_class_SSMTP_getSSLServerCertEncoded, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLStartMode, arginfo_class_SSMTP_getSSLStartMode, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLStartMode, arginfo_class_SSMTP_setSSLStartMode, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSubject, arginfo_class_SSMTP_getSubject, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSubject, arginfo_class_SSMTP_setSubject, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getTimeout, arginfo_class_SSMTP_getTimeout, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setTimeout, arginfo_class_SSMTP_setTimeout, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getUser, arginfo_class_SSMTP_getUser, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setUser, arginfo_class_SSMTP_setUser, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLProvider, arginfo_class_SSMTP_getSSLProvider, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLProvider, arginfo_class_SSMTP_setSSLProvider, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getDetachedSignature, arginfo_class_SSMTP_getDetachedSignature, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setDetachedSignature, arginfo_class_SSMTP_setDetachedSignature, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getRecipientCertCount, arginfo_class_SSMTP_getRecipientCertCount, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setRecipientCertCount, arginfo_class_SSMTP_setRecipientCertCount, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getRecipientCertEncoded, arginfo_class_SSMTP_getRecipientCertEncoded, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setRecipientCertEncoded, arginfo_class_SSMTP_setRecipientCertEncoded, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getRecipientCertSubject, arginfo_class_SSMTP_getRecipientCertSubject, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertEffectiveDate, arginfo_class_SSMTP_getCertEffectiveDate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertExpirationDate, arginfo_class_SSMTP_getCertExpirationDate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertExtendedKeyUsage, arginfo_class_SSMTP_getCertExtendedKeyUsage, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertFingerprint, arginfo_class_SSMTP_getCertFingerprint, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertFingerprintSHA1, arginfo_class_SSMTP_getCertFingerprintSHA1, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertFingerprintSHA256, arginfo_class_SSMTP_getCertFingerprintSHA256, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertIssuer, arginfo_class_SSMTP_getCertIssuer, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertKeyPassword, arginfo_class_SSMTP_getCertKeyPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setCertKeyPassword, arginfo_class_SSMTP_setCertKeyPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertPrivateKey, arginfo_class_SSMTP_getCertPrivateKey, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertPrivateKeyAvailable, arginfo_class_SSMTP_getCertPrivateKeyAvailable, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertPrivateKeyContainer, arginfo_class_SSMTP_getCertPrivateKeyContainer, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertPublicKey, arginfo_class_SSMTP_getCertPublicKey, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertPublicKeyAlgorithm, arginfo_class_SSMTP_getCertPublicKeyAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertPublicKeyLength, arginfo_class_SSMTP_getCertPublicKeyLength, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertSerialNumber, arginfo_class_SSMTP_getCertSerialNumber, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertSignatureAlgorithm, arginfo_class_SSMTP_getCertSignatureAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertSubjectAltNames, arginfo_class_SSMTP_getCertSubjectAltNames, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertThumbprintMD5, arginfo_class_SSMTP_getCertThumbprintMD5, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertThumbprintSHA1, arginfo_class_SSMTP_getCertThumbprintSHA1, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertThumbprintSHA256, arginfo_class_SSMTP_getCertThumbprintSHA256, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertUsage, arginfo_class_SSMTP_getCertUsage, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertUsageFlags, arginfo_class_SSMTP_getCertUsageFlags, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getCertVersion, arginfo_class_SSMTP_getCertVersion, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertEffectiveDate, arginfo_class_SSMTP_getSSLAcceptServerCertEffectiveDate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertExpirationDate, arginfo_class_SSMTP_getSSLAcceptServerCertExpirationDate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertExtendedKeyUsage, arginfo_class_SSMTP_getSSLAcceptServerCertExtendedKeyUsage, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertFingerprint, arginfo_class_SSMTP_getSSLAcceptServerCertFingerprint, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertFingerprintSHA1, arginfo_class_SSMTP_getSSLAcceptServerCertFingerprintSHA1, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertFingerprintSHA256, arginfo_class_SSMTP_getSSLAcceptServerCertFingerprintSHA256, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertIssuer, arginfo_class_SSMTP_getSSLAcceptServerCertIssuer, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertKeyPassword, arginfo_class_SSMTP_getSSLAcceptServerCertKeyPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLAcceptServerCertKeyPassword, arginfo_class_SSMTP_setSSLAcceptServerCertKeyPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertPrivateKey, arginfo_class_SSMTP_getSSLAcceptServerCertPrivateKey, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertPrivateKeyAvailable, arginfo_class_SSMTP_getSSLAcceptServerCertPrivateKeyAvailable, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertPrivateKeyContainer, arginfo_class_SSMTP_getSSLAcceptServerCertPrivateKeyContainer, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertPublicKey, arginfo_class_SSMTP_getSSLAcceptServerCertPublicKey, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertPublicKeyAlgorithm, arginfo_class_SSMTP_getSSLAcceptServerCertPublicKeyAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertPublicKeyLength, arginfo_class_SSMTP_getSSLAcceptServerCertPublicKeyLength, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertSerialNumber, arginfo_class_SSMTP_getSSLAcceptServerCertSerialNumber, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertSignatureAlgorithm, arginfo_class_SSMTP_getSSLAcceptServerCertSignatureAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertSubjectAltNames, arginfo_class_SSMTP_getSSLAcceptServerCertSubjectAltNames, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertThumbprintMD5, arginfo_class_SSMTP_getSSLAcceptServerCertThumbprintMD5, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertThumbprintSHA1, arginfo_class_SSMTP_getSSLAcceptServerCertThumbprintSHA1, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertThumbprintSHA256, arginfo_class_SSMTP_getSSLAcceptServerCertThumbprintSHA256, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertUsage, arginfo_class_SSMTP_getSSLAcceptServerCertUsage, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertUsageFlags, arginfo_class_SSMTP_getSSLAcceptServerCertUsageFlags, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertVersion, arginfo_class_SSMTP_getSSLAcceptServerCertVersion, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertSubject, arginfo_class_SSMTP_getSSLAcceptServerCertSubject, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertStore, arginfo_class_SSMTP_getSSLAcceptServerCertStore, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLAcceptServerCertStore, arginfo_class_SSMTP_setSSLAcceptServerCertStore, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertStorePassword, arginfo_class_SSMTP_getSSLAcceptServerCertStorePassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLAcceptServerCertStorePassword, arginfo_class_SSMTP_setSSLAcceptServerCertStorePassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLAcceptServerCertStoreType, arginfo_class_SSMTP_getSSLAcceptServerCertStoreType, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLAcceptServerCertStoreType, arginfo_class_SSMTP_setSSLAcceptServerCertStoreType, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertEffectiveDate, arginfo_class_SSMTP_getSSLCertEffectiveDate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertExpirationDate, arginfo_class_SSMTP_getSSLCertExpirationDate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertExtendedKeyUsage, arginfo_class_SSMTP_getSSLCertExtendedKeyUsage, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertFingerprint, arginfo_class_SSMTP_getSSLCertFingerprint, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertFingerprintSHA1, arginfo_class_SSMTP_getSSLCertFingerprintSHA1, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertFingerprintSHA256, arginfo_class_SSMTP_getSSLCertFingerprintSHA256, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertIssuer, arginfo_class_SSMTP_getSSLCertIssuer, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertKeyPassword, arginfo_class_SSMTP_getSSLCertKeyPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLCertKeyPassword, arginfo_class_SSMTP_setSSLCertKeyPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertPrivateKey, arginfo_class_SSMTP_getSSLCertPrivateKey, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertPrivateKeyAvailable, arginfo_class_SSMTP_getSSLCertPrivateKeyAvailable, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertPrivateKeyContainer, arginfo_class_SSMTP_getSSLCertPrivateKeyContainer, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertPublicKey, arginfo_class_SSMTP_getSSLCertPublicKey, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertPublicKeyAlgorithm, arginfo_class_SSMTP_getSSLCertPublicKeyAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertPublicKeyLength, arginfo_class_SSMTP_getSSLCertPublicKeyLength, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertSerialNumber, arginfo_class_SSMTP_getSSLCertSerialNumber, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertSignatureAlgorithm, arginfo_class_SSMTP_getSSLCertSignatureAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertSubjectAltNames, arginfo_class_SSMTP_getSSLCertSubjectAltNames, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertThumbprintMD5, arginfo_class_SSMTP_getSSLCertThumbprintMD5, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertThumbprintSHA1, arginfo_class_SSMTP_getSSLCertThumbprintSHA1, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertThumbprintSHA256, arginfo_class_SSMTP_getSSLCertThumbprintSHA256, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertUsage, arginfo_class_SSMTP_getSSLCertUsage, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertUsageFlags, arginfo_class_SSMTP_getSSLCertUsageFlags, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLCertVersion, arginfo_class_SSMTP_getSSLCertVersion, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertEffectiveDate, arginfo_class_SSMTP_getSSLServerCertEffectiveDate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertExpirationDate, arginfo_class_SSMTP_getSSLServerCertExpirationDate, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertExtendedKeyUsage, arginfo_class_SSMTP_getSSLServerCertExtendedKeyUsage, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertFingerprint, arginfo_class_SSMTP_getSSLServerCertFingerprint, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertFingerprintSHA1, arginfo_class_SSMTP_getSSLServerCertFingerprintSHA1, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertFingerprintSHA256, arginfo_class_SSMTP_getSSLServerCertFingerprintSHA256, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertIssuer, arginfo_class_SSMTP_getSSLServerCertIssuer, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertKeyPassword, arginfo_class_SSMTP_getSSLServerCertKeyPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setSSLServerCertKeyPassword, arginfo_class_SSMTP_setSSLServerCertKeyPassword, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertPrivateKey, arginfo_class_SSMTP_getSSLServerCertPrivateKey, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertPrivateKeyAvailable, arginfo_class_SSMTP_getSSLServerCertPrivateKeyAvailable, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertPrivateKeyContainer, arginfo_class_SSMTP_getSSLServerCertPrivateKeyContainer, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertPublicKey, arginfo_class_SSMTP_getSSLServerCertPublicKey, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertPublicKeyAlgorithm, arginfo_class_SSMTP_getSSLServerCertPublicKeyAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertPublicKeyLength, arginfo_class_SSMTP_getSSLServerCertPublicKeyLength, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertSerialNumber, arginfo_class_SSMTP_getSSLServerCertSerialNumber, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertSignatureAlgorithm, arginfo_class_SSMTP_getSSLServerCertSignatureAlgorithm, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertSubjectAltNames, arginfo_class_SSMTP_getSSLServerCertSubjectAltNames, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertThumbprintMD5, arginfo_class_SSMTP_getSSLServerCertThumbprintMD5, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertThumbprintSHA1, arginfo_class_SSMTP_getSSLServerCertThumbprintSHA1, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertThumbprintSHA256, arginfo_class_SSMTP_getSSLServerCertThumbprintSHA256, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertUsage, arginfo_class_SSMTP_getSSLServerCertUsage, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertUsageFlags, arginfo_class_SSMTP_getSSLServerCertUsageFlags, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertVersion, arginfo_class_SSMTP_getSSLServerCertVersion, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getSSLServerCertSubject, arginfo_class_SSMTP_getSSLServerCertSubject, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, getProtection, arginfo_class_SSMTP_getProtection, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setProtection, arginfo_class_SSMTP_setProtection, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, __construct, arginfo_class_SSMTP___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, VERSION, arginfo_class_SSMTP_VERSION, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(lastError, ssmtp_get_last_error, arginfo_class_SSMTP_lastError, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(lastErrorCode, ssmtp_get_last_error_code, arginfo_class_SSMTP_lastErrorCode, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, on, arginfo_class_SSMTP_on, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, setTokenProvider, arginfo_class_SSMTP_setTokenProvider, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, addTo, arginfo_class_SSMTP_addTo, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, addCc, arginfo_class_SSMTP_addCc, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTP, addBCc, arginfo_class_SSMTP_addBCc, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(getDeliveryReport, ssmtp_get_delivery_report, arginfo_class_SSMTP_getDeliveryReport, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doConnect, ssmtp_do_connect, arginfo_class_SSMTP_doConnect, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doDisconnect, ssmtp_do_disconnect, arginfo_class_SSMTP_doDisconnect, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doDoEvents, ssmtp_do_doevents, arginfo_class_SSMTP_doDoEvents, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doStartTLS, ssmtp_do_starttls, arginfo_class_SSMTP_doStartTLS, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSend, ssmtp_do_send, arginfo_class_SSMTP_doSend, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSendToTerminalOrEmail, ssmtp_do_sendtoterminaloremail, arginfo_class_SSMTP_doSendToTerminalOrEmail, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSendToTerminalOnly, ssmtp_do_sendtoterminalonly, arginfo_class_SSMTP_doSendToTerminalOnly, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSendToTerminalAndEmail, ssmtp_do_sendtoterminalandemail, arginfo_class_SSMTP_doSendToTerminalAndEmail, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doExpand, ssmtp_do_expand, arginfo_class_SSMTP_doExpand, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doVerify, ssmtp_do_verify, arginfo_class_SSMTP_doVerify, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSendCommand, ssmtp_do_sendcommand, arginfo_class_SSMTP_doSendCommand, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doProcessQueue, ssmtp_do_processqueue, arginfo_class_SSMTP_doProcessQueue, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doReset, ssmtp_do_reset, arginfo_class_SSMTP_doReset, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doAddRecipientCert, ssmtp_do_addrecipientcert, arginfo_class_SSMTP_doAddRecipientCert, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doCertsOnly, ssmtp_do_certsonly, arginfo_class_SSMTP_doCertsOnly, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doConfig, ssmtp_do_config, arginfo_class_SSMTP_doConfig, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doEncrypt, ssmtp_do_encrypt, arginfo_class_SSMTP_doEncrypt, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doInterrupt, ssmtp_do_interrupt, arginfo_class_SSMTP_doInterrupt, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doNewMessage, ssmtp_do_newmessage, arginfo_class_SSMTP_doNewMessage, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doQueue, ssmtp_do_queue, arginfo_class_SSMTP_doQueue, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doResetHeaders, ssmtp_do_resetheaders, arginfo_class_SSMTP_doResetHeaders, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSign, ssmtp_do_sign, arginfo_class_SSMTP_doSign, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSignAndEncrypt, ssmtp_do_signandencrypt, arginfo_class_SSMTP_doSignAndEncrypt, ZEND_ACC_PUBLIC)
	ZEND_ME_MAPPING(doSetMessageStream, ssmtp_do_setmessagestream, arginfo_class_SSMTP_doSetMessageStream, ZEND_ACC_PUBLIC)
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
	ZEND_ME(SSMTPException, getScope, arginfo_class_SSMTPException_getScope, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTPException, getRecipient, arginfo_class_SSMTPException_getRecipient, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTPException, getQueueFile, arginfo_class_SSMTPException_getQueueFile, ZEND_ACC_PUBLIC)
	ZEND_ME(SSMTPException, mayHaveBeenDelivered, arginfo_class_SSMTPException_mayHaveBeenDelivered, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static void register_ssmtp_symbols(int module_number)
{
	REGISTER_LONG_CONSTANT("SSMTP_AM_USER_PASSWORD", 0, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_CRAMMD5", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_NTLM", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_APOP", 3, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_SASLPLAIN", 4, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_SASLDIGEST_MD5", 5, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_KERBEROS", 6, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_XOAUTH2", 7, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_SCRAM_SHA1", 8, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_SCRAM_SHA256", 9, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_OAUTHBEARER", 10, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_EXTERNAL", 11, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_AM_AUTO", 99, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_FW_NONE", 0, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_FW_TUNNEL", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_FW_SOCKS4", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_FW_SOCKS5", 3, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_FW_SOCKS4A", 10, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_MI_UNSPECIFIED", 0, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_MI_HIGH", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_MI_NORMAL", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_MI_LOW", 3, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_EP_UNSPECIFIED", 0, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_EP_NORMAL", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_EP_URGENT", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_EP_NON_URGENT", 3, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_SIGN", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ENCRYPT", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ES_UNSPECIFIED", 0, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ES_PERSONAL", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ES_PRIVATE", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ES_COMPANY_CONFIDENTIAL", 3, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_RT_TO", 0, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_RT_CC", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_RT_BCC", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_USER", 0, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_MACHINE", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_PFXFILE", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_PFXBLOB", 3, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_JKSFILE", 4, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_JKSBLOB", 5, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_PEMKEY_FILE", 6, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_PEMKEY_BLOB", 7, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_PUBLIC_KEY_FILE", 8, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_PUBLIC_KEY_BLOB", 9, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_SSHPUBLIC_KEY_BLOB", 10, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_P7BFILE", 11, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_P7BBLOB", 12, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_SSHPUBLIC_KEY_FILE", 13, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_PPKFILE", 14, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_PPKBLOB", 15, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_XMLFILE", 16, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_XMLBLOB", 17, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_JWKFILE", 18, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_JWKBLOB", 19, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_SECURITY_KEY", 20, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_BCFKSFILE", 21, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_BCFKSBLOB", 22, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_PKCS11", 23, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_CST_AUTO", 99, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_SSL_AUTOMATIC", 0, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_SSL_IMPLICIT", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_SSL_EXPLICIT", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_SSL_NONE", 3, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_SSL_EXPLICIT_MANUAL", 4, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_SSLP_AUTOMATIC", 0, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_SSLP_PLATFORM", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_SSLP_INTERNAL", 2, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_INTERNAL", 1, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_PORT_WHILE_CONNECTED", 100, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_HOST_WHILE_CONNECTED", 101, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_WILDCARD_ADDRESS", 102, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_ALREADY_CONNECTED", 104, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_LOCAL_PORT_WHILE_CONNECTED", 106, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_LOCAL_HOST_WHILE_CONNECTED", 107, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_MAX_LINE_LENGTH_WHILE_CONNECTED", 112, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_PORT_ZERO", 116, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_USE_CONNECTION", 117, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_FIREWALL", 118, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_WOULD_BLOCK", 135, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_PROTOCOL", 161, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_COMMUNICATION", 162, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_MAIL_SERVER", 163, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_SENDER", 164, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_RECIPIENT", 165, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_BUSY", 166, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_TIMEOUT", 201, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_INVALID_STATE", 211, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NOT_CONNECTED", 212, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_LISTENING", 213, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_SECURITY_LIBRARY", 270, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CERT_STORE", 271, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CERT_NOT_FOUND", 272, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CREDENTIALS", 273, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CHAIN_NOT_FOUND", 274, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CHAIN_NOT_VERIFIED", 275, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_HANDSHAKE", 276, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CERT_VERIFY", 280, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CLIENT_CERT", 281, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_SERVER_CERT", 282, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_ENCRYPTING_DATA", 283, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_DECRYPTING_DATA", 284, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_INTERRUPTED", 301, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_STREAM", 302, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_FILE", 303, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CODE_PAGE", 434, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CONNECTING", 1105, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CONNECT_FIRST", 1117, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_LOCAL_HOST_CONNECTED", 1119, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_DROPPED", 1120, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_INTR", 10004, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_BADF", 10009, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_ACCES", 10013, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_FAULT", 10014, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_INVAL", 10022, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_MFILE", 10024, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_WOULDBLOCK", 10035, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_INPROGRESS", 10036, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_ALREADY", 10037, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NOTSOCK", 10038, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_DESTADDRREQ", 10039, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_MSGSIZE", 10040, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_PROTOTYPE", 10041, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NOPROTOOPT", 10042, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_PROTONOSUPPORT", 10043, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_SOCKTNOSUPPORT", 10044, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_OPNOTSUPP", 10045, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_PFNOSUPPORT", 10046, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_AFNOSUPPORT", 10047, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_ADDRINUSE", 10048, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_ADDRNOTAVAIL", 10049, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NETDOWN", 10050, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NETUNREACH", 10051, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NETRESET", 10052, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CONNABORTED", 10053, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CONNRESET", 10054, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NOBUFS", 10055, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_ISCONN", 10056, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NOTCONN", 10057, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_SHUTDOWN", 10058, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_TOOMANYREFS", 10059, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_TIMEDOUT", 10060, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CONNREFUSED", 10061, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_LOOP", 10062, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NAMETOOLONG", 10063, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_HOSTDOWN", 10064, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_HOSTUNREACH", 10065, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NOTEMPTY", 10066, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_PROCLIM", 10067, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_USERS", 10068, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_DQUOT", 10069, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_STALE", 10070, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_REMOTE", 10071, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_SYSNOTREADY", 10091, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_VERNOTSUPPORTED", 10092, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NOTINITIALISED", 10093, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_RECIPIENT_INDEX", 10191, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_DECODING", 10192, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_MESSAGE_TYPE", 10193, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_ALGORITHM", 10194, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_SIGNER", 10195, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_SIGNATURE", 10196, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_DECRYPTION_CERT", 10197, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_SIGNER_CERT", 10198, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_SIGNING_CERT", 10199, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_WRONG_CERT", 10201, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_RECIPIENT_CERT", 10202, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_PROVIDER", 10221, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_TYPE_VALIDATION", 10222, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_KEY_SIZE", 10223, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_CONTENT_TYPE", 10224, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_PUBLIC_KEY_FORMAT", 10225, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_CHOICE", 10226, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_OUTPUT_STREAM", 10228, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_PART_INDEX", 10280, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_MIME_TYPE", 10281, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_BOUNDARY", 10283, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_HOST_NOT_FOUND", 11001, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_TRY_AGAIN", 11002, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_RECOVERY", 11003, CONST_PERSISTENT);
	REGISTER_LONG_CONSTANT("SSMTP_ERR_NO_DATA", 11004, CONST_PERSISTENT);


	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "ssmtp_set", sizeof("ssmtp_set") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "ssmtp_set", sizeof("ssmtp_set") - 1), 3, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "ssmtp_do_sendcommand", sizeof("ssmtp_do_sendcommand") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "ssmtp_do_config", sizeof("ssmtp_do_config") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
}

static zend_class_entry *register_class_SSMTP(void)
{
	zend_class_entry ce, *class_entry;

	INIT_CLASS_ENTRY(ce, "SSMTP", class_SSMTP_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;

	zval const_AM_USER_PASSWORD_value;
	ZVAL_LONG(&const_AM_USER_PASSWORD_value, 0);
	zend_string *const_AM_USER_PASSWORD_name = zend_string_init_interned("AM_USER_PASSWORD", sizeof("AM_USER_PASSWORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_USER_PASSWORD_name, &const_AM_USER_PASSWORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_USER_PASSWORD_name);

	zval const_AM_CRAMMD5_value;
	ZVAL_LONG(&const_AM_CRAMMD5_value, 1);
	zend_string *const_AM_CRAMMD5_name = zend_string_init_interned("AM_CRAMMD5", sizeof("AM_CRAMMD5") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_CRAMMD5_name, &const_AM_CRAMMD5_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_CRAMMD5_name);

	zval const_AM_NTLM_value;
	ZVAL_LONG(&const_AM_NTLM_value, 2);
	zend_string *const_AM_NTLM_name = zend_string_init_interned("AM_NTLM", sizeof("AM_NTLM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_NTLM_name, &const_AM_NTLM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_NTLM_name);

	zval const_AM_APOP_value;
	ZVAL_LONG(&const_AM_APOP_value, 3);
	zend_string *const_AM_APOP_name = zend_string_init_interned("AM_APOP", sizeof("AM_APOP") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_APOP_name, &const_AM_APOP_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_APOP_name);

	zval const_AM_SASLPLAIN_value;
	ZVAL_LONG(&const_AM_SASLPLAIN_value, 4);
	zend_string *const_AM_SASLPLAIN_name = zend_string_init_interned("AM_SASLPLAIN", sizeof("AM_SASLPLAIN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_SASLPLAIN_name, &const_AM_SASLPLAIN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_SASLPLAIN_name);

	zval const_AM_SASLDIGEST_MD5_value;
	ZVAL_LONG(&const_AM_SASLDIGEST_MD5_value, 5);
	zend_string *const_AM_SASLDIGEST_MD5_name = zend_string_init_interned("AM_SASLDIGEST_MD5", sizeof("AM_SASLDIGEST_MD5") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_SASLDIGEST_MD5_name, &const_AM_SASLDIGEST_MD5_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_SASLDIGEST_MD5_name);

	zval const_AM_KERBEROS_value;
	ZVAL_LONG(&const_AM_KERBEROS_value, 6);
	zend_string *const_AM_KERBEROS_name = zend_string_init_interned("AM_KERBEROS", sizeof("AM_KERBEROS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_KERBEROS_name, &const_AM_KERBEROS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_KERBEROS_name);

	zval const_AM_XOAUTH2_value;
	ZVAL_LONG(&const_AM_XOAUTH2_value, 7);
	zend_string *const_AM_XOAUTH2_name = zend_string_init_interned("AM_XOAUTH2", sizeof("AM_XOAUTH2") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_XOAUTH2_name, &const_AM_XOAUTH2_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_XOAUTH2_name);

	zval const_AM_SCRAM_SHA1_value;
	ZVAL_LONG(&const_AM_SCRAM_SHA1_value, 8);
	zend_string *const_AM_SCRAM_SHA1_name = zend_string_init_interned("AM_SCRAM_SHA1", sizeof("AM_SCRAM_SHA1") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_SCRAM_SHA1_name, &const_AM_SCRAM_SHA1_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_SCRAM_SHA1_name);

	zval const_AM_SCRAM_SHA256_value;
	ZVAL_LONG(&const_AM_SCRAM_SHA256_value, 9);
	zend_string *const_AM_SCRAM_SHA256_name = zend_string_init_interned("AM_SCRAM_SHA256", sizeof("AM_SCRAM_SHA256") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_SCRAM_SHA256_name, &const_AM_SCRAM_SHA256_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_SCRAM_SHA256_name);

	zval const_AM_OAUTHBEARER_value;
	ZVAL_LONG(&const_AM_OAUTHBEARER_value, 10);
	zend_string *const_AM_OAUTHBEARER_name = zend_string_init_interned("AM_OAUTHBEARER", sizeof("AM_OAUTHBEARER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_OAUTHBEARER_name, &const_AM_OAUTHBEARER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_OAUTHBEARER_name);

	zval const_AM_EXTERNAL_value;
	ZVAL_LONG(&const_AM_EXTERNAL_value, 11);
	zend_string *const_AM_EXTERNAL_name = zend_string_init_interned("AM_EXTERNAL", sizeof("AM_EXTERNAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_EXTERNAL_name, &const_AM_EXTERNAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_EXTERNAL_name);

	zval const_AM_AUTO_value;
	ZVAL_LONG(&const_AM_AUTO_value, 99);
	zend_string *const_AM_AUTO_name = zend_string_init_interned("AM_AUTO", sizeof("AM_AUTO") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AM_AUTO_name, &const_AM_AUTO_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AM_AUTO_name);

	zval const_FW_NONE_value;
	ZVAL_LONG(&const_FW_NONE_value, 0);
	zend_string *const_FW_NONE_name = zend_string_init_interned("FW_NONE", sizeof("FW_NONE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FW_NONE_name, &const_FW_NONE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FW_NONE_name);

	zval const_FW_TUNNEL_value;
	ZVAL_LONG(&const_FW_TUNNEL_value, 1);
	zend_string *const_FW_TUNNEL_name = zend_string_init_interned("FW_TUNNEL", sizeof("FW_TUNNEL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FW_TUNNEL_name, &const_FW_TUNNEL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FW_TUNNEL_name);

	zval const_FW_SOCKS4_value;
	ZVAL_LONG(&const_FW_SOCKS4_value, 2);
	zend_string *const_FW_SOCKS4_name = zend_string_init_interned("FW_SOCKS4", sizeof("FW_SOCKS4") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FW_SOCKS4_name, &const_FW_SOCKS4_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FW_SOCKS4_name);

	zval const_FW_SOCKS5_value;
	ZVAL_LONG(&const_FW_SOCKS5_value, 3);
	zend_string *const_FW_SOCKS5_name = zend_string_init_interned("FW_SOCKS5", sizeof("FW_SOCKS5") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FW_SOCKS5_name, &const_FW_SOCKS5_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FW_SOCKS5_name);

	zval const_FW_SOCKS4A_value;
	ZVAL_LONG(&const_FW_SOCKS4A_value, 10);
	zend_string *const_FW_SOCKS4A_name = zend_string_init_interned("FW_SOCKS4A", sizeof("FW_SOCKS4A") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FW_SOCKS4A_name, &const_FW_SOCKS4A_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FW_SOCKS4A_name);

	zval const_MI_UNSPECIFIED_value;
	ZVAL_LONG(&const_MI_UNSPECIFIED_value, 0);
	zend_string *const_MI_UNSPECIFIED_name = zend_string_init_interned("MI_UNSPECIFIED", sizeof("MI_UNSPECIFIED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MI_UNSPECIFIED_name, &const_MI_UNSPECIFIED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MI_UNSPECIFIED_name);

	zval const_MI_HIGH_value;
	ZVAL_LONG(&const_MI_HIGH_value, 1);
	zend_string *const_MI_HIGH_name = zend_string_init_interned("MI_HIGH", sizeof("MI_HIGH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MI_HIGH_name, &const_MI_HIGH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MI_HIGH_name);

	zval const_MI_NORMAL_value;
	ZVAL_LONG(&const_MI_NORMAL_value, 2);
	zend_string *const_MI_NORMAL_name = zend_string_init_interned("MI_NORMAL", sizeof("MI_NORMAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MI_NORMAL_name, &const_MI_NORMAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MI_NORMAL_name);

	zval const_MI_LOW_value;
	ZVAL_LONG(&const_MI_LOW_value, 3);
	zend_string *const_MI_LOW_name = zend_string_init_interned("MI_LOW", sizeof("MI_LOW") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MI_LOW_name, &const_MI_LOW_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MI_LOW_name);

	zval const_EP_UNSPECIFIED_value;
	ZVAL_LONG(&const_EP_UNSPECIFIED_value, 0);
	zend_string *const_EP_UNSPECIFIED_name = zend_string_init_interned("EP_UNSPECIFIED", sizeof("EP_UNSPECIFIED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_EP_UNSPECIFIED_name, &const_EP_UNSPECIFIED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_EP_UNSPECIFIED_name);

	zval const_EP_NORMAL_value;
	ZVAL_LONG(&const_EP_NORMAL_value, 1);
	zend_string *const_EP_NORMAL_name = zend_string_init_interned("EP_NORMAL", sizeof("EP_NORMAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_EP_NORMAL_name, &const_EP_NORMAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_EP_NORMAL_name);

	zval const_EP_URGENT_value;
	ZVAL_LONG(&const_EP_URGENT_value, 2);
	zend_string *const_EP_URGENT_name = zend_string_init_interned("EP_URGENT", sizeof("EP_URGENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_EP_URGENT_name, &const_EP_URGENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_EP_URGENT_name);

	zval const_EP_NON_URGENT_value;
	ZVAL_LONG(&const_EP_NON_URGENT_value, 3);
	zend_string *const_EP_NON_URGENT_name = zend_string_init_interned("EP_NON_URGENT", sizeof("EP_NON_URGENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_EP_NON_URGENT_name, &const_EP_NON_URGENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_EP_NON_URGENT_name);

	zval const_SIGN_value;
	ZVAL_LONG(&const_SIGN_value, 1);
	zend_string *const_SIGN_name = zend_string_init_interned("SIGN", sizeof("SIGN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SIGN_name, &const_SIGN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SIGN_name);

	zval const_ENCRYPT_value;
	ZVAL_LONG(&const_ENCRYPT_value, 2);
	zend_string *const_ENCRYPT_name = zend_string_init_interned("ENCRYPT", sizeof("ENCRYPT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ENCRYPT_name, &const_ENCRYPT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ENCRYPT_name);

	zval const_ES_UNSPECIFIED_value;
	ZVAL_LONG(&const_ES_UNSPECIFIED_value, 0);
	zend_string *const_ES_UNSPECIFIED_name = zend_string_init_interned("ES_UNSPECIFIED", sizeof("ES_UNSPECIFIED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ES_UNSPECIFIED_name, &const_ES_UNSPECIFIED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ES_UNSPECIFIED_name);

	zval const_ES_PERSONAL_value;
	ZVAL_LONG(&const_ES_PERSONAL_value, 1);
	zend_string *const_ES_PERSONAL_name = zend_string_init_interned("ES_PERSONAL", sizeof("ES_PERSONAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ES_PERSONAL_name, &const_ES_PERSONAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ES_PERSONAL_name);

	zval const_ES_PRIVATE_value;
	ZVAL_LONG(&const_ES_PRIVATE_value, 2);
	zend_string *const_ES_PRIVATE_name = zend_string_init_interned("ES_PRIVATE", sizeof("ES_PRIVATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ES_PRIVATE_name, &const_ES_PRIVATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ES_PRIVATE_name);

	zval const_ES_COMPANY_CONFIDENTIAL_value;
	ZVAL_LONG(&const_ES_COMPANY_CONFIDENTIAL_value, 3);
	zend_string *const_ES_COMPANY_CONFIDENTIAL_name = zend_string_init_interned("ES_COMPANY_CONFIDENTIAL", sizeof("ES_COMPANY_CONFIDENTIAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ES_COMPANY_CONFIDENTIAL_name, &const_ES_COMPANY_CONFIDENTIAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ES_COMPANY_CONFIDENTIAL_name);

	zval const_RT_TO_value;
	ZVAL_LONG(&const_RT_TO_value, 0);
	zend_string *const_RT_TO_name = zend_string_init_interned("RT_TO", sizeof("RT_TO") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_RT_TO_name, &const_RT_TO_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_RT_TO_name);

	zval const_RT_CC_value;
	ZVAL_LONG(&const_RT_CC_value, 1);
	zend_string *const_RT_CC_name = zend_string_init_interned("RT_CC", sizeof("RT_CC") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_RT_CC_name, &const_RT_CC_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_RT_CC_name);

	zval const_RT_BCC_value;
	ZVAL_LONG(&const_RT_BCC_value, 2);
	zend_string *const_RT_BCC_name = zend_string_init_interned("RT_BCC", sizeof("RT_BCC") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_RT_BCC_name, &const_RT_BCC_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_RT_BCC_name);

	zval const_CST_USER_value;
	ZVAL_LONG(&const_CST_USER_value, 0);
	zend_string *const_CST_USER_name = zend_string_init_interned("CST_USER", sizeof("CST_USER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_USER_name, &const_CST_USER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_USER_name);

	zval const_CST_MACHINE_value;
	ZVAL_LONG(&const_CST_MACHINE_value, 1);
	zend_string *const_CST_MACHINE_name = zend_string_init_interned("CST_MACHINE", sizeof("CST_MACHINE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_MACHINE_name, &const_CST_MACHINE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_MACHINE_name);

	zval const_CST_PFXFILE_value;
	ZVAL_LONG(&const_CST_PFXFILE_value, 2);
	zend_string *const_CST_PFXFILE_name = zend_string_init_interned("CST_PFXFILE", sizeof("CST_PFXFILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_PFXFILE_name, &const_CST_PFXFILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_PFXFILE_name);

	zval const_CST_PFXBLOB_value;
	ZVAL_LONG(&const_CST_PFXBLOB_value, 3);
	zend_string *const_CST_PFXBLOB_name = zend_string_init_interned("CST_PFXBLOB", sizeof("CST_PFXBLOB") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_PFXBLOB_name, &const_CST_PFXBLOB_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_PFXBLOB_name);

	zval const_CST_JKSFILE_value;
	ZVAL_LONG(&const_CST_JKSFILE_value, 4);
	zend_string *const_CST_JKSFILE_name = zend_string_init_interned("CST_JKSFILE", sizeof("CST_JKSFILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_JKSFILE_name, &const_CST_JKSFILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_JKSFILE_name);

	zval const_CST_JKSBLOB_value;
	ZVAL_LONG(&const_CST_JKSBLOB_value, 5);
	zend_string *const_CST_JKSBLOB_name = zend_string_init_interned("CST_JKSBLOB", sizeof("CST_JKSBLOB") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_JKSBLOB_name, &const_CST_JKSBLOB_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_JKSBLOB_name);

	zval const_CST_PEMKEY_FILE_value;
	ZVAL_LONG(&const_CST_PEMKEY_FILE_value, 6);
	zend_string *const_CST_PEMKEY_FILE_name = zend_string_init_interned("CST_PEMKEY_FILE", sizeof("CST_PEMKEY_FILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_PEMKEY_FILE_name, &const_CST_PEMKEY_FILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_PEMKEY_FILE_name);

	zval const_CST_PEMKEY_BLOB_value;
	ZVAL_LONG(&const_CST_PEMKEY_BLOB_value, 7);
	zend_string *const_CST_PEMKEY_BLOB_name = zend_string_init_interned("CST_PEMKEY_BLOB", sizeof("CST_PEMKEY_BLOB") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_PEMKEY_BLOB_name, &const_CST_PEMKEY_BLOB_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_PEMKEY_BLOB_name);

	zval const_CST_PUBLIC_KEY_FILE_value;
	ZVAL_LONG(&const_CST_PUBLIC_KEY_FILE_value, 8);
	zend_string *const_CST_PUBLIC_KEY_FILE_name = zend_string_init_interned("CST_PUBLIC_KEY_FILE", sizeof("CST_PUBLIC_KEY_FILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_PUBLIC_KEY_FILE_name, &const_CST_PUBLIC_KEY_FILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_PUBLIC_KEY_FILE_name);

	zval const_CST_PUBLIC_KEY_BLOB_value;
	ZVAL_LONG(&const_CST_PUBLIC_KEY_BLOB_value, 9);
	zend_string *const_CST_PUBLIC_KEY_BLOB_name = zend_string_init_interned("CST_PUBLIC_KEY_BLOB", sizeof("CST_PUBLIC_KEY_BLOB") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_PUBLIC_KEY_BLOB_name, &const_CST_PUBLIC_KEY_BLOB_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_PUBLIC_KEY_BLOB_name);

	zval const_CST_SSHPUBLIC_KEY_BLOB_value;
	ZVAL_LONG(&const_CST_SSHPUBLIC_KEY_BLOB_value, 10);
	zend_string *const_CST_SSHPUBLIC_KEY_BLOB_name = zend_string_init_interned("CST_SSHPUBLIC_KEY_BLOB", sizeof("CST_SSHPUBLIC_KEY_BLOB") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_SSHPUBLIC_KEY_BLOB_name, &const_CST_SSHPUBLIC_KEY_BLOB_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_SSHPUBLIC_KEY_BLOB_name);

	zval const_CST_P7BFILE_value;
	ZVAL_LONG(&const_CST_P7BFILE_value, 11);
	zend_string *const_CST_P7BFILE_name = zend_string_init_interned("CST_P7BFILE", sizeof("CST_P7BFILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_P7BFILE_name, &const_CST_P7BFILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_P7BFILE_name);

	zval const_CST_P7BBLOB_value;
	ZVAL_LONG(&const_CST_P7BBLOB_value, 12);
	zend_string *const_CST_P7BBLOB_name = zend_string_init_interned("CST_P7BBLOB", sizeof("CST_P7BBLOB") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_P7BBLOB_name, &const_CST_P7BBLOB_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_P7BBLOB_name);

	zval const_CST_SSHPUBLIC_KEY_FILE_value;
	ZVAL_LONG(&const_CST_SSHPUBLIC_KEY_FILE_value, 13);
	zend_string *const_CST_SSHPUBLIC_KEY_FILE_name = zend_string_init_interned("CST_SSHPUBLIC_KEY_FILE", sizeof("CST_SSHPUBLIC_KEY_FILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_SSHPUBLIC_KEY_FILE_name, &const_CST_SSHPUBLIC_KEY_FILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_SSHPUBLIC_KEY_FILE_name);

	zval const_CST_PPKFILE_value;
	ZVAL_LONG(&const_CST_PPKFILE_value, 14);
	zend_string *const_CST_PPKFILE_name = zend_string_init_interned("CST_PPKFILE", sizeof("CST_PPKFILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_PPKFILE_name, &const_CST_PPKFILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_PPKFILE_name);

	zval const_CST_PPKBLOB_value;
	ZVAL_LONG(&const_CST_PPKBLOB_value, 15);
	zend_string *const_CST_PPKBLOB_name = zend_string_init_interned("CST_PPKBLOB", sizeof("CST_PPKBLOB") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_PPKBLOB_name, &const_CST_PPKBLOB_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_PPKBLOB_name);

	zval const_CST_XMLFILE_value;
	ZVAL_LONG(&const_CST_XMLFILE_value, 16);
	zend_string *const_CST_XMLFILE_name = zend_string_init_interned("CST_XMLFILE", sizeof("CST_XMLFILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_XMLFILE_name, &const_CST_XMLFILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_XMLFILE_name);

	zval const_CST_XMLBLOB_value;
	ZVAL_LONG(&const_CST_XMLBLOB_value, 17);
	zend_string *const_CST_XMLBLOB_name = zend_string_init_interned("CST_XMLBLOB", sizeof("CST_XMLBLOB") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_XMLBLOB_name, &const_CST_XMLBLOB_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_XMLBLOB_name);

	zval const_CST_JWKFILE_value;
	ZVAL_LONG(&const_CST_JWKFILE_value, 18);
	zend_string *const_CST_JWKFILE_name = zend_string_init_interned("CST_JWKFILE", sizeof("CST_JWKFILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_JWKFILE_name, &const_CST_JWKFILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_JWKFILE_name);

	zval const_CST_JWKBLOB_value;
	ZVAL_LONG(&const_CST_JWKBLOB_value, 19);
	zend_string *const_CST_JWKBLOB_name = zend_string_init_interned("CST_JWKBLOB", sizeof("CST_JWKBLOB") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_JWKBLOB_name, &const_CST_JWKBLOB_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_JWKBLOB_name);

	zval const_CST_SECURITY_KEY_value;
	ZVAL_LONG(&const_CST_SECURITY_KEY_value, 20);
	zend_string *const_CST_SECURITY_KEY_name = zend_string_init_interned("CST_SECURITY_KEY", sizeof("CST_SECURITY_KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_SECURITY_KEY_name, &const_CST_SECURITY_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_SECURITY_KEY_name);

	zval const_CST_BCFKSFILE_value;
	ZVAL_LONG(&const_CST_BCFKSFILE_value, 21);
	zend_string *const_CST_BCFKSFILE_name = zend_string_init_interned("CST_BCFKSFILE", sizeof("CST_BCFKSFILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_BCFKSFILE_name, &const_CST_BCFKSFILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_BCFKSFILE_name);

	zval const_CST_BCFKSBLOB_value;
	ZVAL_LONG(&const_CST_BCFKSBLOB_value, 22);
	zend_string *const_CST_BCFKSBLOB_name = zend_string_init_interned("CST_BCFKSBLOB", sizeof("CST_BCFKSBLOB") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_BCFKSBLOB_name, &const_CST_BCFKSBLOB_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_BCFKSBLOB_name);

	zval const_CST_PKCS11_value;
	ZVAL_LONG(&const_CST_PKCS11_value, 23);
	zend_string *const_CST_PKCS11_name = zend_string_init_interned("CST_PKCS11", sizeof("CST_PKCS11") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_PKCS11_name, &const_CST_PKCS11_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_PKCS11_name);

	zval const_CST_AUTO_value;
	ZVAL_LONG(&const_CST_AUTO_value, 99);
	zend_string *const_CST_AUTO_name = zend_string_init_interned("CST_AUTO", sizeof("CST_AUTO") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CST_AUTO_name, &const_CST_AUTO_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CST_AUTO_name);

	zval const_SSL_AUTOMATIC_value;
	ZVAL_LONG(&const_SSL_AUTOMATIC_value, 0);
	zend_string *const_SSL_AUTOMATIC_name = zend_string_init_interned("SSL_AUTOMATIC", sizeof("SSL_AUTOMATIC") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SSL_AUTOMATIC_name, &const_SSL_AUTOMATIC_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SSL_AUTOMATIC_name);

	zval const_SSL_IMPLICIT_value;
	ZVAL_LONG(&const_SSL_IMPLICIT_value, 1);
	zend_string *const_SSL_IMPLICIT_name = zend_string_init_interned("SSL_IMPLICIT", sizeof("SSL_IMPLICIT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SSL_IMPLICIT_name, &const_SSL_IMPLICIT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SSL_IMPLICIT_name);

	zval const_SSL_EXPLICIT_value;
	ZVAL_LONG(&const_SSL_EXPLICIT_value, 2);
	zend_string *const_SSL_EXPLICIT_name = zend_string_init_interned("SSL_EXPLICIT", sizeof("SSL_EXPLICIT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SSL_EXPLICIT_name, &const_SSL_EXPLICIT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SSL_EXPLICIT_name);

	zval const_SSL_NONE_value;
	ZVAL_LONG(&const_SSL_NONE_value, 3);
	zend_string *const_SSL_NONE_name = zend_string_init_interned("SSL_NONE", sizeof("SSL_NONE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SSL_NONE_name, &const_SSL_NONE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SSL_NONE_name);

	zval const_SSL_EXPLICIT_MANUAL_value;
	ZVAL_LONG(&const_SSL_EXPLICIT_MANUAL_value, 4);
	zend_string *const_SSL_EXPLICIT_MANUAL_name = zend_string_init_interned("SSL_EXPLICIT_MANUAL", sizeof("SSL_EXPLICIT_MANUAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SSL_EXPLICIT_MANUAL_name, &const_SSL_EXPLICIT_MANUAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SSL_EXPLICIT_MANUAL_name);

	zval const_SSLP_AUTOMATIC_value;
	ZVAL_LONG(&const_SSLP_AUTOMATIC_value, 0);
	zend_string *const_SSLP_AUTOMATIC_name = zend_string_init_interned("SSLP_AUTOMATIC", sizeof("SSLP_AUTOMATIC") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SSLP_AUTOMATIC_name, &const_SSLP_AUTOMATIC_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SSLP_AUTOMATIC_name);

	zval const_SSLP_PLATFORM_value;
	ZVAL_LONG(&const_SSLP_PLATFORM_value, 1);
	zend_string *const_SSLP_PLATFORM_name = zend_string_init_interned("SSLP_PLATFORM", sizeof("SSLP_PLATFORM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SSLP_PLATFORM_name, &const_SSLP_PLATFORM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SSLP_PLATFORM_name);

	zval const_SSLP_INTERNAL_value;
	ZVAL_LONG(&const_SSLP_INTERNAL_value, 2);
	zend_string *const_SSLP_INTERNAL_name = zend_string_init_interned("SSLP_INTERNAL", sizeof("SSLP_INTERNAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SSLP_INTERNAL_name, &const_SSLP_INTERNAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SSLP_INTERNAL_name);

	zval const_ERR_INTERNAL_value;
	ZVAL_LONG(&const_ERR_INTERNAL_value, 1);
	zend_string *const_ERR_INTERNAL_name = zend_string_init_interned("ERR_INTERNAL", sizeof("ERR_INTERNAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_INTERNAL_name, &const_ERR_INTERNAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_INTERNAL_name);

	zval const_ERR_PORT_WHILE_CONNECTED_value;
	ZVAL_LONG(&const_ERR_PORT_WHILE_CONNECTED_value, 100);
	zend_string *const_ERR_PORT_WHILE_CONNECTED_name = zend_string_init_interned("ERR_PORT_WHILE_CONNECTED", sizeof("ERR_PORT_WHILE_CONNECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_PORT_WHILE_CONNECTED_name, &const_ERR_PORT_WHILE_CONNECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_PORT_WHILE_CONNECTED_name);

	zval const_ERR_HOST_WHILE_CONNECTED_value;
	ZVAL_LONG(&const_ERR_HOST_WHILE_CONNECTED_value, 101);
	zend_string *const_ERR_HOST_WHILE_CONNECTED_name = zend_string_init_interned("ERR_HOST_WHILE_CONNECTED", sizeof("ERR_HOST_WHILE_CONNECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_HOST_WHILE_CONNECTED_name, &const_ERR_HOST_WHILE_CONNECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_HOST_WHILE_CONNECTED_name);

	zval const_ERR_WILDCARD_ADDRESS_value;
	ZVAL_LONG(&const_ERR_WILDCARD_ADDRESS_value, 102);
	zend_string *const_ERR_WILDCARD_ADDRESS_name = zend_string_init_interned("ERR_WILDCARD_ADDRESS", sizeof("ERR_WILDCARD_ADDRESS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_WILDCARD_ADDRESS_name, &const_ERR_WILDCARD_ADDRESS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_WILDCARD_ADDRESS_name);

	zval const_ERR_ALREADY_CONNECTED_value;
	ZVAL_LONG(&const_ERR_ALREADY_CONNECTED_value, 104);
	zend_string *const_ERR_ALREADY_CONNECTED_name = zend_string_init_interned("ERR_ALREADY_CONNECTED", sizeof("ERR_ALREADY_CONNECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_ALREADY_CONNECTED_name, &const_ERR_ALREADY_CONNECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_ALREADY_CONNECTED_name);

	zval const_ERR_LOCAL_PORT_WHILE_CONNECTED_value;
	ZVAL_LONG(&const_ERR_LOCAL_PORT_WHILE_CONNECTED_value, 106);
	zend_string *const_ERR_LOCAL_PORT_WHILE_CONNECTED_name = zend_string_init_interned("ERR_LOCAL_PORT_WHILE_CONNECTED", sizeof("ERR_LOCAL_PORT_WHILE_CONNECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_LOCAL_PORT_WHILE_CONNECTED_name, &const_ERR_LOCAL_PORT_WHILE_CONNECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_LOCAL_PORT_WHILE_CONNECTED_name);

	zval const_ERR_LOCAL_HOST_WHILE_CONNECTED_value;
	ZVAL_LONG(&const_ERR_LOCAL_HOST_WHILE_CONNECTED_value, 107);
	zend_string *const_ERR_LOCAL_HOST_WHILE_CONNECTED_name = zend_string_init_interned("ERR_LOCAL_HOST_WHILE_CONNECTED", sizeof("ERR_LOCAL_HOST_WHILE_CONNECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_LOCAL_HOST_WHILE_CONNECTED_name, &const_ERR_LOCAL_HOST_WHILE_CONNECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_LOCAL_HOST_WHILE_CONNECTED_name);

	zval const_ERR_MAX_LINE_LENGTH_WHILE_CONNECTED_value;
	ZVAL_LONG(&const_ERR_MAX_LINE_LENGTH_WHILE_CONNECTED_value, 112);
	zend_string *const_ERR_MAX_LINE_LENGTH_WHILE_CONNECTED_name = zend_string_init_interned("ERR_MAX_LINE_LENGTH_WHILE_CONNECTED", sizeof("ERR_MAX_LINE_LENGTH_WHILE_CONNECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_MAX_LINE_LENGTH_WHILE_CONNECTED_name, &const_ERR_MAX_LINE_LENGTH_WHILE_CONNECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_MAX_LINE_LENGTH_WHILE_CONNECTED_name);

	zval const_ERR_PORT_ZERO_value;
	ZVAL_LONG(&const_ERR_PORT_ZERO_value, 116);
	zend_string *const_ERR_PORT_ZERO_name = zend_string_init_interned("ERR_PORT_ZERO", sizeof("ERR_PORT_ZERO") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_PORT_ZERO_name, &const_ERR_PORT_ZERO_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_PORT_ZERO_name);

	zval const_ERR_USE_CONNECTION_value;
	ZVAL_LONG(&const_ERR_USE_CONNECTION_value, 117);
	zend_string *const_ERR_USE_CONNECTION_name = zend_string_init_interned("ERR_USE_CONNECTION", sizeof("ERR_USE_CONNECTION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_USE_CONNECTION_name, &const_ERR_USE_CONNECTION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_USE_CONNECTION_name);

	zval const_ERR_FIREWALL_value;
	ZVAL_LONG(&const_ERR_FIREWALL_value, 118);
	zend_string *const_ERR_FIREWALL_name = zend_string_init_interned("ERR_FIREWALL", sizeof("ERR_FIREWALL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_FIREWALL_name, &const_ERR_FIREWALL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_FIREWALL_name);

	zval const_ERR_WOULD_BLOCK_value;
	ZVAL_LONG(&const_ERR_WOULD_BLOCK_value, 135);
	zend_string *const_ERR_WOULD_BLOCK_name = zend_string_init_interned("ERR_WOULD_BLOCK", sizeof("ERR_WOULD_BLOCK") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_WOULD_BLOCK_name, &const_ERR_WOULD_BLOCK_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_WOULD_BLOCK_name);

	zval const_ERR_PROTOCOL_value;
	ZVAL_LONG(&const_ERR_PROTOCOL_value, 161);
	zend_string *const_ERR_PROTOCOL_name = zend_string_init_interned("ERR_PROTOCOL", sizeof("ERR_PROTOCOL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_PROTOCOL_name, &const_ERR_PROTOCOL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_PROTOCOL_name);

	zval const_ERR_COMMUNICATION_value;
	ZVAL_LONG(&const_ERR_COMMUNICATION_value, 162);
	zend_string *const_ERR_COMMUNICATION_name = zend_string_init_interned("ERR_COMMUNICATION", sizeof("ERR_COMMUNICATION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_COMMUNICATION_name, &const_ERR_COMMUNICATION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_COMMUNICATION_name);

	zval const_ERR_NO_MAIL_SERVER_value;
	ZVAL_LONG(&const_ERR_NO_MAIL_SERVER_value, 163);
	zend_string *const_ERR_NO_MAIL_SERVER_name = zend_string_init_interned("ERR_NO_MAIL_SERVER", sizeof("ERR_NO_MAIL_SERVER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_MAIL_SERVER_name, &const_ERR_NO_MAIL_SERVER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_MAIL_SERVER_name);

	zval const_ERR_NO_SENDER_value;
	ZVAL_LONG(&const_ERR_NO_SENDER_value, 164);
	zend_string *const_ERR_NO_SENDER_name = zend_string_init_interned("ERR_NO_SENDER", sizeof("ERR_NO_SENDER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_SENDER_name, &const_ERR_NO_SENDER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_SENDER_name);

	zval const_ERR_NO_RECIPIENT_value;
	ZVAL_LONG(&const_ERR_NO_RECIPIENT_value, 165);
	zend_string *const_ERR_NO_RECIPIENT_name = zend_string_init_interned("ERR_NO_RECIPIENT", sizeof("ERR_NO_RECIPIENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_RECIPIENT_name, &const_ERR_NO_RECIPIENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_RECIPIENT_name);

	zval const_ERR_BUSY_value;
	ZVAL_LONG(&const_ERR_BUSY_value, 166);
	zend_string *const_ERR_BUSY_name = zend_string_init_interned("ERR_BUSY", sizeof("ERR_BUSY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_BUSY_name, &const_ERR_BUSY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_BUSY_name);

	zval const_ERR_TIMEOUT_value;
	ZVAL_LONG(&const_ERR_TIMEOUT_value, 201);
	zend_string *const_ERR_TIMEOUT_name = zend_string_init_interned("ERR_TIMEOUT", sizeof("ERR_TIMEOUT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_TIMEOUT_name, &const_ERR_TIMEOUT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_TIMEOUT_name);

	zval const_ERR_INVALID_STATE_value;
	ZVAL_LONG(&const_ERR_INVALID_STATE_value, 211);
	zend_string *const_ERR_INVALID_STATE_name = zend_string_init_interned("ERR_INVALID_STATE", sizeof("ERR_INVALID_STATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_INVALID_STATE_name, &const_ERR_INVALID_STATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_INVALID_STATE_name);

	zval const_ERR_NOT_CONNECTED_value;
	ZVAL_LONG(&const_ERR_NOT_CONNECTED_value, 212);
	zend_string *const_ERR_NOT_CONNECTED_name = zend_string_init_interned("ERR_NOT_CONNECTED", sizeof("ERR_NOT_CONNECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NOT_CONNECTED_name, &const_ERR_NOT_CONNECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NOT_CONNECTED_name);

	zval const_ERR_LISTENING_value;
	ZVAL_LONG(&const_ERR_LISTENING_value, 213);
	zend_string *const_ERR_LISTENING_name = zend_string_init_interned("ERR_LISTENING", sizeof("ERR_LISTENING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_LISTENING_name, &const_ERR_LISTENING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_LISTENING_name);

	zval const_ERR_SECURITY_LIBRARY_value;
	ZVAL_LONG(&const_ERR_SECURITY_LIBRARY_value, 270);
	zend_string *const_ERR_SECURITY_LIBRARY_name = zend_string_init_interned("ERR_SECURITY_LIBRARY", sizeof("ERR_SECURITY_LIBRARY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_SECURITY_LIBRARY_name, &const_ERR_SECURITY_LIBRARY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_SECURITY_LIBRARY_name);

	zval const_ERR_CERT_STORE_value;
	ZVAL_LONG(&const_ERR_CERT_STORE_value, 271);
	zend_string *const_ERR_CERT_STORE_name = zend_string_init_interned("ERR_CERT_STORE", sizeof("ERR_CERT_STORE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CERT_STORE_name, &const_ERR_CERT_STORE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CERT_STORE_name);

	zval const_ERR_CERT_NOT_FOUND_value;
	ZVAL_LONG(&const_ERR_CERT_NOT_FOUND_value, 272);
	zend_string *const_ERR_CERT_NOT_FOUND_name = zend_string_init_interned("ERR_CERT_NOT_FOUND", sizeof("ERR_CERT_NOT_FOUND") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CERT_NOT_FOUND_name, &const_ERR_CERT_NOT_FOUND_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CERT_NOT_FOUND_name);

	zval const_ERR_CREDENTIALS_value;
	ZVAL_LONG(&const_ERR_CREDENTIALS_value, 273);
	zend_string *const_ERR_CREDENTIALS_name = zend_string_init_interned("ERR_CREDENTIALS", sizeof("ERR_CREDENTIALS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CREDENTIALS_name, &const_ERR_CREDENTIALS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CREDENTIALS_name);

	zval const_ERR_CHAIN_NOT_FOUND_value;
	ZVAL_LONG(&const_ERR_CHAIN_NOT_FOUND_value, 274);
	zend_string *const_ERR_CHAIN_NOT_FOUND_name = zend_string_init_interned("ERR_CHAIN_NOT_FOUND", sizeof("ERR_CHAIN_NOT_FOUND") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CHAIN_NOT_FOUND_name, &const_ERR_CHAIN_NOT_FOUND_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CHAIN_NOT_FOUND_name);

	zval const_ERR_CHAIN_NOT_VERIFIED_value;
	ZVAL_LONG(&const_ERR_CHAIN_NOT_VERIFIED_value, 275);
	zend_string *const_ERR_CHAIN_NOT_VERIFIED_name = zend_string_init_interned("ERR_CHAIN_NOT_VERIFIED", sizeof("ERR_CHAIN_NOT_VERIFIED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CHAIN_NOT_VERIFIED_name, &const_ERR_CHAIN_NOT_VERIFIED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CHAIN_NOT_VERIFIED_name);

	zval const_ERR_HANDSHAKE_value;
	ZVAL_LONG(&const_ERR_HANDSHAKE_value, 276);
	zend_string *const_ERR_HANDSHAKE_name = zend_string_init_interned("ERR_HANDSHAKE", sizeof("ERR_HANDSHAKE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_HANDSHAKE_name, &const_ERR_HANDSHAKE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_HANDSHAKE_name);

	zval const_ERR_CERT_VERIFY_value;
	ZVAL_LONG(&const_ERR_CERT_VERIFY_value, 280);
	zend_string *const_ERR_CERT_VERIFY_name = zend_string_init_interned("ERR_CERT_VERIFY", sizeof("ERR_CERT_VERIFY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CERT_VERIFY_name, &const_ERR_CERT_VERIFY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CERT_VERIFY_name);

	zval const_ERR_CLIENT_CERT_value;
	ZVAL_LONG(&const_ERR_CLIENT_CERT_value, 281);
	zend_string *const_ERR_CLIENT_CERT_name = zend_string_init_interned("ERR_CLIENT_CERT", sizeof("ERR_CLIENT_CERT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CLIENT_CERT_name, &const_ERR_CLIENT_CERT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CLIENT_CERT_name);

	zval const_ERR_SERVER_CERT_value;
	ZVAL_LONG(&const_ERR_SERVER_CERT_value, 282);
	zend_string *const_ERR_SERVER_CERT_name = zend_string_init_interned("ERR_SERVER_CERT", sizeof("ERR_SERVER_CERT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_SERVER_CERT_name, &const_ERR_SERVER_CERT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_SERVER_CERT_name);

	zval const_ERR_ENCRYPTING_DATA_value;
	ZVAL_LONG(&const_ERR_ENCRYPTING_DATA_value, 283);
	zend_string *const_ERR_ENCRYPTING_DATA_name = zend_string_init_interned("ERR_ENCRYPTING_DATA", sizeof("ERR_ENCRYPTING_DATA") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_ENCRYPTING_DATA_name, &const_ERR_ENCRYPTING_DATA_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_ENCRYPTING_DATA_name);

	zval const_ERR_DECRYPTING_DATA_value;
	ZVAL_LONG(&const_ERR_DECRYPTING_DATA_value, 284);
	zend_string *const_ERR_DECRYPTING_DATA_name = zend_string_init_interned("ERR_DECRYPTING_DATA", sizeof("ERR_DECRYPTING_DATA") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_DECRYPTING_DATA_name, &const_ERR_DECRYPTING_DATA_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_DECRYPTING_DATA_name);

	zval const_ERR_INTERRUPTED_value;
	ZVAL_LONG(&const_ERR_INTERRUPTED_value, 301);
	zend_string *const_ERR_INTERRUPTED_name = zend_string_init_interned("ERR_INTERRUPTED", sizeof("ERR_INTERRUPTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_INTERRUPTED_name, &const_ERR_INTERRUPTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_INTERRUPTED_name);

	zval const_ERR_STREAM_value;
	ZVAL_LONG(&const_ERR_STREAM_value, 302);
	zend_string *const_ERR_STREAM_name = zend_string_init_interned("ERR_STREAM", sizeof("ERR_STREAM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_STREAM_name, &const_ERR_STREAM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_STREAM_name);

	zval const_ERR_FILE_value;
	ZVAL_LONG(&const_ERR_FILE_value, 303);
	zend_string *const_ERR_FILE_name = zend_string_init_interned("ERR_FILE", sizeof("ERR_FILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_FILE_name, &const_ERR_FILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_FILE_name);

	zval const_ERR_CODE_PAGE_value;
	ZVAL_LONG(&const_ERR_CODE_PAGE_value, 434);
	zend_string *const_ERR_CODE_PAGE_name = zend_string_init_interned("ERR_CODE_PAGE", sizeof("ERR_CODE_PAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CODE_PAGE_name, &const_ERR_CODE_PAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CODE_PAGE_name);

	zval const_ERR_CONNECTING_value;
	ZVAL_LONG(&const_ERR_CONNECTING_value, 1105);
	zend_string *const_ERR_CONNECTING_name = zend_string_init_interned("ERR_CONNECTING", sizeof("ERR_CONNECTING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CONNECTING_name, &const_ERR_CONNECTING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CONNECTING_name);

	zval const_ERR_CONNECT_FIRST_value;
	ZVAL_LONG(&const_ERR_CONNECT_FIRST_value, 1117);
	zend_string *const_ERR_CONNECT_FIRST_name = zend_string_init_interned("ERR_CONNECT_FIRST", sizeof("ERR_CONNECT_FIRST") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CONNECT_FIRST_name, &const_ERR_CONNECT_FIRST_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CONNECT_FIRST_name);

	zval const_ERR_LOCAL_HOST_CONNECTED_value;
	ZVAL_LONG(&const_ERR_LOCAL_HOST_CONNECTED_value, 1119);
	zend_string *const_ERR_LOCAL_HOST_CONNECTED_name = zend_string_init_interned("ERR_LOCAL_HOST_CONNECTED", sizeof("ERR_LOCAL_HOST_CONNECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_LOCAL_HOST_CONNECTED_name, &const_ERR_LOCAL_HOST_CONNECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_LOCAL_HOST_CONNECTED_name);

	zval const_ERR_DROPPED_value;
	ZVAL_LONG(&const_ERR_DROPPED_value, 1120);
	zend_string *const_ERR_DROPPED_name = zend_string_init_interned("ERR_DROPPED", sizeof("ERR_DROPPED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_DROPPED_name, &const_ERR_DROPPED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_DROPPED_name);

	zval const_ERR_INTR_value;
	ZVAL_LONG(&const_ERR_INTR_value, 10004);
	zend_string *const_ERR_INTR_name = zend_string_init_interned("ERR_INTR", sizeof("ERR_INTR") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_INTR_name, &const_ERR_INTR_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_INTR_name);

	zval const_ERR_BADF_value;
	ZVAL_LONG(&const_ERR_BADF_value, 10009);
	zend_string *const_ERR_BADF_name = zend_string_init_interned("ERR_BADF", sizeof("ERR_BADF") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_BADF_name, &const_ERR_BADF_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_BADF_name);

	zval const_ERR_ACCES_value;
	ZVAL_LONG(&const_ERR_ACCES_value, 10013);
	zend_string *const_ERR_ACCES_name = zend_string_init_interned("ERR_ACCES", sizeof("ERR_ACCES") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_ACCES_name, &const_ERR_ACCES_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_ACCES_name);

	zval const_ERR_FAULT_value;
	ZVAL_LONG(&const_ERR_FAULT_value, 10014);
	zend_string *const_ERR_FAULT_name = zend_string_init_interned("ERR_FAULT", sizeof("ERR_FAULT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_FAULT_name, &const_ERR_FAULT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_FAULT_name);

	zval const_ERR_INVAL_value;
	ZVAL_LONG(&const_ERR_INVAL_value, 10022);
	zend_string *const_ERR_INVAL_name = zend_string_init_interned("ERR_INVAL", sizeof("ERR_INVAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_INVAL_name, &const_ERR_INVAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_INVAL_name);

	zval const_ERR_MFILE_value;
	ZVAL_LONG(&const_ERR_MFILE_value, 10024);
	zend_string *const_ERR_MFILE_name = zend_string_init_interned("ERR_MFILE", sizeof("ERR_MFILE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_MFILE_name, &const_ERR_MFILE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_MFILE_name);

	zval const_ERR_WOULDBLOCK_value;
	ZVAL_LONG(&const_ERR_WOULDBLOCK_value, 10035);
	zend_string *const_ERR_WOULDBLOCK_name = zend_string_init_interned("ERR_WOULDBLOCK", sizeof("ERR_WOULDBLOCK") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_WOULDBLOCK_name, &const_ERR_WOULDBLOCK_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_WOULDBLOCK_name);

	zval const_ERR_INPROGRESS_value;
	ZVAL_LONG(&const_ERR_INPROGRESS_value, 10036);
	zend_string *const_ERR_INPROGRESS_name = zend_string_init_interned("ERR_INPROGRESS", sizeof("ERR_INPROGRESS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_INPROGRESS_name, &const_ERR_INPROGRESS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_INPROGRESS_name);

	zval const_ERR_ALREADY_value;
	ZVAL_LONG(&const_ERR_ALREADY_value, 10037);
	zend_string *const_ERR_ALREADY_name = zend_string_init_interned("ERR_ALREADY", sizeof("ERR_ALREADY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_ALREADY_name, &const_ERR_ALREADY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_ALREADY_name);

	zval const_ERR_NOTSOCK_value;
	ZVAL_LONG(&const_ERR_NOTSOCK_value, 10038);
	zend_string *const_ERR_NOTSOCK_name = zend_string_init_interned("ERR_NOTSOCK", sizeof("ERR_NOTSOCK") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NOTSOCK_name, &const_ERR_NOTSOCK_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NOTSOCK_name);

	zval const_ERR_DESTADDRREQ_value;
	ZVAL_LONG(&const_ERR_DESTADDRREQ_value, 10039);
	zend_string *const_ERR_DESTADDRREQ_name = zend_string_init_interned("ERR_DESTADDRREQ", sizeof("ERR_DESTADDRREQ") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_DESTADDRREQ_name, &const_ERR_DESTADDRREQ_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_DESTADDRREQ_name);

	zval const_ERR_MSGSIZE_value;
	ZVAL_LONG(&const_ERR_MSGSIZE_value, 10040);
	zend_string *const_ERR_MSGSIZE_name = zend_string_init_interned("ERR_MSGSIZE", sizeof("ERR_MSGSIZE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_MSGSIZE_name, &const_ERR_MSGSIZE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_MSGSIZE_name);

	zval const_ERR_PROTOTYPE_value;
	ZVAL_LONG(&const_ERR_PROTOTYPE_value, 10041);
	zend_string *const_ERR_PROTOTYPE_name = zend_string_init_interned("ERR_PROTOTYPE", sizeof("ERR_PROTOTYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_PROTOTYPE_name, &const_ERR_PROTOTYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_PROTOTYPE_name);

	zval const_ERR_NOPROTOOPT_value;
	ZVAL_LONG(&const_ERR_NOPROTOOPT_value, 10042);
	zend_string *const_ERR_NOPROTOOPT_name = zend_string_init_interned("ERR_NOPROTOOPT", sizeof("ERR_NOPROTOOPT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NOPROTOOPT_name, &const_ERR_NOPROTOOPT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NOPROTOOPT_name);

	zval const_ERR_PROTONOSUPPORT_value;
	ZVAL_LONG(&const_ERR_PROTONOSUPPORT_value, 10043);
	zend_string *const_ERR_PROTONOSUPPORT_name = zend_string_init_interned("ERR_PROTONOSUPPORT", sizeof("ERR_PROTONOSUPPORT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_PROTONOSUPPORT_name, &const_ERR_PROTONOSUPPORT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_PROTONOSUPPORT_name);

	zval const_ERR_SOCKTNOSUPPORT_value;
	ZVAL_LONG(&const_ERR_SOCKTNOSUPPORT_value, 10044);
	zend_string *const_ERR_SOCKTNOSUPPORT_name = zend_string_init_interned("ERR_SOCKTNOSUPPORT", sizeof("ERR_SOCKTNOSUPPORT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_SOCKTNOSUPPORT_name, &const_ERR_SOCKTNOSUPPORT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_SOCKTNOSUPPORT_name);

	zval const_ERR_OPNOTSUPP_value;
	ZVAL_LONG(&const_ERR_OPNOTSUPP_value, 10045);
	zend_string *const_ERR_OPNOTSUPP_name = zend_string_init_interned("ERR_OPNOTSUPP", sizeof("ERR_OPNOTSUPP") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_OPNOTSUPP_name, &const_ERR_OPNOTSUPP_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_OPNOTSUPP_name);

	zval const_ERR_PFNOSUPPORT_value;
	ZVAL_LONG(&const_ERR_PFNOSUPPORT_value, 10046);
	zend_string *const_ERR_PFNOSUPPORT_name = zend_string_init_interned("ERR_PFNOSUPPORT", sizeof("ERR_PFNOSUPPORT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_PFNOSUPPORT_name, &const_ERR_PFNOSUPPORT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_PFNOSUPPORT_name);

	zval const_ERR_AFNOSUPPORT_value;
	ZVAL_LONG(&const_ERR_AFNOSUPPORT_value, 10047);
	zend_string *const_ERR_AFNOSUPPORT_name = zend_string_init_interned("ERR_AFNOSUPPORT", sizeof("ERR_AFNOSUPPORT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_AFNOSUPPORT_name, &const_ERR_AFNOSUPPORT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_AFNOSUPPORT_name);

	zval const_ERR_ADDRINUSE_value;
	ZVAL_LONG(&const_ERR_ADDRINUSE_value, 10048);
	zend_string *const_ERR_ADDRINUSE_name = zend_string_init_interned("ERR_ADDRINUSE", sizeof("ERR_ADDRINUSE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_ADDRINUSE_name, &const_ERR_ADDRINUSE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_ADDRINUSE_name);

	zval const_ERR_ADDRNOTAVAIL_value;
	ZVAL_LONG(&const_ERR_ADDRNOTAVAIL_value, 10049);
	zend_string *const_ERR_ADDRNOTAVAIL_name = zend_string_init_interned("ERR_ADDRNOTAVAIL", sizeof("ERR_ADDRNOTAVAIL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_ADDRNOTAVAIL_name, &const_ERR_ADDRNOTAVAIL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_ADDRNOTAVAIL_name);

	zval const_ERR_NETDOWN_value;
	ZVAL_LONG(&const_ERR_NETDOWN_value, 10050);
	zend_string *const_ERR_NETDOWN_name = zend_string_init_interned("ERR_NETDOWN", sizeof("ERR_NETDOWN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NETDOWN_name, &const_ERR_NETDOWN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NETDOWN_name);

	zval const_ERR_NETUNREACH_value;
	ZVAL_LONG(&const_ERR_NETUNREACH_value, 10051);
	zend_string *const_ERR_NETUNREACH_name = zend_string_init_interned("ERR_NETUNREACH", sizeof("ERR_NETUNREACH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NETUNREACH_name, &const_ERR_NETUNREACH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NETUNREACH_name);

	zval const_ERR_NETRESET_value;
	ZVAL_LONG(&const_ERR_NETRESET_value, 10052);
	zend_string *const_ERR_NETRESET_name = zend_string_init_interned("ERR_NETRESET", sizeof("ERR_NETRESET") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NETRESET_name, &const_ERR_NETRESET_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NETRESET_name);

	zval const_ERR_CONNABORTED_value;
	ZVAL_LONG(&const_ERR_CONNABORTED_value, 10053);
	zend_string *const_ERR_CONNABORTED_name = zend_string_init_interned("ERR_CONNABORTED", sizeof("ERR_CONNABORTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CONNABORTED_name, &const_ERR_CONNABORTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CONNABORTED_name);

	zval const_ERR_CONNRESET_value;
	ZVAL_LONG(&const_ERR_CONNRESET_value, 10054);
	zend_string *const_ERR_CONNRESET_name = zend_string_init_interned("ERR_CONNRESET", sizeof("ERR_CONNRESET") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CONNRESET_name, &const_ERR_CONNRESET_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CONNRESET_name);

	zval const_ERR_NOBUFS_value;
	ZVAL_LONG(&const_ERR_NOBUFS_value, 10055);
	zend_string *const_ERR_NOBUFS_name = zend_string_init_interned("ERR_NOBUFS", sizeof("ERR_NOBUFS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NOBUFS_name, &const_ERR_NOBUFS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NOBUFS_name);

	zval const_ERR_ISCONN_value;
	ZVAL_LONG(&const_ERR_ISCONN_value, 10056);
	zend_string *const_ERR_ISCONN_name = zend_string_init_interned("ERR_ISCONN", sizeof("ERR_ISCONN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_ISCONN_name, &const_ERR_ISCONN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_ISCONN_name);

	zval const_ERR_NOTCONN_value;
	ZVAL_LONG(&const_ERR_NOTCONN_value, 10057);
	zend_string *const_ERR_NOTCONN_name = zend_string_init_interned("ERR_NOTCONN", sizeof("ERR_NOTCONN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NOTCONN_name, &const_ERR_NOTCONN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NOTCONN_name);

	zval const_ERR_SHUTDOWN_value;
	ZVAL_LONG(&const_ERR_SHUTDOWN_value, 10058);
	zend_string *const_ERR_SHUTDOWN_name = zend_string_init_interned("ERR_SHUTDOWN", sizeof("ERR_SHUTDOWN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_SHUTDOWN_name, &const_ERR_SHUTDOWN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_SHUTDOWN_name);

	zval const_ERR_TOOMANYREFS_value;
	ZVAL_LONG(&const_ERR_TOOMANYREFS_value, 10059);
	zend_string *const_ERR_TOOMANYREFS_name = zend_string_init_interned("ERR_TOOMANYREFS", sizeof("ERR_TOOMANYREFS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_TOOMANYREFS_name, &const_ERR_TOOMANYREFS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_TOOMANYREFS_name);

	zval const_ERR_TIMEDOUT_value;
	ZVAL_LONG(&const_ERR_TIMEDOUT_value, 10060);
	zend_string *const_ERR_TIMEDOUT_name = zend_string_init_interned("ERR_TIMEDOUT", sizeof("ERR_TIMEDOUT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_TIMEDOUT_name, &const_ERR_TIMEDOUT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_TIMEDOUT_name);

	zval const_ERR_CONNREFUSED_value;
	ZVAL_LONG(&const_ERR_CONNREFUSED_value, 10061);
	zend_string *const_ERR_CONNREFUSED_name = zend_string_init_interned("ERR_CONNREFUSED", sizeof("ERR_CONNREFUSED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CONNREFUSED_name, &const_ERR_CONNREFUSED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CONNREFUSED_name);

	zval const_ERR_LOOP_value;
	ZVAL_LONG(&const_ERR_LOOP_value, 10062);
	zend_string *const_ERR_LOOP_name = zend_string_init_interned("ERR_LOOP", sizeof("ERR_LOOP") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_LOOP_name, &const_ERR_LOOP_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_LOOP_name);

	zval const_ERR_NAMETOOLONG_value;
	ZVAL_LONG(&const_ERR_NAMETOOLONG_value, 10063);
	zend_string *const_ERR_NAMETOOLONG_name = zend_string_init_interned("ERR_NAMETOOLONG", sizeof("ERR_NAMETOOLONG") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NAMETOOLONG_name, &const_ERR_NAMETOOLONG_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NAMETOOLONG_name);

	zval const_ERR_HOSTDOWN_value;
	ZVAL_LONG(&const_ERR_HOSTDOWN_value, 10064);
	zend_string *const_ERR_HOSTDOWN_name = zend_string_init_interned("ERR_HOSTDOWN", sizeof("ERR_HOSTDOWN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_HOSTDOWN_name, &const_ERR_HOSTDOWN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_HOSTDOWN_name);

	zval const_ERR_HOSTUNREACH_value;
	ZVAL_LONG(&const_ERR_HOSTUNREACH_value, 10065);
	zend_string *const_ERR_HOSTUNREACH_name = zend_string_init_interned("ERR_HOSTUNREACH", sizeof("ERR_HOSTUNREACH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_HOSTUNREACH_name, &const_ERR_HOSTUNREACH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_HOSTUNREACH_name);

	zval const_ERR_NOTEMPTY_value;
	ZVAL_LONG(&const_ERR_NOTEMPTY_value, 10066);
	zend_string *const_ERR_NOTEMPTY_name = zend_string_init_interned("ERR_NOTEMPTY", sizeof("ERR_NOTEMPTY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NOTEMPTY_name, &const_ERR_NOTEMPTY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NOTEMPTY_name);

	zval const_ERR_PROCLIM_value;
	ZVAL_LONG(&const_ERR_PROCLIM_value, 10067);
	zend_string *const_ERR_PROCLIM_name = zend_string_init_interned("ERR_PROCLIM", sizeof("ERR_PROCLIM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_PROCLIM_name, &const_ERR_PROCLIM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_PROCLIM_name);

	zval const_ERR_USERS_value;
	ZVAL_LONG(&const_ERR_USERS_value, 10068);
	zend_string *const_ERR_USERS_name = zend_string_init_interned("ERR_USERS", sizeof("ERR_USERS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_USERS_name, &const_ERR_USERS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_USERS_name);

	zval const_ERR_DQUOT_value;
	ZVAL_LONG(&const_ERR_DQUOT_value, 10069);
	zend_string *const_ERR_DQUOT_name = zend_string_init_interned("ERR_DQUOT", sizeof("ERR_DQUOT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_DQUOT_name, &const_ERR_DQUOT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_DQUOT_name);

	zval const_ERR_STALE_value;
	ZVAL_LONG(&const_ERR_STALE_value, 10070);
	zend_string *const_ERR_STALE_name = zend_string_init_interned("ERR_STALE", sizeof("ERR_STALE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_STALE_name, &const_ERR_STALE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_STALE_name);

	zval const_ERR_REMOTE_value;
	ZVAL_LONG(&const_ERR_REMOTE_value, 10071);
	zend_string *const_ERR_REMOTE_name = zend_string_init_interned("ERR_REMOTE", sizeof("ERR_REMOTE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_REMOTE_name, &const_ERR_REMOTE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_REMOTE_name);

	zval const_ERR_SYSNOTREADY_value;
	ZVAL_LONG(&const_ERR_SYSNOTREADY_value, 10091);
	zend_string *const_ERR_SYSNOTREADY_name = zend_string_init_interned("ERR_SYSNOTREADY", sizeof("ERR_SYSNOTREADY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_SYSNOTREADY_name, &const_ERR_SYSNOTREADY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_SYSNOTREADY_name);

	zval const_ERR_VERNOTSUPPORTED_value;
	ZVAL_LONG(&const_ERR_VERNOTSUPPORTED_value, 10092);
	zend_string *const_ERR_VERNOTSUPPORTED_name = zend_string_init_interned("ERR_VERNOTSUPPORTED", sizeof("ERR_VERNOTSUPPORTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_VERNOTSUPPORTED_name, &const_ERR_VERNOTSUPPORTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_VERNOTSUPPORTED_name);

	zval const_ERR_NOTINITIALISED_value;
	ZVAL_LONG(&const_ERR_NOTINITIALISED_value, 10093);
	zend_string *const_ERR_NOTINITIALISED_name = zend_string_init_interned("ERR_NOTINITIALISED", sizeof("ERR_NOTINITIALISED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NOTINITIALISED_name, &const_ERR_NOTINITIALISED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NOTINITIALISED_name);

	zval const_ERR_RECIPIENT_INDEX_value;
	ZVAL_LONG(&const_ERR_RECIPIENT_INDEX_value, 10191);
	zend_string *const_ERR_RECIPIENT_INDEX_name = zend_string_init_interned("ERR_RECIPIENT_INDEX", sizeof("ERR_RECIPIENT_INDEX") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_RECIPIENT_INDEX_name, &const_ERR_RECIPIENT_INDEX_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_RECIPIENT_INDEX_name);

	zval const_ERR_DECODING_value;
	ZVAL_LONG(&const_ERR_DECODING_value, 10192);
	zend_string *const_ERR_DECODING_name = zend_string_init_interned("ERR_DECODING", sizeof("ERR_DECODING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_DECODING_name, &const_ERR_DECODING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_DECODING_name);

	zval const_ERR_MESSAGE_TYPE_value;
	ZVAL_LONG(&const_ERR_MESSAGE_TYPE_value, 10193);
	zend_string *const_ERR_MESSAGE_TYPE_name = zend_string_init_interned("ERR_MESSAGE_TYPE", sizeof("ERR_MESSAGE_TYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_MESSAGE_TYPE_name, &const_ERR_MESSAGE_TYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_MESSAGE_TYPE_name);

	zval const_ERR_ALGORITHM_value;
	ZVAL_LONG(&const_ERR_ALGORITHM_value, 10194);
	zend_string *const_ERR_ALGORITHM_name = zend_string_init_interned("ERR_ALGORITHM", sizeof("ERR_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_ALGORITHM_name, &const_ERR_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_ALGORITHM_name);

	zval const_ERR_NO_SIGNER_value;
	ZVAL_LONG(&const_ERR_NO_SIGNER_value, 10195);
	zend_string *const_ERR_NO_SIGNER_name = zend_string_init_interned("ERR_NO_SIGNER", sizeof("ERR_NO_SIGNER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_SIGNER_name, &const_ERR_NO_SIGNER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_SIGNER_name);

	zval const_ERR_SIGNATURE_value;
	ZVAL_LONG(&const_ERR_SIGNATURE_value, 10196);
	zend_string *const_ERR_SIGNATURE_name = zend_string_init_interned("ERR_SIGNATURE", sizeof("ERR_SIGNATURE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_SIGNATURE_name, &const_ERR_SIGNATURE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_SIGNATURE_name);

	zval const_ERR_NO_DECRYPTION_CERT_value;
	ZVAL_LONG(&const_ERR_NO_DECRYPTION_CERT_value, 10197);
	zend_string *const_ERR_NO_DECRYPTION_CERT_name = zend_string_init_interned("ERR_NO_DECRYPTION_CERT", sizeof("ERR_NO_DECRYPTION_CERT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_DECRYPTION_CERT_name, &const_ERR_NO_DECRYPTION_CERT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_DECRYPTION_CERT_name);

	zval const_ERR_SIGNER_CERT_value;
	ZVAL_LONG(&const_ERR_SIGNER_CERT_value, 10198);
	zend_string *const_ERR_SIGNER_CERT_name = zend_string_init_interned("ERR_SIGNER_CERT", sizeof("ERR_SIGNER_CERT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_SIGNER_CERT_name, &const_ERR_SIGNER_CERT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_SIGNER_CERT_name);

	zval const_ERR_NO_SIGNING_CERT_value;
	ZVAL_LONG(&const_ERR_NO_SIGNING_CERT_value, 10199);
	zend_string *const_ERR_NO_SIGNING_CERT_name = zend_string_init_interned("ERR_NO_SIGNING_CERT", sizeof("ERR_NO_SIGNING_CERT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_SIGNING_CERT_name, &const_ERR_NO_SIGNING_CERT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_SIGNING_CERT_name);

	zval const_ERR_WRONG_CERT_value;
	ZVAL_LONG(&const_ERR_WRONG_CERT_value, 10201);
	zend_string *const_ERR_WRONG_CERT_name = zend_string_init_interned("ERR_WRONG_CERT", sizeof("ERR_WRONG_CERT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_WRONG_CERT_name, &const_ERR_WRONG_CERT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_WRONG_CERT_name);

	zval const_ERR_NO_RECIPIENT_CERT_value;
	ZVAL_LONG(&const_ERR_NO_RECIPIENT_CERT_value, 10202);
	zend_string *const_ERR_NO_RECIPIENT_CERT_name = zend_string_init_interned("ERR_NO_RECIPIENT_CERT", sizeof("ERR_NO_RECIPIENT_CERT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_RECIPIENT_CERT_name, &const_ERR_NO_RECIPIENT_CERT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_RECIPIENT_CERT_name);

	zval const_ERR_NO_PROVIDER_value;
	ZVAL_LONG(&const_ERR_NO_PROVIDER_value, 10221);
	zend_string *const_ERR_NO_PROVIDER_name = zend_string_init_interned("ERR_NO_PROVIDER", sizeof("ERR_NO_PROVIDER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_PROVIDER_name, &const_ERR_NO_PROVIDER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_PROVIDER_name);

	zval const_ERR_TYPE_VALIDATION_value;
	ZVAL_LONG(&const_ERR_TYPE_VALIDATION_value, 10222);
	zend_string *const_ERR_TYPE_VALIDATION_name = zend_string_init_interned("ERR_TYPE_VALIDATION", sizeof("ERR_TYPE_VALIDATION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_TYPE_VALIDATION_name, &const_ERR_TYPE_VALIDATION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_TYPE_VALIDATION_name);

	zval const_ERR_KEY_SIZE_value;
	ZVAL_LONG(&const_ERR_KEY_SIZE_value, 10223);
	zend_string *const_ERR_KEY_SIZE_name = zend_string_init_interned("ERR_KEY_SIZE", sizeof("ERR_KEY_SIZE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_KEY_SIZE_name, &const_ERR_KEY_SIZE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_KEY_SIZE_name);

	zval const_ERR_CONTENT_TYPE_value;
	ZVAL_LONG(&const_ERR_CONTENT_TYPE_value, 10224);
	zend_string *const_ERR_CONTENT_TYPE_name = zend_string_init_interned("ERR_CONTENT_TYPE", sizeof("ERR_CONTENT_TYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_CONTENT_TYPE_name, &const_ERR_CONTENT_TYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_CONTENT_TYPE_name);

	zval const_ERR_PUBLIC_KEY_FORMAT_value;
	ZVAL_LONG(&const_ERR_PUBLIC_KEY_FORMAT_value, 10225);
	zend_string *const_ERR_PUBLIC_KEY_FORMAT_name = zend_string_init_interned("ERR_PUBLIC_KEY_FORMAT", sizeof("ERR_PUBLIC_KEY_FORMAT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_PUBLIC_KEY_FORMAT_name, &const_ERR_PUBLIC_KEY_FORMAT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_PUBLIC_KEY_FORMAT_name);

	zval const_ERR_NO_CHOICE_value;
	ZVAL_LONG(&const_ERR_NO_CHOICE_value, 10226);
	zend_string *const_ERR_NO_CHOICE_name = zend_string_init_interned("ERR_NO_CHOICE", sizeof("ERR_NO_CHOICE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_CHOICE_name, &const_ERR_NO_CHOICE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_CHOICE_name);

	zval const_ERR_OUTPUT_STREAM_value;
	ZVAL_LONG(&const_ERR_OUTPUT_STREAM_value, 10228);
	zend_string *const_ERR_OUTPUT_STREAM_name = zend_string_init_interned("ERR_OUTPUT_STREAM", sizeof("ERR_OUTPUT_STREAM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_OUTPUT_STREAM_name, &const_ERR_OUTPUT_STREAM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_OUTPUT_STREAM_name);

	zval const_ERR_PART_INDEX_value;
	ZVAL_LONG(&const_ERR_PART_INDEX_value, 10280);
	zend_string *const_ERR_PART_INDEX_name = zend_string_init_interned("ERR_PART_INDEX", sizeof("ERR_PART_INDEX") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_PART_INDEX_name, &const_ERR_PART_INDEX_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_PART_INDEX_name);

	zval const_ERR_MIME_TYPE_value;
	ZVAL_LONG(&const_ERR_MIME_TYPE_value, 10281);
	zend_string *const_ERR_MIME_TYPE_name = zend_string_init_interned("ERR_MIME_TYPE", sizeof("ERR_MIME_TYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_MIME_TYPE_name, &const_ERR_MIME_TYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_MIME_TYPE_name);

	zval const_ERR_NO_BOUNDARY_value;
	ZVAL_LONG(&const_ERR_NO_BOUNDARY_value, 10283);
	zend_string *const_ERR_NO_BOUNDARY_name = zend_string_init_interned("ERR_NO_BOUNDARY", sizeof("ERR_NO_BOUNDARY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_BOUNDARY_name, &const_ERR_NO_BOUNDARY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_BOUNDARY_name);

	zval const_ERR_HOST_NOT_FOUND_value;
	ZVAL_LONG(&const_ERR_HOST_NOT_FOUND_value, 11001);
	zend_string *const_ERR_HOST_NOT_FOUND_name = zend_string_init_interned("ERR_HOST_NOT_FOUND", sizeof("ERR_HOST_NOT_FOUND") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_HOST_NOT_FOUND_name, &const_ERR_HOST_NOT_FOUND_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_HOST_NOT_FOUND_name);

	zval const_ERR_TRY_AGAIN_value;
	ZVAL_LONG(&const_ERR_TRY_AGAIN_value, 11002);
	zend_string *const_ERR_TRY_AGAIN_name = zend_string_init_interned("ERR_TRY_AGAIN", sizeof("ERR_TRY_AGAIN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_TRY_AGAIN_name, &const_ERR_TRY_AGAIN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_TRY_AGAIN_name);

	zval const_ERR_NO_RECOVERY_value;
	ZVAL_LONG(&const_ERR_NO_RECOVERY_value, 11003);
	zend_string *const_ERR_NO_RECOVERY_name = zend_string_init_interned("ERR_NO_RECOVERY", sizeof("ERR_NO_RECOVERY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_RECOVERY_name, &const_ERR_NO_RECOVERY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_RECOVERY_name);

	zval const_ERR_NO_DATA_value;
	ZVAL_LONG(&const_ERR_NO_DATA_value, 11004);
	zend_string *const_ERR_NO_DATA_name = zend_string_init_interned("ERR_NO_DATA", sizeof("ERR_NO_DATA") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ERR_NO_DATA_name, &const_ERR_NO_DATA_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ERR_NO_DATA_name);

	zval const_PROP_ALLOW_EXTENSIONS_value;
	ZVAL_LONG(&const_PROP_ALLOW_EXTENSIONS_value, 1);
	zend_string *const_PROP_ALLOW_EXTENSIONS_name = zend_string_init_interned("PROP_ALLOW_EXTENSIONS", sizeof("PROP_ALLOW_EXTENSIONS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_ALLOW_EXTENSIONS_name, &const_PROP_ALLOW_EXTENSIONS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_ALLOW_EXTENSIONS_name);

	zval const_PROP_AUTH_MECHANISM_value;
	ZVAL_LONG(&const_PROP_AUTH_MECHANISM_value, 2);
	zend_string *const_PROP_AUTH_MECHANISM_name = zend_string_init_interned("PROP_AUTH_MECHANISM", sizeof("PROP_AUTH_MECHANISM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_AUTH_MECHANISM_name, &const_PROP_AUTH_MECHANISM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_AUTH_MECHANISM_name);

	zval const_PROP_BCC_value;
	ZVAL_LONG(&const_PROP_BCC_value, 3);
	zend_string *const_PROP_BCC_name = zend_string_init_interned("PROP_BCC", sizeof("PROP_BCC") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_BCC_name, &const_PROP_BCC_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_BCC_name);

	zval const_PROP_CC_value;
	ZVAL_LONG(&const_PROP_CC_value, 4);
	zend_string *const_PROP_CC_name = zend_string_init_interned("PROP_CC", sizeof("PROP_CC") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CC_name, &const_PROP_CC_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CC_name);

	zval const_PROP_CERT_ENCODED_value;
	ZVAL_LONG(&const_PROP_CERT_ENCODED_value, 5);
	zend_string *const_PROP_CERT_ENCODED_name = zend_string_init_interned("PROP_CERT_ENCODED", sizeof("PROP_CERT_ENCODED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_ENCODED_name, &const_PROP_CERT_ENCODED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_ENCODED_name);

	zval const_PROP_CERT_STORE_value;
	ZVAL_LONG(&const_PROP_CERT_STORE_value, 6);
	zend_string *const_PROP_CERT_STORE_name = zend_string_init_interned("PROP_CERT_STORE", sizeof("PROP_CERT_STORE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_STORE_name, &const_PROP_CERT_STORE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_STORE_name);

	zval const_PROP_CERT_STORE_PASSWORD_value;
	ZVAL_LONG(&const_PROP_CERT_STORE_PASSWORD_value, 7);
	zend_string *const_PROP_CERT_STORE_PASSWORD_name = zend_string_init_interned("PROP_CERT_STORE_PASSWORD", sizeof("PROP_CERT_STORE_PASSWORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_STORE_PASSWORD_name, &const_PROP_CERT_STORE_PASSWORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_STORE_PASSWORD_name);

	zval const_PROP_CERT_STORE_TYPE_value;
	ZVAL_LONG(&const_PROP_CERT_STORE_TYPE_value, 8);
	zend_string *const_PROP_CERT_STORE_TYPE_name = zend_string_init_interned("PROP_CERT_STORE_TYPE", sizeof("PROP_CERT_STORE_TYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_STORE_TYPE_name, &const_PROP_CERT_STORE_TYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_STORE_TYPE_name);

	zval const_PROP_CERT_SUBJECT_value;
	ZVAL_LONG(&const_PROP_CERT_SUBJECT_value, 9);
	zend_string *const_PROP_CERT_SUBJECT_name = zend_string_init_interned("PROP_CERT_SUBJECT", sizeof("PROP_CERT_SUBJECT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_SUBJECT_name, &const_PROP_CERT_SUBJECT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_SUBJECT_name);

	zval const_PROP_COMMAND_value;
	ZVAL_LONG(&const_PROP_COMMAND_value, 10);
	zend_string *const_PROP_COMMAND_name = zend_string_init_interned("PROP_COMMAND", sizeof("PROP_COMMAND") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_COMMAND_name, &const_PROP_COMMAND_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_COMMAND_name);

	zval const_PROP_CONNECTED_value;
	ZVAL_LONG(&const_PROP_CONNECTED_value, 11);
	zend_string *const_PROP_CONNECTED_name = zend_string_init_interned("PROP_CONNECTED", sizeof("PROP_CONNECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CONNECTED_name, &const_PROP_CONNECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CONNECTED_name);

	zval const_PROP_DELIVERY_NOTIFICATION_TO_value;
	ZVAL_LONG(&const_PROP_DELIVERY_NOTIFICATION_TO_value, 12);
	zend_string *const_PROP_DELIVERY_NOTIFICATION_TO_name = zend_string_init_interned("PROP_DELIVERY_NOTIFICATION_TO", sizeof("PROP_DELIVERY_NOTIFICATION_TO") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_DELIVERY_NOTIFICATION_TO_name, &const_PROP_DELIVERY_NOTIFICATION_TO_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_DELIVERY_NOTIFICATION_TO_name);

	zval const_PROP_ENCRYPTING_ALGORITHM_value;
	ZVAL_LONG(&const_PROP_ENCRYPTING_ALGORITHM_value, 13);
	zend_string *const_PROP_ENCRYPTING_ALGORITHM_name = zend_string_init_interned("PROP_ENCRYPTING_ALGORITHM", sizeof("PROP_ENCRYPTING_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_ENCRYPTING_ALGORITHM_name, &const_PROP_ENCRYPTING_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_ENCRYPTING_ALGORITHM_name);

	zval const_PROP_FIREWALL_AUTO_DETECT_value;
	ZVAL_LONG(&const_PROP_FIREWALL_AUTO_DETECT_value, 14);
	zend_string *const_PROP_FIREWALL_AUTO_DETECT_name = zend_string_init_interned("PROP_FIREWALL_AUTO_DETECT", sizeof("PROP_FIREWALL_AUTO_DETECT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_FIREWALL_AUTO_DETECT_name, &const_PROP_FIREWALL_AUTO_DETECT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_FIREWALL_AUTO_DETECT_name);

	zval const_PROP_FIREWALL_TYPE_value;
	ZVAL_LONG(&const_PROP_FIREWALL_TYPE_value, 15);
	zend_string *const_PROP_FIREWALL_TYPE_name = zend_string_init_interned("PROP_FIREWALL_TYPE", sizeof("PROP_FIREWALL_TYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_FIREWALL_TYPE_name, &const_PROP_FIREWALL_TYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_FIREWALL_TYPE_name);

	zval const_PROP_FIREWALL_HOST_value;
	ZVAL_LONG(&const_PROP_FIREWALL_HOST_value, 16);
	zend_string *const_PROP_FIREWALL_HOST_name = zend_string_init_interned("PROP_FIREWALL_HOST", sizeof("PROP_FIREWALL_HOST") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_FIREWALL_HOST_name, &const_PROP_FIREWALL_HOST_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_FIREWALL_HOST_name);

	zval const_PROP_FIREWALL_PASSWORD_value;
	ZVAL_LONG(&const_PROP_FIREWALL_PASSWORD_value, 17);
	zend_string *const_PROP_FIREWALL_PASSWORD_name = zend_string_init_interned("PROP_FIREWALL_PASSWORD", sizeof("PROP_FIREWALL_PASSWORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_FIREWALL_PASSWORD_name, &const_PROP_FIREWALL_PASSWORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_FIREWALL_PASSWORD_name);

	zval const_PROP_FIREWALL_PORT_value;
	ZVAL_LONG(&const_PROP_FIREWALL_PORT_value, 18);
	zend_string *const_PROP_FIREWALL_PORT_name = zend_string_init_interned("PROP_FIREWALL_PORT", sizeof("PROP_FIREWALL_PORT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_FIREWALL_PORT_name, &const_PROP_FIREWALL_PORT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_FIREWALL_PORT_name);

	zval const_PROP_FIREWALL_USER_value;
	ZVAL_LONG(&const_PROP_FIREWALL_USER_value, 19);
	zend_string *const_PROP_FIREWALL_USER_name = zend_string_init_interned("PROP_FIREWALL_USER", sizeof("PROP_FIREWALL_USER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_FIREWALL_USER_name, &const_PROP_FIREWALL_USER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_FIREWALL_USER_name);

	zval const_PROP_FROM_value;
	ZVAL_LONG(&const_PROP_FROM_value, 20);
	zend_string *const_PROP_FROM_name = zend_string_init_interned("PROP_FROM", sizeof("PROP_FROM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_FROM_name, &const_PROP_FROM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_FROM_name);

	zval const_PROP_IDLE_value;
	ZVAL_LONG(&const_PROP_IDLE_value, 21);
	zend_string *const_PROP_IDLE_name = zend_string_init_interned("PROP_IDLE", sizeof("PROP_IDLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_IDLE_name, &const_PROP_IDLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_IDLE_name);

	zval const_PROP_IMPORTANCE_value;
	ZVAL_LONG(&const_PROP_IMPORTANCE_value, 22);
	zend_string *const_PROP_IMPORTANCE_name = zend_string_init_interned("PROP_IMPORTANCE", sizeof("PROP_IMPORTANCE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_IMPORTANCE_name, &const_PROP_IMPORTANCE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_IMPORTANCE_name);

	zval const_PROP_INCLUDE_CERTIFICATE_value;
	ZVAL_LONG(&const_PROP_INCLUDE_CERTIFICATE_value, 23);
	zend_string *const_PROP_INCLUDE_CERTIFICATE_name = zend_string_init_interned("PROP_INCLUDE_CERTIFICATE", sizeof("PROP_INCLUDE_CERTIFICATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_INCLUDE_CERTIFICATE_name, &const_PROP_INCLUDE_CERTIFICATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_INCLUDE_CERTIFICATE_name);

	zval const_PROP_INCLUDE_CHAIN_value;
	ZVAL_LONG(&const_PROP_INCLUDE_CHAIN_value, 24);
	zend_string *const_PROP_INCLUDE_CHAIN_name = zend_string_init_interned("PROP_INCLUDE_CHAIN", sizeof("PROP_INCLUDE_CHAIN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_INCLUDE_CHAIN_name, &const_PROP_INCLUDE_CHAIN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_INCLUDE_CHAIN_name);

	zval const_PROP_LAST_REPLY_value;
	ZVAL_LONG(&const_PROP_LAST_REPLY_value, 25);
	zend_string *const_PROP_LAST_REPLY_name = zend_string_init_interned("PROP_LAST_REPLY", sizeof("PROP_LAST_REPLY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_LAST_REPLY_name, &const_PROP_LAST_REPLY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_LAST_REPLY_name);

	zval const_PROP_LOCAL_HOST_value;
	ZVAL_LONG(&const_PROP_LOCAL_HOST_value, 26);
	zend_string *const_PROP_LOCAL_HOST_name = zend_string_init_interned("PROP_LOCAL_HOST", sizeof("PROP_LOCAL_HOST") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_LOCAL_HOST_name, &const_PROP_LOCAL_HOST_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_LOCAL_HOST_name);

	zval const_PROP_MAIL_PORT_value;
	ZVAL_LONG(&const_PROP_MAIL_PORT_value, 27);
	zend_string *const_PROP_MAIL_PORT_name = zend_string_init_interned("PROP_MAIL_PORT", sizeof("PROP_MAIL_PORT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MAIL_PORT_name, &const_PROP_MAIL_PORT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MAIL_PORT_name);

	zval const_PROP_MAIL_SERVER_value;
	ZVAL_LONG(&const_PROP_MAIL_SERVER_value, 28);
	zend_string *const_PROP_MAIL_SERVER_name = zend_string_init_interned("PROP_MAIL_SERVER", sizeof("PROP_MAIL_SERVER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MAIL_SERVER_name, &const_PROP_MAIL_SERVER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MAIL_SERVER_name);

	zval const_PROP_MESSAGE_value;
	ZVAL_LONG(&const_PROP_MESSAGE_value, 29);
	zend_string *const_PROP_MESSAGE_name = zend_string_init_interned("PROP_MESSAGE", sizeof("PROP_MESSAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_name, &const_PROP_MESSAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_name);

	zval const_PROP_MESSAGE_DATE_value;
	ZVAL_LONG(&const_PROP_MESSAGE_DATE_value, 30);
	zend_string *const_PROP_MESSAGE_DATE_name = zend_string_init_interned("PROP_MESSAGE_DATE", sizeof("PROP_MESSAGE_DATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_DATE_name, &const_PROP_MESSAGE_DATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_DATE_name);

	zval const_PROP_MESSAGE_HEADER_COUNT_value;
	ZVAL_LONG(&const_PROP_MESSAGE_HEADER_COUNT_value, 31);
	zend_string *const_PROP_MESSAGE_HEADER_COUNT_name = zend_string_init_interned("PROP_MESSAGE_HEADER_COUNT", sizeof("PROP_MESSAGE_HEADER_COUNT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_HEADER_COUNT_name, &const_PROP_MESSAGE_HEADER_COUNT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_HEADER_COUNT_name);

	zval const_PROP_MESSAGE_HEADER_FIELD_value;
	ZVAL_LONG(&const_PROP_MESSAGE_HEADER_FIELD_value, 32);
	zend_string *const_PROP_MESSAGE_HEADER_FIELD_name = zend_string_init_interned("PROP_MESSAGE_HEADER_FIELD", sizeof("PROP_MESSAGE_HEADER_FIELD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_HEADER_FIELD_name, &const_PROP_MESSAGE_HEADER_FIELD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_HEADER_FIELD_name);

	zval const_PROP_MESSAGE_HEADER_VALUE_value;
	ZVAL_LONG(&const_PROP_MESSAGE_HEADER_VALUE_value, 33);
	zend_string *const_PROP_MESSAGE_HEADER_VALUE_name = zend_string_init_interned("PROP_MESSAGE_HEADER_VALUE", sizeof("PROP_MESSAGE_HEADER_VALUE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_HEADER_VALUE_name, &const_PROP_MESSAGE_HEADER_VALUE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_HEADER_VALUE_name);

	zval const_PROP_MESSAGE_HEADERS_STRING_value;
	ZVAL_LONG(&const_PROP_MESSAGE_HEADERS_STRING_value, 34);
	zend_string *const_PROP_MESSAGE_HEADERS_STRING_name = zend_string_init_interned("PROP_MESSAGE_HEADERS_STRING", sizeof("PROP_MESSAGE_HEADERS_STRING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_HEADERS_STRING_name, &const_PROP_MESSAGE_HEADERS_STRING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_HEADERS_STRING_name);

	zval const_PROP_MESSAGE_ID_value;
	ZVAL_LONG(&const_PROP_MESSAGE_ID_value, 35);
	zend_string *const_PROP_MESSAGE_ID_name = zend_string_init_interned("PROP_MESSAGE_ID", sizeof("PROP_MESSAGE_ID") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_ID_name, &const_PROP_MESSAGE_ID_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_ID_name);

	zval const_PROP_MESSAGE_RECIPIENT_COUNT_value;
	ZVAL_LONG(&const_PROP_MESSAGE_RECIPIENT_COUNT_value, 36);
	zend_string *const_PROP_MESSAGE_RECIPIENT_COUNT_name = zend_string_init_interned("PROP_MESSAGE_RECIPIENT_COUNT", sizeof("PROP_MESSAGE_RECIPIENT_COUNT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_RECIPIENT_COUNT_name, &const_PROP_MESSAGE_RECIPIENT_COUNT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_RECIPIENT_COUNT_name);

	zval const_PROP_MESSAGE_RECIPIENT_ADDRESS_value;
	ZVAL_LONG(&const_PROP_MESSAGE_RECIPIENT_ADDRESS_value, 37);
	zend_string *const_PROP_MESSAGE_RECIPIENT_ADDRESS_name = zend_string_init_interned("PROP_MESSAGE_RECIPIENT_ADDRESS", sizeof("PROP_MESSAGE_RECIPIENT_ADDRESS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_RECIPIENT_ADDRESS_name, &const_PROP_MESSAGE_RECIPIENT_ADDRESS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_RECIPIENT_ADDRESS_name);

	zval const_PROP_MESSAGE_RECIPIENT_NAME_value;
	ZVAL_LONG(&const_PROP_MESSAGE_RECIPIENT_NAME_value, 38);
	zend_string *const_PROP_MESSAGE_RECIPIENT_NAME_name = zend_string_init_interned("PROP_MESSAGE_RECIPIENT_NAME", sizeof("PROP_MESSAGE_RECIPIENT_NAME") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_RECIPIENT_NAME_name, &const_PROP_MESSAGE_RECIPIENT_NAME_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_RECIPIENT_NAME_name);

	zval const_PROP_MESSAGE_RECIPIENT_OPTIONS_value;
	ZVAL_LONG(&const_PROP_MESSAGE_RECIPIENT_OPTIONS_value, 39);
	zend_string *const_PROP_MESSAGE_RECIPIENT_OPTIONS_name = zend_string_init_interned("PROP_MESSAGE_RECIPIENT_OPTIONS", sizeof("PROP_MESSAGE_RECIPIENT_OPTIONS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_RECIPIENT_OPTIONS_name, &const_PROP_MESSAGE_RECIPIENT_OPTIONS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_RECIPIENT_OPTIONS_name);

	zval const_PROP_MESSAGE_RECIPIENT_TYPE_value;
	ZVAL_LONG(&const_PROP_MESSAGE_RECIPIENT_TYPE_value, 40);
	zend_string *const_PROP_MESSAGE_RECIPIENT_TYPE_name = zend_string_init_interned("PROP_MESSAGE_RECIPIENT_TYPE", sizeof("PROP_MESSAGE_RECIPIENT_TYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_RECIPIENT_TYPE_name, &const_PROP_MESSAGE_RECIPIENT_TYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_RECIPIENT_TYPE_name);

	zval const_PROP_MESSAGE_TEXT_value;
	ZVAL_LONG(&const_PROP_MESSAGE_TEXT_value, 41);
	zend_string *const_PROP_MESSAGE_TEXT_name = zend_string_init_interned("PROP_MESSAGE_TEXT", sizeof("PROP_MESSAGE_TEXT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_MESSAGE_TEXT_name, &const_PROP_MESSAGE_TEXT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_MESSAGE_TEXT_name);

	zval const_PROP_OTHER_HEADERS_value;
	ZVAL_LONG(&const_PROP_OTHER_HEADERS_value, 42);
	zend_string *const_PROP_OTHER_HEADERS_name = zend_string_init_interned("PROP_OTHER_HEADERS", sizeof("PROP_OTHER_HEADERS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_OTHER_HEADERS_name, &const_PROP_OTHER_HEADERS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_OTHER_HEADERS_name);

	zval const_PROP_PASSWORD_value;
	ZVAL_LONG(&const_PROP_PASSWORD_value, 43);
	zend_string *const_PROP_PASSWORD_name = zend_string_init_interned("PROP_PASSWORD", sizeof("PROP_PASSWORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_PASSWORD_name, &const_PROP_PASSWORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_PASSWORD_name);

	zval const_PROP_PRIORITY_value;
	ZVAL_LONG(&const_PROP_PRIORITY_value, 44);
	zend_string *const_PROP_PRIORITY_name = zend_string_init_interned("PROP_PRIORITY", sizeof("PROP_PRIORITY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_PRIORITY_name, &const_PROP_PRIORITY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_PRIORITY_name);

	zval const_PROP_READ_RECEIPT_TO_value;
	ZVAL_LONG(&const_PROP_READ_RECEIPT_TO_value, 45);
	zend_string *const_PROP_READ_RECEIPT_TO_name = zend_string_init_interned("PROP_READ_RECEIPT_TO", sizeof("PROP_READ_RECEIPT_TO") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_READ_RECEIPT_TO_name, &const_PROP_READ_RECEIPT_TO_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_READ_RECEIPT_TO_name);

	zval const_PROP_REPLY_TO_value;
	ZVAL_LONG(&const_PROP_REPLY_TO_value, 46);
	zend_string *const_PROP_REPLY_TO_name = zend_string_init_interned("PROP_REPLY_TO", sizeof("PROP_REPLY_TO") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_REPLY_TO_name, &const_PROP_REPLY_TO_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_REPLY_TO_name);

	zval const_PROP_RETURN_PATH_value;
	ZVAL_LONG(&const_PROP_RETURN_PATH_value, 47);
	zend_string *const_PROP_RETURN_PATH_name = zend_string_init_interned("PROP_RETURN_PATH", sizeof("PROP_RETURN_PATH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_RETURN_PATH_name, &const_PROP_RETURN_PATH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_RETURN_PATH_name);

	zval const_PROP_SEND_TO_value;
	ZVAL_LONG(&const_PROP_SEND_TO_value, 48);
	zend_string *const_PROP_SEND_TO_name = zend_string_init_interned("PROP_SEND_TO", sizeof("PROP_SEND_TO") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SEND_TO_name, &const_PROP_SEND_TO_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SEND_TO_name);

	zval const_PROP_SENSITIVITY_value;
	ZVAL_LONG(&const_PROP_SENSITIVITY_value, 49);
	zend_string *const_PROP_SENSITIVITY_name = zend_string_init_interned("PROP_SENSITIVITY", sizeof("PROP_SENSITIVITY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SENSITIVITY_name, &const_PROP_SENSITIVITY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SENSITIVITY_name);

	zval const_PROP_SIGNING_ALGORITHM_value;
	ZVAL_LONG(&const_PROP_SIGNING_ALGORITHM_value, 50);
	zend_string *const_PROP_SIGNING_ALGORITHM_name = zend_string_init_interned("PROP_SIGNING_ALGORITHM", sizeof("PROP_SIGNING_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SIGNING_ALGORITHM_name, &const_PROP_SIGNING_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SIGNING_ALGORITHM_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_ENCODED_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_ENCODED_value, 51);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_ENCODED_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_ENCODED", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_ENCODED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_ENCODED_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_ENCODED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_ENCODED_name);

	zval const_PROP_SSL_CERT_ENCODED_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_ENCODED_value, 52);
	zend_string *const_PROP_SSL_CERT_ENCODED_name = zend_string_init_interned("PROP_SSL_CERT_ENCODED", sizeof("PROP_SSL_CERT_ENCODED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_ENCODED_name, &const_PROP_SSL_CERT_ENCODED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_ENCODED_name);

	zval const_PROP_SSL_CERT_STORE_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_STORE_value, 53);
	zend_string *const_PROP_SSL_CERT_STORE_name = zend_string_init_interned("PROP_SSL_CERT_STORE", sizeof("PROP_SSL_CERT_STORE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_STORE_name, &const_PROP_SSL_CERT_STORE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_STORE_name);

	zval const_PROP_SSL_CERT_STORE_PASSWORD_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_STORE_PASSWORD_value, 54);
	zend_string *const_PROP_SSL_CERT_STORE_PASSWORD_name = zend_string_init_interned("PROP_SSL_CERT_STORE_PASSWORD", sizeof("PROP_SSL_CERT_STORE_PASSWORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_STORE_PASSWORD_name, &const_PROP_SSL_CERT_STORE_PASSWORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_STORE_PASSWORD_name);

	zval const_PROP_SSL_CERT_STORE_TYPE_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_STORE_TYPE_value, 55);
	zend_string *const_PROP_SSL_CERT_STORE_TYPE_name = zend_string_init_interned("PROP_SSL_CERT_STORE_TYPE", sizeof("PROP_SSL_CERT_STORE_TYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_STORE_TYPE_name, &const_PROP_SSL_CERT_STORE_TYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_STORE_TYPE_name);

	zval const_PROP_SSL_CERT_SUBJECT_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_SUBJECT_value, 56);
	zend_string *const_PROP_SSL_CERT_SUBJECT_name = zend_string_init_interned("PROP_SSL_CERT_SUBJECT", sizeof("PROP_SSL_CERT_SUBJECT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_SUBJECT_name, &const_PROP_SSL_CERT_SUBJECT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_SUBJECT_name);

	zval const_PROP_SSL_ENABLED_value;
	ZVAL_LONG(&const_PROP_SSL_ENABLED_value, 57);
	zend_string *const_PROP_SSL_ENABLED_name = zend_string_init_interned("PROP_SSL_ENABLED", sizeof("PROP_SSL_ENABLED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ENABLED_name, &const_PROP_SSL_ENABLED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ENABLED_name);

	zval const_PROP_SSL_SERVER_CERT_ENCODED_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_ENCODED_value, 58);
	zend_string *const_PROP_SSL_SERVER_CERT_ENCODED_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_ENCODED", sizeof("PROP_SSL_SERVER_CERT_ENCODED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_ENCODED_name, &const_PROP_SSL_SERVER_CERT_ENCODED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_ENCODED_name);

	zval const_PROP_SSL_START_MODE_value;
	ZVAL_LONG(&const_PROP_SSL_START_MODE_value, 59);
	zend_string *const_PROP_SSL_START_MODE_name = zend_string_init_interned("PROP_SSL_START_MODE", sizeof("PROP_SSL_START_MODE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_START_MODE_name, &const_PROP_SSL_START_MODE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_START_MODE_name);

	zval const_PROP_SUBJECT_value;
	ZVAL_LONG(&const_PROP_SUBJECT_value, 60);
	zend_string *const_PROP_SUBJECT_name = zend_string_init_interned("PROP_SUBJECT", sizeof("PROP_SUBJECT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SUBJECT_name, &const_PROP_SUBJECT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SUBJECT_name);

	zval const_PROP_TIMEOUT_value;
	ZVAL_LONG(&const_PROP_TIMEOUT_value, 61);
	zend_string *const_PROP_TIMEOUT_name = zend_string_init_interned("PROP_TIMEOUT", sizeof("PROP_TIMEOUT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_TIMEOUT_name, &const_PROP_TIMEOUT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_TIMEOUT_name);

	zval const_PROP_USER_value;
	ZVAL_LONG(&const_PROP_USER_value, 62);
	zend_string *const_PROP_USER_name = zend_string_init_interned("PROP_USER", sizeof("PROP_USER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_USER_name, &const_PROP_USER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_USER_name);

	zval const_PROP_SSL_PROVIDER_value;
	ZVAL_LONG(&const_PROP_SSL_PROVIDER_value, 63);
	zend_string *const_PROP_SSL_PROVIDER_name = zend_string_init_interned("PROP_SSL_PROVIDER", sizeof("PROP_SSL_PROVIDER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_PROVIDER_name, &const_PROP_SSL_PROVIDER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_PROVIDER_name);

	zval const_PROP_DETACHED_SIGNATURE_value;
	ZVAL_LONG(&const_PROP_DETACHED_SIGNATURE_value, 64);
	zend_string *const_PROP_DETACHED_SIGNATURE_name = zend_string_init_interned("PROP_DETACHED_SIGNATURE", sizeof("PROP_DETACHED_SIGNATURE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_DETACHED_SIGNATURE_name, &const_PROP_DETACHED_SIGNATURE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_DETACHED_SIGNATURE_name);

	zval const_PROP_RECIPIENT_CERT_COUNT_value;
	ZVAL_LONG(&const_PROP_RECIPIENT_CERT_COUNT_value, 65);
	zend_string *const_PROP_RECIPIENT_CERT_COUNT_name = zend_string_init_interned("PROP_RECIPIENT_CERT_COUNT", sizeof("PROP_RECIPIENT_CERT_COUNT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_RECIPIENT_CERT_COUNT_name, &const_PROP_RECIPIENT_CERT_COUNT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_RECIPIENT_CERT_COUNT_name);

	zval const_PROP_RECIPIENT_CERT_ENCODED_value;
	ZVAL_LONG(&const_PROP_RECIPIENT_CERT_ENCODED_value, 66);
	zend_string *const_PROP_RECIPIENT_CERT_ENCODED_name = zend_string_init_interned("PROP_RECIPIENT_CERT_ENCODED", sizeof("PROP_RECIPIENT_CERT_ENCODED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_RECIPIENT_CERT_ENCODED_name, &const_PROP_RECIPIENT_CERT_ENCODED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_RECIPIENT_CERT_ENCODED_name);

	zval const_PROP_RECIPIENT_CERT_SUBJECT_value;
	ZVAL_LONG(&const_PROP_RECIPIENT_CERT_SUBJECT_value, 67);
	zend_string *const_PROP_RECIPIENT_CERT_SUBJECT_name = zend_string_init_interned("PROP_RECIPIENT_CERT_SUBJECT", sizeof("PROP_RECIPIENT_CERT_SUBJECT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_RECIPIENT_CERT_SUBJECT_name, &const_PROP_RECIPIENT_CERT_SUBJECT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_RECIPIENT_CERT_SUBJECT_name);

	zval const_PROP_CERT_EFFECTIVE_DATE_value;
	ZVAL_LONG(&const_PROP_CERT_EFFECTIVE_DATE_value, 70);
	zend_string *const_PROP_CERT_EFFECTIVE_DATE_name = zend_string_init_interned("PROP_CERT_EFFECTIVE_DATE", sizeof("PROP_CERT_EFFECTIVE_DATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_EFFECTIVE_DATE_name, &const_PROP_CERT_EFFECTIVE_DATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_EFFECTIVE_DATE_name);

	zval const_PROP_CERT_EXPIRATION_DATE_value;
	ZVAL_LONG(&const_PROP_CERT_EXPIRATION_DATE_value, 71);
	zend_string *const_PROP_CERT_EXPIRATION_DATE_name = zend_string_init_interned("PROP_CERT_EXPIRATION_DATE", sizeof("PROP_CERT_EXPIRATION_DATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_EXPIRATION_DATE_name, &const_PROP_CERT_EXPIRATION_DATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_EXPIRATION_DATE_name);

	zval const_PROP_CERT_EXTENDED_KEY_USAGE_value;
	ZVAL_LONG(&const_PROP_CERT_EXTENDED_KEY_USAGE_value, 72);
	zend_string *const_PROP_CERT_EXTENDED_KEY_USAGE_name = zend_string_init_interned("PROP_CERT_EXTENDED_KEY_USAGE", sizeof("PROP_CERT_EXTENDED_KEY_USAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_EXTENDED_KEY_USAGE_name, &const_PROP_CERT_EXTENDED_KEY_USAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_EXTENDED_KEY_USAGE_name);

	zval const_PROP_CERT_FINGERPRINT_value;
	ZVAL_LONG(&const_PROP_CERT_FINGERPRINT_value, 73);
	zend_string *const_PROP_CERT_FINGERPRINT_name = zend_string_init_interned("PROP_CERT_FINGERPRINT", sizeof("PROP_CERT_FINGERPRINT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_FINGERPRINT_name, &const_PROP_CERT_FINGERPRINT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_FINGERPRINT_name);

	zval const_PROP_CERT_FINGERPRINT_SHA1_value;
	ZVAL_LONG(&const_PROP_CERT_FINGERPRINT_SHA1_value, 74);
	zend_string *const_PROP_CERT_FINGERPRINT_SHA1_name = zend_string_init_interned("PROP_CERT_FINGERPRINT_SHA1", sizeof("PROP_CERT_FINGERPRINT_SHA1") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_FINGERPRINT_SHA1_name, &const_PROP_CERT_FINGERPRINT_SHA1_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_FINGERPRINT_SHA1_name);

	zval const_PROP_CERT_FINGERPRINT_SHA256_value;
	ZVAL_LONG(&const_PROP_CERT_FINGERPRINT_SHA256_value, 75);
	zend_string *const_PROP_CERT_FINGERPRINT_SHA256_name = zend_string_init_interned("PROP_CERT_FINGERPRINT_SHA256", sizeof("PROP_CERT_FINGERPRINT_SHA256") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_FINGERPRINT_SHA256_name, &const_PROP_CERT_FINGERPRINT_SHA256_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_FINGERPRINT_SHA256_name);

	zval const_PROP_CERT_ISSUER_value;
	ZVAL_LONG(&const_PROP_CERT_ISSUER_value, 76);
	zend_string *const_PROP_CERT_ISSUER_name = zend_string_init_interned("PROP_CERT_ISSUER", sizeof("PROP_CERT_ISSUER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_ISSUER_name, &const_PROP_CERT_ISSUER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_ISSUER_name);

	zval const_PROP_CERT_KEY_PASSWORD_value;
	ZVAL_LONG(&const_PROP_CERT_KEY_PASSWORD_value, 77);
	zend_string *const_PROP_CERT_KEY_PASSWORD_name = zend_string_init_interned("PROP_CERT_KEY_PASSWORD", sizeof("PROP_CERT_KEY_PASSWORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_KEY_PASSWORD_name, &const_PROP_CERT_KEY_PASSWORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_KEY_PASSWORD_name);

	zval const_PROP_CERT_PRIVATE_KEY_value;
	ZVAL_LONG(&const_PROP_CERT_PRIVATE_KEY_value, 78);
	zend_string *const_PROP_CERT_PRIVATE_KEY_name = zend_string_init_interned("PROP_CERT_PRIVATE_KEY", sizeof("PROP_CERT_PRIVATE_KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_PRIVATE_KEY_name, &const_PROP_CERT_PRIVATE_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_PRIVATE_KEY_name);

	zval const_PROP_CERT_PRIVATE_KEY_AVAILABLE_value;
	ZVAL_LONG(&const_PROP_CERT_PRIVATE_KEY_AVAILABLE_value, 79);
	zend_string *const_PROP_CERT_PRIVATE_KEY_AVAILABLE_name = zend_string_init_interned("PROP_CERT_PRIVATE_KEY_AVAILABLE", sizeof("PROP_CERT_PRIVATE_KEY_AVAILABLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_PRIVATE_KEY_AVAILABLE_name, &const_PROP_CERT_PRIVATE_KEY_AVAILABLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_PRIVATE_KEY_AVAILABLE_name);

	zval const_PROP_CERT_PRIVATE_KEY_CONTAINER_value;
	ZVAL_LONG(&const_PROP_CERT_PRIVATE_KEY_CONTAINER_value, 80);
	zend_string *const_PROP_CERT_PRIVATE_KEY_CONTAINER_name = zend_string_init_interned("PROP_CERT_PRIVATE_KEY_CONTAINER", sizeof("PROP_CERT_PRIVATE_KEY_CONTAINER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_PRIVATE_KEY_CONTAINER_name, &const_PROP_CERT_PRIVATE_KEY_CONTAINER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_PRIVATE_KEY_CONTAINER_name);

	zval const_PROP_CERT_PUBLIC_KEY_value;
	ZVAL_LONG(&const_PROP_CERT_PUBLIC_KEY_value, 81);
	zend_string *const_PROP_CERT_PUBLIC_KEY_name = zend_string_init_interned("PROP_CERT_PUBLIC_KEY", sizeof("PROP_CERT_PUBLIC_KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_PUBLIC_KEY_name, &const_PROP_CERT_PUBLIC_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_PUBLIC_KEY_name);

	zval const_PROP_CERT_PUBLIC_KEY_ALGORITHM_value;
	ZVAL_LONG(&const_PROP_CERT_PUBLIC_KEY_ALGORITHM_value, 82);
	zend_string *const_PROP_CERT_PUBLIC_KEY_ALGORITHM_name = zend_string_init_interned("PROP_CERT_PUBLIC_KEY_ALGORITHM", sizeof("PROP_CERT_PUBLIC_KEY_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_PUBLIC_KEY_ALGORITHM_name, &const_PROP_CERT_PUBLIC_KEY_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_PUBLIC_KEY_ALGORITHM_name);

	zval const_PROP_CERT_PUBLIC_KEY_LENGTH_value;
	ZVAL_LONG(&const_PROP_CERT_PUBLIC_KEY_LENGTH_value, 83);
	zend_string *const_PROP_CERT_PUBLIC_KEY_LENGTH_name = zend_string_init_interned("PROP_CERT_PUBLIC_KEY_LENGTH", sizeof("PROP_CERT_PUBLIC_KEY_LENGTH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_PUBLIC_KEY_LENGTH_name, &const_PROP_CERT_PUBLIC_KEY_LENGTH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_PUBLIC_KEY_LENGTH_name);

	zval const_PROP_CERT_SERIAL_NUMBER_value;
	ZVAL_LONG(&const_PROP_CERT_SERIAL_NUMBER_value, 84);
	zend_string *const_PROP_CERT_SERIAL_NUMBER_name = zend_string_init_interned("PROP_CERT_SERIAL_NUMBER", sizeof("PROP_CERT_SERIAL_NUMBER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_SERIAL_NUMBER_name, &const_PROP_CERT_SERIAL_NUMBER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_SERIAL_NUMBER_name);

	zval const_PROP_CERT_SIGNATURE_ALGORITHM_value;
	ZVAL_LONG(&const_PROP_CERT_SIGNATURE_ALGORITHM_value, 85);
	zend_string *const_PROP_CERT_SIGNATURE_ALGORITHM_name = zend_string_init_interned("PROP_CERT_SIGNATURE_ALGORITHM", sizeof("PROP_CERT_SIGNATURE_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_SIGNATURE_ALGORITHM_name, &const_PROP_CERT_SIGNATURE_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_SIGNATURE_ALGORITHM_name);

	zval const_PROP_CERT_SUBJECT_ALT_NAMES_value;
	ZVAL_LONG(&const_PROP_CERT_SUBJECT_ALT_NAMES_value, 86);
	zend_string *const_PROP_CERT_SUBJECT_ALT_NAMES_name = zend_string_init_interned("PROP_CERT_SUBJECT_ALT_NAMES", sizeof("PROP_CERT_SUBJECT_ALT_NAMES") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_SUBJECT_ALT_NAMES_name, &const_PROP_CERT_SUBJECT_ALT_NAMES_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_SUBJECT_ALT_NAMES_name);

	zval const_PROP_CERT_THUMBPRINT_MD5_value;
	ZVAL_LONG(&const_PROP_CERT_THUMBPRINT_MD5_value, 87);
	zend_string *const_PROP_CERT_THUMBPRINT_MD5_name = zend_string_init_interned("PROP_CERT_THUMBPRINT_MD5", sizeof("PROP_CERT_THUMBPRINT_MD5") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_THUMBPRINT_MD5_name, &const_PROP_CERT_THUMBPRINT_MD5_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_THUMBPRINT_MD5_name);

	zval const_PROP_CERT_THUMBPRINT_SHA1_value;
	ZVAL_LONG(&const_PROP_CERT_THUMBPRINT_SHA1_value, 88);
	zend_string *const_PROP_CERT_THUMBPRINT_SHA1_name = zend_string_init_interned("PROP_CERT_THUMBPRINT_SHA1", sizeof("PROP_CERT_THUMBPRINT_SHA1") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_THUMBPRINT_SHA1_name, &const_PROP_CERT_THUMBPRINT_SHA1_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_THUMBPRINT_SHA1_name);

	zval const_PROP_CERT_THUMBPRINT_SHA256_value;
	ZVAL_LONG(&const_PROP_CERT_THUMBPRINT_SHA256_value, 89);
	zend_string *const_PROP_CERT_THUMBPRINT_SHA256_name = zend_string_init_interned("PROP_CERT_THUMBPRINT_SHA256", sizeof("PROP_CERT_THUMBPRINT_SHA256") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_THUMBPRINT_SHA256_name, &const_PROP_CERT_THUMBPRINT_SHA256_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_THUMBPRINT_SHA256_name);

	zval const_PROP_CERT_USAGE_value;
	ZVAL_LONG(&const_PROP_CERT_USAGE_value, 90);
	zend_string *const_PROP_CERT_USAGE_name = zend_string_init_interned("PROP_CERT_USAGE", sizeof("PROP_CERT_USAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_USAGE_name, &const_PROP_CERT_USAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_USAGE_name);

	zval const_PROP_CERT_USAGE_FLAGS_value;
	ZVAL_LONG(&const_PROP_CERT_USAGE_FLAGS_value, 91);
	zend_string *const_PROP_CERT_USAGE_FLAGS_name = zend_string_init_interned("PROP_CERT_USAGE_FLAGS", sizeof("PROP_CERT_USAGE_FLAGS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_USAGE_FLAGS_name, &const_PROP_CERT_USAGE_FLAGS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_USAGE_FLAGS_name);

	zval const_PROP_CERT_VERSION_value;
	ZVAL_LONG(&const_PROP_CERT_VERSION_value, 92);
	zend_string *const_PROP_CERT_VERSION_name = zend_string_init_interned("PROP_CERT_VERSION", sizeof("PROP_CERT_VERSION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_CERT_VERSION_name, &const_PROP_CERT_VERSION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_CERT_VERSION_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_EFFECTIVE_DATE_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_EFFECTIVE_DATE_value, 100);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_EFFECTIVE_DATE_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_EFFECTIVE_DATE", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_EFFECTIVE_DATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_EFFECTIVE_DATE_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_EFFECTIVE_DATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_EFFECTIVE_DATE_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_EXPIRATION_DATE_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_EXPIRATION_DATE_value, 101);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_EXPIRATION_DATE_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_EXPIRATION_DATE", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_EXPIRATION_DATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_EXPIRATION_DATE_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_EXPIRATION_DATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_EXPIRATION_DATE_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_EXTENDED_KEY_USAGE_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_EXTENDED_KEY_USAGE_value, 102);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_EXTENDED_KEY_USAGE_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_EXTENDED_KEY_USAGE", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_EXTENDED_KEY_USAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_EXTENDED_KEY_USAGE_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_EXTENDED_KEY_USAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_EXTENDED_KEY_USAGE_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_value, 103);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA1_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA1_value, 104);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA1_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA1", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA1") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA1_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA1_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA1_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA256_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA256_value, 105);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA256_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA256", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA256") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA256_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA256_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_FINGERPRINT_SHA256_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_ISSUER_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_ISSUER_value, 106);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_ISSUER_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_ISSUER", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_ISSUER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_ISSUER_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_ISSUER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_ISSUER_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_KEY_PASSWORD_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_KEY_PASSWORD_value, 107);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_KEY_PASSWORD_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_KEY_PASSWORD", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_KEY_PASSWORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_KEY_PASSWORD_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_KEY_PASSWORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_KEY_PASSWORD_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_value, 108);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_AVAILABLE_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_AVAILABLE_value, 109);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_AVAILABLE_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_AVAILABLE", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_AVAILABLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_AVAILABLE_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_AVAILABLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_AVAILABLE_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_CONTAINER_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_CONTAINER_value, 110);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_CONTAINER_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_CONTAINER", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_CONTAINER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_CONTAINER_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_CONTAINER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_PRIVATE_KEY_CONTAINER_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_value, 111);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_ALGORITHM_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_ALGORITHM_value, 112);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_ALGORITHM_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_ALGORITHM", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_ALGORITHM_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_ALGORITHM_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_LENGTH_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_LENGTH_value, 113);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_LENGTH_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_LENGTH", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_LENGTH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_LENGTH_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_LENGTH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_PUBLIC_KEY_LENGTH_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_SERIAL_NUMBER_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_SERIAL_NUMBER_value, 114);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_SERIAL_NUMBER_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_SERIAL_NUMBER", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_SERIAL_NUMBER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_SERIAL_NUMBER_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_SERIAL_NUMBER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_SERIAL_NUMBER_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_SIGNATURE_ALGORITHM_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_SIGNATURE_ALGORITHM_value, 115);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_SIGNATURE_ALGORITHM_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_SIGNATURE_ALGORITHM", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_SIGNATURE_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_SIGNATURE_ALGORITHM_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_SIGNATURE_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_SIGNATURE_ALGORITHM_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_ALT_NAMES_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_ALT_NAMES_value, 116);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_ALT_NAMES_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_ALT_NAMES", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_ALT_NAMES") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_ALT_NAMES_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_ALT_NAMES_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_ALT_NAMES_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_MD5_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_MD5_value, 117);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_MD5_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_MD5", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_MD5") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_MD5_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_MD5_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_MD5_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA1_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA1_value, 118);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA1_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA1", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA1") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA1_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA1_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA1_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA256_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA256_value, 119);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA256_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA256", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA256") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA256_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA256_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_THUMBPRINT_SHA256_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_value, 120);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_USAGE", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_USAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_FLAGS_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_FLAGS_value, 121);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_FLAGS_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_USAGE_FLAGS", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_USAGE_FLAGS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_FLAGS_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_FLAGS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_USAGE_FLAGS_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_VERSION_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_VERSION_value, 122);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_VERSION_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_VERSION", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_VERSION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_VERSION_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_VERSION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_VERSION_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_value, 123);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_SUBJECT_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_value, 124);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_STORE", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_STORE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_PASSWORD_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_PASSWORD_value, 125);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_PASSWORD_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_STORE_PASSWORD", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_STORE_PASSWORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_PASSWORD_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_PASSWORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_PASSWORD_name);

	zval const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_TYPE_value;
	ZVAL_LONG(&const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_TYPE_value, 126);
	zend_string *const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_TYPE_name = zend_string_init_interned("PROP_SSL_ACCEPT_SERVER_CERT_STORE_TYPE", sizeof("PROP_SSL_ACCEPT_SERVER_CERT_STORE_TYPE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_TYPE_name, &const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_TYPE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_ACCEPT_SERVER_CERT_STORE_TYPE_name);

	zval const_PROP_SSL_CERT_EFFECTIVE_DATE_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_EFFECTIVE_DATE_value, 130);
	zend_string *const_PROP_SSL_CERT_EFFECTIVE_DATE_name = zend_string_init_interned("PROP_SSL_CERT_EFFECTIVE_DATE", sizeof("PROP_SSL_CERT_EFFECTIVE_DATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_EFFECTIVE_DATE_name, &const_PROP_SSL_CERT_EFFECTIVE_DATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_EFFECTIVE_DATE_name);

	zval const_PROP_SSL_CERT_EXPIRATION_DATE_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_EXPIRATION_DATE_value, 131);
	zend_string *const_PROP_SSL_CERT_EXPIRATION_DATE_name = zend_string_init_interned("PROP_SSL_CERT_EXPIRATION_DATE", sizeof("PROP_SSL_CERT_EXPIRATION_DATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_EXPIRATION_DATE_name, &const_PROP_SSL_CERT_EXPIRATION_DATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_EXPIRATION_DATE_name);

	zval const_PROP_SSL_CERT_EXTENDED_KEY_USAGE_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_EXTENDED_KEY_USAGE_value, 132);
	zend_string *const_PROP_SSL_CERT_EXTENDED_KEY_USAGE_name = zend_string_init_interned("PROP_SSL_CERT_EXTENDED_KEY_USAGE", sizeof("PROP_SSL_CERT_EXTENDED_KEY_USAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_EXTENDED_KEY_USAGE_name, &const_PROP_SSL_CERT_EXTENDED_KEY_USAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_EXTENDED_KEY_USAGE_name);

	zval const_PROP_SSL_CERT_FINGERPRINT_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_FINGERPRINT_value, 133);
	zend_string *const_PROP_SSL_CERT_FINGERPRINT_name = zend_string_init_interned("PROP_SSL_CERT_FINGERPRINT", sizeof("PROP_SSL_CERT_FINGERPRINT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_FINGERPRINT_name, &const_PROP_SSL_CERT_FINGERPRINT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_FINGERPRINT_name);

	zval const_PROP_SSL_CERT_FINGERPRINT_SHA1_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_FINGERPRINT_SHA1_value, 134);
	zend_string *const_PROP_SSL_CERT_FINGERPRINT_SHA1_name = zend_string_init_interned("PROP_SSL_CERT_FINGERPRINT_SHA1", sizeof("PROP_SSL_CERT_FINGERPRINT_SHA1") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_FINGERPRINT_SHA1_name, &const_PROP_SSL_CERT_FINGERPRINT_SHA1_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_FINGERPRINT_SHA1_name);

	zval const_PROP_SSL_CERT_FINGERPRINT_SHA256_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_FINGERPRINT_SHA256_value, 135);
	zend_string *const_PROP_SSL_CERT_FINGERPRINT_SHA256_name = zend_string_init_interned("PROP_SSL_CERT_FINGERPRINT_SHA256", sizeof("PROP_SSL_CERT_FINGERPRINT_SHA256") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_FINGERPRINT_SHA256_name, &const_PROP_SSL_CERT_FINGERPRINT_SHA256_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_FINGERPRINT_SHA256_name);

	zval const_PROP_SSL_CERT_ISSUER_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_ISSUER_value, 136);
	zend_string *const_PROP_SSL_CERT_ISSUER_name = zend_string_init_interned("PROP_SSL_CERT_ISSUER", sizeof("PROP_SSL_CERT_ISSUER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_ISSUER_name, &const_PROP_SSL_CERT_ISSUER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_ISSUER_name);

	zval const_PROP_SSL_CERT_KEY_PASSWORD_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_KEY_PASSWORD_value, 137);
	zend_string *const_PROP_SSL_CERT_KEY_PASSWORD_name = zend_string_init_interned("PROP_SSL_CERT_KEY_PASSWORD", sizeof("PROP_SSL_CERT_KEY_PASSWORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_KEY_PASSWORD_name, &const_PROP_SSL_CERT_KEY_PASSWORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_KEY_PASSWORD_name);

	zval const_PROP_SSL_CERT_PRIVATE_KEY_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_PRIVATE_KEY_value, 138);
	zend_string *const_PROP_SSL_CERT_PRIVATE_KEY_name = zend_string_init_interned("PROP_SSL_CERT_PRIVATE_KEY", sizeof("PROP_SSL_CERT_PRIVATE_KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_PRIVATE_KEY_name, &const_PROP_SSL_CERT_PRIVATE_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_PRIVATE_KEY_name);

	zval const_PROP_SSL_CERT_PRIVATE_KEY_AVAILABLE_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_PRIVATE_KEY_AVAILABLE_value, 139);
	zend_string *const_PROP_SSL_CERT_PRIVATE_KEY_AVAILABLE_name = zend_string_init_interned("PROP_SSL_CERT_PRIVATE_KEY_AVAILABLE", sizeof("PROP_SSL_CERT_PRIVATE_KEY_AVAILABLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_PRIVATE_KEY_AVAILABLE_name, &const_PROP_SSL_CERT_PRIVATE_KEY_AVAILABLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_PRIVATE_KEY_AVAILABLE_name);

	zval const_PROP_SSL_CERT_PRIVATE_KEY_CONTAINER_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_PRIVATE_KEY_CONTAINER_value, 140);
	zend_string *const_PROP_SSL_CERT_PRIVATE_KEY_CONTAINER_name = zend_string_init_interned("PROP_SSL_CERT_PRIVATE_KEY_CONTAINER", sizeof("PROP_SSL_CERT_PRIVATE_KEY_CONTAINER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_PRIVATE_KEY_CONTAINER_name, &const_PROP_SSL_CERT_PRIVATE_KEY_CONTAINER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_PRIVATE_KEY_CONTAINER_name);

	zval const_PROP_SSL_CERT_PUBLIC_KEY_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_PUBLIC_KEY_value, 141);
	zend_string *const_PROP_SSL_CERT_PUBLIC_KEY_name = zend_string_init_interned("PROP_SSL_CERT_PUBLIC_KEY", sizeof("PROP_SSL_CERT_PUBLIC_KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_PUBLIC_KEY_name, &const_PROP_SSL_CERT_PUBLIC_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_PUBLIC_KEY_name);

	zval const_PROP_SSL_CERT_PUBLIC_KEY_ALGORITHM_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_PUBLIC_KEY_ALGORITHM_value, 142);
	zend_string *const_PROP_SSL_CERT_PUBLIC_KEY_ALGORITHM_name = zend_string_init_interned("PROP_SSL_CERT_PUBLIC_KEY_ALGORITHM", sizeof("PROP_SSL_CERT_PUBLIC_KEY_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_PUBLIC_KEY_ALGORITHM_name, &const_PROP_SSL_CERT_PUBLIC_KEY_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_PUBLIC_KEY_ALGORITHM_name);

	zval const_PROP_SSL_CERT_PUBLIC_KEY_LENGTH_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_PUBLIC_KEY_LENGTH_value, 143);
	zend_string *const_PROP_SSL_CERT_PUBLIC_KEY_LENGTH_name = zend_string_init_interned("PROP_SSL_CERT_PUBLIC_KEY_LENGTH", sizeof("PROP_SSL_CERT_PUBLIC_KEY_LENGTH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_PUBLIC_KEY_LENGTH_name, &const_PROP_SSL_CERT_PUBLIC_KEY_LENGTH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_PUBLIC_KEY_LENGTH_name);

	zval const_PROP_SSL_CERT_SERIAL_NUMBER_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_SERIAL_NUMBER_value, 144);
	zend_string *const_PROP_SSL_CERT_SERIAL_NUMBER_name = zend_string_init_interned("PROP_SSL_CERT_SERIAL_NUMBER", sizeof("PROP_SSL_CERT_SERIAL_NUMBER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_SERIAL_NUMBER_name, &const_PROP_SSL_CERT_SERIAL_NUMBER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_SERIAL_NUMBER_name);

	zval const_PROP_SSL_CERT_SIGNATURE_ALGORITHM_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_SIGNATURE_ALGORITHM_value, 145);
	zend_string *const_PROP_SSL_CERT_SIGNATURE_ALGORITHM_name = zend_string_init_interned("PROP_SSL_CERT_SIGNATURE_ALGORITHM", sizeof("PROP_SSL_CERT_SIGNATURE_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_SIGNATURE_ALGORITHM_name, &const_PROP_SSL_CERT_SIGNATURE_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_SIGNATURE_ALGORITHM_name);

	zval const_PROP_SSL_CERT_SUBJECT_ALT_NAMES_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_SUBJECT_ALT_NAMES_value, 146);
	zend_string *const_PROP_SSL_CERT_SUBJECT_ALT_NAMES_name = zend_string_init_interned("PROP_SSL_CERT_SUBJECT_ALT_NAMES", sizeof("PROP_SSL_CERT_SUBJECT_ALT_NAMES") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_SUBJECT_ALT_NAMES_name, &const_PROP_SSL_CERT_SUBJECT_ALT_NAMES_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_SUBJECT_ALT_NAMES_name);

	zval const_PROP_SSL_CERT_THUMBPRINT_MD5_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_THUMBPRINT_MD5_value, 147);
	zend_string *const_PROP_SSL_CERT_THUMBPRINT_MD5_name = zend_string_init_interned("PROP_SSL_CERT_THUMBPRINT_MD5", sizeof("PROP_SSL_CERT_THUMBPRINT_MD5") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_THUMBPRINT_MD5_name, &const_PROP_SSL_CERT_THUMBPRINT_MD5_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_THUMBPRINT_MD5_name);

	zval const_PROP_SSL_CERT_THUMBPRINT_SHA1_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_THUMBPRINT_SHA1_value, 148);
	zend_string *const_PROP_SSL_CERT_THUMBPRINT_SHA1_name = zend_string_init_interned("PROP_SSL_CERT_THUMBPRINT_SHA1", sizeof("PROP_SSL_CERT_THUMBPRINT_SHA1") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_THUMBPRINT_SHA1_name, &const_PROP_SSL_CERT_THUMBPRINT_SHA1_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_THUMBPRINT_SHA1_name);

	zval const_PROP_SSL_CERT_THUMBPRINT_SHA256_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_THUMBPRINT_SHA256_value, 149);
	zend_string *const_PROP_SSL_CERT_THUMBPRINT_SHA256_name = zend_string_init_interned("PROP_SSL_CERT_THUMBPRINT_SHA256", sizeof("PROP_SSL_CERT_THUMBPRINT_SHA256") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_THUMBPRINT_SHA256_name, &const_PROP_SSL_CERT_THUMBPRINT_SHA256_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_THUMBPRINT_SHA256_name);

	zval const_PROP_SSL_CERT_USAGE_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_USAGE_value, 150);
	zend_string *const_PROP_SSL_CERT_USAGE_name = zend_string_init_interned("PROP_SSL_CERT_USAGE", sizeof("PROP_SSL_CERT_USAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_USAGE_name, &const_PROP_SSL_CERT_USAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_USAGE_name);

	zval const_PROP_SSL_CERT_USAGE_FLAGS_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_USAGE_FLAGS_value, 151);
	zend_string *const_PROP_SSL_CERT_USAGE_FLAGS_name = zend_string_init_interned("PROP_SSL_CERT_USAGE_FLAGS", sizeof("PROP_SSL_CERT_USAGE_FLAGS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_USAGE_FLAGS_name, &const_PROP_SSL_CERT_USAGE_FLAGS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_USAGE_FLAGS_name);

	zval const_PROP_SSL_CERT_VERSION_value;
	ZVAL_LONG(&const_PROP_SSL_CERT_VERSION_value, 152);
	zend_string *const_PROP_SSL_CERT_VERSION_name = zend_string_init_interned("PROP_SSL_CERT_VERSION", sizeof("PROP_SSL_CERT_VERSION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_CERT_VERSION_name, &const_PROP_SSL_CERT_VERSION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_CERT_VERSION_name);

	zval const_PROP_SSL_SERVER_CERT_EFFECTIVE_DATE_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_EFFECTIVE_DATE_value, 160);
	zend_string *const_PROP_SSL_SERVER_CERT_EFFECTIVE_DATE_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_EFFECTIVE_DATE", sizeof("PROP_SSL_SERVER_CERT_EFFECTIVE_DATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_EFFECTIVE_DATE_name, &const_PROP_SSL_SERVER_CERT_EFFECTIVE_DATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_EFFECTIVE_DATE_name);

	zval const_PROP_SSL_SERVER_CERT_EXPIRATION_DATE_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_EXPIRATION_DATE_value, 161);
	zend_string *const_PROP_SSL_SERVER_CERT_EXPIRATION_DATE_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_EXPIRATION_DATE", sizeof("PROP_SSL_SERVER_CERT_EXPIRATION_DATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_EXPIRATION_DATE_name, &const_PROP_SSL_SERVER_CERT_EXPIRATION_DATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_EXPIRATION_DATE_name);

	zval const_PROP_SSL_SERVER_CERT_EXTENDED_KEY_USAGE_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_EXTENDED_KEY_USAGE_value, 162);
	zend_string *const_PROP_SSL_SERVER_CERT_EXTENDED_KEY_USAGE_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_EXTENDED_KEY_USAGE", sizeof("PROP_SSL_SERVER_CERT_EXTENDED_KEY_USAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_EXTENDED_KEY_USAGE_name, &const_PROP_SSL_SERVER_CERT_EXTENDED_KEY_USAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_EXTENDED_KEY_USAGE_name);

	zval const_PROP_SSL_SERVER_CERT_FINGERPRINT_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_FINGERPRINT_value, 163);
	zend_string *const_PROP_SSL_SERVER_CERT_FINGERPRINT_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_FINGERPRINT", sizeof("PROP_SSL_SERVER_CERT_FINGERPRINT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_FINGERPRINT_name, &const_PROP_SSL_SERVER_CERT_FINGERPRINT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_FINGERPRINT_name);

	zval const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA1_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA1_value, 164);
	zend_string *const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA1_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_FINGERPRINT_SHA1", sizeof("PROP_SSL_SERVER_CERT_FINGERPRINT_SHA1") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA1_name, &const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA1_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA1_name);

	zval const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA256_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA256_value, 165);
	zend_string *const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA256_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_FINGERPRINT_SHA256", sizeof("PROP_SSL_SERVER_CERT_FINGERPRINT_SHA256") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA256_name, &const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA256_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_FINGERPRINT_SHA256_name);

	zval const_PROP_SSL_SERVER_CERT_ISSUER_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_ISSUER_value, 166);
	zend_string *const_PROP_SSL_SERVER_CERT_ISSUER_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_ISSUER", sizeof("PROP_SSL_SERVER_CERT_ISSUER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_ISSUER_name, &const_PROP_SSL_SERVER_CERT_ISSUER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_ISSUER_name);

	zval const_PROP_SSL_SERVER_CERT_KEY_PASSWORD_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_KEY_PASSWORD_value, 167);
	zend_string *const_PROP_SSL_SERVER_CERT_KEY_PASSWORD_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_KEY_PASSWORD", sizeof("PROP_SSL_SERVER_CERT_KEY_PASSWORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_KEY_PASSWORD_name, &const_PROP_SSL_SERVER_CERT_KEY_PASSWORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_KEY_PASSWORD_name);

	zval const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_value, 168);
	zend_string *const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_PRIVATE_KEY", sizeof("PROP_SSL_SERVER_CERT_PRIVATE_KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_name, &const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_name);

	zval const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_AVAILABLE_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_AVAILABLE_value, 169);
	zend_string *const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_AVAILABLE_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_PRIVATE_KEY_AVAILABLE", sizeof("PROP_SSL_SERVER_CERT_PRIVATE_KEY_AVAILABLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_AVAILABLE_name, &const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_AVAILABLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_AVAILABLE_name);

	zval const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_CONTAINER_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_CONTAINER_value, 170);
	zend_string *const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_CONTAINER_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_PRIVATE_KEY_CONTAINER", sizeof("PROP_SSL_SERVER_CERT_PRIVATE_KEY_CONTAINER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_CONTAINER_name, &const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_CONTAINER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_PRIVATE_KEY_CONTAINER_name);

	zval const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_value, 171);
	zend_string *const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_PUBLIC_KEY", sizeof("PROP_SSL_SERVER_CERT_PUBLIC_KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_name, &const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_name);

	zval const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_ALGORITHM_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_ALGORITHM_value, 172);
	zend_string *const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_ALGORITHM_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_PUBLIC_KEY_ALGORITHM", sizeof("PROP_SSL_SERVER_CERT_PUBLIC_KEY_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_ALGORITHM_name, &const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_ALGORITHM_name);

	zval const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_LENGTH_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_LENGTH_value, 173);
	zend_string *const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_LENGTH_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_PUBLIC_KEY_LENGTH", sizeof("PROP_SSL_SERVER_CERT_PUBLIC_KEY_LENGTH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_LENGTH_name, &const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_LENGTH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_PUBLIC_KEY_LENGTH_name);

	zval const_PROP_SSL_SERVER_CERT_SERIAL_NUMBER_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_SERIAL_NUMBER_value, 174);
	zend_string *const_PROP_SSL_SERVER_CERT_SERIAL_NUMBER_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_SERIAL_NUMBER", sizeof("PROP_SSL_SERVER_CERT_SERIAL_NUMBER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_SERIAL_NUMBER_name, &const_PROP_SSL_SERVER_CERT_SERIAL_NUMBER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_SERIAL_NUMBER_name);

	zval const_PROP_SSL_SERVER_CERT_SIGNATURE_ALGORITHM_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_SIGNATURE_ALGORITHM_value, 175);
	zend_string *const_PROP_SSL_SERVER_CERT_SIGNATURE_ALGORITHM_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_SIGNATURE_ALGORITHM", sizeof("PROP_SSL_SERVER_CERT_SIGNATURE_ALGORITHM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_SIGNATURE_ALGORITHM_name, &const_PROP_SSL_SERVER_CERT_SIGNATURE_ALGORITHM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_SIGNATURE_ALGORITHM_name);

	zval const_PROP_SSL_SERVER_CERT_SUBJECT_ALT_NAMES_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_SUBJECT_ALT_NAMES_value, 176);
	zend_string *const_PROP_SSL_SERVER_CERT_SUBJECT_ALT_NAMES_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_SUBJECT_ALT_NAMES", sizeof("PROP_SSL_SERVER_CERT_SUBJECT_ALT_NAMES") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_SUBJECT_ALT_NAMES_name, &const_PROP_SSL_SERVER_CERT_SUBJECT_ALT_NAMES_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_SUBJECT_ALT_NAMES_name);

	zval const_PROP_SSL_SERVER_CERT_THUMBPRINT_MD5_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_THUMBPRINT_MD5_value, 177);
	zend_string *const_PROP_SSL_SERVER_CERT_THUMBPRINT_MD5_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_THUMBPRINT_MD5", sizeof("PROP_SSL_SERVER_CERT_THUMBPRINT_MD5") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_THUMBPRINT_MD5_name, &const_PROP_SSL_SERVER_CERT_THUMBPRINT_MD5_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_THUMBPRINT_MD5_name);

	zval const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA1_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA1_value, 178);
	zend_string *const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA1_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_THUMBPRINT_SHA1", sizeof("PROP_SSL_SERVER_CERT_THUMBPRINT_SHA1") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA1_name, &const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA1_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA1_name);

	zval const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA256_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA256_value, 179);
	zend_string *const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA256_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_THUMBPRINT_SHA256", sizeof("PROP_SSL_SERVER_CERT_THUMBPRINT_SHA256") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA256_name, &const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA256_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_THUMBPRINT_SHA256_name);

	zval const_PROP_SSL_SERVER_CERT_USAGE_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_USAGE_value, 180);
	zend_string *const_PROP_SSL_SERVER_CERT_USAGE_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_USAGE", sizeof("PROP_SSL_SERVER_CERT_USAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_USAGE_name, &const_PROP_SSL_SERVER_CERT_USAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_USAGE_name);

	zval const_PROP_SSL_SERVER_CERT_USAGE_FLAGS_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_USAGE_FLAGS_value, 181);
	zend_string *const_PROP_SSL_SERVER_CERT_USAGE_FLAGS_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_USAGE_FLAGS", sizeof("PROP_SSL_SERVER_CERT_USAGE_FLAGS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_USAGE_FLAGS_name, &const_PROP_SSL_SERVER_CERT_USAGE_FLAGS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_USAGE_FLAGS_name);

	zval const_PROP_SSL_SERVER_CERT_VERSION_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_VERSION_value, 182);
	zend_string *const_PROP_SSL_SERVER_CERT_VERSION_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_VERSION", sizeof("PROP_SSL_SERVER_CERT_VERSION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_VERSION_name, &const_PROP_SSL_SERVER_CERT_VERSION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_VERSION_name);

	zval const_PROP_SSL_SERVER_CERT_SUBJECT_value;
	ZVAL_LONG(&const_PROP_SSL_SERVER_CERT_SUBJECT_value, 183);
	zend_string *const_PROP_SSL_SERVER_CERT_SUBJECT_name = zend_string_init_interned("PROP_SSL_SERVER_CERT_SUBJECT", sizeof("PROP_SSL_SERVER_CERT_SUBJECT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_SSL_SERVER_CERT_SUBJECT_name, &const_PROP_SSL_SERVER_CERT_SUBJECT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_SSL_SERVER_CERT_SUBJECT_name);

	zval const_PROP_PROTECTION_value;
	ZVAL_LONG(&const_PROP_PROTECTION_value, 184);
	zend_string *const_PROP_PROTECTION_name = zend_string_init_interned("PROP_PROTECTION", sizeof("PROP_PROTECTION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PROP_PROTECTION_name, &const_PROP_PROTECTION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PROP_PROTECTION_name);


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setcertencoded", sizeof("setcertencoded") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setcertstore", sizeof("setcertstore") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setcertstorepassword", sizeof("setcertstorepassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setcommand", sizeof("setcommand") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setfirewallpassword", sizeof("setfirewallpassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setpassword", sizeof("setpassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setsslcertencoded", sizeof("setsslcertencoded") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setsslcertstore", sizeof("setsslcertstore") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setsslcertstorepassword", sizeof("setsslcertstorepassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setcertkeypassword", sizeof("setcertkeypassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setsslacceptservercertkeypassword", sizeof("setsslacceptservercertkeypassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setsslacceptservercertstorepassword", sizeof("setsslacceptservercertstorepassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setsslcertkeypassword", sizeof("setsslcertkeypassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setsslservercertkeypassword", sizeof("setsslservercertkeypassword") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "dosendcommand", sizeof("dosendcommand") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "doconfig", sizeof("doconfig") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}

static zend_class_entry *register_class_SSMTPException(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_CLASS_ENTRY(ce, "SSMTPException", class_SSMTPException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);

	zval const_MESSAGE_value;
	ZVAL_LONG(&const_MESSAGE_value, 1);
	zend_string *const_MESSAGE_name = zend_string_init_interned("MESSAGE", sizeof("MESSAGE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MESSAGE_name, &const_MESSAGE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MESSAGE_name);

	zval const_RECIPIENT_value;
	ZVAL_LONG(&const_RECIPIENT_value, 2);
	zend_string *const_RECIPIENT_name = zend_string_init_interned("RECIPIENT", sizeof("RECIPIENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_RECIPIENT_name, &const_RECIPIENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_RECIPIENT_name);

	zval const_CONNECTION_value;
	ZVAL_LONG(&const_CONNECTION_value, 3);
	zend_string *const_CONNECTION_name = zend_string_init_interned("CONNECTION", sizeof("CONNECTION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CONNECTION_name, &const_CONNECTION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CONNECTION_name);

	zval const_SERVER_value;
	ZVAL_LONG(&const_SERVER_value, 4);
	zend_string *const_SERVER_name = zend_string_init_interned("SERVER", sizeof("SERVER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SERVER_name, &const_SERVER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SERVER_name);

	zval const_LOGIN_value;
	ZVAL_LONG(&const_LOGIN_value, 5);
	zend_string *const_LOGIN_name = zend_string_init_interned("LOGIN", sizeof("LOGIN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LOGIN_name, &const_LOGIN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LOGIN_name);

	zval const_LOCAL_value;
	ZVAL_LONG(&const_LOCAL_value, 6);
	zend_string *const_LOCAL_name = zend_string_init_interned("LOCAL", sizeof("LOCAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LOCAL_name, &const_LOCAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LOCAL_name);

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

	zval property_scope_default_value;
	ZVAL_LONG(&property_scope_default_value, 6);
	zend_string *property_scope_name = zend_string_init("scope", sizeof("scope") - 1, 1);
	zend_declare_typed_property(class_entry, property_scope_name, &property_scope_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_scope_name);

	zval property_recipient_default_value;
	ZVAL_EMPTY_STRING(&property_recipient_default_value);
	zend_string *property_recipient_name = zend_string_init("recipient", sizeof("recipient") - 1, 1);
	zend_declare_typed_property(class_entry, property_recipient_name, &property_recipient_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_recipient_name);

	zval property_queueFile_default_value;
	ZVAL_EMPTY_STRING(&property_queueFile_default_value);
	zend_string *property_queueFile_name = zend_string_init("queueFile", sizeof("queueFile") - 1, 1);
	zend_declare_typed_property(class_entry, property_queueFile_name, &property_queueFile_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_queueFile_name);

	zval property_mayHaveBeenDelivered_default_value;
	ZVAL_FALSE(&property_mayHaveBeenDelivered_default_value);
	zend_string *property_mayHaveBeenDelivered_name = zend_string_init("mayHaveBeenDelivered", sizeof("mayHaveBeenDelivered") - 1, 1);
	zend_declare_typed_property(class_entry, property_mayHaveBeenDelivered_name, &property_mayHaveBeenDelivered_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_mayHaveBeenDelivered_name);

	return class_entry;
}
