#include "format/results_json.h"

#include "base/check.h"
#include "base/clock.h"
#include "base/json_text.h"
#include "statistics/nps.h"
#include "statistics/share.h"
#include "statistics/summary.h"

/* Digits behind the point. Few answers bear no decimals: of a percentage, so a share keeps two. */
enum { SHARE_DECIMALS = 4, SHARE_DECIMALS_FEW = 2, SUMMARY_DECIMALS = 3, NPS_DECIMALS = 1 };

static const char *const table_members[] = {"n", "base", "moved", "missing", "counts", "shares"};
static const char *const summary_members[] = {"mean", "sd", "median", "ci95"};
static const char *const nps_members[] = {"nps", "promoters", "passives", "detractors", "margin"};

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

static void put_number(struct text *text, const char *name, double number, int decimals)
{
	json_member(text, name);
	json_put_number(text, number, decimals);
}

static void put_nulls(struct text *text, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		json_member(text, names[i]);
		json_put_null(text);
	}
}

/* The keys of the cells: strings of options, or the numbers of a scale's points. */
static void put_options(struct text *text, const struct question *question, struct arena *arena)
{
	json_member(text, "options");
	json_open(text, '[');
	for (size_t i = 0; i < question->kind->cells(question); i++)
		if (question->kind->measure == MEASURE_SHARES)
			json_put_string(text, question_cell_key(question, i, arena));
		else
			json_put_int(text, question->scale.least + (int64_t)i);
	json_close(text, ']');
}

static void put_missing(struct text *text, const struct safe_table *table)
{
	json_member(text, "missing");
	json_open(text, '{');
	for (int reason = 0; reason < MISSING_COUNT; reason++)
		put_int(text, missing_name((enum missing)reason),
			table_missing(table, (enum missing)reason));
	json_close(text, '}');
}

static void put_counts(struct text *text, const struct safe_table *table)
{
	json_member(text, "counts");
	json_open(text, '[');
	for (size_t i = 0; i < table_cells(table); i++)
		json_put_int(text, table_count(table, i));
	json_close(text, ']');
}

static void put_shares(struct text *text, const struct safe_table *table)
{
	int decimals = share_decimals(table) ? SHARE_DECIMALS : SHARE_DECIMALS_FEW;
	json_member(text, "shares");
	json_open(text, '[');
	for (size_t i = 0; i < table_cells(table); i++) {
		struct share share = share_of(table, i);
		json_open(text, '{');
		put_number(text, "share", share.share, decimals);
		put_number(text, "low", share.low, decimals);
		put_number(text, "high", share.high, decimals);
		json_close(text, '}');
	}
	json_close(text, ']');
}

static void put_flags(struct text *text, const struct safe_table *table)
{
	json_member(text, "flags");
	json_open(text, '[');
	if (share_is_few(table))
		json_put_string(text, "n_below_30");
	json_close(text, ']');
}

static void put_summary(struct text *text, const struct safe_table *table, int least)
{
	struct summary summary = summary_of(table, least);
	int decimals = share_decimals(table) ? SUMMARY_DECIMALS : 0;
	put_number(text, "mean", summary.mean, decimals);
	put_number(text, "sd", summary.sd, decimals);
	put_number(text, "median", summary.median, decimals);
	json_member(text, "ci95");
	json_open(text, '[');
	json_put_number(text, summary.low, decimals);
	json_put_number(text, summary.high, decimals);
	json_close(text, ']');
}

static void put_nps(struct text *text, const struct safe_table *table)
{
	struct nps nps = nps_of(table);
	put_number(text, "nps", nps.score, NPS_DECIMALS);
	put_int(text, "promoters", nps.promoters);
	put_int(text, "passives", nps.passives);
	put_int(text, "detractors", nps.detractors);
	put_number(text, "margin", nps.margin, NPS_DECIMALS);
}

static void put_withheld(struct text *text, const struct question *question)
{
	put_string(text, "status", "confidential");
	put_nulls(text, table_members, COUNT_OF(table_members));
	if (question->kind->measure == MEASURE_SCALE)
		put_nulls(text, summary_members, COUNT_OF(summary_members));
	else if (question->kind->measure == MEASURE_NPS)
		put_nulls(text, nps_members, COUNT_OF(nps_members));
}

static void put_shown(
	struct text *text, const struct question *question, const struct safe_table *table)
{
	put_int(text, "n", table_n(table));
	put_int(text, "base", table_base(table));
	put_int(text, "moved", table_moved(table));
	put_missing(text, table);
	put_counts(text, table);
	put_shares(text, table);
	put_flags(text, table);
	if (question->kind->measure == MEASURE_SCALE)
		put_summary(text, table, question->scale.least);
	else if (question->kind->measure == MEASURE_NPS)
		put_nps(text, table);
}

static void put_table(
	struct text *text, const struct question *question, const struct safe_table *table)
{
	if (table_is_confidential(table))
		put_withheld(text, question);
	else
		put_shown(text, question, table);
}

static void put_items(struct text *text, const struct result_question *answered)
{
	json_member(text, "items");
	json_open(text, '[');
	for (size_t i = 0; i < answered->table_count; i++) {
		json_open(text, '{');
		put_string(text, "key", answered->question->items[i].key);
		put_table(text, answered->question, answered->tables[i]);
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
	put_options(text, question, arena);
	if (question->kind->family == FAMILY_ITEMS)
		put_items(text, answered);
	else
		put_table(text, question, answered->tables[0]);
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
