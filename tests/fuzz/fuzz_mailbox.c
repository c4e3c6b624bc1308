/* mailbox: whatever the text, what was parsed is written and read back as the same. */
#include <stdlib.h>

#include "mime/mailbox.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	ssmtp_mailbox_list list, again;
	ssmtp_buf text;
	size_t steps;

	ssmtp_buf_init(&text, SSMTP_BUF_MAX_DEFAULT);
	if (ssmtp_mailbox_list_parse_counted(&list, ssmtp_slice_of(data, size), &steps, NULL)) {
		for (size_t i = 0; i < list.count; i++) {
			ssmtp_slice address = ssmtp_slice_str(list.items[i].address);

			if (address.len == 0 ? list.items[i].group == NULL : !ssmtp_address_check(address, NULL)) {
				abort();
			}
		}
		if (!ssmtp_mailbox_list_append(&text, &list) ||
			!ssmtp_mailbox_list_parse(&again, ssmtp_buf_slice(&text), NULL) || again.count != list.count) {
			abort();
		}
		for (size_t i = 0; i < list.count; i++) {
			if (strcmp(list.items[i].name, again.items[i].name) != 0 ||
				strcmp(list.items[i].address, again.items[i].address) != 0 ||
				(list.items[i].group == NULL) != (again.items[i].group == NULL) ||
				(list.items[i].group != NULL && strcmp(list.items[i].group, again.items[i].group) != 0)) {
				abort();
			}
		}
		ssmtp_mailbox_list_free(&again);
	}
	if (steps > 4 * size + 4) {
		abort();
	}
	ssmtp_mailbox_list_free(&list);
	ssmtp_buf_free(&text);
	return 0;
}
