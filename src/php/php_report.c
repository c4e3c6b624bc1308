/* The delivery report: what came of each recipient and of each mail transaction
 * of the last message, as an array. */
#include "php_ssmtp.h"

#include "php/php_call.h"

static void add_reply(zval *array, uint16_t reply, const uint16_t status[3], const char *text)
{
	add_assoc_long(array, "replycode", reply);
	if (status[0] != 0) {
		add_assoc_str(array, "enhancedcode", strpprintf(0, "%u.%u.%u", status[0], status[1], status[2]));
	} else {
		add_assoc_string(array, "enhancedcode", "");
	}
	add_assoc_string(array, "text", text != NULL ? text : "");
}

static void add_recipient(zval *list, const ssmtp_recipient_result *recipient)
{
	zval entry;

	array_init(&entry);
	add_assoc_string(&entry, "address", recipient->address != NULL ? recipient->address : "");
	add_assoc_long(&entry, "type", recipient->type);
	add_assoc_string(&entry, "fate", ssmtp_fate_name(recipient->fate));
	add_reply(&entry, recipient->reply, recipient->status, recipient->text);
	if (recipient->transaction != SSMTP_RESULT_NONE) {
		add_assoc_long(&entry, "transaction", (zend_long) recipient->transaction);
	} else {
		add_assoc_null(&entry, "transaction");
	}
	add_next_index_zval(list, &entry);
}

static void add_transaction(zval *array, const ssmtp_transaction_result *transaction)
{
	add_reply(array, transaction->reply, transaction->status, transaction->text);
	add_assoc_string(array, "queueid", transaction->queue_id != NULL ? transaction->queue_id : "");
}

PHP_FUNCTION(ssmtp_get_delivery_report)
{
	php_ssmtp_object *object = php_ssmtp_parse_none(INTERNAL_FUNCTION_PARAM_PASSTHRU);
	static const ssmtp_transaction_result none;
	const ssmtp_result *result;
	zval recipients, transactions;

	if (object == NULL) {
		RETURN_THROWS();
	}
	result = ssmtp_client_result(object->client);
	array_init(&recipients);
	for (size_t i = 0; i < result->count; i++) {
		add_recipient(&recipients, &result->recipients[i]);
	}
	array_init(&transactions);
	for (size_t i = 0; i < result->transaction_count; i++) {
		zval entry;

		array_init(&entry);
		add_transaction(&entry, &result->transactions[i]);
		add_next_index_zval(&transactions, &entry);
	}
	array_init(return_value);
	add_transaction(return_value, result->transaction_count > 0 ? &result->transactions[0] : &none);
	add_assoc_string(return_value, "queuefile", result->queue_file != NULL ? result->queue_file : "");
	add_assoc_bool(return_value, "mayhavebeendelivered", result->maybe_delivered);
	add_assoc_zval(return_value, "recipients", &recipients);
	add_assoc_zval(return_value, "transactions", &transactions);
}
