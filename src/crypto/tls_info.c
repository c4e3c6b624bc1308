/* What was negotiated, channel bindings (RFC 5929, RFC 9266), seeding. */
#include "crypto/tls_internal.h"

#include <openssl/err.h>
#include <openssl/rand.h>

#define EXPORTER_LABEL "EXPORTER-Channel-Binding" /* RFC 9266 section 2 */
#define EXPORTER_LEN 32

static void info_copy(char *dst, size_t room, const char *text)
{
	snprintf(dst, room, "%s", text == NULL ? "" : text);
}

/* Group and strength of the ephemeral key; without one the exchange was RSA key transport. */
static void info_key_exchange(const ssmtp_tls *tls, ssmtp_tls_info *info)
{
	EVP_PKEY *peer = NULL;
	char group[64] = "";
	size_t len = 0;

	if (SSL_get_peer_tmp_key(tls->ssl, &peer)) {
		if (!EVP_PKEY_get_group_name(peer, group, sizeof(group), &len) || group[0] == '\0') {
			info_copy(group, sizeof(group), EVP_PKEY_get0_type_name(peer));
		}
		info_copy(info->key_exchange, sizeof(info->key_exchange), group);
		info->key_exchange_bits = EVP_PKEY_get_bits(peer);
		EVP_PKEY_free(peer);
	} else if (SSL_get_negotiated_group(tls->ssl) > 0) {
		info_copy(info->key_exchange, sizeof(info->key_exchange),
			SSL_group_to_name(tls->ssl, (int) SSL_get_negotiated_group(tls->ssl)));
	} else if (SSL_CIPHER_get_kx_nid(SSL_get_current_cipher(tls->ssl)) == NID_kx_rsa) {
		info_copy(info->key_exchange, sizeof(info->key_exchange), "RSA");
		info->key_exchange_bits = tls->leaf == NULL ? 0 : EVP_PKEY_get_bits(X509_get0_pubkey(tls->leaf));
	}
}

void ssmtp_tls_get_info(ssmtp_transport *transport, ssmtp_tls_info *info)
{
	ssmtp_tls *tls = (ssmtp_tls *) transport;
	const SSL_CIPHER *cipher = SSL_get_current_cipher(tls->ssl);

	memset(info, 0, sizeof(*info));
	if (cipher == NULL || tls->leaf == NULL) {
		return;
	}
	info_copy(info->cipher, sizeof(info->cipher), SSL_CIPHER_get_name(cipher));
	info_copy(info->suite, sizeof(info->suite), SSL_CIPHER_standard_name(cipher));
	info_copy(info->version, sizeof(info->version), SSL_get_version(tls->ssl));
	info->cipher_bits = SSL_CIPHER_get_bits(cipher, NULL);
	info->resumed = SSL_session_reused(tls->ssl);
	info_key_exchange(tls, info);
	ERR_clear_error();
}

/* RFC 9266 defines the exporter for TLS 1.2 as well, but peers differ there in
 * what an empty context is, and tls-unique is TLS 1.2's default. */
static bool binding_exporter(const ssmtp_tls *tls, ssmtp_buf *out)
{
	uint8_t octets[EXPORTER_LEN];

	return SSL_version(tls->ssl) >= TLS1_3_VERSION &&
		   SSL_export_keying_material(tls->ssl, octets, sizeof(octets), EXPORTER_LABEL, sizeof(EXPORTER_LABEL) - 1,
			   (const unsigned char *) "", 0, 1) == 1 &&
		   ssmtp_buf_append(out, octets, sizeof(octets));
}

/* RFC 5929 section 3.1: the first Finished message of the handshake, the
 * client's unless the session was resumed. Without the extended master secret
 * (RFC 7627) it does not bind. */
static bool binding_unique(const ssmtp_tls *tls, ssmtp_buf *out)
{
	uint8_t octets[EVP_MAX_MD_SIZE];
	size_t len;

	if (SSL_version(tls->ssl) != TLS1_2_VERSION || SSL_get_extms_support(tls->ssl) != 1) {
		return false;
	}
	len = SSL_session_reused(tls->ssl) ? SSL_get_peer_finished(tls->ssl, octets, sizeof(octets))
									   : SSL_get_finished(tls->ssl, octets, sizeof(octets));
	return len > 0 && len <= sizeof(octets) && ssmtp_buf_append(out, octets, len);
}

bool ssmtp_tls_channel_binding(ssmtp_transport *transport, const char *type, ssmtp_buf *out)
{
	const ssmtp_tls *tls = (const ssmtp_tls *) transport;
	bool ok = false;

	if (tls->state != SSMTP_TLS_OPEN) {
		return false;
	}
	if (strcmp(type, "tls-exporter") == 0) {
		ok = binding_exporter(tls, out);
	} else if (strcmp(type, "tls-unique") == 0) {
		ok = binding_unique(tls, out);
	}
	ERR_clear_error();
	return ok;
}

void ssmtp_tls_seed(ssmtp_slice data)
{
	/* An estimate of 0: the data is mixed in and the system's seeding stays required. */
	if (data.len > 0 && data.len <= INT32_MAX) {
		RAND_add(data.ptr, (int) data.len, 0);
	}
}

/* -- what was offered -- */

#define OFFERED_SUITES_MAX 4

static const char *offered_version(int version)
{
	static const struct {
		int version;
		const char *name;
	} names[] = { { TLS1_VERSION, "TLS 1.0" }, { TLS1_1_VERSION, "TLS 1.1" }, { TLS1_2_VERSION, "TLS 1.2" } };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (names[i].version == version) {
			return names[i].name;
		}
	}
	return "TLS 1.3";
}

bool ssmtp_tls_offered(const ssmtp_tls *tls, ssmtp_buf *out)
{
	STACK_OF(SSL_CIPHER) *suites = SSL_get1_supported_ciphers(tls->ssl);
	int lowest = (int) SSL_get_min_proto_version(tls->ssl);
	int highest = (int) SSL_get_max_proto_version(tls->ssl);
	int count = sk_SSL_CIPHER_num(suites);
	bool ok = ssmtp_buf_append_str(out, offered_version(lowest)) &&
			  (lowest == highest || ssmtp_buf_printf(out, " to %s", offered_version(highest)));

	for (int i = 0; ok && i < count && i < OFFERED_SUITES_MAX; i++) {
		ok = ssmtp_buf_printf(out, "%s%s", i == 0 ? " with " : ", ",
			SSL_CIPHER_standard_name(sk_SSL_CIPHER_value(suites, i)));
	}
	ok = ok && (count <= OFFERED_SUITES_MAX || ssmtp_buf_printf(out, " and %d more", count - OFFERED_SUITES_MAX));
	sk_SSL_CIPHER_free(suites);
	return ok;
}
