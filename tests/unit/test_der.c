/* crypto: lengths of DER rewritten around a content that is somewhere else. */
#include "base/alloc.h"
#include "crypto/smime_der.h"
#include "unit.h"

#define HEX_MAX 256

static ssmtp_slice from_hex(const char *hex, uint8_t *out)
{
	size_t len = strlen(hex) / 2;

	for (size_t i = 0; i < len; i++) {
		char digits[3] = { hex[2 * i], hex[2 * i + 1], '\0' };

		out[i] = (uint8_t) strtoul(digits, NULL, 16);
	}
	return ssmtp_slice_of(out, len);
}

static const struct {
	const char *template;
	ssmtp_der_path path;
	uint64_t content_octets;
	const char *head;
	const char *tail; /* NULL: refused */
} cases[] = {
	{ "0400", { 0, { 0 } }, 0, "0400", "" },
	{ "0400", { 0, { 0 } }, 127, "047f", "" },
	{ "0400", { 0, { 0 } }, 128, "048180", "" },
	{ "0400", { 0, { 0 } }, 255, "0481ff", "" },
	{ "0400", { 0, { 0 } }, 256, "04820100", "" },
	{ "0400", { 0, { 0 } }, 0x100000000, "04850100000000", "" },
	/* What the template holds in the place is dropped. */
	{ "0403010203", { 0, { 0 } }, 1, "0401", "" },
	{ "30050201000400", { 1, { 1 } }, 5, "300a0201000405", "" },
	{ "30050400020100", { 1, { 0 } }, 5, "300a0405", "020100" },
	{ "3009a007300504000201ff", { 3, { 0, 0, 0 } }, 120, "308181a07f307d0478", "0201ff" },
	{ "3009a007300504000201ff", { 3, { 0, 0, 0 } }, 121, "308183a08180307e0479", "0201ff" },
	{ "300506010180ff", { 1, { 1 } }, 1, "", NULL },   /* content longer than its parent */
	{ "30050201000400", { 1, { 2 } }, 1, "", NULL },   /* no such child */
	{ "0400", { 1, { 0 } }, 1, "", NULL },             /* primitive: no children */
	{ "30050201000400ff", { 1, { 1 } }, 1, "", NULL }, /* octets behind the element */
	{ "30800201000000", { 1, { 0 } }, 1, "", NULL },   /* indefinite length */
	{ "3081050201000400", { 1, { 1 } }, 1, "", NULL }, /* length not minimal */
	{ "30820005020100", { 1, { 0 } }, 1, "", NULL },
	{ "1f8101020000", { 0, { 0 } }, 1, "", NULL }, /* tag of several octets */
	{ "3089010000000000000000", { 1, { 0 } }, 1, "", NULL },
	{ "3088ffffffffffffffff", { 1, { 0 } }, 1, "", NULL },
	{ "30", { 0, { 0 } }, 1, "", NULL },
	{ "", { 0, { 0 } }, 1, "", NULL },
	{ "30050201000400", { 1, { 1 } }, UINT64_MAX, "", NULL },
	{ "30050201000400", { SSMTP_DER_DEPTH_MAX + 1, { 0 } }, 1, "", NULL },
};

static void test_splice(void)
{
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		uint8_t template[HEX_MAX], expected[HEX_MAX];
		ssmtp_error error = { 0 };
		ssmtp_buf head, tail;
		bool done;

		ssmtp_buf_init(&head, 4096);
		ssmtp_buf_init(&tail, 4096);
		done = ssmtp_der_splice(
			from_hex(cases[i].template, template), cases[i].path, cases[i].content_octets, &head, &tail, &error);
		CHECK(done == (cases[i].tail != NULL), "case %zu", i);
		if (cases[i].tail == NULL) {
			CHECK(error.code == SSMTP_E_DECODING, "case %zu", i);
			CHECK(ssmtp_buf_len(&head) == 0 && ssmtp_buf_len(&tail) == 0, "case %zu", i);
		} else {
			CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&head), from_hex(cases[i].head, expected)), "case %zu", i);
			CHECK(ssmtp_slice_equal(ssmtp_buf_slice(&tail), from_hex(cases[i].tail, expected)), "case %zu", i);
		}
		ssmtp_buf_free(&head);
		ssmtp_buf_free(&tail);
	}
}

static void test_memory(void)
{
	uint8_t template[HEX_MAX];
	bool done = false;

	for (unsigned long n = 1; !done; n++) {
		ssmtp_error error = { 0 };
		ssmtp_buf head, tail;

		ssmtp_buf_init(&head, 4096);
		ssmtp_buf_init(&tail, 4096);
		ssmtp_alloc_fail_at(n);
		done = ssmtp_der_splice(from_hex("3009a007300504000201ff", template), (ssmtp_der_path){ 3, { 0, 0, 0 } }, 300,
			&head, &tail, &error);
		ssmtp_alloc_fail_at(0);
		CHECK(done || error.kind == SSMTP_ERROR_NOMEM);
		ssmtp_buf_free(&head);
		ssmtp_buf_free(&tail);
	}
}

int main(void)
{
	test_splice();
	test_memory();
	return unit_summary("der");
}
