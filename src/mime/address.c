/* The strict check of an addr-spec (RFC 5321 section 4.1.2, RFC 6531 section
 * 3.3): what may become a forward-path or reverse-path (see mailbox.h). */
#include "base/ascii.h"
#include "mime/mailbox.h"
#include "base/utf8.h"

#define LABEL_MAX 63

bool ssmtp_is_atext(uint8_t c)
{
	return ssmtp_is_alnum(c) || c >= 0x80 || (c != 0 && strchr("!#$%&'*+-/=?^_`{|}~", c) != NULL);
}

static bool address_malformed(ssmtp_slice address, const char *what, ssmtp_error *error)
{
	return ssmtp_error_argument(error, "The address \"%.*s\" %s.",
		(int) (address.len < SSMTP_ADDRESS_MAX ? address.len : SSMTP_ADDRESS_MAX), (const char *) address.ptr, what);
}

/* Length of the local part at the start of the address, 0 when it is malformed. */
static size_t address_local_quoted(ssmtp_slice address)
{
	for (size_t i = 1; i < address.len; i++) {
		if (address.ptr[i] == '\\') {
			i++;
		} else if (address.ptr[i] == '"') {
			return i + 1;
		}
	}
	return 0;
}

static size_t address_local_atoms(ssmtp_slice address)
{
	size_t i = 0;
	bool word = false;

	for (; i < address.len && address.ptr[i] != '@'; i++) {
		if (address.ptr[i] == '.' ? !word : !ssmtp_is_atext(address.ptr[i])) {
			return 0;
		}
		word = address.ptr[i] != '.';
	}
	return word ? i : 0;
}

static bool address_domain_is_literal(ssmtp_slice domain)
{
	if (domain.len < 3 || domain.ptr[domain.len - 1] != ']') {
		return false;
	}
	for (size_t i = 1; i < domain.len - 1; i++) {
		if (!ssmtp_is_alnum(domain.ptr[i]) && strchr(":.-", domain.ptr[i]) == NULL) {
			return false;
		}
	}
	return true;
}

static bool address_label_is_valid(ssmtp_slice label)
{
	if (label.len == 0 || (label.len > LABEL_MAX && ssmtp_slice_is_ascii(label)) || label.ptr[0] == '-' ||
		label.ptr[label.len - 1] == '-') {
		return false;
	}
	for (size_t i = 0; i < label.len; i++) {
		if (!ssmtp_is_alnum(label.ptr[i]) && label.ptr[i] != '-' && label.ptr[i] != '_' && label.ptr[i] < 0x80) {
			return false;
		}
	}
	return true;
}

static bool address_domain_is_valid(ssmtp_slice domain)
{
	if (domain.len > 0 && domain.ptr[0] == '[') {
		return address_domain_is_literal(domain);
	}
	for (;;) {
		size_t dot = ssmtp_slice_find(domain, '.');

		if (!address_label_is_valid(ssmtp_slice_head(domain, dot))) {
			return false;
		}
		if (dot == domain.len) {
			return true;
		}
		domain = ssmtp_slice_of(domain.ptr + dot + 1, domain.len - dot - 1);
	}
}

/* Length of the local part; 0 when it is malformed. */
static size_t address_local(ssmtp_slice address)
{
	return address.len > 0 && address.ptr[0] == '"' ? address_local_quoted(address) : address_local_atoms(address);
}

/* A character that nobody sees came by pasting, or makes an address look like another one. The joiners of a domain
 * are judged by IDNA. */
static bool address_shows(ssmtp_slice address, ssmtp_error *error)
{
	const unsigned kinds = SSMTP_UTF8_DIRECTION | SSMTP_UTF8_INVISIBLE;
	size_t local = address_local(address);
	uint32_t code = ssmtp_utf8_find_hidden(ssmtp_slice_head(address, local), kinds | SSMTP_UTF8_JOINER);

	code = code != 0 ? code : ssmtp_utf8_find_hidden(ssmtp_slice_skip(address, local), kinds);
	return code == 0 ||
		   ssmtp_error_argument(error,
			   "The address holds the invisible character U+%04X: delete it, or type the address anew.",
			   (unsigned) code);
}

bool ssmtp_mailbox_check_name(ssmtp_slice name, ssmtp_error *error)
{
	uint32_t code = ssmtp_utf8_find_hidden(name, SSMTP_UTF8_DIRECTION);

	return code == 0 ||
		   ssmtp_error_argument(error,
			   "A display name holds the character U+%04X, which changes the direction of what stands behind it: "
			   "delete it.",
			   (unsigned) code);
}

bool ssmtp_address_check_domain(ssmtp_slice address, ssmtp_error *error)
{
	return address_local(address) < address.len ||
		   ssmtp_slice_equal_nocase(address, SSMTP_SLICE("postmaster")) ||
		   ssmtp_error_argument(error,
			   "\"%.*s\" is no address, as it has no @domain. Put a display name with a comma in quotes: "
			   "\"Doe, John\" <john@example.org>. Config AllowLocalAddresses=True allows mailboxes without "
			   "domain.",
			   SSMTP_SLICE_FMT(ssmtp_slice_head(address, 100)));
}

bool ssmtp_address_check(ssmtp_slice address, ssmtp_error *error)
{
	size_t local;

	if (address.len == 0) {
		return ssmtp_error_argument(error, "The address is empty.");
	}
	if (ssmtp_utf8_has_control(address, true)) {
		return ssmtp_error_argument(error, "The address holds a control character or malformed UTF-8.");
	}
	if (!address_shows(address, error)) {
		return false;
	}
	if (address.len > SSMTP_ADDRESS_MAX) {
		return ssmtp_error_argument(error, "The address is longer than %d octets.", SSMTP_ADDRESS_MAX);
	}
	local = address_local(address);
	if (local == 0) {
		return address_malformed(address, "has a malformed local part (put unusual characters in quotes)", error);
	}
	if (local == address.len) {
		return true;
	}
	if (address.ptr[local] != '@' || !address_domain_is_valid(ssmtp_slice_skip(address, local + 1))) {
		return address_malformed(address, "has a malformed domain", error);
	}
	return true;
}
