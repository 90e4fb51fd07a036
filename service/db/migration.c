#include "db/migration.h"

#include <string.h>

enum { DIGITS = 4 };

static const char folder[] = "migrations/";
static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";

/* The number of "0001_events.sql"; 0 for what isn't named like that. */
static int number_of(const char *name)
{
	int number = 0;
	for (int i = 0; i < DIGITS; i++, name++) {
		if (*name < '0' || *name > '9')
			return 0;
		number = number * 10 + (*name - '0');
	}
	size_t stem = strspn(name, letters);
	return *name == '_' && stem > 1 && strcmp(name + stem, ".sql") == 0 ? number : 0;
}

static const char *add(struct migrations *ours, const struct embedded *file, struct arena *arena)
{
	const char *name = file->name + strlen(folder);
	int next = (int)ours->count + 1;
	int number = number_of(name);
	if (number == 0)
		return arena_format(
			arena, "%s isn't named like migrations/0001_events.sql", file->name);
	if (number < next)
		return arena_format(arena, "migrations %s and %s have the same number",
			ours->list[ours->count - 1].name, name);
	if (number > next)
		return arena_format(arena, "migration %04d is missing before %s", next, name);

	struct migration *migration = &ours->list[ours->count++];
	migration->number = number;
	migration->name = name;
	migration->sql = (const char *)file->bytes;
	digest_sha256(migration->checksum, file->bytes, file->size);
	return NULL;
}

const char *migrations_find(
	struct migrations *ours, struct arena *arena, const struct embedded *files, size_t count)
{
	*ours = (struct migrations){
		.list = arena_take_array(arena, count + 1, sizeof(struct migration))};
	for (size_t i = 0; i < count; i++) {
		if (strncmp(files[i].name, folder, strlen(folder)) != 0)
			continue;
		const char *sentence = add(ours, &files[i], arena);
		if (sentence)
			return sentence;
	}
	return NULL;
}

const char *migrations_compare(
	const struct migrations *ours, const struct migrations *applied, struct arena *arena)
{
	for (size_t i = 0; i < applied->count; i++) {
		const struct migration *theirs = &applied->list[i];
		if (theirs->number > (int)ours->count)
			return arena_format(arena,
				"the database has migration %s, which this version of samrad "
				"doesn't know",
				theirs->name);
		const struct migration *same = &ours->list[i];
		if (theirs->number != same->number)
			return arena_format(arena,
				"migration %s is missing in the database, though %s is applied",
				same->name, theirs->name);
		if (!digest_equal(theirs->checksum, same->checksum, DIGEST_SIZE))
			return arena_format(arena,
				"migration %s isn't the one that was applied to the database: it "
				"has been changed",
				same->name);
	}
	return NULL;
}
