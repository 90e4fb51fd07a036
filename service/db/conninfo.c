#include "db/conninfo.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"

/* The server's limits are a net below our own deadlines, for when we have died or can't reach it to
 * cancel. A statement's is the longer of the two: ended by the server, a commit that waits for its
 * standby would say that it's done. A lock's is the shorter: who waits for one learns that it's a lock. */
enum {
	SERVER_STATEMENT = DATABASE_QUERY + 2000,
	SERVER_LOCK = DATABASE_QUERY - 3000,
	SERVER_IDLE_TRANSACTION = 30 * 1000,
	UNACKNOWLEDGED = 5000 /* bytes on the wire */
};

/* What the operator can't change. A dead peer is noticed after 10 + 3 × 5 seconds of silence. */
static const struct {
	const char *keyword;
	const char *value;
} settings[] = {
	{"application_name",    "samrad"},
	{"client_encoding",     "UTF8"  },
	{"keepalives",          "1"     },
	{"keepalives_idle",     "10"    },
	{"keepalives_interval", "5"     },
	{"keepalives_count",    "3"     },
};

static const char *given(const struct conninfo *conninfo, const char *keyword)
{
	for (const PQconninfoOption *option = conninfo->given; option->keyword; option++)
		if (strcmp(option->keyword, keyword) == 0)
			return option->val;
	return NULL;
}

static size_t count_items(const char *list)
{
	size_t count = 1;
	for (; list && *list; list++)
		count += *list == ',';
	return count;
}

/* Item i of a list; a list of one stands for all. */
static const char *item(const char *list, size_t i, struct arena *arena)
{
	if (count_items(list) == 1)
		return list;
	for (; i > 0 && *list; list++)
		i -= *list == ',';
	return arena_copy(arena, list, strcspn(list, ","));
}

/* To prefer a standby, libpq has to see all hosts at once: it goes through them twice. */
static size_t count_hosts(const struct conninfo *conninfo)
{
	const char *wish = given(conninfo, "target_session_attrs");
	size_t names = count_items(given(conninfo, "host"));
	size_t addresses = count_items(given(conninfo, "hostaddr"));
	if (wish && strcmp(wish, "prefer-standby") == 0)
		return 1;
	return names > addresses ? names : addresses;
}

bool conninfo_parse(struct conninfo *conninfo, const char *string)
{
	char *complaint = NULL;
	*conninfo = (struct conninfo){.given = PQconninfoParse(string, &complaint)};
	PQfreemem(complaint);
	if (!conninfo->given)
		return false;
	conninfo->hosts = count_hosts(conninfo);
	return true;
}

void conninfo_release(struct conninfo *conninfo)
{
	PQconninfoFree(conninfo->given);
	conninfo->given = NULL;
}

/* A word that stands already is replaced. libpq takes an empty value for none. */
static void put(struct conninfo_words *words, const char *keyword, const char *value)
{
	size_t i = 0;
	while (i < words->count && strcmp(words->keywords[i], keyword) != 0)
		i++;
	if (i + 1 >= COUNT_OF(words->keywords))
		abort();
	words->keywords[i] = keyword;
	words->values[i] = value;
	if (i == words->count)
		words->count++;
}

static void put_given(struct conninfo_words *words, const struct conninfo *conninfo)
{
	for (const PQconninfoOption *option = conninfo->given; option->keyword; option++)
		if (option->val)
			put(words, option->keyword, option->val);
}

static void put_host(struct conninfo_words *words,
	const struct conninfo *conninfo,
	size_t host,
	struct arena *arena)
{
	static const char *const lists[] = {"host", "hostaddr", "port"};
	if (conninfo->hosts == 1)
		return;
	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		const char *list = given(conninfo, lists[i]);
		if (list)
			put(words, lists[i], item(list, host, arena));
	}
}

/* Ours come last, and the last one counts. */
static const char *options_of(const struct conninfo *conninfo, struct arena *arena)
{
	const char *operators = given(conninfo, "options");
	return arena_format(arena,
		"%s -c statement_timeout=%d -c lock_timeout=%d"
		" -c idle_in_transaction_session_timeout=%d -c timezone=UTC",
		operators ? operators : "", SERVER_STATEMENT, SERVER_LOCK, SERVER_IDLE_TRANSACTION);
}

void conninfo_write(struct conninfo_words *words,
	const struct conninfo *conninfo,
	size_t host,
	struct arena *arena)
{
	*words = (struct conninfo_words){.count = 0};
	put(words, "target_session_attrs", "read-write");
	put_given(words, conninfo);
	put_host(words, conninfo, host, arena);
	for (size_t i = 0; i < COUNT_OF(settings); i++)
		put(words, settings[i].keyword, settings[i].value);
	put(words, "connect_timeout", arena_format(arena, "%d", DATABASE_CONNECT / 1000));
	put(words, "tcp_user_timeout", arena_format(arena, "%d", UNACKNOWLEDGED));
	put(words, "options", options_of(conninfo, arena));
}
