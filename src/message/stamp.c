/* Date and Message-ID of each message; see stamp.h. */
#include "message/stamp.h"

#include <stdio.h>

#include "base/file.h"
#include "crypto/digest.h"
#include "mime/msgid.h"

void ssmtp_stamp_free(ssmtp_stamp *stamp)
{
	ssmtp_hash_free(&stamp->hash);
	memset(stamp, 0, sizeof(*stamp));
}

static bool date_write(ssmtp_stamp *stamp, int64_t now_s, int (*zone_minutes)(int64_t unix_s), int zone)
{
	ssmtp_buf text;
	bool ok;

	ssmtp_buf_init(&text, sizeof(stamp->date) - 1);
	ok = zone_minutes == NULL ? ssmtp_date_append(&text, (time_t) now_s)
							  : ssmtp_date_append_in(&text, (time_t) now_s, zone);
	if (ok) {
		snprintf(stamp->date, sizeof(stamp->date), "%.*s", SSMTP_SLICE_FMT(ssmtp_buf_slice(&text)));
		stamp->date_s = now_s;
		stamp->date_zone = zone;
	}
	ssmtp_buf_free(&text);
	return ok;
}

bool ssmtp_stamp_date(ssmtp_stamp *stamp, int64_t now_s, int (*zone_minutes)(int64_t unix_s), ssmtp_buf *out)
{
	int zone = zone_minutes == NULL ? 0 : zone_minutes(now_s);

	if ((stamp->date[0] == '\0' || stamp->date_s != now_s || stamp->date_zone != zone)
		&& !date_write(stamp, now_s, zone_minutes, zone)) {
		return false;
	}
	return ssmtp_buf_append_str(out, stamp->date);
}

/* The context of the digest is made once and begun anew for each id. */
static bool id_hash(ssmtp_stamp *stamp, const char *algorithm, ssmtp_error *error)
{
	if (stamp->hash != NULL && strcmp(stamp->algorithm, algorithm) == 0) {
		return ssmtp_hash_again(stamp->hash) || ssmtp_error_nomem(error);
	}
	ssmtp_hash_free(&stamp->hash);
	stamp->hash = ssmtp_hash_new(algorithm, error);
	snprintf(stamp->algorithm, sizeof(stamp->algorithm), "%s", algorithm);
	return stamp->hash != NULL;
}

static bool id_prepare(ssmtp_stamp *stamp, const char *algorithm, ssmtp_error *error)
{
	return (stamp->count > 0 || ssmtp_random(stamp->random, sizeof(stamp->random), error))
		&& id_hash(stamp, algorithm, error);
}

bool ssmtp_stamp_id(ssmtp_stamp *stamp, const char *algorithm, int64_t now_us, ssmtp_slice domain, ssmtp_buf *out,
	ssmtp_error *error)
{
	struct {
		uint8_t random[16];
		int64_t now_us;
		uint64_t count;
		int64_t process; /* a forked child has the random octets and the count of its parent */
	} seed;
	uint8_t digest[SSMTP_DIGEST_MAX];
	size_t len;

	if (!id_prepare(stamp, algorithm, error)) {
		return false;
	}
	memcpy(seed.random, stamp->random, sizeof(seed.random));
	seed.now_us = now_us;
	seed.count = ++stamp->count;
	seed.process = ssmtp_file_process_id();
	return (ssmtp_hash_add(stamp->hash, ssmtp_slice_of(&seed, sizeof(seed)))
			   && ssmtp_hash_end(stamp->hash, digest, &len)
			   && ssmtp_msgid_append(out, ssmtp_slice_of(digest, len), domain))
		|| ssmtp_error_nomem(error);
}
