/* Rows of a query by the million: COPY … TO STDOUT in binary format.
 *
 * Not for a result that a page shows: db_query. Nothing is kept: each row is handed on where it lies in
 * what has been received, and is gone when the next one comes.
 */
#ifndef SAMRAD_DB_COPY_H
#define SAMRAD_DB_COPY_H

#include <stdlib.h>

#include "db/binary.h"
#include "db/db.h"

enum { DB_COPY_COLUMNS = 32 };

struct db_copy_row {
	int columns;
	int sizes[DB_COPY_COLUMNS]; /* -1: null */
	const unsigned char *bytes[DB_COPY_COLUMNS];
};

/* What is done with a row, which is borrowed for the call. Returns whether more rows are wanted. */
typedef bool db_copy_take(void *context, const struct db_copy_row *row);

/* Runs the query of an embedded file, a plain SELECT, whose $1, $2 … are whole numbers, and calls take for
 * each of its rows until that returns false. A row that was taken may be one of a query that fails
 * later: what was gathered is worth something when 0 is returned.
 *
 * The deadline holds for each wait, not for the whole. Stopping cancels the query, and a transaction
 * around it can then only be rolled back.
 *
 * Returns 0, also when take has stopped it; DB_UNAVAILABLE; DB_UNEXPECTED. Thread: take is called in the
 * caller's. */
MUST_CHECK int db_copy_out(struct db *db,
	const struct db_statement *statement,
	const int64_t *numbers,
	size_t count,
	db_copy_take *take,
	void *context);

/* Reading a column, counted from 0, by the size that it has: int2, int4 or int8. Another one, or null, is
 * a fault of ours: abort. */
inline int64_t db_copy_int(const struct db_copy_row *row, int column)
{
	if (column < row->columns)
		switch (row->sizes[column]) {
		case 2: return binary_get16(row->bytes[column]);
		case 4: return binary_get32(row->bytes[column]);
		case 8: return binary_get64(row->bytes[column]);
		}
	abort();
}

/* Text or bytea; borrowed for the call. Null gives NULL and size 0. */
inline const unsigned char *db_copy_bytes(const struct db_copy_row *row, int column, size_t *size)
{
	if (column >= row->columns)
		abort();
	*size = row->sizes[column] < 0 ? 0 : (size_t)row->sizes[column];
	return row->bytes[column];
}

#endif
