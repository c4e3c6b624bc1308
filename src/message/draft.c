/* A header section for many messages; see draft.h. */
#include "message/draft.h"

void ssmtp_draft_init(ssmtp_draft *draft)
{
	memset(draft, 0, sizeof(*draft));
	ssmtp_buf_init(&draft->section, SSMTP_BUF_MAX_DEFAULT);
}

void ssmtp_draft_free(ssmtp_draft *draft)
{
	ssmtp_buf_free(&draft->section);
	ssmtp_draft_init(draft);
}

bool ssmtp_draft_fits(const ssmtp_draft *draft, unsigned long revision, int transport)
{
	return draft->kept && draft->revision == revision && draft->transport == transport;
}

/* Where the value of the field "\nName: value\r\n" stands; false when it is not there in one piece. */
static bool draft_find(ssmtp_slice section, const char *name, ssmtp_slice value, size_t *at)
{
	ssmtp_slice rest = section;

	while (rest.len > 0) {
		size_t line = ssmtp_slice_find(rest, '\n');
		size_t name_len = strlen(name);

		if (rest.len > name_len + value.len && memcmp(rest.ptr, name, name_len) == 0
			&& memcmp(rest.ptr + name_len, value.ptr, value.len) == 0) {
			*at = (size_t) (rest.ptr - section.ptr) + name_len;
			return true;
		}
		rest = ssmtp_slice_skip(rest, line + 1);
	}
	return false;
}

void ssmtp_draft_keep(
	ssmtp_draft *draft, unsigned long revision, int transport, ssmtp_slice section, ssmtp_slice date, ssmtp_slice id)
{
	ssmtp_buf_clear(&draft->section);
	draft->revision = revision;
	draft->transport = transport;
	draft->date_len = date.len;
	draft->id_len = id.len;
	draft->kept = (date.len == 0 || draft_find(section, "Date: ", date, &draft->date_at))
		&& (id.len == 0 || draft_find(section, "Message-Id: ", id, &draft->id_at))
		&& ssmtp_buf_append_slice(&draft->section, section);
}

bool ssmtp_draft_renew(ssmtp_draft *draft, ssmtp_slice date, ssmtp_slice id)
{
	if (date.len != draft->date_len || id.len != draft->id_len) {
		return false;
	}
	ssmtp_buf_overwrite(&draft->section, draft->date_at, date.ptr, date.len);
	ssmtp_buf_overwrite(&draft->section, draft->id_at, id.ptr, id.len);
	return true;
}
