/* header: Python's email package, an independent reader, decodes what was written. */
#include <unistd.h>

#include "mime/message.h"
#include "unit.h"

static const char *const texts[] = { "plain", "a b c", "two  blanks", "gr\xc3\xbcn", "gr\xc3\xbcn und blau",
	"erst sp\xc3\xa4t kommt das \xc3\xa4", "\xc3\xa4\xc3\xb6\xc3\xbc \xc3\x84\xc3\x96\xc3\x9c",
	"a, b; \"c\" (d) <e> \\ @", "\xc3\xbc, b; \"c\" (d) <e> \\ @", "100 % = ? _ \xc3\xbc", "\xe2\x82\xac 5",
	"\xf0\x9f\x98\x80",
	"Sehr lange Zeile mit vielen W\xc3\xb6rtern, die \xc3\xbc"
	"ber mehr als eine Zeile gehen muss, damit gefaltet wird",
	"a very long line with nothing but plain words in it that has to be folded at least once or twice",
	"\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e\xe3\x81\xae\xe9\x95\xb7\xe3\x81\x84\xe9\xa1\x8c\xe5\x90\x8d\xe6\x97\xa5\xe6"
	"\x9c\xac"
	"\xe8\xaa\x9e\xe3\x81\xae\xe9\x95\xb7\xe3\x81\x84\xe9\xa1\x8c\xe5\x90\x8d\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e" };
static const char *const addresses[] = { "a@b.example", "\"a b\"@c.example", "x+y@[192.0.2.1]" };
static const char *const charsets[] = { "", "iso-8859-1", "iso-8859-15", "iso-2022-jp" };

static void put_hex(FILE *file, ssmtp_slice octets, char end)
{
	for (size_t i = 0; i < octets.len; i++) {
		fprintf(file, "%02x", octets.ptr[i]);
	}
	fputc(end, file);
}

/* Writes a row for the script; a text that the character set lacks has none. */
static bool put_row(FILE *file, const char *text, const char *address, const ssmtp_header_style *style)
{
	ssmtp_mailbox item = { (char *) text, (char *) address, NULL };
	ssmtp_mailbox items[3] = { item, item, item };
	ssmtp_message_fields fields = { .subject = ssmtp_slice_str(text), .to = { items, 3 } };
	ssmtp_error error = { 0 };
	ssmtp_buf out;
	bool ok;

	ssmtp_buf_init(&out, 65536);
	ok = ssmtp_message_write_header(&out, &fields, style, &error);
	CHECK(ok || error.code == 434, "%s: %s", text, error.text);
	if (ok) {
		put_hex(file, ssmtp_buf_slice(&out), '|');
		put_hex(file, ssmtp_slice_str(text), '|');
		put_hex(file, ssmtp_slice_str(text), '|');
		put_hex(file, ssmtp_slice_str(address), '\n');
	}
	ssmtp_buf_free(&out);
	return ok;
}

int main(void)
{
	static const unsigned limits[] = { 0, 20, 40, 76, 80, 200 };
	char path[] = "/tmp/ssmtp-headers-XXXXXX";
	char command[128];
	FILE *file = fdopen(mkstemp(path), "w");
	unsigned rows = 0;

	for (size_t text = 0; text < sizeof(texts) / sizeof(texts[0]); text++) {
		for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]) * 4; i++) {
			ssmtp_header_style style = { .max_line = limits[i / 4], .charset = charsets[i % 4] };

			rows += put_row(file, texts[text], addresses[(text + i) % 3], &style);
		}
	}
	fclose(file);
	CHECK(rows > 200);
	if (system("python3 -c 'import email.policy' 2>/dev/null") == 0) {
		snprintf(command, sizeof(command), "python3 check_headers.py %s", path);
		CHECK(system(command) == 0);
	} else {
		printf("headers_read: python3 is missing, its reading was not compared\n");
	}
	unlink(path);
	return unit_summary("headers_read");
}
