#include "store/code_lists.h"

#include "store/outcome.h"

static const struct db_statement list = {"code_lists_list.sql"};
static const struct db_statement put = {"code_lists_put.sql"};

int code_lists_list(struct code_list_row **rows, size_t *count, struct db *db, struct arena *arena)
{
	struct db_rows *found = NULL;
	int outcome = outcome_of(db_query(&found, db, &list, NULL, 0));
	if (outcome)
		return outcome;
	*count = db_rows_count(found);
	*rows = arena_take_array(arena, *count, sizeof **rows);
	for (size_t i = 0; i < *count; i++)
		(*rows)[i] = (struct code_list_row){
			.key = arena_string(arena, db_read_text(found, i, 0)),
			.document = arena_string(arena, db_read_text(found, i, 1)),
		};
	db_rows_free(found);
	return 0;
}

int code_lists_put(struct db *db, const char *key, const char *document)
{
	const struct db_value values[] = {db_text(key), db_text(document)};
	return outcome_of(db_run(db, &put, values, COUNT_OF(values)));
}
