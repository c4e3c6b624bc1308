/* RecipientCertCheck=Chain and Revocation against NIST's Public Key
 * Interoperability Test Suite, section 4 (Debian: python3-cryptography-vectors;
 * another folder of it: SSMTP_PKITS). Certificate policies (4.8 to 4.12) are not
 * asked for here, DSA (4.1.4 to 4.1.6) is no key for mail. */
#include <openssl/err.h>
#include <openssl/pem.h>

#include "crypto/ossl.h"
#include "crypto/smime_trust.h"
#include "pki.h"
#include "unit.h"

#define PATH_MAX_CERTIFICATES 4
#define PKITS_NOW ((time_t) 1325376000) /* 2012-01-01, inside everything that is meant to be valid */

static const struct {
	const char *section, *leaf;
	const char *path[PATH_MAX_CERTIFICATES]; /* between the anchor and the leaf */
	bool valid;
} chains[] = {
	{ "4.1.1", "ValidCertificatePathTest1EE", { "GoodCACert" }, true },
	{ "4.1.2", "InvalidCASignatureTest2EE", { "BadSignedCACert" }, false },
	{ "4.1.3", "InvalidEESignatureTest3EE", { "GoodCACert" }, false },
	{ "4.2.1", "InvalidCAnotBeforeDateTest1EE", { "BadnotBeforeDateCACert" }, false },
	{ "4.2.2", "InvalidEEnotBeforeDateTest2EE", { "GoodCACert" }, false },
	{ "4.2.3", "Validpre2000UTCnotBeforeDateTest3EE", { "GoodCACert" }, true },
	{ "4.2.4", "ValidGeneralizedTimenotBeforeDateTest4EE", { "GoodCACert" }, true },
	{ "4.2.5", "InvalidCAnotAfterDateTest5EE", { "BadnotAfterDateCACert" }, false },
	{ "4.2.6", "InvalidEEnotAfterDateTest6EE", { "GoodCACert" }, false },
	{ "4.2.7", "Invalidpre2000UTCEEnotAfterDateTest7EE", { "GoodCACert" }, false },
	{ "4.2.8", "ValidGeneralizedTimenotAfterDateTest8EE", { "GoodCACert" }, true },
	{ "4.3.1", "InvalidNameChainingTest1EE", { "GoodCACert" }, false },
	{ "4.3.2", "InvalidNameChainingOrderTest2EE", { "NameOrderingCACert" }, false },
	{ "4.3.3", "ValidNameChainingWhitespaceTest3EE", { "GoodCACert" }, true },
	{ "4.3.4", "ValidNameChainingWhitespaceTest4EE", { "GoodCACert" }, true },
	{ "4.3.5", "ValidNameChainingCapitalizationTest5EE", { "GoodCACert" }, true },
	{ "4.3.6", "ValidNameUIDsTest6EE", { "UIDCACert" }, true },
	{ "4.3.7", "ValidRFC3280MandatoryAttributeTypesTest7EE", { "RFC3280MandatoryAttributeTypesCACert" }, true },
	{ "4.3.8", "ValidRFC3280OptionalAttributeTypesTest8EE", { "RFC3280OptionalAttributeTypesCACert" }, true },
	{ "4.3.9", "ValidUTF8StringEncodedNamesTest9EE", { "UTF8StringEncodedNamesCACert" }, true },
	{ "4.3.10", "ValidRolloverfromPrintableStringtoUTF8StringTest10EE",
		{ "RolloverfromPrintableStringtoUTF8StringCACert" }, true },
	{ "4.3.11", "ValidUTF8StringCaseInsensitiveMatchTest11EE", { "UTF8StringCaseInsensitiveMatchCACert" }, true },
	{ "4.5.1", "ValidBasicSelfIssuedOldWithNewTest1EE",
		{ "BasicSelfIssuedNewKeyCACert", "BasicSelfIssuedNewKeyOldWithNewCACert" }, true },
	{ "4.5.3", "ValidBasicSelfIssuedNewWithOldTest3EE",
		{ "BasicSelfIssuedOldKeyCACert", "BasicSelfIssuedOldKeyNewWithOldCACert" }, true },
	{ "4.6.1", "InvalidMissingbasicConstraintsTest1EE", { "MissingbasicConstraintsCACert" }, false },
	{ "4.6.2", "InvalidcAFalseTest2EE", { "basicConstraintsCriticalcAFalseCACert" }, false },
	{ "4.6.3", "InvalidcAFalseTest3EE", { "basicConstraintsNotCriticalcAFalseCACert" }, false },
	{ "4.6.4", "ValidbasicConstraintsNotCriticalTest4EE", { "basicConstraintsNotCriticalCACert" }, true },
	{ "4.6.5", "InvalidpathLenConstraintTest5EE", { "pathLenConstraint0CACert", "pathLenConstraint0subCACert" },
		false },
	{ "4.6.6", "InvalidpathLenConstraintTest6EE", { "pathLenConstraint0CACert", "pathLenConstraint0subCACert" },
		false },
	{ "4.6.7", "ValidpathLenConstraintTest7EE", { "pathLenConstraint0CACert" }, true },
	{ "4.6.8", "ValidpathLenConstraintTest8EE", { "pathLenConstraint0CACert" }, true },
	{ "4.6.9", "InvalidpathLenConstraintTest9EE",
		{ "pathLenConstraint6CACert", "pathLenConstraint6subCA0Cert", "pathLenConstraint6subsubCA00Cert" }, false },
	{ "4.6.11", "InvalidpathLenConstraintTest11EE",
		{ "pathLenConstraint6CACert", "pathLenConstraint6subCA1Cert", "pathLenConstraint6subsubCA11Cert",
			"pathLenConstraint6subsubsubCA11XCert" },
		false },
	{ "4.6.13", "ValidpathLenConstraintTest13EE",
		{ "pathLenConstraint6CACert", "pathLenConstraint6subCA4Cert", "pathLenConstraint6subsubCA41Cert",
			"pathLenConstraint6subsubsubCA41XCert" },
		true },
	{ "4.6.15", "ValidSelfIssuedpathLenConstraintTest15EE",
		{ "pathLenConstraint0CACert", "pathLenConstraint0SelfIssuedCACert" }, true },
	{ "4.7.1", "InvalidkeyUsageCriticalkeyCertSignFalseTest1EE", { "keyUsageCriticalkeyCertSignFalseCACert" }, false },
	{ "4.7.2", "InvalidkeyUsageNotCriticalkeyCertSignFalseTest2EE", { "keyUsageNotCriticalkeyCertSignFalseCACert" },
		false },
	{ "4.7.3", "ValidkeyUsageNotCriticalTest3EE", { "keyUsageNotCriticalCACert" }, true },
	{ "4.13.1", "ValidDNnameConstraintsTest1EE", { "nameConstraintsDN1CACert" }, true },
	{ "4.13.2", "InvalidDNnameConstraintsTest2EE", { "nameConstraintsDN1CACert" }, false },
	{ "4.13.3", "InvalidDNnameConstraintsTest3EE", { "nameConstraintsDN1CACert" }, false },
	{ "4.13.4", "ValidDNnameConstraintsTest4EE", { "nameConstraintsDN1CACert" }, true },
	{ "4.13.21", "ValidRFC822nameConstraintsTest21EE", { "nameConstraintsRFC822CA1Cert" }, true },
	{ "4.13.22", "InvalidRFC822nameConstraintsTest22EE", { "nameConstraintsRFC822CA1Cert" }, false },
	{ "4.13.23", "ValidRFC822nameConstraintsTest23EE", { "nameConstraintsRFC822CA2Cert" }, true },
	{ "4.13.24", "InvalidRFC822nameConstraintsTest24EE", { "nameConstraintsRFC822CA2Cert" }, false },
	{ "4.13.25", "ValidRFC822nameConstraintsTest25EE", { "nameConstraintsRFC822CA3Cert" }, true },
	{ "4.13.26", "InvalidRFC822nameConstraintsTest26EE", { "nameConstraintsRFC822CA3Cert" }, false },
	{ "4.13.27", "ValidDNandRFC822nameConstraintsTest27EE",
		{ "nameConstraintsDN1CACert", "nameConstraintsDN1subCA3Cert" }, true },
	{ "4.13.28", "InvalidDNandRFC822nameConstraintsTest28EE",
		{ "nameConstraintsDN1CACert", "nameConstraintsDN1subCA3Cert" }, false },
	{ "4.13.29", "InvalidDNandRFC822nameConstraintsTest29EE",
		{ "nameConstraintsDN1CACert", "nameConstraintsDN1subCA3Cert" }, false },
	{ "4.16.1", "ValidUnknownNotCriticalCertificateExtensionTest1EE", { NULL }, true },
	{ "4.16.2", "InvalidUnknownCriticalCertificateExtensionTest2EE", { NULL }, false },
};

static const struct {
	const char *section, *leaf, *path, *list;
	bool valid;
} lists[] = {
	{ "4.1.1", "ValidCertificatePathTest1EE", "GoodCACert", "GoodCACRL", true },
	{ "4.4.1", "InvalidMissingCRLTest1EE", "NoCRLCACert", NULL, false },
	{ "4.4.3", "InvalidRevokedEETest3EE", "GoodCACert", "GoodCACRL", false },
	{ "4.4.4", "InvalidBadCRLSignatureTest4EE", "BadCRLSignatureCACert", "BadCRLSignatureCACRL", false },
	{ "4.4.5", "InvalidBadCRLIssuerNameTest5EE", "BadCRLIssuerNameCACert", "BadCRLIssuerNameCACRL", false },
	{ "4.4.6", "InvalidWrongCRLTest6EE", "WrongCRLCACert", "WrongCRLCACRL", false },
	{ "4.4.8", "InvalidUnknownCRLEntryExtensionTest8EE", "UnknownCRLEntryExtensionCACert",
		"UnknownCRLEntryExtensionCACRL", false },
	{ "4.4.9", "InvalidUnknownCRLExtensionTest9EE", "UnknownCRLExtensionCACert", "UnknownCRLExtensionCACRL", false },
	{ "4.4.11", "InvalidOldCRLnextUpdateTest11EE", "OldCRLnextUpdateCACert", "OldCRLnextUpdateCACRL", false },
	{ "4.4.12", "Invalidpre2000CRLnextUpdateTest12EE", "pre2000CRLnextUpdateCACert", "pre2000CRLnextUpdateCACRL",
		false },
	{ "4.4.13", "ValidGeneralizedTimeCRLnextUpdateTest13EE", "GeneralizedTimeCRLnextUpdateCACert",
		"GeneralizedTimeCRLnextUpdateCACRL", true },
	{ "4.4.14", "ValidNegativeSerialNumberTest14EE", "NegativeSerialNumberCACert", "NegativeSerialNumberCACRL", true },
	{ "4.4.15", "InvalidNegativeSerialNumberTest15EE", "NegativeSerialNumberCACert", "NegativeSerialNumberCACRL",
		false },
	{ "4.4.16", "ValidLongSerialNumberTest16EE", "LongSerialNumberCACert", "LongSerialNumberCACRL", true },
	{ "4.4.18", "InvalidLongSerialNumberTest18EE", "LongSerialNumberCACert", "LongSerialNumberCACRL", false },
	{ "4.7.4", "InvalidkeyUsageCriticalcRLSignFalseTest4EE", "keyUsageCriticalcRLSignFalseCACert",
		"keyUsageCriticalcRLSignFalseCACRL", false },
};

static const char *pkits_dir(void)
{
	const char *named = getenv("SSMTP_PKITS");

	return named != NULL ? named : "/usr/lib/python3/dist-packages/cryptography_vectors/x509/PKITS_data";
}

static bool pkits_read(ssmtp_buf *der, const char *folder, const char *name, const char *end)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s/%s.%s", pkits_dir(), folder, name, end);
	return pki_read_path(der, path);
}

/* Appends a file of the suite as PEM to what SMIMECACerts will be. */
static void pkits_append(BIO *pem, const char *folder, const char *name, const char *end, const char *label)
{
	ssmtp_buf der;

	CHECK(pkits_read(&der, folder, name, end), "%s", name);
	CHECK(PEM_write_bio(pem, label, "", der.data + der.start, (long) ssmtp_buf_len(&der)) > 0);
	ssmtp_buf_free(&der);
}

static bool pkits_check(
	const char *leaf, const char *const *path, const char *list, bool revocation, ssmtp_error *error)
{
	BIO *pem = BIO_new(BIO_s_mem());
	ssmtp_smime_trust_options options = { NULL };
	ssmtp_smime_trust *trust;
	ssmtp_certificate *certificate;
	ssmtp_buf der;
	char *text;
	bool ok;

	pkits_append(pem, "certs", "TrustAnchorRootCertificate", "crt", PEM_STRING_X509);
	for (size_t i = 0; i < PATH_MAX_CERTIFICATES && path[i] != NULL; i++) {
		pkits_append(pem, "certs", path[i], "crt", PEM_STRING_X509);
	}
	if (list != NULL) {
		pkits_append(pem, "crls", list, "crl", PEM_STRING_X509_CRL);
	}
	BIO_write(pem, "", 1);
	BIO_get_mem_data(pem, &text);
	options.ca_certs = text;
	trust = ssmtp_smime_trust_open(&options, error);
	CHECK(trust != NULL, "%s", error->text);
	CHECK(pkits_read(&der, "certs", leaf, "crt"), "%s", leaf);
	certificate = ssmtp_certificate_parse(ssmtp_buf_slice(&der), error);
	CHECK(certificate != NULL, "%s: %s", leaf, error->text);
	ok = trust != NULL && certificate != NULL &&
		 ssmtp_smime_trust_check(trust, certificate, revocation, PKITS_NOW, error);
	ssmtp_certificate_free(&certificate);
	ssmtp_smime_trust_free(&trust);
	ssmtp_buf_free(&der);
	BIO_free(pem);
	return ok;
}

static void test_chains(void)
{
	for (size_t i = 0; i < sizeof(chains) / sizeof(chains[0]); i++) {
		ssmtp_error error = { 0 };
		bool ok = pkits_check(chains[i].leaf, chains[i].path, NULL, false, &error);

		CHECK(ok == chains[i].valid, "%s %s: %s", chains[i].section, chains[i].leaf, error.text);
		CHECK(ok || error.code == SSMTP_E_WRONG_CERT, "%s: %d %s", chains[i].section, error.code, error.text);
		CHECK(ERR_peek_error() == 0, "%s", chains[i].section);
	}
}

static void test_lists(void)
{
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		const char *path[PATH_MAX_CERTIFICATES] = { lists[i].path };
		ssmtp_error error = { 0 };
		bool ok = pkits_check(lists[i].leaf, path, lists[i].list, true, &error);

		CHECK(ok == lists[i].valid, "%s %s: %s", lists[i].section, lists[i].leaf, error.text);
		CHECK(ok || error.code == SSMTP_E_WRONG_CERT, "%s: %d %s", lists[i].section, error.code, error.text);
	}
}

int main(void)
{
	ssmtp_buf anchor;
	bool there = pkits_read(&anchor, "certs", "TrustAnchorRootCertificate", "crt");

	ssmtp_buf_free(&anchor);
	if (!there) {
		SKIP("PKITS: %s is not there (Debian: python3-cryptography-vectors)", pkits_dir());
		return unit_summary("pkits");
	}
	test_chains();
	test_lists();
	return unit_summary("pkits");
}
