/* PuTTY private keys, versions 2 and 3 (PuTTY manual, appendix C). Version 3
 * encrypts with Argon2, which OpenSSL has from 3.2. */
#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/ascii.h"
#include "base/base64.h"
#include "crypto/digest.h"
#include "crypto/store_key.h"

#define PPK_LINES_MAX 4096
#define ARGON2_MEMORY_MAX (1 << 20) /* KiB */
#define ARGON2_PASSES_MAX 1000
#define ARGON2_LANES_MAX 64

typedef struct ppk {
	ssmtp_store_load *load;
	int version;
	ssmtp_slice algorithm, encryption, comment, derivation, mac;
	ssmtp_slice memory, passes, lanes, salt;
	ssmtp_buf public_blob, private_blob;
	uint8_t secret[80]; /* cipher key 32, IV 16, MAC key */
	size_t mac_key_len;
} ppk;

/* --- text ------------------------------------------------------------------------ */

static ssmtp_slice ppk_line(ssmtp_slice *text)
{
	size_t end = ssmtp_slice_find(*text, '\n');
	ssmtp_slice line = ssmtp_slice_head(*text, end);

	*text = ssmtp_slice_skip(*text, end + 1);
	if (line.len > 0 && line.ptr[line.len - 1] == '\r') {
		line.len--;
	}
	return line;
}

/* A decimal number of a header; -1 when it is none or above max. */
static long ppk_number(ssmtp_slice text, long max)
{
	long value = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (!ssmtp_is_digit(text.ptr[i]) || value > max) {
			return -1;
		}
		value = value * 10 + (text.ptr[i] - '0');
	}
	return text.len == 0 || value > max ? -1 : value;
}

/* The base64 lines behind "Public-Lines: n". */
static bool ppk_blob(ssmtp_slice count, ssmtp_slice *text, ssmtp_buf *blob)
{
	long lines = ppk_number(count, PPK_LINES_MAX);
	ssmtp_slice block = *text;

	for (long i = 0; i < lines; i++) {
		ppk_line(text);
	}
	block.len -= text->len;
	ssmtp_buf_clear(blob);
	return lines > 0 && ssmtp_base64_decode_text(blob, block);
}

#define PPK_FIELD(name, member)                                                                                        \
	{                                                                                                                  \
		name, offsetof(ppk, member), false                                                                             \
	}
#define PPK_BLOB(name, member)                                                                                         \
	{                                                                                                                  \
		name, offsetof(ppk, member), true                                                                              \
	}
static const struct {
	const char *name;
	size_t offset;
	bool blob;
} ppk_rows[] = {
	PPK_FIELD("PuTTY-User-Key-File-2", algorithm),
	PPK_FIELD("PuTTY-User-Key-File-3", algorithm),
	PPK_FIELD("Encryption", encryption),
	PPK_FIELD("Comment", comment),
	PPK_FIELD("Key-Derivation", derivation),
	PPK_FIELD("Argon2-Memory", memory),
	PPK_FIELD("Argon2-Passes", passes),
	PPK_FIELD("Argon2-Parallelism", lanes),
	PPK_FIELD("Argon2-Salt", salt),
	PPK_FIELD("Private-MAC", mac),
	PPK_BLOB("Public-Lines", public_blob),
	PPK_BLOB("Private-Lines", private_blob),
};

static bool ppk_header(ppk *key, ssmtp_slice name, ssmtp_slice value, ssmtp_slice *text)
{
	for (size_t i = 0; i < sizeof(ppk_rows) / sizeof(ppk_rows[0]); i++) {
		void *member = (char *) key + ppk_rows[i].offset;

		if (!ssmtp_slice_equal(name, ssmtp_slice_str(ppk_rows[i].name))) {
			continue;
		}
		if (ppk_rows[i].blob) {
			return ppk_blob(value, text, member);
		}
		*(ssmtp_slice *) member = value;
		return true;
	}
	return false;
}

static bool ppk_parse(ppk *key, ssmtp_slice text)
{
	static const char first[] = "PuTTY-User-Key-File-";

	key->version = text.len > sizeof(first) ? text.ptr[sizeof(first) - 1] - '0' : 0;
	while (text.len > 0) {
		ssmtp_slice line = ppk_line(&text);
		size_t colon = ssmtp_slice_find(line, ':');

		if (line.len == 0) {
			continue;
		}
		/* A comment may be empty, so the blank behind the colon may be the last octet. */
		if (colon + 1 >= line.len || line.ptr[colon + 1] != ' ' ||
			!ppk_header(key, ssmtp_slice_head(line, colon), ssmtp_slice_skip(line, colon + 2), &text)) {
			return false;
		}
	}
	return key->algorithm.len > 0 && ssmtp_buf_len(&key->private_blob) > 0;
}

/* --- cryptography -------------------------------------------------------------------- */

/* Version 2: SHA-1 of a counter and the password gives the cipher key, SHA-1 of a label and the password the MAC key.
 */
static bool ppk_derive_2(ppk *key, ssmtp_slice password)
{
	static const char label[] = "putty-private-key-file-mac-key";
	ssmtp_buf data;
	uint8_t hash[SSMTP_DIGEST_MAX];
	size_t len;
	bool ok = true;

	ssmtp_buf_init_secret(&data, SSMTP_STORE_OCTETS_MAX);
	for (uint8_t i = 0; ok && i < 2; i++) {
		const uint8_t counter[4] = { 0, 0, 0, i };

		ssmtp_buf_clear(&data);
		ok = ssmtp_buf_append(&data, counter, 4) && ssmtp_buf_append_slice(&data, password) &&
			 ssmtp_digest("SHA1", ssmtp_buf_slice(&data), hash, &len, NULL);
		if (ok) {
			memcpy(key->secret + 20 * i, hash, i == 0 ? 20 : 12);
		}
	}
	ssmtp_buf_clear(&data);
	ok = ok && ssmtp_buf_append_str(&data, label) && ssmtp_buf_append_slice(&data, password) &&
		 ssmtp_digest("SHA1", ssmtp_buf_slice(&data), hash, &len, NULL);
	memcpy(key->secret + 48, hash, 20);
	key->mac_key_len = 20;
	ssmtp_wipe(hash, sizeof(hash));
	ssmtp_buf_free(&data);
	return ok;
}

static bool ppk_salt(ppk *key, uint8_t *salt, size_t room, size_t *len)
{
	*len = key->salt.len / 2;
	if (*len == 0 || *len > room || key->salt.len % 2 != 0) {
		return false;
	}
	for (size_t i = 0; i < *len; i++) {
		int high = ssmtp_hex_value(key->salt.ptr[2 * i]), low = ssmtp_hex_value(key->salt.ptr[2 * i + 1]);

		if (high < 0 || low < 0) {
			return false;
		}
		salt[i] = (uint8_t) (high << 4 | low);
	}
	return true;
}

/* "Argon2id" is "ARGON2ID" in OpenSSL; the parameter names are those of OSSL_KDF_PARAM_* of 3.2. */
static bool ppk_derive_3(ppk *key, ssmtp_slice password)
{
	char name[16];
	uint8_t salt[64];
	size_t salt_len;
	uint32_t memory = (uint32_t) ppk_number(key->memory, ARGON2_MEMORY_MAX);
	uint32_t passes = (uint32_t) ppk_number(key->passes, ARGON2_PASSES_MAX);
	uint32_t lanes = (uint32_t) ppk_number(key->lanes, ARGON2_LANES_MAX), threads = 1;
	EVP_KDF *kdf;
	EVP_KDF_CTX *context;
	bool ok;

	if (!ppk_salt(key, salt, sizeof(salt), &salt_len) || memory == UINT32_MAX || passes == UINT32_MAX ||
		lanes == UINT32_MAX) {
		return ssmtp_store_refuse(
			key->load, "the Argon2 parameters of the PuTTY key are damaged or beyond all measure.");
	}
	snprintf(name, sizeof(name), "%.*s", SSMTP_SLICE_FMT(key->derivation));
	kdf = EVP_KDF_fetch(NULL, name, NULL);
	if (kdf == NULL) {
		return ssmtp_store_refuse(key->load,
			"encrypted PuTTY keys of version 3 use Argon2, which OpenSSL has from 3.2: "
			"save the key as version 2, or without a passphrase.");
	}
	OSSL_PARAM parameters[] = {
		OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, (void *) password.ptr, password.len),
		OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, salt, salt_len),
		OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ITER, &passes),
		OSSL_PARAM_construct_uint32("memcost", &memory),
		OSSL_PARAM_construct_uint32("lanes", &lanes),
		OSSL_PARAM_construct_uint32("threads", &threads),
		OSSL_PARAM_construct_end(),
	};
	context = EVP_KDF_CTX_new(kdf);
	ok = context != NULL && EVP_KDF_derive(context, key->secret, sizeof(key->secret), parameters) == 1;
	EVP_KDF_CTX_free(context);
	EVP_KDF_free(kdf);
	key->mac_key_len = 32;
	return ok || ssmtp_store_refuse_ossl(key->load, "the key derivation of the PuTTY key");
}

static bool ppk_decipher(ppk *key)
{
	EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
	size_t len = ssmtp_buf_len(&key->private_blob);
	uint8_t *data = key->private_blob.data + key->private_blob.start;
	int done = 0;
	bool ok = context != NULL && len % 16 == 0 &&
			  EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), NULL, key->secret, key->secret + 32) == 1 &&
			  EVP_CIPHER_CTX_set_padding(context, 0) == 1 &&
			  EVP_DecryptUpdate(context, data, &done, data, (int) len) == 1;

	EVP_CIPHER_CTX_free(context);
	return ok || ssmtp_store_refuse(key->load, "the PuTTY key is damaged.");
}

static bool ppk_append_string(ssmtp_buf *out, ssmtp_slice string)
{
	const uint8_t len[4] = { (uint8_t) (string.len >> 24), (uint8_t) (string.len >> 16), (uint8_t) (string.len >> 8),
		(uint8_t) string.len };

	return ssmtp_buf_append(out, len, 4) && ssmtp_buf_append_slice(out, string);
}

/* The MAC covers all that a user could be made to believe: algorithm, encryption, comment, both blobs. */
static bool ppk_mac_holds(ppk *key)
{
	const char *digest = key->version == 2 ? "SHA1" : "SHA256";
	uint8_t mac[EVP_MAX_MD_SIZE];
	char text[2 * EVP_MAX_MD_SIZE + 1];
	size_t len = 0;
	ssmtp_buf data;
	bool ok;

	ssmtp_buf_init_secret(&data, SSMTP_STORE_OCTETS_MAX);
	ok = ppk_append_string(&data, key->algorithm) && ppk_append_string(&data, key->encryption) &&
		 ppk_append_string(&data, key->comment) && ppk_append_string(&data, ssmtp_buf_slice(&key->public_blob)) &&
		 ppk_append_string(&data, ssmtp_buf_slice(&key->private_blob)) &&
		 EVP_Q_mac(NULL, "HMAC", NULL, digest, NULL, key->secret + 48, key->mac_key_len, data.data + data.start,
			 ssmtp_buf_len(&data), mac, sizeof(mac), &len) != NULL;
	ssmtp_buf_free(&data);
	for (size_t i = 0; i < len; i++) {
		snprintf(text + 2 * i, 3, "%02x", mac[i]);
	}
	return ok && ssmtp_slice_equal_nocase(key->mac, ssmtp_slice_of(text, 2 * len));
}

static bool ppk_open_secret(ppk *key)
{
	const ssmtp_secret *password = ssmtp_store_key_password(key->load);
	bool encrypted = !ssmtp_slice_equal(key->encryption, SSMTP_SLICE("none"));
	ssmtp_slice text = encrypted && password != NULL ? ssmtp_secret_slice(password) : SSMTP_SLICE_EMPTY;

	if (encrypted && !ssmtp_slice_equal(key->encryption, SSMTP_SLICE("aes256-cbc"))) {
		return ssmtp_store_refuse(key->load, "the encryption of the PuTTY key is not known.");
	}
	if (encrypted && password == NULL) {
		return ssmtp_store_refuse_password(key->load, NULL, "the PuTTY key");
	}
	if (key->version == 2 ? !ppk_derive_2(key, text) : encrypted && !ppk_derive_3(key, text)) {
		return ssmtp_store_refuse(key->load, "SHA-1 is not available for the PuTTY key.");
	}
	if (encrypted && !ppk_decipher(key)) {
		return false;
	}
	if (!ppk_mac_holds(key)) {
		return encrypted ? ssmtp_store_refuse_password(key->load, password, "the PuTTY key")
						 : ssmtp_store_refuse(key->load, "the PuTTY key is damaged.");
	}
	return true;
}

/* --- keys ------------------------------------------------------------------------------ */

static EVP_PKEY *ppk_rsa(ssmtp_slice public_blob, ssmtp_slice in)
{
	ssmtp_rsa_numbers rsa = { .n = SSMTP_SLICE_EMPTY };

	if (!ssmtp_wire_string(&public_blob, &rsa.e) || !ssmtp_wire_string(&public_blob, &rsa.n) ||
		!ssmtp_wire_string(&in, &rsa.d) || !ssmtp_wire_string(&in, &rsa.p) || !ssmtp_wire_string(&in, &rsa.q) ||
		!ssmtp_wire_string(&in, &rsa.qi)) {
		return NULL;
	}
	return ssmtp_key_rsa(&rsa);
}

static EVP_PKEY *ppk_ec(ssmtp_slice public_blob, ssmtp_slice in)
{
	ssmtp_slice curve, point, scalar;
	char group[16];

	if (!ssmtp_wire_string(&public_blob, &curve) || !ssmtp_wire_string(&public_blob, &point) ||
		!ssmtp_wire_string(&in, &scalar) || curve.len != 8) {
		return NULL;
	}
	snprintf(group, sizeof(group), "P-%.3s", (const char *) curve.ptr + 5);
	return ssmtp_key_ec(group, point, scalar);
}

/* The seed is written as a little-endian number: zeros at its end are left out. */
static EVP_PKEY *ppk_ed25519(ssmtp_slice public_blob, ssmtp_slice in)
{
	uint8_t seed[32] = { 0 };
	ssmtp_slice number;
	EVP_PKEY *key;

	(void) public_blob;
	if (!ssmtp_wire_string(&in, &number) || number.len > sizeof(seed)) {
		return NULL;
	}
	memcpy(seed, number.ptr, number.len);
	key = ssmtp_key_raw("ED25519", ssmtp_slice_of(seed, sizeof(seed)));
	ssmtp_wipe(seed, sizeof(seed));
	return key;
}

static const struct {
	const char *name;
	EVP_PKEY *(*read)(ssmtp_slice public_blob, ssmtp_slice private_blob);
} ppk_keys[] = {
	{ "ssh-rsa", ppk_rsa },
	{ "ecdsa-sha2-nistp256", ppk_ec },
	{ "ecdsa-sha2-nistp384", ppk_ec },
	{ "ecdsa-sha2-nistp521", ppk_ec },
	{ "ssh-ed25519", ppk_ed25519 },
};

static bool ppk_add(ppk *key)
{
	ssmtp_slice in = ssmtp_buf_slice(&key->public_blob), name;

	if (!ssmtp_wire_string(&in, &name) || !ssmtp_slice_equal(name, key->algorithm)) {
		return ssmtp_store_refuse(key->load, "the PuTTY key is damaged.");
	}
	for (size_t i = 0; i < sizeof(ppk_keys) / sizeof(ppk_keys[0]); i++) {
		if (ssmtp_slice_equal(name, ssmtp_slice_str(ppk_keys[i].name))) {
			return ssmtp_store_add_key(key->load, ppk_keys[i].read(in, ssmtp_buf_slice(&key->private_blob)));
		}
	}
	return ssmtp_store_refuse(
		key->load, "PuTTY keys of the kind %.*s cannot sign mail.", SSMTP_SLICE_FMT(ssmtp_slice_head(name, 40)));
}

bool ssmtp_store_read_ppk(ssmtp_store_load *load, ssmtp_slice octets)
{
	ppk key = { .load = load };
	bool ok;

	ssmtp_buf_init(&key.public_blob, SSMTP_STORE_OCTETS_MAX);
	ssmtp_buf_init_secret(&key.private_blob, SSMTP_STORE_OCTETS_MAX);
	if (!ppk_parse(&key, octets) || (key.version != 2 && key.version != 3)) {
		ok = ssmtp_store_refuse(load, "the PuTTY key is damaged or of another version than 2 and 3.");
	} else {
		ok = ppk_open_secret(&key) && ppk_add(&key);
	}
	ssmtp_wipe(key.secret, sizeof(key.secret));
	ssmtp_buf_free(&key.public_blob);
	ssmtp_buf_free(&key.private_blob);
	return ok;
}
