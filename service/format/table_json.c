#include "format/table_json.h"

#include "base/check.h"
#include "base/json_text.h"
#include "statistics/nps.h"
#include "statistics/share.h"
#include "statistics/summary.h"

/* Digits behind the point. Few answers bear no decimals: of a percentage, so a share keeps two. */
enum { SHARE_DECIMALS = 4, SHARE_DECIMALS_FEW = 2, SUMMARY_DECIMALS = 3, NPS_DECIMALS = 1 };

static const char *const table_members[] = {"n", "base", "moved", "missing", "counts", "shares"};
static const char *const summary_members[] = {"mean", "sd", "median", "ci95"};
static const char *const nps_members[] = {"nps", "promoters", "passives", "detractors", "margin"};

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

static bool has_points(const struct question *question)
{
	enum measure measure = question->kind->measure;
	return measure == MEASURE_SCALE || measure == MEASURE_NPS;
}

void table_json_put_options(struct text *text, const struct question *question, struct arena *arena)
{
	json_member(text, "options");
	json_open(text, '[');
	for (size_t i = 0; i < question->kind->cells(question); i++)
		if (has_points(question))
			json_put_int(text, question->scale.least + (int64_t)i);
		else
			json_put_string(text, question_cell_key(question, i, arena));
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

/* One element per cell, in the order of the options. A ranking's cells are pairs: an array per option, how
 * many put it before each of the others. */
static void put_cells(struct text *text,
	const struct question *question,
	const struct safe_table *table,
	void (*put)(struct text *text, const struct safe_table *table, size_t cell))
{
	bool has_pairs = question->kind->family == FAMILY_RANKS;
	size_t options = question->kind->cells(question);
	json_open(text, '[');
	for (size_t i = 0; i < table_cells(table); i++) {
		if (has_pairs && i % options == 0)
			json_open(text, '[');
		put(text, table, i);
		if (has_pairs && i % options == options - 1)
			json_close(text, ']');
	}
	json_close(text, ']');
}

static void put_count(struct text *text, const struct safe_table *table, size_t cell)
{
	json_put_int(text, table_count(table, cell));
}

static void put_share(struct text *text, const struct safe_table *table, size_t cell)
{
	int decimals = share_decimals(table) ? SHARE_DECIMALS : SHARE_DECIMALS_FEW;
	struct share share = share_of(table, cell);
	json_open(text, '{');
	put_number(text, "share", share.share, decimals);
	put_number(text, "low", share.low, decimals);
	put_number(text, "high", share.high, decimals);
	json_close(text, '}');
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
	json_member(text, "status");
	json_put_string(text, "confidential");
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
	json_member(text, "counts");
	put_cells(text, question, table, put_count);
	json_member(text, "shares");
	put_cells(text, question, table, put_share);
	put_flags(text, table);
	if (question->kind->measure == MEASURE_SCALE)
		put_summary(text, table, question->scale.least);
	else if (question->kind->measure == MEASURE_NPS)
		put_nps(text, table);
}

void table_json_put(
	struct text *text, const struct question *question, const struct safe_table *table)
{
	if (table_is_confidential(table))
		put_withheld(text, question);
	else
		put_shown(text, question, table);
}
