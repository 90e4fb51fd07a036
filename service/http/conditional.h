/* Conditional reads (RFC 9110, 13): a strong ETag on what may be stored, and 304 for who has it. */
#ifndef SAMRAD_HTTP_CONDITIONAL_H
#define SAMRAD_HTTP_CONDITIONAL_H

#include "http/reply.h"
#include "http/request.h"

/* Gives a 200 reply to GET or HEAD that is public its ETag, and makes it a 304 when If-None-Match has it. The
 * body stays, as for HEAD: the library sends none, and takes Content-Length from it. The tag is a hash of the body, the same on every replica. */
void conditional_apply(const struct request *request, struct reply *reply);

/* Whether a list of entity tags, or *, holds this tag; weak ones compare as strong (RFC 9110, 13.1.2). */
bool conditional_has_tag(const char *list, const char *tag);

#endif
