/* Keys from their numbers (see store_key.h), through EVP_PKEY_fromdata(). */
#include "crypto/store_key.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/param_build.h>

#define RSA_OCTETS_MAX 2048 /* 16384 bits, OpenSSL's own limit */

enum { RSA_N, RSA_E, RSA_D, RSA_P, RSA_Q, RSA_DP, RSA_DQ, RSA_QI, RSA_COUNT };

static const char *const rsa_names[RSA_COUNT] = {
	OSSL_PKEY_PARAM_RSA_N,
	OSSL_PKEY_PARAM_RSA_E,
	OSSL_PKEY_PARAM_RSA_D,
	OSSL_PKEY_PARAM_RSA_FACTOR1,
	OSSL_PKEY_PARAM_RSA_FACTOR2,
	OSSL_PKEY_PARAM_RSA_EXPONENT1,
	OSSL_PKEY_PARAM_RSA_EXPONENT2,
	OSSL_PKEY_PARAM_RSA_COEFFICIENT1,
};

static EVP_PKEY *key_from_builder(const char *type, OSSL_PARAM_BLD *builder)
{
	OSSL_PARAM *parameters = builder == NULL ? NULL : OSSL_PARAM_BLD_to_param(builder);
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
	EVP_PKEY *key = NULL;

	if (parameters == NULL || context == NULL || EVP_PKEY_fromdata_init(context) != 1 ||
		EVP_PKEY_fromdata(context, &key, EVP_PKEY_KEYPAIR, parameters) != 1) {
		key = NULL;
	}
	EVP_PKEY_CTX_free(context);
	OSSL_PARAM_free(parameters);
	return key;
}

/* RFC 8017 section 3.2: what some forms leave out follows from d, p and q. */
static bool rsa_complete(BIGNUM *number[RSA_COUNT])
{
	BN_CTX *context = BN_CTX_secure_new();
	BIGNUM *minus = BN_secure_new();
	bool ok = context != NULL && minus != NULL && BN_num_bits(number[RSA_P]) > 1 && BN_num_bits(number[RSA_Q]) > 1;

	for (int i = 0; ok && i < 2; i++) {
		ok = BN_sub(minus, number[RSA_P + i], BN_value_one()) == 1 &&
			 (!BN_is_zero(number[RSA_DP + i]) || BN_mod(number[RSA_DP + i], number[RSA_D], minus, context) == 1);
	}
	if (ok && BN_is_zero(number[RSA_QI])) {
		ok = BN_mod_inverse(number[RSA_QI], number[RSA_Q], number[RSA_P], context) != NULL;
	}
	BN_clear_free(minus);
	BN_CTX_free(context);
	return ok;
}

static bool rsa_read(BIGNUM *number[RSA_COUNT], const ssmtp_rsa_numbers *numbers)
{
	const ssmtp_slice octets[RSA_COUNT] = { numbers->n, numbers->e, numbers->d, numbers->p, numbers->q, numbers->dp,
		numbers->dq, numbers->qi };

	for (int i = 0; i < RSA_COUNT; i++) {
		number[i] = octets[i].len > RSA_OCTETS_MAX ? NULL : BN_secure_new();
		if (number[i] == NULL || BN_bin2bn(octets[i].ptr, (int) octets[i].len, number[i]) == NULL) {
			return false;
		}
		if (i <= RSA_D && BN_is_zero(number[i])) {
			return false;
		}
	}
	return BN_is_odd(number[RSA_N]) && (numbers->p.len == 0 || rsa_complete(number));
}

EVP_PKEY *ssmtp_key_rsa(const ssmtp_rsa_numbers *numbers)
{
	BIGNUM *number[RSA_COUNT] = { NULL };
	OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
	EVP_PKEY *key = NULL;
	bool ok = builder != NULL && rsa_read(number, numbers);

	/* RFC 7518 section 6.3.2: n, e and d alone are a key too. */
	for (int i = 0; ok && i < (numbers->p.len == 0 ? RSA_P : RSA_COUNT); i++) {
		ok = OSSL_PARAM_BLD_push_BN(builder, rsa_names[i], number[i]) == 1;
	}
	if (ok) {
		key = key_from_builder("RSA", builder);
	}
	OSSL_PARAM_BLD_free(builder);
	for (int i = 0; i < RSA_COUNT; i++) {
		BN_clear_free(number[i]);
	}
	return key;
}

/* The two halves are written apart: a signature by one would not verify with the other. */
static bool key_is_pair(EVP_PKEY *key)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_pkey(NULL, key, NULL);
	bool ok = context != NULL && EVP_PKEY_pairwise_check(context) == 1;

	EVP_PKEY_CTX_free(context);
	return ok;
}

EVP_PKEY *ssmtp_key_ec(const char *group, ssmtp_slice point, ssmtp_slice scalar)
{
	OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
	BIGNUM *number = scalar.len == 0 || scalar.len > 67 ? NULL : BN_secure_new();
	EVP_PKEY *key = NULL;

	if (builder != NULL && number != NULL && BN_bin2bn(scalar.ptr, (int) scalar.len, number) != NULL &&
		OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, group, 0) == 1 &&
		OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point.ptr, point.len) == 1 &&
		OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_PRIV_KEY, number) == 1) {
		key = key_from_builder("EC", builder);
	}
	if (key != NULL && !key_is_pair(key)) {
		EVP_PKEY_free(key);
		key = NULL;
	}
	OSSL_PARAM_BLD_free(builder);
	BN_clear_free(number);
	return key;
}

EVP_PKEY *ssmtp_key_raw(const char *type, ssmtp_slice seed)
{
	return EVP_PKEY_new_raw_private_key_ex(NULL, type, NULL, seed.ptr, seed.len);
}
