/* Refuses requests about whose beginning or end two servers could differ (request smuggling; RFC 9112, 3.2,
 * 5.1, 6.3 and 11.2): the library behind us accepts them.
 *
 * Looked at when the body has come in, before anything is done. After a refusal the connection must end,
 * so that a second request that the first one smuggled in is never read.
 */
#ifndef SAMRAD_HTTP_FRAMING_H
#define SAMRAD_HTTP_FRAMING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/pairs.h"

/* What is wrong, as a sentence in English, a literal; NULL when nothing is. version: "HTTP/1.1". */
const char *framing_fault(const char *version, const struct pairs *headers);

/* Whether the bytes are a host with or without a port, as in Host. */
bool framing_is_host(const char *host, size_t size);

#endif
