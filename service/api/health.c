/* /health: for machines that watch over the service. The world is told only yes or no. */
#include "api/handlers.h"

#include "api/answer.h"
#include "api/context.h"
#include "base/json_text.h"
#include "base/limits.h"
#include "http/problem.h"
#include "store/store.h"

/* Never stored: what was true a moment ago is no answer. */
static void reply_status(struct reply *reply, const char *status)
{
	struct text text = text_init(LIMIT_REPLY);
	json_open(&text, '{');
	json_member(&text, "status");
	json_put_string(&text, status);
	json_close(&text, '}');
	reply_set(reply, 200, JSON_MEDIA_TYPE, &text);
}

void api_health_live(const void *context, const struct request *request, struct reply *reply)
{
	(void)context;
	(void)request;
	reply_status(reply, "live");
}

void api_health_ready(const void *context, const struct request *request, struct reply *reply)
{
	const struct api_context *api = context;
	if (store_check(api->store))
		problem_reply(request, reply, PROBLEM_UNAVAILABLE, "The service isn't ready.");
	else
		reply_status(reply, "ready");
}
