/* The guard as the server calls it: what access/ judges, said in HTTP. */
#ifndef SAMRAD_API_GUARD_H
#define SAMRAD_API_GUARD_H

#include "http/server.h"
#include "survey/scope.h"

/* Lets through whose key has the scope. Else the reply is 401, 403 or 503. context: a struct store. */
route_guard api_guard;

/* 403, naming what the key lacks of these scopes. The request must have a principal. */
void api_reply_forbidden(const struct request *request, struct reply *reply, unsigned scopes);

#endif
