/* The headers that answers have in common: what a browser may do with them, who may read them. */
#ifndef SAMRAD_HTTP_HEADERS_H
#define SAMRAD_HTTP_HEADERS_H

#include "http/reply.h"
#include "http/request.h"

/* Adds them. https: whether the public address is one. */
void headers_add(const struct request *request, struct reply *reply, bool https);

/* Makes the reply the answer to OPTIONS: 204 with Allow, and what a browser asks before a read from
 * another site. allow: the methods that the path has. */
void headers_answer_options(const struct request *request, struct reply *reply, const char *allow);

/* Whether a path is of the API, where problems are always JSON. */
bool headers_is_api(const char *path);

#endif
