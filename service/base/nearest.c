#include "base/nearest.h"

#include <string.h>

#include "base/limits.h"

enum { ROOM = LIMIT_KEY + 1, MOST_CHANGES = 3 };

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: Levenshtein's table by rows, with Damerau's swap of neighbours; three rows
 * are enough. Compares bytes: names of members and options are ASCII. */
static size_t distance(const char *a, size_t a_size, const char *b, size_t b_size)
{
	size_t rows[3][ROOM];
	for (size_t j = 0; j <= b_size; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a_size; i++) {
		const size_t *above = rows[(i - 1) % 3];
		const size_t *swap = rows[(i + 1) % 3];
		size_t *row = rows[i % 3];
		row[0] = i;
		for (size_t j = 1; j <= b_size; j++) {
			size_t changed = above[j - 1] + (a[i - 1] != b[j - 1]);
			row[j] = least(changed, least(above[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = least(row[j], swap[j - 2] + 1);
		}
	}
	return rows[a_size % 3][b_size];
}

const char *nearest_name(const char *name, const char *const *candidates, size_t count)
{
	size_t size = strlen(name);
	if (size > LIMIT_KEY)
		return NULL;
	size_t best = least(size / 3, MOST_CHANGES) + 1;
	const char *found = NULL;
	for (size_t i = 0; i < count; i++) {
		size_t candidate_size = candidates[i] ? strlen(candidates[i]) : ROOM;
		if (candidate_size > LIMIT_KEY)
			continue;
		size_t changes = distance(name, size, candidates[i], candidate_size);
		if (changes < best) {
			best = changes;
			found = candidates[i];
		}
	}
	return found;
}
