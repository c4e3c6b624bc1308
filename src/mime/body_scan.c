/* What a body holds that a relay could spoil (RFC 8551 section 3.1; see body_scan.h). */
#include "mime/body_scan.h"

#include "base/ascii.h"

#define LINE_MAX_OCTETS 998

static void scan_check_line(ssmtp_line_scan *scan)
{
	if (scan->column == 0) {
		return;
	}
	if (ssmtp_is_wsp(scan->last) || (scan->column == 1 && scan->last == '.') ||
		(scan->column >= sizeof(scan->head) && memcmp(scan->head, "From ", sizeof(scan->head)) == 0)) {
		scan->traits.fragile = true;
	}
	if (scan->column > LINE_MAX_OCTETS) {
		scan->traits.long_line = true;
	}
}

static void scan_end_line(ssmtp_line_scan *scan)
{
	scan_check_line(scan);
	scan->column = 0;
	scan->after_cr = false;
	scan->traits.octets += 2;
}

/* Octets of a line, without line ends. */
static void scan_text(ssmtp_line_scan *scan, ssmtp_slice text)
{
	for (size_t i = 0; i < text.len && scan->column + i < sizeof(scan->head); i++) {
		scan->head[scan->column + i] = text.ptr[i];
	}
	if (!ssmtp_slice_is_printable(text)) {
		scan->traits.eight_bit = scan->traits.eight_bit || !ssmtp_slice_is_ascii(text);
		scan->traits.has_nul = scan->traits.has_nul || memchr(text.ptr, '\0', text.len) != NULL;
	}
	scan->traits.octets += text.len;
	scan->column += text.len;
	scan->last = text.ptr[text.len - 1];
}

void ssmtp_line_scan_feed(ssmtp_line_scan *scan, ssmtp_slice octets)
{
	while (octets.len > 0) {
		size_t len;

		if (scan->after_cr) {
			scan->traits.bare_line_end = scan->traits.bare_line_end || octets.ptr[0] != '\n';
			octets = ssmtp_slice_skip(octets, octets.ptr[0] == '\n');
			scan_end_line(scan);
			continue;
		}
		/* To the next line end of either kind. */
		len = ssmtp_slice_find(octets, '\n');
		len = ssmtp_slice_find(ssmtp_slice_head(octets, len), '\r');
		if (len > 0) {
			scan_text(scan, ssmtp_slice_head(octets, len));
		}
		if (len == octets.len) {
			return;
		}
		if (octets.ptr[len] == '\r') {
			scan->after_cr = true;
		} else {
			scan->traits.bare_line_end = true;
			scan_end_line(scan);
		}
		octets = ssmtp_slice_skip(octets, len + 1);
	}
}

void ssmtp_line_scan_end(ssmtp_line_scan *scan)
{
	if (scan->after_cr) {
		scan->traits.bare_line_end = true;
		scan_end_line(scan);
	}
	scan->traits.no_final_newline = scan->column > 0;
	scan_check_line(scan);
}

bool ssmtp_body_scan(ssmtp_source *body, ssmtp_body_traits *traits, ssmtp_error *error)
{
	ssmtp_line_scan scan = { .column = 0 };
	uint8_t chunk[16384];
	size_t n;

	do {
		if (!ssmtp_source_read(body, chunk, sizeof(chunk), &n, error)) {
			return false;
		}
		ssmtp_line_scan_feed(&scan, ssmtp_slice_of(chunk, n));
	} while (n > 0);
	ssmtp_line_scan_end(&scan);
	*traits = scan.traits;
	return ssmtp_source_rewind(body, error);
}
