#include "base/faults.h"

#include <string.h>

#include "base/limits.h"

static const char *const names[FAULT_CODE_COUNT] = {
#define FAULT_CODE(name, string) [FAULT_##name] = string,
	FAULT_CODES(FAULT_CODE)
#undef FAULT_CODE
};

struct faults faults_init(struct arena *arena)
{
	return (struct faults){.arena = arena};
}

static void grow(struct faults *faults)
{
	size_t room = faults->room ? faults->room * 2 : 8;
	struct fault *list = arena_take_array(faults->arena, room, sizeof *list);
	if (faults->count)
		memcpy(list, faults->list, faults->count * sizeof *list);
	faults->list = list;
	faults->room = room;
}

static const char *copy(struct arena *arena, const char *string)
{
	return string ? arena_string(arena, string) : NULL;
}

void faults_add(struct faults *faults,
	enum fault_place in,
	const char *place,
	enum fault_code code,
	const char *first,
	const char *second)
{
	faults->found++;
	if (faults->count == LIMIT_FAULTS)
		return;
	if (faults->count == faults->room)
		grow(faults);
	faults->list[faults->count++] = (struct fault){
		.code = code,
		.in = in,
		.place = copy(faults->arena, place),
		.first = copy(faults->arena, first),
		.second = copy(faults->arena, second),
	};
}

void faults_add_number(struct faults *faults,
	const char *pointer,
	enum fault_code code,
	long long first,
	long long second)
{
	const char *one = arena_format(faults->arena, "%lld", first);
	const char *two = arena_format(faults->arena, "%lld", second);
	faults_add(faults, PLACE_BODY, pointer, code, one, two);
}

const char *fault_code_name(enum fault_code code)
{
	return names[code];
}

const struct fault *faults_at(const struct faults *faults, const char *place)
{
	for (size_t i = 0; i < faults->count; i++)
		if (strcmp(faults->list[i].place, place) == 0)
			return &faults->list[i];
	return NULL;
}
