#include "result/result.h"

static bool is_split(const struct split *split, const struct result_query *query)
{
	size_t asked = (query->by ? 1U : 0U) + (query->where ? 1U : 0U);
	if (split->count != asked)
		return false;
	for (size_t i = 0; i < split->count; i++)
		if (split->segments[i] != query->by && split->segments[i] != query->where)
			return false;
	return true;
}

static enum result_access split_access(
	const struct published_survey *survey, const struct result_query *query)
{
	const struct definition *definition = survey->definition;
	for (size_t i = 0; i < definition->split_count; i++) {
		if (!is_split(&definition->splits[i], query))
			continue;
		bool is_live =
			definition->split_tables_live || survey->survey.status == SURVEY_CLOSED;
		return is_live ? RESULT_ALLOWED : RESULT_SPLIT_NOT_YET;
	}
	return RESULT_NOT_A_SPLIT;
}

enum result_access result_access(
	const struct published_survey *survey, const struct result_query *query, bool by_key)
{
	switch (survey->definition->results) {
	case RESULTS_KEY:
		if (!by_key)
			return RESULT_NOT_PUBLIC;
		break;
	case RESULTS_AFTER_CLOSE:
		if (survey->survey.status != SURVEY_CLOSED)
			return RESULT_NOT_YET;
		break;
	case RESULTS_PUBLIC:
	default: break;
	}
	return query->by || query->where ? split_access(survey, query) : RESULT_ALLOWED;
}

const char *result_splits(const struct definition *definition, struct arena *arena)
{
	const char *list = "";
	for (size_t i = 0; i < definition->split_count; i++) {
		const struct split *split = &definition->splits[i];
		list = arena_format(arena, "%s%s%s%s%s", list, i ? ", " : "",
			split->segments[0]->key, split->count > 1 ? " with " : "",
			split->count > 1 ? split->segments[1]->key : "");
	}
	return list;
}
