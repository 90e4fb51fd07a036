#include "db/connection.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "db/conninfo.h"

struct db *connection_new(const char *conninfo)
{
	struct db *db = calloc(1, sizeof *db);
	if (!db)
		abort();
	db->conninfo = strdup(conninfo);
	if (!db->conninfo)
		abort();
	db->patience = DATABASE_QUERY;
	return db;
}

int db_connect(struct db **db, const char *conninfo)
{
	*db = connection_new(conninfo);
	int rc = db_restore(*db);
	if (rc) {
		db_close(*db);
		*db = NULL;
	}
	return rc;
}

void db_end_by(struct db *db, int64_t moment)
{
	db->until = moment;
}

void db_close(struct db *db)
{
	if (!db)
		return;
	connection_drop(db);
	free(db->prepared);
	free(db->conninfo);
	free(db);
}

void connection_drop(struct db *db)
{
	PQclear(db->failure);
	db->failure = NULL;
	PQfinish(db->link);
	db->link = NULL;
	db->broken = false;
	db->prepared_count = 0;
}

bool db_can_parse(const char *conninfo)
{
	struct conninfo parsed;
	if (!conninfo_parse(&parsed, conninfo))
		return false;
	conninfo_release(&parsed);
	return true;
}

static int remaining(int64_t deadline)
{
	int64_t rest = deadline - clock_milliseconds();
	return rest < 0 ? 0 : rest > INT_MAX ? INT_MAX : (int)rest;
}

bool connection_wait(const PGconn *link, short events, int64_t deadline)
{
	struct pollfd socket = {.fd = PQsocket(link), .events = events};
	int ready;
	if (socket.fd < 0)
		return false;
	do
		ready = poll(&socket, 1, remaining(deadline));
	while (ready < 0 && errno == EINTR);
	return ready > 0;
}

/* A last word and the end of the connection arrive one after the other. */
bool connection_is_usable(struct db *db)
{
	if (!db->link || db->broken)
		return false;
	for (int i = 0; i < 4 && connection_wait(db->link, POLLIN, 0); i++)
		if (!PQconsumeInput(db->link))
			return false;
	return PQstatus(db->link) == CONNECTION_OK &&
	       PQtransactionStatus(db->link) != PQTRANS_ACTIVE;
}

/* A commit whose wait for the standby was ended (by a cancel, by an administrator) is answered as done
 * with a mere warning, though it could be lost with this machine. The function's name is the only mark
 * that isn't translated. */
static void receive_notice(void *context, const PGresult *notice)
{
	struct db *db = context;
	const char *origin = PQresultErrorField(notice, PG_DIAG_SOURCE_FUNCTION);
	if (origin && strcmp(origin, "SyncRepWaitForLSN") == 0)
		db->uncertain = true;
	log_debug("database notice", "sqlstate", PQresultErrorField(notice, PG_DIAG_SQLSTATE),
		"message", PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY), NULL);
}

static bool complete(PGconn *link, int64_t deadline)
{
	PostgresPollingStatusType state = PGRES_POLLING_WRITING;
	while (state == PGRES_POLLING_READING || state == PGRES_POLLING_WRITING) {
		short events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT;
		if (!connection_wait(link, events, deadline))
			return false;
		state = PQconnectPoll(link);
	}
	return state == PGRES_POLLING_OK && PQsetnonblocking(link, 1) == 0;
}

void connection_complain(char complaint[CONNECTION_COMPLAINT], const PGconn *link)
{
	const char *message = PQerrorMessage(link);
	int size = (int)strcspn(message, "\n");
	(void)snprintf(complaint, CONNECTION_COMPLAINT, "%.*s", size, message);
}

static void log_failure(const PGconn *link)
{
	char complaint[CONNECTION_COMPLAINT] = "no answer in time";
	if (PQstatus(link) == CONNECTION_BAD)
		connection_complain(complaint, link);
	log_warning("database unreachable", "host", PQhost(link), "reason", complaint, NULL);
}

/* libpq looks names up in the DNS by itself, and there the deadline doesn't hold. */
static bool connect_to(
	struct db *db, const struct conninfo *conninfo, size_t host, int64_t deadline)
{
	struct arena arena = arena_init();
	struct conninfo_words words;
	conninfo_write(&words, conninfo, host, &arena);
	PGconn *link = PQconnectStartParams(words.keywords, words.values, 0);
	arena_release(&arena);
	if (!link)
		abort();
	PQsetNoticeReceiver(link, receive_notice, db);
	if (PQstatus(link) == CONNECTION_BAD || !complete(link, deadline)) {
		log_failure(link);
		PQfinish(link);
		return false;
	}
	db->link = link;
	db->host = host;
	return true;
}

/* Begins with the host that answered last; each gets an equal part of the time that is left. */
static bool connect_to_any(struct db *db, const struct conninfo *conninfo)
{
	int64_t end = clock_milliseconds() + DATABASE_CONNECT;
	if (db->until && db->until < end)
		end = db->until;
	for (size_t i = 0; i < conninfo->hosts; i++) {
		int64_t now = clock_milliseconds();
		int64_t part = (end - now) / (int64_t)(conninfo->hosts - i);
		if (connect_to(db, conninfo, (db->host + i) % conninfo->hosts, now + part))
			return true;
	}
	return false;
}

int db_restore(struct db *db)
{
	struct conninfo conninfo;
	if (connection_is_usable(db))
		return 0;
	connection_drop(db);
	if (!conninfo_parse(&conninfo, db->conninfo)) {
		log_error("the database's connection string can't be read", NULL);
		return DB_UNAVAILABLE;
	}
	bool connected = connect_to_any(db, &conninfo);
	conninfo_release(&conninfo);
	return connected ? 0 : DB_UNAVAILABLE;
}
