/* From and ReturnPath; see sender.h. */
#include "message/sender.h"

#include "base/alloc.h"

static void from_free(ssmtp_sender *sender)
{
	ssmtp_mailbox_list_free(&sender->from);
	ssmtp_free(sender->from_text);
	sender->from_text = NULL;
	sender->first = 0;
}

static void return_path_free(ssmtp_sender *sender)
{
	ssmtp_mailbox_free(&sender->return_path);
	ssmtp_free(sender->return_path_text);
	sender->return_path_text = NULL;
	sender->return_path = (ssmtp_mailbox) { NULL, NULL, NULL };
}

void ssmtp_sender_free(ssmtp_sender *sender)
{
	from_free(sender);
	return_path_free(sender);
}

/* Is the text another one than what was read? */
static bool is_read(const char *read, const char *text)
{
	return read != NULL && strcmp(read, text) == 0;
}

static char *keep_text(const char *text, ssmtp_error *error)
{
	char *kept = ssmtp_strndup(text, strlen(text));

	if (kept == NULL) {
		ssmtp_error_nomem(error);
	}
	return kept;
}

static void find_first(ssmtp_sender *sender)
{
	while (sender->first < sender->from.count && sender->from.items[sender->first].address[0] == '\0') {
		sender->first++;
	}
}

bool ssmtp_sender_read(ssmtp_sender *sender, const ssmtp_settings *settings, ssmtp_error *error)
{
	if (is_read(sender->from_text, settings->from)) {
		return true;
	}
	from_free(sender);
	if (!ssmtp_mailbox_list_parse(&sender->from, ssmtp_slice_str(settings->from), error)) {
		ssmtp_error_prefix(error, "From");
		return false;
	}
	sender->from_text = keep_text(settings->from, error);
	find_first(sender);
	return sender->from_text != NULL;
}

const char *ssmtp_sender_address(const ssmtp_sender *sender)
{
	return sender->first < sender->from.count ? sender->from.items[sender->first].address : "";
}

static bool return_path_read(ssmtp_sender *sender, const ssmtp_settings *settings, ssmtp_error *error)
{
	if (is_read(sender->return_path_text, settings->return_path)
		&& sender->local_addresses == settings->allow_local_addresses) {
		return true;
	}
	return_path_free(sender);
	if (!ssmtp_mailbox_parse_one(&sender->return_path, ssmtp_slice_str(settings->return_path), true, error)
		|| (sender->return_path.address[0] != '\0' && !settings->allow_local_addresses
			&& !ssmtp_address_check_domain(ssmtp_slice_str(sender->return_path.address), error))) {
		ssmtp_error_prefix(error, "ReturnPath");
		return false;
	}
	sender->local_addresses = settings->allow_local_addresses;
	sender->return_path_text = keep_text(settings->return_path, error);
	return sender->return_path_text != NULL;
}

const char *ssmtp_sender_reverse_path(ssmtp_sender *sender, const ssmtp_settings *settings, ssmtp_error *error)
{
	if (settings->return_path[0] != '\0') {
		return return_path_read(sender, settings, error) ? sender->return_path.address : NULL;
	}
	if (!ssmtp_sender_read(sender, settings, error)) {
		return NULL;
	}
	if (sender->first == sender->from.count) {
		ssmtp_error_set(error, SSMTP_ERROR_MESSAGE, SSMTP_E_NO_SENDER,
			"No sender: From names no mailbox. Set ReturnPath, or a mailbox in From.");
		return NULL;
	}
	return ssmtp_sender_address(sender);
}
