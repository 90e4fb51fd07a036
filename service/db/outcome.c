#include "db/outcome.h"

#include <string.h>

#include "base/log.h"

static const struct outcome outcomes[] = {
	{"08",    DB_UNAVAILABLE, true }, /* connection */
	{"0A000", DB_UNEXPECTED,  true }, /* the plan's columns have changed under it */
	{"23",    DB_REFUSED,     false}, /* integrity */
	{"25006", DB_UNAVAILABLE, true }, /* read only: a standby, or not the primary any more */
	{"25P03", DB_UNAVAILABLE, true }, /* was idle in a transaction for too long */
	{"26000", DB_UNAVAILABLE, true }, /* somebody between us has lost our statements … */
	{"40001", DB_UNAVAILABLE, false}, /* serialization */
	{"40P01", DB_UNAVAILABLE, false}, /* deadlock */
	{"42P05", DB_UNAVAILABLE, true }, /* … or has one that we don't know of */
	{"53",    DB_UNAVAILABLE, false}, /* disk, memory, connections */
	{"55P03", DB_UNAVAILABLE, false}, /* lock timeout */
	{"57014", DB_UNAVAILABLE, false}, /* cancelled, or statement timeout */
	{"57P",   DB_UNAVAILABLE, true }, /* shut down */
	{"58",    DB_UNAVAILABLE, false}, /* input and output of the server */
	{"P0001", DB_REFUSED,     false}, /* raised by a trigger */
	{"",      DB_UNEXPECTED,  false},
};

const struct outcome *outcome_find(const char *sqlstate)
{
	const struct outcome *row = outcomes;
	while (strncmp(sqlstate, row->sqlstate, strlen(row->sqlstate)) != 0)
		row++;
	return row;
}

/* The primary message of a data exception may hold the value itself. */
static const char *harmless_message(const PGresult *failure, const char *sqlstate)
{
	if (strncmp(sqlstate, "22", 2) == 0)
		return "data exception";
	const char *message = PQresultErrorField(failure, PG_DIAG_MESSAGE_PRIMARY);
	return message ? message : PQresultErrorMessage(failure);
}

static void log_failure(int code, const PGresult *failure, const char *sqlstate, const char *name)
{
	const char *message = harmless_message(failure, sqlstate);
	if (code == DB_UNAVAILABLE)
		log_warning("database unavailable", "statement", name, "sqlstate", sqlstate,
			"message", message, NULL);
	if (code == DB_UNEXPECTED)
		log_error("database fault", "statement", name, "sqlstate", sqlstate, "message",
			message, NULL);
}

/* Without a SQLSTATE the failure comes from libpq: what it says when the connection has ended. */
int outcome_take(struct db *db, PGresult *failure, const char *name)
{
	const char *sqlstate = PQresultErrorField(failure, PG_DIAG_SQLSTATE);
	if (!sqlstate)
		sqlstate = PQstatus(db->link) == CONNECTION_BAD ? "08006" : "";
	const struct outcome *outcome = outcome_find(sqlstate);
	if (outcome->reconnect || PQstatus(db->link) == CONNECTION_BAD)
		db->broken = true;
	log_failure(outcome->code, failure, sqlstate, name);
	PQclear(db->failure);
	db->failure = failure;
	return outcome->code;
}

int outcome_unexpected(const char *name, const char *what)
{
	log_error("database fault", "statement", name, "message", what, NULL);
	return DB_UNEXPECTED;
}

static const char *field(const struct db *db, int code)
{
	const char *value = db->failure ? PQresultErrorField(db->failure, code) : NULL;
	return value ? value : "";
}

const char *db_error(const struct db *db)
{
	return field(db, PG_DIAG_MESSAGE_PRIMARY);
}

const char *db_constraint(const struct db *db)
{
	return field(db, PG_DIAG_CONSTRAINT_NAME);
}

const char *db_sqlstate(const struct db *db)
{
	return field(db, PG_DIAG_SQLSTATE);
}
