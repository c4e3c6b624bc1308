/* The recipients: one array, of which SendTo, Cc and BCc are views (spec
 * properties 3.6). Texts are counted, so that a snapshot copies pointers. */
#include "client/settings_internal.h"

#include "base/alloc.h"
#include "mime/mailbox.h"

static void recipient_free(ssmtp_recipient *recipient)
{
	ssmtp_text_release(recipient->address, NULL);
	ssmtp_text_release(recipient->name, NULL);
	ssmtp_text_release(recipient->options, NULL);
}

static void recipients_drop(ssmtp_settings *settings, size_t count)
{
	while (settings->recipient_count > count) {
		recipient_free(&settings->recipients[--settings->recipient_count]);
	}
}

void ssmtp_recipients_free(ssmtp_settings *settings)
{
	recipients_drop(settings, 0);
	ssmtp_free(settings->recipients);
	settings->recipients = NULL;
	settings->recipient_room = 0;
	settings->content_revision++;
}

static bool recipients_reserve(ssmtp_settings *settings, size_t count, ssmtp_error *error)
{
	size_t room = settings->recipient_room;
	ssmtp_recipient *grown;

	if (count <= room) {
		return true;
	}
	room = count > room * 2 ? count : room * 2;
	grown = ssmtp_realloc(settings->recipients, room * sizeof(*grown));
	if (grown == NULL) {
		return ssmtp_error_nomem(error);
	}
	settings->recipients = grown;
	settings->recipient_room = room;
	return true;
}

bool ssmtp_settings_recipients_resize(ssmtp_settings *settings, size_t count, ssmtp_error *error)
{
	static const ssmtp_recipient none = { ssmtp_text_empty, ssmtp_text_empty, ssmtp_text_empty, SSMTP_RT_TO };

	if (!recipients_reserve(settings, count, error)) {
		return false;
	}
	recipients_drop(settings, count);
	while (settings->recipient_count < count) {
		settings->recipients[settings->recipient_count++] = none;
	}
	settings->content_revision++;
	return true;
}

bool ssmtp_settings_recipient_add(
	ssmtp_settings *settings, int type, ssmtp_slice address, ssmtp_slice name, ssmtp_error *error)
{
	ssmtp_recipient added = { ssmtp_text_new(address), ssmtp_text_new(name), ssmtp_text_empty, type };

	if (added.address == NULL || added.name == NULL ||
		!recipients_reserve(settings, settings->recipient_count + 1, error)) {
		recipient_free(&added);
		return ssmtp_error_nomem(error);
	}
	settings->recipients[settings->recipient_count++] = added;
	settings->content_revision++;
	return true;
}

/* Removes the first `before` entries' members of the type; the others keep their order. */
static void recipients_remove(ssmtp_settings *settings, int type, size_t before)
{
	size_t kept = 0;

	for (size_t i = 0; i < settings->recipient_count; i++) {
		if (i < before && settings->recipients[i].type == type) {
			recipient_free(&settings->recipients[i]);
		} else {
			settings->recipients[kept++] = settings->recipients[i];
		}
	}
	settings->recipient_count = kept;
}

bool ssmtp_settings_recipients_parse(ssmtp_settings *settings, int type, ssmtp_slice list, ssmtp_error *error)
{
	size_t before = settings->recipient_count;
	ssmtp_mailbox_list mailboxes = { 0 };
	bool ok = ssmtp_mailbox_list_parse(&mailboxes, list, error);

	for (size_t i = 0; ok && i < mailboxes.count; i++) {
		ok = ssmtp_settings_recipient_add(settings, type, ssmtp_slice_str(mailboxes.items[i].address),
			ssmtp_slice_str(mailboxes.items[i].name), error);
	}
	if (ok) {
		recipients_remove(settings, type, before);
	} else {
		recipients_drop(settings, before);
	}
	settings->content_revision++;
	ssmtp_mailbox_list_free(&mailboxes);
	return ok;
}

bool ssmtp_settings_recipients_list(const ssmtp_settings *settings, int type, ssmtp_buf *out, ssmtp_error *error)
{
	const char *separator = "";

	for (size_t i = 0; i < settings->recipient_count; i++) {
		const ssmtp_recipient *recipient = &settings->recipients[i];

		if (recipient->type != type || recipient->address[0] == '\0') {
			continue;
		}
		if (!ssmtp_buf_append_str(out, separator) || !ssmtp_mailbox_append(out, recipient->name, recipient->address)) {
			return ssmtp_error_nomem(error);
		}
		separator = ", ";
	}
	return true;
}

bool ssmtp_recipients_copy(ssmtp_settings *copy, const ssmtp_settings *settings)
{
	if (!ssmtp_settings_recipients_resize(copy, settings->recipient_count, NULL)) {
		return false;
	}
	for (size_t i = 0; i < settings->recipient_count; i++) {
		const ssmtp_recipient *recipient = &settings->recipients[i];

		copy->recipients[i] = (ssmtp_recipient){
			ssmtp_text_share(recipient->address, NULL),
			ssmtp_text_share(recipient->name, NULL),
			ssmtp_text_share(recipient->options, NULL),
			recipient->type,
		};
	}
	return true;
}
