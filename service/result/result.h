/* One pipeline for every figure that leaves: query → count → protect → safe tables.
 *
 * A result is what was asked for, as safe tables; formats and pages write it, statistics/ makes shares and
 * means from the tables as they are written.
 */
#ifndef SAMRAD_RESULT_RESULT_H
#define SAMRAD_RESULT_RESULT_H

#include "definition/published.h"
#include "table/table.h"

/* A query whose names have been found. Borrowed from the definition. */
struct result_query {
	const struct question **questions; /* those asked for, in the survey's order */
	size_t question_count;
	const struct question *by;    /* NULL: not divided */
	const struct question *where; /* NULL: not filtered */
	int where_code;               /* the option of where */
};

/* One question's figures in one group: a table, or one per item of a matrix. */
struct result_question {
	const struct question *question;
	const struct safe_table **tables; /* item_count of a matrix, else one */
	size_t table_count;
};

/* All questions of one group; group_count is 1 without by. */
struct result_group {
	int code; /* of by; -1 without */
	struct result_question *questions;
};

struct result {
	const struct published_survey *survey;
	struct result_query query;
	struct result_group *groups;
	size_t group_count;
	uint32_t release;    /* its number; 0 before there are releases */
	int64_t released_at; /* 0 with it */
};

/* Whether this may be asked; if not, why. */
enum result_access {
	RESULT_ALLOWED,
	RESULT_NOT_PUBLIC,
	RESULT_NOT_YET,
	RESULT_NOT_A_SPLIT,
	RESULT_SPLIT_NOT_YET
};

/* Finds a query's names in the definition, from parameters questions, by, where (release, lang and format
 * are others' and pass). Everything wrong is told as faults of the query. Memory is the arena's. */
void result_query_parse(struct result_query *query,
	const struct definition *definition,
	const struct pairs *parameters,
	struct arena *arena,
	struct faults *faults);

/* Whether the answer to this query may be seen now. by_key: by somebody who may see results that are for keys
 * (results:read), which are no others than the public would see. */
enum result_access result_access(
	const struct published_survey *survey, const struct result_query *query, bool by_key);

/* The splits that are public, "role, municipality", from the arena; "" when there are none. */
const char *result_splits(const struct definition *definition, struct arena *arena);

struct results; /* the images of surveys, and the keys that protect what is counted in them */
struct store;

enum { RESULT_UNAVAILABLE = 1 };

/* Caller owns. store and published must outlive it; the secret (the service's) is copied. No thread is started. */
struct results *results_new(
	struct store *store, struct published *published, const void *secret, size_t secret_size);
void results_free(struct results *results);

/* Answers a query with protected tables. survey is borrowed by the result; memory is the arena's.
 * Returns 0, or RESULT_UNAVAILABLE when the database is away. */
MUST_CHECK int result_make(struct result *result,
	struct results *results,
	const struct published_survey *survey,
	const struct result_query *query,
	struct arena *arena);

#endif
