#include "columns/tally.h"

#include "columns/counts.h"

static size_t width_of(const struct tally *tally)
{
	return tally->cells + MISSING_COUNT;
}

struct tally *tally_new(struct arena *arena, size_t groups, size_t cells)
{
	size_t counts = groups * (cells + MISSING_COUNT);
	struct tally *tally = arena_take(arena, sizeof *tally + counts * sizeof(struct count));
	tally->groups = groups;
	tally->cells = cells;
	return tally;
}

static void add(struct count *count, uint32_t responses, uint32_t keys)
{
	count->responses += responses;
	count->keys += keys;
}

void tally_add(struct tally *tally, size_t group, size_t cell, uint32_t responses, uint32_t keys)
{
	add(counts_row(tally, group) + cell, responses, keys);
}

void tally_add_missing(
	struct tally *tally, size_t group, enum missing reason, uint32_t responses, uint32_t keys)
{
	add(counts_row(tally, group) + tally->cells + reason, responses, keys);
}

struct count counts_of(const struct tally *tally, size_t group, size_t cell)
{
	return tally->counts[group * width_of(tally) + cell];
}

struct count counts_missing(const struct tally *tally, size_t group, enum missing reason)
{
	return tally->counts[group * width_of(tally) + tally->cells + reason];
}

struct count *counts_row(struct tally *tally, size_t group)
{
	return tally->counts + group * width_of(tally);
}
