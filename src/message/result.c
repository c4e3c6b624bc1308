/* Fate of every recipient of the last mail transaction (see result.h). */
#include "message/result.h"

#include "base/alloc.h"
#include "base/ascii.h"

/* Most texts are empty: these are no memory, and nobody writes to them. */
static char result_none[1] = "";

static void text_free(char *text)
{
	if (text != result_none) {
		ssmtp_free(text);
	}
}

void ssmtp_result_clear(ssmtp_result *result)
{
	for (size_t i = 0; i < result->count; i++) {
		text_free(result->recipients[i].text);
	}
	for (size_t i = 0; i < result->transaction_count; i++) {
		text_free(result->transactions[i].text);
		text_free(result->transactions[i].queue_id);
	}
	ssmtp_free(result->recipients);
	text_free(result->queue_file);
	ssmtp_free(result->transactions);
	memset(result, 0, sizeof(*result));
}

bool ssmtp_result_begin(ssmtp_result *result, size_t count, size_t address_octets)
{
	ssmtp_result_clear(result);
	result->recipients = ssmtp_alloc(count * sizeof(*result->recipients) + address_octets);
	if (result->recipients == NULL) {
		return false;
	}
	result->addresses_end = (char *) (result->recipients + count);
	result->queue_file = result_none;
	return ssmtp_result_open(result);
}

bool ssmtp_result_open(ssmtp_result *result)
{
	size_t count = result->transaction_count;
	ssmtp_transaction_result *grown = ssmtp_realloc(result->transactions, (count + 1) * sizeof(*grown));

	if (grown == NULL) {
		return false;
	}
	result->transactions = grown;
	memset(&grown[count], 0, sizeof(*grown));
	result->transaction_count++;
	return true;
}

size_t ssmtp_result_untried(const ssmtp_result *result, size_t from)
{
	while (from < result->count && result->recipients[from].fate != SSMTP_FATE_NOT_TRIED) {
		from++;
	}
	return from;
}

bool ssmtp_result_has(const ssmtp_result *result, ssmtp_fate fate)
{
	size_t i = 0;

	while (i < result->count && result->recipients[i].fate != fate) {
		i++;
	}
	return i < result->count;
}

static bool result_is_current(const ssmtp_result *result, const ssmtp_recipient_result *row)
{
	return row->transaction + 1 == result->transaction_count;
}

void ssmtp_result_add(ssmtp_result *result, const char *address, int type)
{
	ssmtp_recipient_result *row = &result->recipients[result->count++];
	size_t len = strlen(address) + 1;

	memset(row, 0, sizeof(*row));
	row->address = memcpy(result->addresses_end, address, len);
	result->addresses_end += len;
	row->text = result_none;
	row->type = type;
	row->fate = SSMTP_FATE_NOT_TRIED;
	row->transaction = SSMTP_RESULT_NONE;
}

static bool result_text_set(char **text, ssmtp_slice value)
{
	char *copy = value.len == 0 ? result_none : ssmtp_strndup(value.ptr, value.len);

	if (copy == NULL) {
		return false;
	}
	text_free(*text);
	*text = copy;
	return true;
}

bool ssmtp_result_queue_file(ssmtp_result *result, const char *name)
{
	return result_text_set(&result->queue_file, ssmtp_slice_str(name));
}

const char *ssmtp_fate_name(ssmtp_fate fate)
{
	static const char *const names[] = {
		[SSMTP_FATE_NOT_TRIED] = "not tried",
		[SSMTP_FATE_REFUSED] = "refused",
		[SSMTP_FATE_ACCEPTED] = "accepted",
		[SSMTP_FATE_DELIVERED] = "delivered",
		[SSMTP_FATE_UNKNOWN] = "unknown",
	};

	return names[fate];
}

bool ssmtp_result_recipient(ssmtp_result *result, size_t index, bool accepted, uint16_t reply,
	const uint16_t status[3], ssmtp_slice text)
{
	ssmtp_recipient_result *row;

	if (index >= result->count) {
		return true;
	}
	row = &result->recipients[index];
	row->fate = accepted ? SSMTP_FATE_ACCEPTED : SSMTP_FATE_REFUSED;
	row->transaction = result->transaction_count - 1;
	row->reply = reply;
	memcpy(row->status, status, sizeof(row->status));
	return result_text_set(&row->text, text);
}

/* How the common servers name the queue id in the reply to the end of mail data. */
static const struct {
	const char *before;
	const char *after;
} result_id_rows[] = {
	{ "queued as ", NULL },                   /* Postfix, OpenSMTPD's relatives */
	{ " id=", NULL },                         /* Exim */
	{ "InternalId=", NULL },                  /* Exchange */
	{ NULL, " Message accepted for delivery" }, /* Sendmail: the word before */
};

static size_t result_find(ssmtp_slice text, const char *needle)
{
	size_t len = strlen(needle);

	for (size_t i = 0; i + len <= text.len; i++) {
		if (ssmtp_slice_equal_nocase(ssmtp_slice_of(text.ptr + i, len), ssmtp_slice_str(needle))) {
			return i;
		}
	}
	return text.len;
}

static bool result_id_octet(uint8_t c)
{
	return c > ' ' && c < 0x7f && strchr("<>[](),;\"", c) == NULL;
}

static ssmtp_slice result_word_from(ssmtp_slice text)
{
	size_t len = 0;

	while (len < text.len && result_id_octet(text.ptr[len])) {
		len++;
	}
	return ssmtp_slice_head(text, len);
}

static ssmtp_slice result_word_before(ssmtp_slice text)
{
	size_t start = text.len;

	while (start > 0 && result_id_octet(text.ptr[start - 1])) {
		start--;
	}
	return ssmtp_slice_skip(text, start);
}

/* The server's queue id inside a reply text; empty when no known form is found. */
static ssmtp_slice result_find_queue_id(ssmtp_slice text)
{
	for (size_t i = 0; i < sizeof(result_id_rows) / sizeof(result_id_rows[0]); i++) {
		const char *mark = result_id_rows[i].before == NULL ? result_id_rows[i].after : result_id_rows[i].before;
		size_t at = result_find(text, mark);

		if (at == text.len) {
			continue;
		}
		return result_id_rows[i].before == NULL ? result_word_before(ssmtp_slice_head(text, at))
												: result_word_from(ssmtp_slice_skip(text, at + strlen(mark)));
	}
	return SSMTP_SLICE_EMPTY;
}

bool ssmtp_result_finish(ssmtp_result *result, bool accepted, uint16_t reply, const uint16_t status[3],
	ssmtp_slice text)
{
	ssmtp_transaction_result *transaction;

	for (size_t i = 0; accepted && i < result->count; i++) {
		if (result->recipients[i].fate == SSMTP_FATE_ACCEPTED && result_is_current(result, &result->recipients[i])) {
			result->recipients[i].fate = SSMTP_FATE_DELIVERED;
		}
	}
	if (result->transaction_count == 0) {
		return true;
	}
	transaction = &result->transactions[result->transaction_count - 1];
	transaction->reply = reply;
	memcpy(transaction->status, status, sizeof(transaction->status));
	return result_text_set(&transaction->text, text)
		&& result_text_set(&transaction->queue_id, accepted ? result_find_queue_id(text) : SSMTP_SLICE_EMPTY);
}

void ssmtp_result_cut(ssmtp_result *result, bool maybe_delivered)
{
	result->maybe_delivered = maybe_delivered;
	for (size_t i = 0; maybe_delivered && i < result->count; i++) {
		if (result->recipients[i].fate == SSMTP_FATE_ACCEPTED) {
			result->recipients[i].fate = SSMTP_FATE_UNKNOWN;
		}
	}
}

void ssmtp_result_unknown(ssmtp_result *result, size_t index)
{
	if (index < result->count) {
		result->recipients[index].fate = SSMTP_FATE_UNKNOWN;
		result->recipients[index].transaction = result->transaction_count - 1;
	}
}

void ssmtp_result_again(ssmtp_result *result)
{
	for (size_t i = 0; i < result->count; i++) {
		if (result_is_current(result, &result->recipients[i])) {
			result->recipients[i].fate = SSMTP_FATE_NOT_TRIED;
			result->recipients[i].transaction = SSMTP_RESULT_NONE;
		}
	}
}

void ssmtp_result_refuse(ssmtp_result *result, size_t index, const ssmtp_error *error)
{
	if (index < result->count && result->recipients[index].fate != SSMTP_FATE_REFUSED) {
		(void) ssmtp_result_recipient(result, index, false, error->reply, error->status, ssmtp_slice_str(error->text));
	}
}
