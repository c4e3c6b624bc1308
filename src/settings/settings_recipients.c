/* The recipients: one array, of which SendTo, Cc and BCc are views (spec
 * properties 3.6). Texts are counted, so that a snapshot copies pointers. */
#include "settings/settings_internal.h"

#include "base/alloc.h"

static void recipients_touch(ssmtp_settings *settings)
{
	settings->revision++;
	settings->content_revision++;
}

static void recipient_free(ssmtp_recipient *recipient)
{
	ssmtp_text_release(recipient->address, NULL);
	ssmtp_text_release(recipient->name, NULL);
	ssmtp_text_release(recipient->options, NULL);
	ssmtp_text_release(recipient->group, NULL);
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
	recipients_touch(settings);
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
	static const ssmtp_recipient none = { ssmtp_text_empty, ssmtp_text_empty, ssmtp_text_empty, ssmtp_text_empty,
		SSMTP_RT_TO };

	if (!recipients_reserve(settings, count, error)) {
		return false;
	}
	recipients_drop(settings, count);
	while (settings->recipient_count < count) {
		settings->recipients[settings->recipient_count++] = none;
	}
	recipients_touch(settings);
	return true;
}

static bool recipients_add(ssmtp_settings *settings, int type, const ssmtp_mailbox *mailbox, ssmtp_error *error)
{
	ssmtp_recipient added = { ssmtp_text_new(ssmtp_slice_str(mailbox->address)),
		ssmtp_text_new(ssmtp_slice_str(mailbox->name)), ssmtp_text_empty,
		ssmtp_text_new(ssmtp_slice_str(mailbox->group)), type };

	if (added.address == NULL || added.name == NULL || added.group == NULL ||
		!recipients_reserve(settings, settings->recipient_count + 1, error)) {
		recipient_free(&added);
		return ssmtp_error_nomem(error);
	}
	settings->recipients[settings->recipient_count++] = added;
	recipients_touch(settings);
	return true;
}

bool ssmtp_settings_recipient_add(
	ssmtp_settings *settings, int type, ssmtp_slice address, ssmtp_slice name, ssmtp_error *error)
{
	ssmtp_mailbox_list list = { 0 };
	ssmtp_mailbox added;
	ssmtp_buf text;
	bool ok;

	ssmtp_buf_init(&text, 65536);
	ok = ssmtp_mailbox_list_parse(&list, address, error) &&
		 (settings->allow_local_addresses || ssmtp_mailbox_list_check_domains(&list, error));
	if (ok && (list.count != 1 || list.items[0].address[0] == '\0')) {
		ok = ssmtp_error_argument(error, "One mailbox is expected, %zu are given.", list.count);
	}
	ok = ok && ((ssmtp_buf_append_slice(&text, name) && ssmtp_buf_cstr(&text) != NULL) || ssmtp_error_nomem(error));
	if (ok) {
		added = list.items[0];
		added.name = name.len > 0 ? (char *) (uintptr_t) ssmtp_buf_cstr(&text) : added.name;
		ok = recipients_add(settings, type, &added, error);
	}
	ssmtp_buf_free(&text);
	ssmtp_mailbox_list_free(&list);
	return ok;
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
	bool ok = ssmtp_mailbox_list_parse(&mailboxes, list, error) &&
			  (settings->allow_local_addresses || ssmtp_mailbox_list_check_domains(&mailboxes, error));

	for (size_t i = 0; ok && i < mailboxes.count; i++) {
		ok = recipients_add(settings, type, &mailboxes.items[i], error);
	}
	if (ok) {
		recipients_remove(settings, type, before);
	} else {
		recipients_drop(settings, before);
	}
	recipients_touch(settings);
	ssmtp_mailbox_list_free(&mailboxes);
	return ok;
}

bool ssmtp_settings_recipients_mailboxes(
	const ssmtp_settings *settings, int type, ssmtp_mailbox_list *list, ssmtp_error *error)
{
	*list = (ssmtp_mailbox_list){ NULL, 0 };
	if (settings->recipient_count == 0) {
		return true;
	}
	list->items = ssmtp_alloc(settings->recipient_count * sizeof(*list->items));
	if (list->items == NULL) {
		return ssmtp_error_nomem(error);
	}
	for (size_t i = 0; i < settings->recipient_count; i++) {
		const ssmtp_recipient *recipient = &settings->recipients[i];
		bool grouped = recipient->group[0] != '\0';

		if (recipient->type == type && (recipient->address[0] != '\0' || grouped)) {
			list->items[list->count++] = (ssmtp_mailbox){ (char *) (uintptr_t) recipient->name,
				(char *) (uintptr_t) recipient->address, grouped ? (char *) (uintptr_t) recipient->group : NULL };
		}
	}
	return true;
}

bool ssmtp_settings_recipients_list(const ssmtp_settings *settings, int type, ssmtp_buf *out, ssmtp_error *error)
{
	ssmtp_mailbox_list list;
	bool ok = ssmtp_settings_recipients_mailboxes(settings, type, &list, error) &&
			  (ssmtp_mailbox_list_append(out, &list) || ssmtp_error_nomem(error));

	ssmtp_free(list.items);
	return ok;
}

bool ssmtp_recipients_copy(ssmtp_settings *copy, const ssmtp_settings *settings)
{
	if (!recipients_reserve(copy, settings->recipient_count, NULL)) {
		return false;
	}
	for (size_t i = 0; i < settings->recipient_count; i++) {
		const ssmtp_recipient *recipient = &settings->recipients[i];

		copy->recipients[i] = (ssmtp_recipient){
			ssmtp_text_share(recipient->address, NULL),
			ssmtp_text_share(recipient->name, NULL),
			ssmtp_text_share(recipient->options, NULL),
			ssmtp_text_share(recipient->group, NULL),
			recipient->type,
		};
	}
	copy->recipient_count = settings->recipient_count;
	return true;
}
