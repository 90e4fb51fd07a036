/* Chooses what the client prefers: media types and languages (RFC 9110, 12.5). */
#ifndef SAMRAD_HTTP_NEGOTIATION_H
#define SAMRAD_HTTP_NEGOTIATION_H

#include <stddef.h>

/* The index of the offered media type that Accept prefers (quality, then specificity, then the order of
 * offers); 0 when accept is NULL or empty; -1 when none is acceptable. */
int negotiate_media_type(const char *accept, const char *const *offers, size_t count);

/* The index of the offered language (BCP 47) that Accept-Language prefers, matching prefixes
 * ("sv-SE" takes "sv"); 0 when header is NULL or nothing fits. */
size_t negotiate_language(const char *header, const char *const *offers, size_t count);

#endif
