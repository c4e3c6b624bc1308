/* Definite-length DER (X.690) around content that is never in memory: a
 * template with a small or empty content becomes what stands before and behind
 * a content of any length. */
#ifndef SSMTP_CRYPTO_SMIME_DER_H
#define SSMTP_CRYPTO_SMIME_DER_H

#include "base/buf.h"
#include "base/error.h"

#define SSMTP_DER_DEPTH_MAX 8

/* The element to be filled: the index of the child at each level below the outermost element. */
typedef struct ssmtp_der_path {
	uint8_t depth; /* at most SSMTP_DER_DEPTH_MAX */
	uint8_t child[SSMTP_DER_DEPTH_MAX];
} ssmtp_der_path;

/* Appends to head everything up to the first octet of the element's content and
 * to tail everything behind its last, both as if the content had content_octets
 * octets; what the template holds there is dropped. Error 10192 when the
 * template is not one definite-length element or has nothing at the path. */
bool ssmtp_der_splice(ssmtp_slice template, ssmtp_der_path path, uint64_t content_octets, ssmtp_buf *head,
	ssmtp_buf *tail, ssmtp_error *error);

/* The element at the path, header and content; false when there is none. */
bool ssmtp_der_find(ssmtp_slice der, ssmtp_der_path path, ssmtp_slice *element);

/* Octets of tag (one) and length of an element with so many octets of content. */
size_t ssmtp_der_header_octets(uint64_t content_octets);
/* Appends tag and length; false without memory. */
bool ssmtp_der_append_header(ssmtp_buf *out, uint8_t tag, uint64_t content_octets);

#endif
