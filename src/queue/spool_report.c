/* Reports beside queue files: lines for people, an entry a try, the newest last. */
#include "queue/spool_report.h"

#include "base/clock.h"
#include "mime/msgid.h"

static const char *const report_types[] = { "To", "Cc", "BCc" };

/* Texts of a server are one line each, whatever stands in them. */
static bool report_text(ssmtp_buf *out, const char *text)
{
	bool ok = true;

	for (; ok && text != NULL && *text != '\0'; text++) {
		ok = ssmtp_buf_append_octet(out, (unsigned char) *text < 0x20 || *text == 0x7f ? ' ' : (uint8_t) *text);
	}
	return ok;
}

/* The text begins with the codes, as the server said them. */
static bool report_reply(ssmtp_buf *out, uint16_t reply, const char *text)
{
	return reply == 0 || (ssmtp_buf_append_str(out, ": ") && report_text(out, text));
}

static bool report_recipient(ssmtp_buf *out, const ssmtp_recipient_result *row)
{
	return ssmtp_buf_append_str(out, "Recipient: ") && ssmtp_buf_append_str(out, report_types[row->type]) &&
		   ssmtp_buf_append_str(out, " <") && report_text(out, row->address) &&
		   ssmtp_buf_printf(out, "> %s", ssmtp_fate_name(row->fate)) &&
		   report_reply(out, row->reply, row->text) && ssmtp_buf_append_str(out, "\n");
}

static bool report_result(ssmtp_buf *out, const ssmtp_result *result)
{
	bool ok = true;

	for (size_t i = 0; ok && i < result->transaction_count; i++) {
		const ssmtp_transaction_result *transaction = &result->transactions[i];

		if (transaction->reply != 0) {
			ok = ssmtp_buf_append_str(out, "Message") && report_reply(out, transaction->reply, transaction->text) &&
				 ssmtp_buf_append_str(out, "\n");
		}
	}
	for (size_t i = 0; ok && i < result->count; i++) {
		ok = report_recipient(out, &result->recipients[i]);
	}
	return ok;
}

static bool report_delivery(ssmtp_buf *out, const ssmtp_result *result)
{
	bool ok = true;

	if (result != NULL && ssmtp_result_has(result, SSMTP_FATE_UNKNOWN)) {
		ok = ssmtp_buf_append_str(out, "It may have been delivered: ask the server's log before it is sent again.\n");
	}
	if (ok && result != NULL && ssmtp_result_has(result, SSMTP_FATE_DELIVERED)) {
		ok = ssmtp_buf_append_str(
			out, "Recipients marked X-SSMTP-Done in the file have it; it is sent again to the others only.\n");
	}
	return ok;
}

bool ssmtp_spool_report(ssmtp_buf *out, const ssmtp_error *error, const ssmtp_result *result)
{
	bool ok = ssmtp_buf_append_str(out, "Date: ") && ssmtp_date_append(out, ssmtp_clock_s()) &&
			  ssmtp_buf_append_str(out, "\n");

	if (ok && error != NULL && ssmtp_error_is_set(error)) {
		ok = ssmtp_buf_printf(out, "Error: %d %s\n", error->code, error->text) && report_delivery(out, result);
	}
	return ok && (result == NULL || report_result(out, result)) && ssmtp_buf_append_str(out, "\n");
}

bool ssmtp_spool_report_needed(const ssmtp_result *result)
{
	return ssmtp_result_has(result, SSMTP_FATE_REFUSED);
}
