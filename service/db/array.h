/* One-dimensional arrays in PostgreSQL's binary format, for unnest.
 *
 * Built in place: a header, then each element with its length before it (-1: null).
 *
 *	┌──────┬───────┬─────┬───────┬───────┐┌────────┬───────────┐┌────────┬──
 *	│ dims │ nulls │ OID │ count │ first ││ length │ element 0 ││ length │ …
 *	└──────┴───────┴─────┴───────┴───────┘└────────┴───────────┘└────────┴──
 */
#ifndef SAMRAD_DB_ARRAY_H
#define SAMRAD_DB_ARRAY_H

#include "base/text.h"
#include "db/db.h"

struct db_array {
	struct text bytes;
	unsigned array_type; /* DB_INT4_ARRAY … */
	uint32_t count;
	bool nulls;
};

/* An empty array of this type; its bytes may grow to limit. Allocates nothing. */
struct db_array db_array_init(unsigned array_type, size_t limit);
void db_array_release(struct db_array *array);
/* Empties it and keeps its memory; a put that failed is forgotten. */
void db_array_clear(struct db_array *array);

/* A number that the type can't hold is a put that failed. */
void db_array_put_int(struct db_array *array, int64_t number); /* int2, int4, int8 by the type */
void db_array_put_bytes(struct db_array *array, const void *bytes, size_t size); /* bytea, text */
void db_array_put_time(struct db_array *array, int64_t unix_seconds);
void db_array_put_null(struct db_array *array);

/* The parameter; borrowed until the array changes. A put that failed makes it DB_UNEXPECTED at use:
 * ask text_failed(&array->bytes) first. */
struct db_value db_array_value(struct db_array *array);

#endif
