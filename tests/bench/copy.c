/* The raw limit: rows like ours into the table response by binary COPY, so many a transaction, over one session:
 *
 *	copy CONNINFO SURVEY SECONDS ROWS
 *
 * Not a way to take submissions in: nothing is parsed, checked or looked up, nobody waits for his own row.
 * Prints the rows that were committed. */
#include <endian.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include <libpq-fe.h>

enum { ROOM = 1024 * 1024, HASH = 16, MOST_ROWS = 2000, MOST_SECONDS = 600 };

struct rows {
	char bytes[ROOM];
	size_t used;
};

static void fail(const char *what)
{
	fprintf(stderr, "copy: %s\n", what);
	exit(1);
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void put(struct rows *rows, const void *bytes, size_t size)
{
	if (size > ROOM - rows->used)
		fail("too many rows");
	memcpy(rows->bytes + rows->used, bytes, size);
	rows->used += size;
}

static void put16(struct rows *rows, uint16_t number)
{
	uint16_t big = htobe16(number);
	put(rows, &big, sizeof big);
}

static void put32(struct rows *rows, uint32_t number)
{
	uint32_t big = htobe32(number);
	put(rows, &big, sizeof big);
}

static void put64(struct rows *rows, uint64_t number)
{
	uint64_t big = htobe64(number);
	put(rows, &big, sizeof big);
}

static void put_cell(struct rows *rows, const void *bytes, uint32_t size)
{
	put32(rows, size);
	put(rows, bytes, size);
}

/* The columns that the command in run() names, in its order. */
static void put_row(struct rows *rows, uint32_t survey, uint64_t hour, const uint64_t random[8])
{
	static const char coded[24];
	put16(rows, 10);
	put32(rows, 4), put32(rows, survey);
	put32(rows, 8), put64(rows, random[0] >> 1 | 1);
	put_cell(rows, &random[1], HASH);
	put_cell(rows, &random[3], HASH);
	put_cell(rows, &random[5], HASH);
	put32(rows, 4), put32(rows, 1);
	put_cell(rows, "sv", 2);
	put32(rows, 4), put32(rows, (uint32_t)random[7]);
	put_cell(rows, coded, sizeof coded);
	put32(rows, 8), put64(rows, hour);
}

/* Hours since 2000, in microseconds. */
static uint64_t this_hour(void)
{
	return (uint64_t)(time(NULL) - 946684800) / 3600 * 3600 * 1000000;
}

static void copy_once(PGconn *link, struct rows *rows, uint32_t survey, int count)
{
	static const char head[19] = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0";
	uint64_t random[8];
	uint64_t hour = this_hour();
	PGresult *result = PQexec(link,
		"COPY response (survey_id, response_id, submission_key, fingerprint, receipt_hash,"
		" version, language, record_key, coded, submitted_at) FROM STDIN (FORMAT binary)");
	if (PQresultStatus(result) != PGRES_COPY_IN)
		fail(PQerrorMessage(link));
	PQclear(result);
	rows->used = 0;
	put(rows, head, sizeof head);
	for (int i = 0; i < count; i++) {
		if (getrandom(random, sizeof random, 0) != sizeof random)
			fail("random");
		put_row(rows, survey, hour, random);
	}
	put16(rows, UINT16_MAX);
	if (PQputCopyData(link, rows->bytes, (int)rows->used) != 1 || PQputCopyEnd(link, NULL) != 1)
		fail(PQerrorMessage(link));
	while ((result = PQgetResult(link))) {
		if (PQresultStatus(result) != PGRES_COMMAND_OK)
			fail(PQerrorMessage(link));
		PQclear(result);
	}
}

int main(int count, char **words)
{
	static struct rows rows;
	if (count != 5) {
		fputs("usage: copy CONNINFO SURVEY SECONDS ROWS\n", stderr);
		return 2;
	}
	double seconds = strtod(words[3], NULL);
	int rows_of = atoi(words[4]);
	if (!(seconds <= MOST_SECONDS) || rows_of < 1 || rows_of > MOST_ROWS)
		fail("that is too much");
	PGconn *link = PQconnectdb(words[1]);
	if (PQstatus(link) != CONNECTION_OK)
		fail(PQerrorMessage(link));
	double end = now() + seconds;
	long committed = 0;
	for (; now() < end; committed += rows_of)
		copy_once(link, &rows, (uint32_t)atoi(words[2]), rows_of);
	printf("%ld\n", committed);
	PQfinish(link);
	return 0;
}
