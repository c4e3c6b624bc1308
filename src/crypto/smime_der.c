/* DER lengths rewritten around a hole (X.690 sections 8.1.3 and 10.1). */
#include "crypto/smime_der.h"

/* One element of the template: where it starts and what its header says. */
typedef struct der_element {
	size_t start;
	size_t header_octets;
	uint64_t content_octets;
	uint8_t tag;
} der_element;

static size_t der_content(const der_element *element)
{
	return element->start + element->header_octets;
}

static size_t der_end(const der_element *element)
{
	return der_content(element) + (size_t) element->content_octets;
}

/* Long form of the length, minimal and definite only. */
static bool der_read_long_length(ssmtp_slice octets, der_element *element)
{
	size_t count = octets.ptr[1] & 0x7f;

	if (count == 0 || count > sizeof(uint64_t) || octets.len < 2 + count || octets.ptr[2] == 0) {
		return false;
	}
	element->content_octets = 0;
	for (size_t i = 0; i < count; i++) {
		element->content_octets = element->content_octets << 8 | octets.ptr[2 + i];
	}
	element->header_octets = 2 + count;
	return element->content_octets > 0x7f;
}

/* The element that starts at start and ends at limit or before. */
static bool der_read(ssmtp_slice template, size_t start, size_t limit, der_element *element)
{
	ssmtp_slice octets = ssmtp_slice_of(template.ptr + start, limit - start);

	if (octets.len < 2 || (octets.ptr[0] & 0x1f) == 0x1f) {
		return false;
	}
	element->start = start;
	element->tag = octets.ptr[0];
	if (octets.ptr[1] < 0x80) {
		element->header_octets = 2;
		element->content_octets = octets.ptr[1];
	} else if (!der_read_long_length(octets, element)) {
		return false;
	}
	return element->content_octets <= octets.len - element->header_octets;
}

static bool der_read_child(ssmtp_slice template, const der_element *parent, uint8_t index, der_element *child)
{
	size_t start = der_content(parent);

	if ((parent->tag & 0x20) == 0) {
		return false;
	}
	while (der_read(template, start, der_end(parent), child)) {
		if (index-- == 0) {
			return true;
		}
		start = der_end(child);
	}
	return false;
}

size_t ssmtp_der_header_octets(uint64_t content_octets)
{
	size_t octets = 2;

	if (content_octets > 0x7f) {
		for (; content_octets != 0; content_octets >>= 8) {
			octets++;
		}
	}
	return octets;
}

bool ssmtp_der_append_header(ssmtp_buf *out, uint8_t tag, uint64_t content_octets)
{
	uint8_t header[2 + sizeof(uint64_t)] = { tag };
	size_t octets = ssmtp_der_header_octets(content_octets);

	header[1] = (uint8_t) (octets == 2 ? content_octets : 0x80 | (octets - 2));
	for (size_t i = octets; i > 2; i--) {
		header[i - 1] = (uint8_t) content_octets;
		content_octets >>= 8;
	}
	return ssmtp_buf_append(out, header, octets);
}

/* From the innermost element outwards: what each will hold once the hole holds content_octets. */
static bool der_new_lengths(const der_element *elements, size_t depth, uint64_t content_octets, uint64_t *lengths)
{
	lengths[depth] = content_octets;
	for (size_t i = depth; i > 0; i--) {
		uint64_t old_child = elements[i].header_octets + elements[i].content_octets;
		uint64_t rest = elements[i - 1].content_octets - old_child + ssmtp_der_header_octets(lengths[i]);

		if (lengths[i] > UINT64_MAX / 2 - rest) {
			return false;
		}
		lengths[i - 1] = rest + lengths[i];
	}
	return true;
}

static bool der_write(ssmtp_slice template, const der_element *elements, const uint64_t *lengths, size_t depth,
	ssmtp_buf *head, ssmtp_buf *tail)
{
	size_t from = 0;

	for (size_t i = 0; i <= depth; i++) {
		if (!ssmtp_buf_append(head, template.ptr + from, elements[i].start - from) ||
			!ssmtp_der_append_header(head, elements[i].tag, lengths[i])) {
			return false;
		}
		from = der_content(&elements[i]);
	}
	from = der_end(&elements[depth]);
	return ssmtp_buf_append(tail, template.ptr + from, template.len - from);
}

/* The elements along the path, outermost first. */
static bool der_follow(ssmtp_slice template, ssmtp_der_path path, der_element *elements)
{
	bool found = path.depth <= SSMTP_DER_DEPTH_MAX && der_read(template, 0, template.len, &elements[0]) &&
				 der_end(&elements[0]) == template.len;

	for (size_t i = 0; found && i < path.depth; i++) {
		found = der_read_child(template, &elements[i], path.child[i], &elements[i + 1]);
	}
	return found;
}

bool ssmtp_der_find(ssmtp_slice der, ssmtp_der_path path, ssmtp_slice *element)
{
	der_element elements[SSMTP_DER_DEPTH_MAX + 1];
	const der_element *last = &elements[path.depth];

	if (!der_follow(der, path, elements)) {
		return false;
	}
	*element = ssmtp_slice_of(der.ptr + last->start, der_end(last) - last->start);
	return true;
}

bool ssmtp_der_splice(ssmtp_slice template, ssmtp_der_path path, uint64_t content_octets, ssmtp_buf *head,
	ssmtp_buf *tail, ssmtp_error *error)
{
	der_element elements[SSMTP_DER_DEPTH_MAX + 1];
	uint64_t lengths[SSMTP_DER_DEPTH_MAX + 1];
	bool found = path.depth <= SSMTP_DER_DEPTH_MAX && der_read(template, 0, template.len, &elements[0]) &&
				 der_end(&elements[0]) == template.len;

	for (size_t i = 0; found && i < path.depth; i++) {
		found = der_read_child(template, &elements[i], path.child[i], &elements[i + 1]);
	}
	if (!found || !der_new_lengths(elements, path.depth, content_octets, lengths)) {
		return ssmtp_error_set(
			error, SSMTP_ERROR_SMIME, SSMTP_E_DECODING, "The DER of the S/MIME structure is not of the expected form.");
	}
	if (!der_write(template, elements, lengths, path.depth, head, tail)) {
		return ssmtp_error_nomem(error);
	}
	return true;
}
