/* The figures of one table as members of a JSON object that is open. */
#ifndef SAMRAD_FORMAT_TABLE_JSON_H
#define SAMRAD_FORMAT_TABLE_JSON_H

#include "base/arena.h"
#include "base/text.h"
#include "question/question.h"
#include "table/table.h"

/* "options": what the cells are, keys of options or classes as strings, points of a scale as numbers. */
void table_json_put_options(
	struct text *text, const struct question *question, struct arena *arena);

/* n, base, moved, missing, counts, shares, flags and what the kind's measure adds; or "status":
 * "confidential" with null for each number. */
void table_json_put(
	struct text *text, const struct question *question, const struct safe_table *table);

#endif
