#include "api/query.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/nearest.h"

static void add(struct faults *faults,
	const char *name,
	enum fault_code code,
	const char *first,
	const char *second)
{
	faults_add(faults, PLACE_QUERY, name, code, first, second);
}

static bool is_known(const char *name, const char *const *known, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(name, known[i]) == 0)
			return true;
	return false;
}

/* Whether the same name stands before this one. */
static bool is_repeated(const struct pairs *query, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (strcmp(query->list[i].name, query->list[index].name) == 0)
			return true;
	return false;
}

void query_check_names(
	const struct pairs *query, const char *const *known, size_t count, struct faults *faults)
{
	for (size_t i = 0; i < query->count; i++) {
		const char *name = query->list[i].name;
		if (!is_known(name, known, count) && !is_repeated(query, i))
			add(faults, name, FAULT_UNKNOWN_PARAMETER, name,
				nearest_name(name, known, count));
	}
}

void query_check_repeated(
	const struct pairs *query, const char *const *names, size_t count, struct faults *faults)
{
	for (size_t i = 0; i < count; i++)
		if (pairs_count(query, names[i]) > 1)
			add(faults, names[i], FAULT_DUPLICATE, names[i], NULL);
}

void query_check(
	const struct pairs *query, const char *const *known, size_t count, struct faults *faults)
{
	query_check_names(query, known, count, faults);
	query_check_repeated(query, known, count, faults);
}

/* Decimal digits with at most a minus before them: what has the form of a whole number. */
static bool is_integer(const char *text)
{
	const char *digits = text[0] == '-' ? text + 1 : text;
	size_t size = strspn(digits, "0123456789");
	return size > 0 && digits[size] == '\0';
}

int64_t query_integer(const struct pairs *query,
	const char *name,
	const int64_t bounds[2],
	int64_t absent,
	struct faults *faults)
{
	const char *value = pairs_find(query, name);
	if (!value)
		return absent;
	if (!is_integer(value)) {
		add(faults, name, FAULT_WRONG_TYPE, "integer", NULL);
		return absent;
	}
	errno = 0;
	int64_t number = strtoll(value, NULL, 10);
	if (errno == 0 && number >= bounds[0] && number <= bounds[1])
		return number;
	add(faults, name, FAULT_OUT_OF_RANGE,
		arena_format(faults->arena, "%lld", (long long)bounds[0]),
		arena_format(faults->arena, "%lld", (long long)bounds[1]));
	return absent;
}

int query_choice(const struct pairs *query,
	const char *name,
	const char *const *choices,
	size_t count,
	struct faults *faults)
{
	const char *value = pairs_find(query, name);
	if (!value)
		return -1;
	for (size_t i = 0; i < count; i++)
		if (strcmp(value, choices[i]) == 0)
			return (int)i;
	add(faults, name, FAULT_UNKNOWN_OPTION, value, nearest_name(value, choices, count));
	return -1;
}

bool query_is_key(const char *string)
{
	size_t size = strspn(string, "abcdefghijklmnopqrstuvwxyz0123456789_-");
	return size > 0 && size <= LIMIT_KEY && string[size] == '\0';
}

const char *query_key(const struct pairs *query, const char *name, struct faults *faults)
{
	const char *value = pairs_find(query, name);
	if (!value || query_is_key(value))
		return value;
	add(faults, name, FAULT_INVALID_KEY, value, NULL);
	return NULL;
}
