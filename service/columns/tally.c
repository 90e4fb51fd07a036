#include "columns/tally.h"

#include "columns/counts.h"

struct tally *tally_new(struct arena *arena, size_t groups)
{
	struct tally *tally = arena_take(arena, sizeof *tally + groups * sizeof tally->counts[0]);
	tally->groups = groups;
	return tally;
}

void tally_add(struct tally *tally, size_t group, uint8_t code, uint32_t responses, uint32_t keys)
{
	struct count *count = &tally->counts[group][code];
	count->responses += responses;
	count->keys += keys;
}

struct count counts_of(const struct tally *tally, size_t group, size_t code)
{
	return tally->counts[group][code];
}
