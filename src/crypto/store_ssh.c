/* SSH keys: the one-line public form (RFC 4253 section 6.6) and OpenSSH's
 * private container (PROTOCOL.key). A bare key signs only beside CertEncoded. */
#include <string.h>

#include "base/ascii.h"
#include "base/base64.h"
#include "crypto/store_key.h"

/* --- private parts, in the order of OpenSSH's container ------------------------------ */

static EVP_PKEY *ssh_rsa(ssmtp_slice *in)
{
	ssmtp_rsa_numbers rsa = { .n = SSMTP_SLICE_EMPTY };

	if (!ssmtp_wire_string(in, &rsa.n) || !ssmtp_wire_string(in, &rsa.e) || !ssmtp_wire_string(in, &rsa.d) ||
		!ssmtp_wire_string(in, &rsa.qi) || !ssmtp_wire_string(in, &rsa.p) || !ssmtp_wire_string(in, &rsa.q)) {
		return NULL;
	}
	return ssmtp_key_rsa(&rsa);
}

static EVP_PKEY *ssh_ec(ssmtp_slice *in)
{
	ssmtp_slice curve, point, scalar;
	char group[16];

	if (!ssmtp_wire_string(in, &curve) || !ssmtp_wire_string(in, &point) || !ssmtp_wire_string(in, &scalar) ||
		curve.len != 8 || memcmp(curve.ptr, "nistp", 5) != 0) {
		return NULL;
	}
	snprintf(group, sizeof(group), "P-%.3s", (const char *) curve.ptr + 5);
	return ssmtp_key_ec(group, point, scalar);
}

static EVP_PKEY *ssh_ed25519(ssmtp_slice *in)
{
	ssmtp_slice public_key, pair;

	if (!ssmtp_wire_string(in, &public_key) || !ssmtp_wire_string(in, &pair) || pair.len != 64) {
		return NULL;
	}
	return ssmtp_key_raw("ED25519", ssmtp_slice_head(pair, 32));
}

static const struct ssh_row {
	const char *name;
	EVP_PKEY *(*read)(ssmtp_slice *in); /* NULL: known, but of no use for mail */
} ssh_rows[] = {
	{ "ssh-rsa", ssh_rsa },
	{ "ecdsa-sha2-nistp256", ssh_ec },
	{ "ecdsa-sha2-nistp384", ssh_ec },
	{ "ecdsa-sha2-nistp521", ssh_ec },
	{ "ssh-ed25519", ssh_ed25519 },
};

static const struct ssh_row *ssh_row_find(ssmtp_slice name)
{
	for (size_t i = 0; i < sizeof(ssh_rows) / sizeof(ssh_rows[0]); i++) {
		if (ssmtp_slice_equal(name, ssmtp_slice_str(ssh_rows[i].name))) {
			return &ssh_rows[i];
		}
	}
	return NULL;
}

static bool ssh_damaged(ssmtp_store_load *load)
{
	return ssmtp_store_refuse(load, "the OpenSSH key is damaged.");
}

static bool ssh_private_part(ssmtp_store_load *load, ssmtp_slice in)
{
	uint32_t check, again;
	ssmtp_slice name;
	const struct ssh_row *row;

	if (!ssmtp_wire_u32(&in, &check) || !ssmtp_wire_u32(&in, &again) || check != again ||
		!ssmtp_wire_string(&in, &name)) {
		return ssh_damaged(load);
	}
	row = ssh_row_find(name);
	if (row == NULL) {
		return ssmtp_store_refuse(
			load, "SSH keys of the kind %.*s cannot sign mail.", SSMTP_SLICE_FMT(ssmtp_slice_head(name, 40)));
	}
	return ssmtp_store_add_key(load, row->read(&in));
}

bool ssmtp_store_read_ssh_private(ssmtp_store_load *load, ssmtp_slice octets)
{
	static const char magic[] = "openssh-key-v1"; /* its NUL is part of it */
	ssmtp_slice in, head, cipher, kdf, options, public_key, private_part;
	uint32_t count;

	in = octets;
	if (!ssmtp_wire_octets(&in, sizeof(magic), &head) || memcmp(head.ptr, magic, sizeof(magic)) != 0 ||
		!ssmtp_wire_string(&in, &cipher) || !ssmtp_wire_string(&in, &kdf) || !ssmtp_wire_string(&in, &options) ||
		!ssmtp_wire_u32(&in, &count) || count != 1 || !ssmtp_wire_string(&in, &public_key) ||
		!ssmtp_wire_string(&in, &private_part)) {
		return ssh_damaged(load);
	}
	/* bcrypt_pbkdf is Blowfish with a key schedule that no library here offers. */
	if (!ssmtp_slice_equal(cipher, SSMTP_SLICE("none"))) {
		return ssmtp_store_refuse(load, "encrypted OpenSSH keys use bcrypt, which OpenSSL lacks: "
										"convert the key with ssh-keygen -p -m PKCS8 -f FILE.");
	}
	return ssh_private_part(load, private_part);
}

/* --- public keys ----------------------------------------------------------------------- */

/* RFC 4716: headers, perhaps continued by a backslash, then base64. Only its presence counts here. */
static bool ssh_is_rfc4716(ssmtp_slice octets)
{
	return ssmtp_slice_equal(ssmtp_slice_head(octets, 4), SSMTP_SLICE("----"));
}

static bool ssh_public_line(ssmtp_slice octets)
{
	size_t blank = ssmtp_slice_find(octets, ' ');
	ssmtp_slice name = ssmtp_slice_head(octets, blank);
	ssmtp_slice text = ssmtp_slice_skip(octets, blank + 1), in, inner;
	ssmtp_buf blob;
	size_t n = 0;
	bool ok;

	while (n < text.len && text.ptr[n] > ' ') {
		n++;
	}
	ssmtp_buf_init(&blob, SSMTP_STORE_OCTETS_MAX);
	ok = ssmtp_base64_decode(&blob, ssmtp_slice_head(text, n));
	in = ssmtp_buf_slice(&blob);
	ok = ok && ssmtp_wire_string(&in, &inner) && ssmtp_slice_equal(inner, name);
	ssmtp_buf_free(&blob);
	return ok;
}

bool ssmtp_store_read_ssh_public(ssmtp_store_load *load, ssmtp_slice octets)
{
	if (!ssh_is_rfc4716(octets) && !ssh_public_line(octets)) {
		return ssmtp_store_refuse(load, "the SSH public key is damaged.");
	}
	load->store->public_key = true;
	return true;
}
