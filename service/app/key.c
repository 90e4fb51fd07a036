/* samrad key create --name N --scope S[,S…] [--expires DATE]: makes an API key and prints it, this once.
 * samrad key list: all keys, one a line, columns apart by tabs.
 * samrad key revoke PREFIX: ends one, at once and for good.
 */
#include <stdio.h>
#include <string.h>

#include "access/keys.h"
#include "app/commands.h"
#include "app/complain.h"
#include "app/database.h"
#include "base/clock.h"
#include "base/nearest.h"
#include "store/keys.h"

enum { DAY = 24 * 60 * 60, LIST_BATCH = 100 };

static const char usage[] =
	"samrad key create --name NAME --scope SCOPE[,SCOPE…] [--expires DATE], "
	"samrad key list, or samrad key revoke PREFIX";

static bool is_option(const char *word, size_t size, const char *name)
{
	return strlen(name) == size && memcmp(word, name, size) == 0;
}

static int add_scopes(unsigned *scopes, struct arena *arena, const char *list)
{
	while (*list) {
		enum scope scope;
		size_t size = strcspn(list, ",");
		const char *name = arena_copy(arena, list, size);
		if (scope_find(&scope, name)) {
			const char *nearest = nearest_name(name, scope_names, SCOPE_COUNT);
			return complain(EXIT_MISUSED, "there is no scope “%s”: %s %s", name,
				nearest ? "did you mean" : "there are",
				nearest ? nearest : scope_write(arena, scope_all(), ", "));
		}
		*scopes |= scope_bit(scope);
		list += size;
		list += *list == ',';
	}
	return 0;
}

/* A day counts to its end, in UTC. */
static int set_expiry(int64_t *seconds, struct arena *arena, const char *text)
{
	bool is_day = clock_is_date(text);
	const char *time = is_day ? arena_format(arena, "%sT00:00:00Z", text) : text;
	if (clock_parse(seconds, time))
		return complain(EXIT_MISUSED,
			"--expires wants a day or a time with its offset, like 2030-12-31 or "
			"2030-12-31T12:00:00Z, and not “%s”",
			text);
	*seconds += is_day ? DAY : 0;
	return *seconds > clock_now()
		       ? 0
		       : complain(EXIT_MISUSED, "--expires names a time that has passed");
}

static int check_wish(const struct key_wish *wish)
{
	if (!wish->name || !key_is_name(wish->name))
		return complain(
			EXIT_MISUSED, "--name wants 1 to %d characters on one line", KEY_NAME);
	return wish->scopes ? 0 : complain(EXIT_MISUSED, "--scope wants a scope at least");
}

/* Options are written "--name N" or "--name=N". */
static int read_wish(struct key_wish *wish, struct arena *arena, char *const *words, size_t count)
{
	int status = 0;
	for (size_t at = 0; at < count && !status; at++) {
		const char *word = words[at];
		size_t size = strcspn(word, "=");
		const char *value = word[size]       ? word + size + 1
				    : at + 1 < count ? words[++at]
						     : "";
		if (is_option(word, size, "--name"))
			wish->name = value;
		else if (is_option(word, size, "--scope"))
			status = add_scopes(&wish->scopes, arena, value);
		else if (is_option(word, size, "--expires"))
			status = set_expiry(&wish->expires_at, arena, value);
		else
			status =
				complain(EXIT_MISUSED, "“%s” can't be understood: %s", word, usage);
	}
	return status ? status : check_wish(wish);
}

static int create(const struct options *options, char *const *words, size_t count)
{
	struct store *store = NULL;
	struct key_issue issue;
	struct key_wish wish = {.name = NULL};
	struct arena arena = arena_init();
	int status = read_wish(&wish, &arena, words, count);
	if (!status)
		status = database_open(&store, options);
	if (!status) {
		if (key_issue(&issue, store, &arena, &principal_operator, &wish))
			status = complain(EXIT_FAILED,
				"the database went away: look for the key by samrad key list");
		else
			(void)printf("%s\n", issue.text);
		store_free(store);
	}
	arena_release(&arena);
	return status;
}

/* A time, or a hyphen. */
static const char *time_of(struct arena *arena, int64_t seconds)
{
	char *text = arena_take(arena, CLOCK_TEXT);
	clock_write(text, seconds);
	return seconds ? text : "-";
}

static void print_row(const struct key_row *row, struct arena *arena)
{
	(void)printf("%s\t%s\t%s\t%s\t%s\t%s\t%s\n", row->prefix, row->name,
		scope_write(arena, row->scopes, ","), time_of(arena, row->created_at),
		time_of(arena, row->expires_at), row->last_used_on ? row->last_used_on : "-",
		time_of(arena, row->revoked_at));
}

static int list(const struct options *options)
{
	struct store *store = NULL;
	size_t count = LIST_BATCH;
	int status = database_open(&store, options);
	if (status)
		return status;
	(void)printf("prefix\tname\tscopes\tcreated_at\texpires_at\tlast_used_on\trevoked_at\n");
	for (size_t offset = 0; count == LIST_BATCH && !status; offset += count) {
		struct arena arena = arena_init();
		struct key_row *rows = NULL;
		if (keys_list(&rows, &count, store, &arena, LIST_BATCH, offset))
			status = complain(EXIT_FAILED, "the database went away");
		for (size_t i = 0; i < count && !status; i++)
			print_row(&rows[i], &arena);
		arena_release(&arena);
	}
	store_free(store);
	return status;
}

static int revoke(const struct options *options, const char *prefix)
{
	struct store *store = NULL;
	int status = database_open(&store, options);
	if (status)
		return status;
	int outcome = key_revoke(store, &principal_operator, prefix);
	store_free(store);
	if (outcome == KEY_NOT_FOUND)
		return complain(EXIT_FAILED, "there is no key with the prefix “%s”", prefix);
	return outcome ? complain(EXIT_FAILED, "the database went away: do it again") : 0;
}

int key_run(const struct options *options, char *const *words, size_t count)
{
	if (strcmp(words[0], "create") == 0)
		return create(options, words + 1, count - 1);
	if (strcmp(words[0], "list") == 0 && count == 1)
		return list(options);
	if (strcmp(words[0], "revoke") == 0 && count == 2)
		return revoke(options, words[1]);
	return complain(EXIT_MISUSED, "key does three things: %s", usage);
}
