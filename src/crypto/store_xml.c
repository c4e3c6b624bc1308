/* XML keys: RSAKeyValue with private numbers (as .NET writes them) and
 * X509Certificate (XML Signature section 4.5). A scanner of elements, not a
 * parser of XML: no entities, no DTD. */
#include "base/ascii.h"
#include "base/base64.h"
#include "crypto/store_key.h"

enum { XML_N, XML_E, XML_D, XML_P, XML_Q, XML_DP, XML_DQ, XML_QI, XML_COUNT };

static const char *const xml_names[XML_COUNT] = { "Modulus", "Exponent", "D", "P", "Q", "DP", "DQ", "InverseQ" };

typedef struct xml_keys {
	ssmtp_store_load *load;
	ssmtp_buf number[XML_COUNT];
} xml_keys;

/* The name of the element at '<' without its prefix; *content is what follows up to the next '<'. */
static ssmtp_slice xml_element(ssmtp_slice at, ssmtp_slice *content)
{
	size_t close = ssmtp_slice_find(at, '>');
	ssmtp_slice name = ssmtp_slice_skip(ssmtp_slice_head(at, close), 1);
	size_t n = 0;

	*content = ssmtp_slice_skip(at, close + 1);
	content->len = ssmtp_slice_find(*content, '<');
	while (n < name.len && (ssmtp_is_alnum(name.ptr[n]) || name.ptr[n] == ':')) {
		n++;
	}
	name = ssmtp_slice_head(name, n);
	n = ssmtp_slice_find(name, ':');
	return n < name.len ? ssmtp_slice_skip(name, n + 1) : name;
}

static bool xml_damaged(xml_keys *keys)
{
	return ssmtp_store_refuse(keys->load, "its XML is damaged.");
}

static bool xml_certificate(xml_keys *keys, ssmtp_slice content)
{
	ssmtp_buf der;
	bool ok;

	ssmtp_buf_init(&der, SSMTP_STORE_OCTETS_MAX);
	ok = ssmtp_base64_decode_text(&der, content) && ssmtp_buf_len(&der) > 0;
	if (ok) {
		const unsigned char *at = der.data;

		ok = ssmtp_store_add_certificate(keys->load, d2i_X509(NULL, &at, (long) ssmtp_buf_len(&der)));
	}
	ssmtp_buf_free(&der);
	return ok || xml_damaged(keys);
}

static bool xml_take(xml_keys *keys, ssmtp_slice name, ssmtp_slice content)
{
	if (ssmtp_slice_equal(name, SSMTP_SLICE("X509Certificate"))) {
		return xml_certificate(keys, content);
	}
	for (int i = 0; i < XML_COUNT; i++) {
		if (ssmtp_slice_equal(name, ssmtp_slice_str(xml_names[i]))) {
			ssmtp_buf_clear(&keys->number[i]);
			return ssmtp_base64_decode_text(&keys->number[i], content) || xml_damaged(keys);
		}
	}
	return true;
}

static bool xml_scan(xml_keys *keys, ssmtp_slice text)
{
	bool ok = true;

	while (ok && text.len > 0) {
		ssmtp_slice content, name;

		text = ssmtp_slice_skip(text, ssmtp_slice_find(text, '<'));
		if (text.len > 1 && text.ptr[1] == '!') {
			/* Comments could hide elements, a DTD could redefine them: nobody's key file needs either. */
			return ssmtp_store_refuse(keys->load, "its XML contains a comment or a DTD.");
		}
		name = xml_element(text, &content);
		ok = name.len == 0 || xml_take(keys, name, content);
		text = ssmtp_slice_skip(text, 1);
	}
	return ok;
}

static bool xml_add_key(xml_keys *keys)
{
	ssmtp_slice v[XML_COUNT];

	for (int i = 0; i < XML_COUNT; i++) {
		v[i] = ssmtp_buf_slice(&keys->number[i]);
	}
	if (v[XML_N].len == 0) {
		return true;
	}
	if (v[XML_D].len == 0) {
		keys->load->store->public_key = true;
		return true;
	}
	return ssmtp_store_add_key(keys->load, ssmtp_key_rsa(&(ssmtp_rsa_numbers){ v[XML_N], v[XML_E], v[XML_D], v[XML_P],
											   v[XML_Q], v[XML_DP], v[XML_DQ], v[XML_QI] }));
}

bool ssmtp_store_read_xml(ssmtp_store_load *load, ssmtp_slice octets)
{
	xml_keys keys = { .load = load };
	bool ok;

	for (int i = 0; i < XML_COUNT; i++) {
		ssmtp_buf_init_secret(&keys.number[i], SSMTP_STORE_OCTETS_MAX);
	}
	ok = xml_scan(&keys, octets) && xml_add_key(&keys);
	for (int i = 0; i < XML_COUNT; i++) {
		ssmtp_buf_free(&keys.number[i]);
	}
	return ok;
}
