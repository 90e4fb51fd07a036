#include "api/guard.h"

#include "access/guard.h"
#include "api/answer.h"
#include "http/problem.h"

/* RFC 6750, 3: without a reason where no key was given. */
#define CHALLENGE "Bearer realm=\"samrad\""

static const char challenge[] = "WWW-Authenticate";

static void refuse(const struct request *request, struct reply *reply, const char *why)
{
	problem_reply(request, reply, PROBLEM_UNAUTHORIZED,
		why ? why : "This needs an API key: Authorization: Bearer samrad_…");
	reply_header(reply, challenge, why ? CHALLENGE ", error=\"invalid_token\"" : CHALLENGE);
}

void api_reply_forbidden(const struct request *request, struct reply *reply, unsigned scopes)
{
	unsigned lacking = scopes & ~request->principal->scopes;
	const char *list = scope_write(request->arena, lacking, ", ");
	problem_reply(request, reply, PROBLEM_FORBIDDEN,
		arena_format(request->arena, "The key lacks the scope %s.", list));
	reply_header(reply, challenge,
		arena_format(request->arena,
			CHALLENGE ", error=\"insufficient_scope\", scope=\"%s\"",
			scope_write(request->arena, lacking, " ")));
}

bool api_guard(const void *context, struct request *request, unsigned scope, struct reply *reply)
{
	struct store *store = (struct store *)context;
	const char *authorization = request_header(request, "Authorization");
	const char *why = NULL;
	switch (guard_judge(&request->principal, &why, store, request->arena, authorization,
		(enum scope)scope)) {
	case GUARD_PASS: return true;
	case GUARD_NO_KEY: refuse(request, reply, NULL); return false;
	case GUARD_INVALID_KEY: refuse(request, reply, why); return false;
	case GUARD_FORBIDDEN:
		api_reply_forbidden(request, reply, scope_bit((enum scope)scope));
		return false;
	case GUARD_UNAVAILABLE:
	default: api_reply_unavailable(request, reply); return false;
	}
}
