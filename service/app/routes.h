/* Every address of the service, and who answers there. */
#ifndef SAMRAD_APP_ROUTES_H
#define SAMRAD_APP_ROUTES_H

#include "http/router.h"

/* The server's contexts by number: struct api_context and struct page_context. */
enum { CONTEXT_API, CONTEXT_PAGE };

extern const struct route routes[];
extern const size_t route_count;

#endif
