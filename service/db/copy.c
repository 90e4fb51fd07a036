#include "db/copy.h"

#include <string.h>

#include "db/exchange.h"
#include "db/outcome.h"
#include "db/placeholder.h"
#include "db/statement.h"

/* Signature, flags, length of an extension that has never been used. */
enum { HEADER = 11 + 4 + 4, MOST_QUERY = 64 * 1024 };

/* What is left of a message. */
struct message {
	const unsigned char *at;
	const unsigned char *end;
};

struct reader {
	db_copy_take *take;
	void *context;
	bool begun;   /* the header has been read */
	bool ended;   /* the trailer has been read */
	bool stopped; /* no more rows are wanted */
	bool broken;  /* this isn't the format */
	struct db_copy_row now;
};

/* size bytes, or NULL when there are fewer. */
static const unsigned char *cut(struct message *message, size_t size)
{
	const unsigned char *bytes = message->at;
	if ((size_t)(message->end - bytes) < size)
		return NULL;
	message->at += size;
	return bytes;
}

static bool read_header(struct message *message)
{
	const unsigned char *header = cut(message, HEADER);
	return header && memcmp(header, "PGCOPY\n\377\r\n", 11) == 0 &&
	       cut(message, (size_t)(uint32_t)binary_get32(header + 15));
}

/* A length of -1 is null, and nothing follows it. */
static bool read_column(struct db_copy_row *row, int column, struct message *message)
{
	const unsigned char *length = cut(message, 4);
	if (!length)
		return false;
	int32_t size = binary_get32(length);
	row->sizes[column] = size < 0 ? -1 : size;
	row->bytes[column] = size < 0 ? NULL : cut(message, (size_t)size);
	return size < 0 || row->bytes[column];
}

/* A count of -1 in the place of a row's columns is the trailer. */
static bool read_row(struct reader *reader, struct message *message)
{
	struct db_copy_row *row = &reader->now;
	const unsigned char *count = cut(message, 2);
	if (!count)
		return false;
	row->columns = binary_get16(count);
	reader->ended = row->columns == -1;
	if (row->columns < -1 || row->columns > DB_COPY_COLUMNS)
		return false;
	for (int i = 0; i < row->columns; i++)
		if (!read_column(row, i, message))
			return false;
	return true;
}

/* A message is a row; the header comes with the first one. */
static void read_message(struct reader *reader, const char *bytes, int size)
{
	struct message message = {.at = (const unsigned char *)bytes};
	message.end = message.at + size;
	if (!reader->begun)
		reader->broken = !read_header(&message);
	reader->begun = true;
	while (message.at < message.end && !reader->broken && !reader->ended && !reader->stopped) {
		reader->broken = !read_row(reader, &message);
		if (!reader->broken && !reader->ended)
			reader->stopped = !reader->take(reader->context, &reader->now);
	}
}

static bool wants_more(const struct reader *reader)
{
	return !reader->broken && !reader->stopped;
}

static int read_all(struct reader *reader, struct db *db, const char *name)
{
	char *bytes = NULL;
	int size = 0;
	while (wants_more(reader) && (size = exchange_copied(&bytes, db)) > 0) {
		read_message(reader, bytes, size);
		PQfreemem(bytes);
	}
	if (reader->broken) {
		exchange_stop(db);
		return outcome_unexpected(name, "rows in another format");
	}
	if (reader->stopped) {
		exchange_stop(db);
		return 0;
	}
	return size < 0 ? exchange_abandon(db, name) : 0;
}

/* The text of the whole; the server's time limit is for questions, not for millions of rows. */
static int write_query(struct text *sql,
	const struct db_statement *statement,
	const int64_t *numbers,
	size_t count)
{
	const char *query = statement_text(statement);
	if (!query)
		return DB_UNEXPECTED;
	text_put(sql, "SET LOCAL statement_timeout = 0; COPY (");
	if (placeholder_write(sql, query, numbers, count))
		return outcome_unexpected(statement->name, "another number of placeholders");
	text_put(sql, "\n) TO STDOUT (FORMAT binary)");
	return text_failed(sql) ? outcome_unexpected(statement->name, "too long") : 0;
}

/* After a failure on to the end, so that the connection is free for the next question. */
static int take_results(struct reader *reader, struct db *db, const char *name)
{
	PGresult *result;
	int failed = 0;
	int rc = 0;
	while (!rc && !reader->stopped && !(rc = exchange_next(&result, db, name)) && result) {
		ExecStatusType status = PQresultStatus(result);
		if (status == PGRES_FATAL_ERROR) {
			failed = outcome_take(db, result, name);
			continue;
		}
		PQclear(result);
		if (status == PGRES_COPY_OUT)
			rc = read_all(reader, db, name);
	}
	return rc ? rc : failed;
}

int db_copy_out(struct db *db,
	const struct db_statement *statement,
	const int64_t *numbers,
	size_t count,
	db_copy_take *take,
	void *context)
{
	struct reader reader = {.take = take, .context = context};
	struct text sql = text_init(MOST_QUERY);
	int rc = write_query(&sql, statement, numbers, count);
	if (!rc && !exchange_begin(db))
		rc = DB_UNAVAILABLE;
	if (!rc)
		rc = exchange_send(db, PQsendQuery(db->link, sql.bytes), statement->name);
	if (!rc)
		rc = take_results(&reader, db, statement->name);
	if (!rc && !reader.stopped && !reader.ended)
		rc = outcome_unexpected(statement->name, "rows without an end");
	text_release(&sql);
	return rc;
}

/* For who calls them instead of taking them in. */
extern inline int64_t db_copy_int(const struct db_copy_row *row, int column);
extern inline const unsigned char *db_copy_bytes(
	const struct db_copy_row *row, int column, size_t *size);
