#include "format/results_json.h"

#include "base/clock.h"
#include "base/json_text.h"
#include "format/table_json.h"

static void put_string(struct text *text, const char *name, const char *value)
{
	json_member(text, name);
	json_put_string(text, value);
}

static void put_int(struct text *text, const char *name, int64_t number)
{
	json_member(text, name);
	json_put_int(text, number);
}

static void put_items(struct text *text, const struct result_question *answered)
{
	json_member(text, "items");
	json_open(text, '[');
	for (size_t i = 0; i < answered->table_count; i++) {
		json_open(text, '{');
		put_string(text, "key", answered->question->items[i].key);
		table_json_put(text, answered->question, answered->tables[i]);
		json_close(text, '}');
	}
	json_close(text, ']');
}

static void put_question(
	struct text *text, const struct result_question *answered, struct arena *arena)
{
	const struct question *question = answered->question;
	json_open(text, '{');
	put_string(text, "key", question->key);
	put_string(text, "kind", question->kind->name);
	table_json_put_options(text, question, arena);
	if (question->kind->family == FAMILY_ITEMS)
		put_items(text, answered);
	else
		table_json_put(text, question, answered->tables[0]);
	json_close(text, '}');
}

static void put_questions(struct text *text,
	const struct result *result,
	const struct result_group *group,
	struct arena *arena)
{
	json_member(text, "questions");
	json_open(text, '[');
	for (size_t i = 0; i < result->query.question_count; i++)
		put_question(text, &group->questions[i], arena);
	json_close(text, ']');
}

static void put_groups(struct text *text, const struct result *result, struct arena *arena)
{
	const struct question *by = result->query.by;
	json_member(text, "groups");
	json_open(text, '[');
	for (size_t i = 0; i < result->group_count; i++) {
		const struct result_group *group = &result->groups[i];
		json_open(text, '{');
		json_member(text, "by");
		json_open(text, '{');
		put_string(text, by->key, question_cell_key(by, (size_t)group->code, arena));
		json_close(text, '}');
		put_questions(text, result, group, arena);
		json_close(text, '}');
	}
	json_close(text, ']');
}

static void put_release(struct text *text, const struct result *result)
{
	char at[CLOCK_TEXT];
	clock_write(at, result->released_at);
	json_member(text, "release");
	json_open(text, '{');
	put_int(text, "number", result->release);
	put_string(text, "at", result->release ? at : NULL);
	json_close(text, '}');
}

void results_json_write(struct text *text, const struct result *result, struct arena *arena)
{
	const struct published_survey *survey = result->survey;
	json_open(text, '{');
	put_string(text, "survey", survey->survey.key);
	put_int(text, "version", survey->version);
	json_member(text, "made_up");
	json_put_bool(text, survey->definition->made_up);
	put_release(text, result);
	if (result->query.by)
		put_groups(text, result, arena);
	else
		put_questions(text, result, &result->groups[0], arena);
	json_close(text, '}');
}
