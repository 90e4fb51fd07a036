#include "disclosure/protect.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/embed.h"
#include "columns/counts.h"
#include "disclosure/cell_key.h"
#include "table/build.h"

static struct ptable d3;
static struct ptable d5;
static pthread_once_t tables_are_parsed = PTHREAD_ONCE_INIT;

static void parse_table(struct ptable *table, const char *name)
{
	const struct embedded *file = embed_find(name);
	if (!file || ptable_parse(table, (const char *)file->bytes))
		abort();
}

static void parse_tables(void)
{
	parse_table(&d3, "service/disclosure/ptable-d3.csv");
	parse_table(&d5, "service/disclosure/ptable-d5.csv");
}

const struct ptable *protect_table(const char *name)
{
	pthread_once(&tables_are_parsed, parse_tables);
	return strcmp(name, "d3") == 0 ? &d3 : &d5;
}

uint32_t protect_threshold(const struct protection *protection, size_t cells)
{
	uint32_t by_cells = (uint32_t)(2 * cells);
	return by_cells > protection->min_group ? by_cells : protection->min_group;
}

static uint32_t protect_count(const struct protection *protection, struct count count)
{
	if (!protection->table)
		return count.responses;
	double u = cell_key_drawn(count.keys, protection->release, protection->secret);
	return ptable_change(protection->table, count.responses, u);
}

static struct count sum(struct count a, struct count b)
{
	return (struct count){a.responses + b.responses, a.keys + b.keys};
}

/* At most one positive cell tells what everybody in the group answered. */
static bool is_homogeneous(const struct safe_table *table)
{
	size_t positive = 0;
	for (size_t i = 0; i < table->cells; i++)
		positive += table->counts[i] > 0;
	return table->cells >= 2 && positive <= 1;
}

static void protect_missing(struct safe_table *table,
	const struct protection *protection,
	const struct tally *tally,
	size_t group)
{
	for (int reason = 0; reason < MISSING_COUNT; reason++)
		table->missing[reason] = protect_count(
			protection, counts_missing(tally, group, (enum missing)reason));
}

/* What both shapes share, once the cells are in: n by its own key, the missing, the rules. in: those who have
 * answered; threshold: how many must have. */
static void finish(struct safe_table *table,
	const struct protection *protection,
	const struct tally *tally,
	size_t group,
	struct count in,
	uint32_t threshold)
{
	table->n = protect_count(protection, in);
	table->moved = protection->release;
	table->noise = protection->table ? protection->table->variance : 0;
	protect_missing(table, protection, tally, group);
	if (in.responses < threshold || is_homogeneous(table))
		table_withhold(table);
}

const struct safe_table *protect_classes(const struct protection *protection,
	const struct tally *tally,
	size_t group,
	size_t cells,
	struct arena *arena)
{
	struct safe_table *table = table_build(arena, cells);
	struct count in = {0, 0};
	for (size_t i = 0; i < cells; i++) {
		struct count count = counts_of(tally, group, i);
		in = sum(in, count);
		table->counts[i] = protect_count(protection, count);
		table->base += table->counts[i];
	}
	finish(table, protection, tally, group, in, protect_threshold(protection, cells));
	return table;
}

const struct safe_table *protect_picks(const struct protection *protection,
	const struct tally *const *tallies,
	size_t group,
	size_t cells,
	struct arena *arena)
{
	struct safe_table *table = table_build(arena, cells);
	struct count in = sum(counts_of(tallies[0], group, 0), counts_of(tallies[0], group, 1));
	table->picks = true;
	for (size_t i = 0; i < cells; i++)
		table->counts[i] = protect_count(protection, counts_of(tallies[i], group, 1));
	finish(table, protection, tallies[0], group, in, protect_threshold(protection, cells));
	table->base = table->n;
	return table;
}

const struct safe_table *protect_ranks(const struct protection *protection,
	const struct tally *answered,
	const struct tally *const *pairs,
	size_t group,
	size_t options,
	struct arena *arena)
{
	struct safe_table *table = table_build(arena, options * options);
	table->picks = true;
	for (size_t i = 0; i < options; i++)
		for (size_t j = i + 1; j < options; j++, pairs++) {
			table->counts[i * options + j] =
				protect_count(protection, counts_of(*pairs, group, 0));
			table->counts[j * options + i] =
				protect_count(protection, counts_of(*pairs, group, 1));
		}
	finish(table, protection, answered, group, counts_of(answered, group, 0),
		protect_threshold(protection, options));
	table->base = table->n;
	return table;
}
