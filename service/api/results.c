/* /api/v1/surveys/{survey}/results: protected figures. */
#include "api/handlers.h"

#include <string.h>

#include "access/principal.h"
#include "api/answer.h"
#include "api/context.h"
#include "api/guard.h"
#include "api/query.h"
#include "base/limits.h"
#include "format/format.h"
#include "http/negotiation.h"
#include "http/problem.h"
#include "result/result.h"
#include "survey/words.h"

/* The format that the query names, else the one that Accept prefers; NULL, with 406 set, when there is none.
 * A name that isn't known is a fault. */
static const struct format *choose_format(
	const struct request *request, struct reply *reply, struct faults *faults)
{
	const char *names[FORMAT_COUNT];
	const char *types[FORMAT_COUNT];
	const char *list = "";
	for (size_t i = 0; i < FORMAT_COUNT; i++) {
		names[i] = formats[i].name;
		types[i] = formats[i].media_type;
		list = arena_format(request->arena, "%s%s%s", list, *list ? ", " : "", types[i]);
	}
	int named = query_choice(&request->query, "format", names, FORMAT_COUNT, faults);
	if (pairs_find(&request->query, "format"))
		return &formats[named < 0 ? 0 : named];
	int accepted = negotiate_media_type(request_header(request, "Accept"), types, FORMAT_COUNT);
	if (accepted >= 0)
		return &formats[accepted];
	problem_reply(request, reply, PROBLEM_NOT_ACCEPTABLE,
		arena_format(request->arena, "This address answers in %s.", list));
	return NULL;
}

static void check_language(const struct pairs *query, struct faults *faults)
{
	const char *language = pairs_find(query, "lang");
	for (size_t i = 0; language && i < interface_language_count; i++)
		if (strcmp(language, interface_languages[i]) == 0)
			return;
	if (language)
		faults_add(faults, PLACE_QUERY, "lang", FAULT_UNKNOWN_LANGUAGE, language, "sv, en");
}

/* All of the query. Until releases are stored there is only number 0, which is counted on request. */
static void read_query(struct result_query *query,
	const struct definition *definition,
	const struct request *request,
	struct faults *faults)
{
	static const char *const known[] = {
		"questions", "by", "where", "release", "lang", "format"};
	static const int64_t releases[] = {0, 0};
	query_check_names(&request->query, known, COUNT_OF(known), faults);
	query_check_repeated(&request->query, known + 3, COUNT_OF(known) - 3, faults);
	(void)query_integer(&request->query, "release", releases, 0, faults);
	check_language(&request->query, faults);
	result_query_parse(query, definition, &request->query, request->arena, faults);
}

/* "The results can't be divided so. These splits are public: role, municipality." */
static const char *explain(
	enum result_access access, const struct definition *definition, struct arena *arena)
{
	const char *splits = result_splits(definition, arena);
	const char *list = *splits ? splits : "none";
	switch (access) {
	case RESULT_NOT_YET: return "The results become public when the survey has closed.";
	case RESULT_NOT_A_SPLIT:
		return arena_format(arena,
			"The results can't be divided so. These splits are public: %s.", list);
	case RESULT_SPLIT_NOT_YET:
		return arena_format(
			arena, "These splits become public when the survey has closed: %s.", list);
	case RESULT_NOT_PUBLIC:
	case RESULT_ALLOWED:
	default:
		return "The results of this survey aren't public: they need a key with the scope "
		       "results:read.";
	}
}

static void reply_results(const struct api_context *api,
	const struct request *request,
	struct reply *reply,
	const struct published_survey *survey,
	const struct result_query *query,
	const struct format *format)
{
	struct result result;
	if (result_make(&result, api->results, survey, query, request->arena)) {
		api_reply_unavailable(request, reply);
		return;
	}
	struct text text = text_init(LIMIT_REPLY);
	format->write(&text, &result, request->arena);
	reply_set(reply, 200, format->media_type, &text);
	reply->cache =
		survey->definition->results == RESULTS_KEY ? CACHE_PRIVATE : CACHE_REVALIDATE;
	reply_vary(reply, "Accept");
}

void api_results_read(const void *context, const struct request *request, struct reply *reply)
{
	const struct api_context *api = context;
	struct faults faults = faults_init(request->arena);
	struct published_survey survey;
	struct result_query query;

	const struct format *format = choose_format(request, reply, &faults);
	if (!format || !api_find_survey(&survey, api->published, request, reply))
		return;
	read_query(&query, survey.definition, request, &faults);
	if (!api_is_valid(request, reply, &faults))
		return;
	const struct principal *principal = request->principal;
	bool by_key = principal && principal_may(principal, scope_bit(SCOPE_RESULTS_READ));
	enum result_access access = result_access(&survey, &query, by_key);
	if (access == RESULT_ALLOWED)
		reply_results(api, request, reply, &survey, &query, format);
	else if (access == RESULT_NOT_PUBLIC && principal)
		api_reply_forbidden(request, reply, scope_bit(SCOPE_RESULTS_READ));
	else
		problem_reply(request, reply, PROBLEM_NOT_PUBLIC,
			explain(access, survey.definition, request->arena));
}
