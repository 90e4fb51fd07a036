/* /openapi.json: the contract, as it was built into the program. */
#include "api/handlers.h"

#include "api/answer.h"
#include "base/embed.h"
#include "base/limits.h"
#include "http/problem.h"

void api_openapi_read(const void *context, const struct request *request, struct reply *reply)
{
	const struct embedded *contract = embed_find("openapi/openapi.json");
	(void)context;
	if (!api_accepts_json(request, reply))
		return;
	if (!contract) {
		problem_reply(request, reply, PROBLEM_INTERNAL, NULL);
		return;
	}
	struct text text = text_init(LIMIT_REPLY);
	text_put_bytes(&text, (const char *)contract->bytes, contract->size);
	api_reply_json(reply, &text);
}
