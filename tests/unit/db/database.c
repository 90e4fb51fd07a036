#include "db/database.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>
#include <libpq-fe.h>

static const char variable[] = "SAMRAD_TEST_DATABASE_URL";
static char conninfo[2048];
static char name[64];
static char value[256];
static PGconn *administrator;

/* Runs one statement; the first value of its rows, if it has any. */
static const char *run(PGconn *link, const char *sql)
{
	PGresult *result = PQexec(link, sql);
	ExecStatusType status = PQresultStatus(result);
	if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
		(void)fprintf(stderr, "%s: %s", sql, PQerrorMessage(link));
	assert_true(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK);
	value[0] = '\0';
	if (PQntuples(result) > 0)
		(void)snprintf(value, sizeof value, "%s", PQgetvalue(result, 0, 0));
	PQclear(result);
	return value;
}

static PGconn *connect_to(const char *string)
{
	PGconn *link = PQconnectdb(string);
	if (PQstatus(link) != CONNECTION_OK)
		(void)fprintf(stderr, "%s", PQerrorMessage(link));
	assert_int_equal(PQstatus(link), CONNECTION_OK);
	return link;
}

/* The same words with our database in the place of the one that was named. */
static void set_conninfo(const char *url)
{
	PQconninfoOption *options = PQconninfoParse(url, NULL);
	size_t used = (size_t)snprintf(conninfo, sizeof conninfo, "dbname=%s", name);
	assert_non_null(options);
	for (PQconninfoOption *option = options; option->keyword; option++)
		if (option->val && strcmp(option->keyword, "dbname") != 0)
			used += (size_t)snprintf(conninfo + used, sizeof conninfo - used,
				" %s='%s'", option->keyword, option->val);
	assert_true(used < sizeof conninfo);
	PQconninfoFree(options);
}

static int create(void **state)
{
	const char *url = getenv(variable);
	char sql[128];
	(void)state;
	(void)snprintf(name, sizeof name, "samrad_unit_%ld", (long)getpid());
	(void)snprintf(sql, sizeof sql, "CREATE DATABASE %s", name);
	PGconn *link = connect_to(url);
	(void)run(link, sql);
	PQfinish(link);
	set_conninfo(url);
	administrator = connect_to(conninfo);
	return 0;
}

static int drop(void **state)
{
	char sql[128];
	(void)state;
	PQfinish(administrator);
	(void)snprintf(sql, sizeof sql, "DROP DATABASE %s WITH (FORCE)", name);
	PGconn *link = connect_to(getenv(variable));
	(void)run(link, sql);
	PQfinish(link);
	return 0;
}

/* A plan of no tests is how TAP says that all were skipped. */
int database_run_tests(const struct CMUnitTest *tests, size_t count)
{
	if (!getenv(variable)) {
		(void)printf("1..0 # SKIP %s isn't set\n", variable);
		return 0;
	}
	return _cmocka_run_group_tests("tests", tests, count, create, drop);
}

const char *database_conninfo(void)
{
	return conninfo;
}

struct db *database_connect(void)
{
	struct db *db;
	assert_int_equal(db_connect(&db, database_conninfo()), 0);
	return db;
}

const char *database_do(const char *sql)
{
	return run(administrator, sql);
}

void database_end_connections(void)
{
	static const char others[] = "FROM pg_stat_activity WHERE datname = current_database() "
				     "AND application_name = 'samrad'";
	char sql[256];
	(void)snprintf(sql, sizeof sql, "SELECT count(pg_terminate_backend(pid, 5000)) %s", others);
	(void)run(administrator, sql);
}

int silence_open(int *port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof address;
	int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_int_equal(bind(listener, (struct sockaddr *)&address, size), 0);
	assert_int_equal(listen(listener, 16), 0);
	assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &size), 0);
	*port = ntohs(address.sin_port);
	return listener;
}
