/* /api/v1/api-info: the API as the Swedish national REST API profile has it described. */
#include "api/handlers.h"

#include "api/answer.h"
#include "api/context.h"
#include "api/query.h"
#include "base/json_text.h"
#include "base/limits.h"

/* The contract's version and the day on which it was settled, as openapi/openapi.yaml has them. */
static const char version[] = "1.0.0";
static const char released[] = "2020-05-05";

static void put_string(struct text *text, const char *name, const char *value)
{
	json_member(text, name);
	json_put_string(text, value);
}

void api_info_read(const void *context, const struct request *request, struct reply *reply)
{
	const struct api_context *api = context;
	struct faults faults = faults_init(request->arena);
	query_check(&request->query, NULL, 0, &faults);
	if (!api_accepts_json(request, reply) || !api_is_valid(request, reply, &faults))
		return;
	struct text text = text_init(LIMIT_REPLY);
	json_open(&text, '{');
	put_string(&text, "apiName", "Samråd");
	put_string(&text, "apiVersion", version);
	put_string(&text, "apiReleased", released);
	put_string(&text, "apiDocumentation",
		arena_format(request->arena, "%s/openapi.json", api->public_url));
	put_string(&text, "apiStatus", "active");
	json_close(&text, '}');
	api_reply_json(reply, &text);
}
