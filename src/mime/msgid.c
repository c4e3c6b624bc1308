/* Message-ID, boundary and Date values (see msgid.h). */
#include "mime/msgid.h"

#include "base/ascii.h"
#include "mime/mailbox.h"

static bool append_hex(ssmtp_buf *out, ssmtp_slice octets)
{
	static const char digits[] = "0123456789abcdef";
	size_t room;
	uint8_t *to;

	if (!ssmtp_buf_reserve(out, octets.len * 2)) {
		return false;
	}
	to = ssmtp_buf_tail(out, &room);
	for (size_t i = 0; i < octets.len; i++) {
		*to++ = (uint8_t) digits[octets.ptr[i] >> 4];
		*to++ = (uint8_t) digits[octets.ptr[i] & 15];
	}
	ssmtp_buf_commit(out, octets.len * 2);
	return true;
}

/* Days from 1 March of year 0 (proleptic Gregorian calendar) to the date. */
static long long day_number(int year, int month, int day)
{
	long long y = month < 2 ? (long long) year - 1 : year;
	long long m = (month + 10) % 12;

	return 365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1;
}

/* Minutes east of UTC: the difference of the two broken-down times, so that no
 * field beyond ISO C is needed. */
static long long zone_minutes(const struct tm *local, const struct tm *utc)
{
	long long days = day_number(local->tm_year + 1900, local->tm_mon, local->tm_mday) -
					 day_number(utc->tm_year + 1900, utc->tm_mon, utc->tm_mday);

	return days * 1440 + (local->tm_hour - utc->tm_hour) * 60 + (local->tm_min - utc->tm_min);
}

static bool break_down(time_t now, struct tm *local, struct tm *utc)
{
#if defined(_MSC_VER) || defined(__MINGW32__)
	return localtime_s(local, &now) == 0 && gmtime_s(utc, &now) == 0;
#else
	return localtime_r(&now, local) != NULL && gmtime_r(&now, utc) != NULL;
#endif
}

static bool append_date_time(ssmtp_buf *out, const struct tm *at, long long zone)
{
	static const char days[7][4] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	static const char months[12][4] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
		"Dec" };
	long long east = zone < 0 ? -zone : zone;

	/* Leap seconds of a "right" zone file: RFC 5322 allows 60. */
	return ssmtp_buf_printf(out, "%s, %02d %s %04d %02d:%02d:%02d %c%02d%02d", days[at->tm_wday % 7], at->tm_mday,
		months[at->tm_mon % 12], at->tm_year + 1900, at->tm_hour, at->tm_min, at->tm_sec, zone < 0 ? '-' : '+',
		(int) (east / 60 % 100), (int) (east % 60));
}

bool ssmtp_date_append(ssmtp_buf *out, time_t now)
{
	struct tm local, utc;

	return break_down(now, &local, &utc) && append_date_time(out, &local, zone_minutes(&local, &utc));
}

bool ssmtp_date_append_in(ssmtp_buf *out, time_t now, int east)
{
	struct tm local, utc;

	/* The clock of a zone is that of UTC, east minutes later. */
	return break_down(now + (time_t) east * 60, &local, &utc) && append_date_time(out, &utc, east);
}

bool ssmtp_msgid_append(ssmtp_buf *out, ssmtp_slice digest, ssmtp_slice domain)
{
	return ssmtp_buf_append_octet(out, '<') && append_hex(out, digest) && ssmtp_buf_append_octet(out, '@') &&
		   ssmtp_buf_append_slice(out, domain) && ssmtp_buf_append_octet(out, '>');
}
