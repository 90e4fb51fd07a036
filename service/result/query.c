#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"
#include "result/result.h"

/* What stands in a parsing of one query. */
struct asking {
	struct result_query *query;
	const struct definition *definition;
	struct arena *arena;
	struct faults *faults;
};

static void query_fault(struct asking *asking,
	const char *parameter,
	enum fault_code code,
	const char *first,
	const char *second)
{
	faults_add(asking->faults, PLACE_QUERY, parameter, code, first, second);
}

/* A question by name; NULL after a fault that tells the nearest. */
static const struct question *find(struct asking *asking, const char *parameter, const char *key)
{
	const struct definition *definition = asking->definition;
	const struct question *question = definition_question(definition, key);
	if (question)
		return question;
	const char *const *keys = definition_keys(definition, asking->arena);
	query_fault(asking, parameter, FAULT_UNKNOWN_QUESTION, key,
		nearest_name(key, keys, definition->question_count));
	return NULL;
}

static const struct question *find_segment(
	struct asking *asking, const char *parameter, const char *name)
{
	const struct question *segment = definition_segment(asking->definition, name);
	if (segment)
		return segment;
	if (definition_question(asking->definition, name))
		query_fault(asking, parameter, FAULT_UNKNOWN_SEGMENT, name,
			definition_segments(asking->definition, asking->arena));
	else
		(void)find(asking, parameter, name);
	return NULL;
}

static void take_all(struct asking *asking)
{
	const struct definition *definition = asking->definition;
	for (size_t i = 0; i < definition->question_count; i++)
		if (definition->questions[i].kind->family != FAMILY_NONE)
			asking->query->questions[asking->query->question_count++] =
				&definition->questions[i];
}

/* Marks one name of a list. */
static void mark(struct asking *asking, bool *wanted, const char *key)
{
	const struct question *question = find(asking, "questions", key);
	if (!question)
		return;
	if (question->kind->family == FAMILY_NONE)
		query_fault(asking, "questions", FAULT_NOT_TABULATED, key, NULL);
	wanted[question - asking->definition->questions] = true;
}

static void take_listed(struct asking *asking, const char *list)
{
	const struct definition *definition = asking->definition;
	bool *wanted = arena_take_array(asking->arena, definition->question_count, sizeof *wanted);
	while (*list) {
		size_t size = strcspn(list, ",");
		mark(asking, wanted, arena_copy(asking->arena, list, size));
		list += size + (list[size] == ',');
	}
	for (size_t i = 0; i < definition->question_count; i++)
		if (wanted[i])
			asking->query->questions[asking->query->question_count++] =
				&definition->questions[i];
}

/* where=segment:option */
static void take_where(struct asking *asking, const char *where)
{
	size_t size = strcspn(where, ":");
	const char *key = arena_copy(asking->arena, where, size);
	const struct question *segment = find_segment(asking, "where", key);
	if (!segment)
		return;
	const char *option = where[size] ? where + size + 1 : "";
	int code = question_code_find(segment, option);
	if (code < 0) {
		query_fault(asking, "where", FAULT_UNKNOWN_OPTION, option, NULL);
		return;
	}
	asking->query->where = segment;
	asking->query->where_code = code;
}

static void refuse_repeated(struct asking *asking, const struct pairs *parameters)
{
	static const char *const once[] = {"questions", "by", "where"};
	for (size_t i = 0; i < COUNT_OF(once); i++)
		if (pairs_count(parameters, once[i]) > 1)
			query_fault(asking, once[i], FAULT_TOO_MANY, "1",
				arena_format(
					asking->arena, "%zu", pairs_count(parameters, once[i])));
}

void result_query_parse(struct result_query *query,
	const struct definition *definition,
	const struct pairs *parameters,
	struct arena *arena,
	struct faults *faults)
{
	struct asking asking = {query, definition, arena, faults};
	const char *questions = pairs_find(parameters, "questions");
	const char *by = pairs_find(parameters, "by");
	const char *where = pairs_find(parameters, "where");

	*query = (struct result_query){.where_code = -1};
	query->questions =
		arena_take_array(arena, definition->question_count, sizeof *query->questions);
	refuse_repeated(&asking, parameters);
	if (questions && *questions)
		take_listed(&asking, questions);
	else
		take_all(&asking);
	if (by && *by)
		query->by = find_segment(&asking, "by", by);
	if (where && *where)
		take_where(&asking, where);
	if (query->by && query->where && query->by->first_column == query->where->first_column)
		query_fault(&asking, "where", FAULT_NOT_ALLOWED, query->by->key,
			"by divides by it already");
}
