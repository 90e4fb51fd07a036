#include "app/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "base/nearest.h"
#include "base/utf8.h"
#include "db/conninfo.h"

/* Stores a value. Returns NULL, or why it can't be used: a sentence's end, without the value. */
typedef const char *option_taker(struct options *options, const char *value);

struct option {
	const char *name;
	option_taker *take;
	bool secret;        /* may be given by NAME_FILE, and is never shown */
	const char *absent; /* the default as a person reads it; NULL: there is none */
	const char *what;
};

static const char prefix[] = "SAMRAD_";
static const char file_suffix[] = "_FILE";
static const char default_listen[] = "127.0.0.1:8080";

static const char *check_database(const char *value)
{
	struct conninfo conninfo;
	bool can_be_read = conninfo_parse(&conninfo, value);
	conninfo_release(&conninfo);
	return can_be_read ? NULL : "should be a connection string or URI as libpq has them";
}

static const char *take_database(struct options *options, const char *value)
{
	options->database_url = arena_string(&options->arena, value);
	return check_database(value);
}

static const char *take_migrate_database(struct options *options, const char *value)
{
	options->migrate_database_url = arena_string(&options->arena, value);
	return check_database(value);
}

static const char *take_listen(struct options *options, const char *value)
{
	return address_parse(&options->listen, value) ? "should be an address in digits and a "
							"port, like 127.0.0.1:8080 or [::1]:8080"
						      : NULL;
}

/* Scheme and host alone: the service's own paths begin at the root. */
static const char *take_public_url(struct options *options, const char *value)
{
	static const char why[] = "should be http:// or https:// and a host, without a path";
	const char *host = NULL;
	if (strncmp(value, "http://", 7) == 0)
		host = value + 7;
	else if (strncmp(value, "https://", 8) == 0)
		host = value + 8;
	if (!host)
		return why;
	size_t size = strcspn(host, "/");
	bool is_bare = host[size] == '\0' || host[size + 1] == '\0';
	if (size == 0 || !is_bare || strcspn(host, "?#@\\<>\"' ,;") < size)
		return why;
	options->public_url = arena_copy(&options->arena, value, (size_t)(host - value) + size);
	return NULL;
}

static const char *take_secret_file(struct options *options, const char *value)
{
	options->secret_file = arena_string(&options->arena, value);
	return NULL;
}

static const char *take_log_level(struct options *options, const char *value)
{
	return log_level_parse(&options->log_level, value)
		       ? "should be error, warning, info or debug"
		       : NULL;
}

/* clang-format off */
static const struct option options[] = {
	{"SAMRAD_DATABASE_URL", take_database, true, NULL,
		"the database, a connection string or URI as libpq has them"},
	{"SAMRAD_MIGRATE_DATABASE_URL", take_migrate_database, true, "SAMRAD_DATABASE_URL",
		"the same, as the role that owns the tables, for samrad migrate"},
	{"SAMRAD_LISTEN", take_listen, false, default_listen,
		"the address and port to listen on; port 0 takes a free one"},
	{"SAMRAD_PUBLIC_URL", take_public_url, false, "http:// and SAMRAD_LISTEN",
		"what people type to reach the service"},
	{"SAMRAD_SECRET_FILE", take_secret_file, false, NULL,
		"the file with the service's secret, 32 random bytes or more"},
	{"SAMRAD_LOG_LEVEL", take_log_level, false, "info",
		"error, warning, info or debug"},
};
/* clang-format on */

/* Up to most bytes of a file. Returns NULL, or what is wrong with it. */
static const char *read_file(void *bytes, size_t *size, size_t most, const char *path)
{
	FILE *file = fopen(path, "rbe");
	if (!file)
		return strerrordesc_np(errno);
	*size = fread(bytes, 1, most, file);
	bool failed = ferror(file) != 0;
	bool is_longer = !failed && fgetc(file) != EOF;
	const char *why = failed ? strerrordesc_np(errno) : is_longer ? "it is too large" : NULL;
	(void)fclose(file);
	return why;
}

static const char *fault_of(struct options *read, const char *name, const char *why)
{
	return arena_format(&read->arena, "%s %s", name, why);
}

static const struct option *find_option(const char *name, size_t size)
{
	for (size_t i = 0; i < COUNT_OF(options); i++)
		if (strlen(options[i].name) == size && memcmp(options[i].name, name, size) == 0)
			return &options[i];
	return NULL;
}

/* The option whose file this variable names, or NULL. */
static const struct option *find_by_file(const char *name, size_t size)
{
	size_t suffix = sizeof file_suffix - 1;
	if (size <= suffix || memcmp(name + size - suffix, file_suffix, suffix) != 0)
		return NULL;
	const struct option *option = find_option(name, size - suffix);
	return option && option->secret ? option : NULL;
}

static const char *unknown_name(struct options *read, const char *name)
{
	const char *names[COUNT_OF(options)];
	for (size_t i = 0; i < COUNT_OF(options); i++)
		names[i] = options[i].name;
	const char *nearest = nearest_name(name, names, COUNT_OF(names));
	return nearest ? fault_of(read, name,
				 arena_format(&read->arena, "isn't an option: did you mean %s?",
					 nearest))
		       : fault_of(read, name, "isn't an option");
}

static const char *take(struct options *read, const struct option *option, const char *value)
{
	if (!*value)
		return fault_of(read, option->name, "is empty");
	if (!utf8_is_text(value, strlen(value)))
		return fault_of(read, option->name, "isn't text");
	const char *why = option->take(read, value);
	if (!why)
		return NULL;
	if (option->secret)
		return fault_of(read, option->name, why);
	return arena_format(&read->arena, "%s %s, and not “%s”", option->name, why, value);
}

/* A secret's file: its first line is the value. */
static const char *take_file(struct options *read, const struct option *option, const char *path)
{
	char value[OPTIONS_SECRET_MOST + 1] = "";
	size_t size = 0;
	const char *name = arena_format(&read->arena, "%s%s", option->name, file_suffix);
	const char *why = read_file(value, &size, OPTIONS_SECRET_MOST, path);
	if (why)
		why = arena_format(
			&read->arena, "names a file that can't be read, %s: %s", path, why);
	else if (memchr(value, '\0', size))
		why = "names a file that doesn't hold text";
	if (why)
		return fault_of(read, name, why);
	value[strcspn(value, "\r\n")] = '\0';
	const char *fault = take(read, option, value);
	sodium_memzero(value, sizeof value);
	return fault;
}

/* One variable of the environment. Returns NULL or its fault. */
static const char *read_variable(struct options *read, const char *variable, unsigned *seen)
{
	if (strncmp(variable, prefix, sizeof prefix - 1) != 0)
		return NULL;
	size_t size = strcspn(variable, "=");
	const char *value = variable[size] ? variable + size + 1 : "";
	const struct option *option = find_option(variable, size);
	const struct option *by_file = option ? NULL : find_by_file(variable, size);
	const char *name = arena_copy(&read->arena, variable, size);
	if (!option && !by_file)
		return unknown_name(read, name);
	unsigned bit = 1U << ((option ? option : by_file) - options);
	if (*seen & bit)
		return fault_of(read, name, "and its other form are both set: set one of them");
	*seen |= bit;
	return option ? take(read, option, value) : take_file(read, by_file, value);
}

static const char *read_secret(struct options *read)
{
	const char *why =
		read_file(read->secret, &read->secret_size, sizeof read->secret, read->secret_file);
	if (why)
		return arena_format(&read->arena,
			"SAMRAD_SECRET_FILE names a file that can't be read, %s: %s",
			read->secret_file, why);
	if (read->secret_size < OPTIONS_SECRET_LEAST)
		return arena_format(&read->arena,
			"SAMRAD_SECRET_FILE names a file of %zu bytes, %s: %d are the least",
			read->secret_size, read->secret_file, OPTIONS_SECRET_LEAST);
	return NULL;
}

static const char *missing(struct options *read, const char *name)
{
	const struct option *option = find_option(name, strlen(name));
	return arena_format(&read->arena, "%s isn't set: %s", name, option->what);
}

static const char *check_needs(struct options *read, unsigned needs)
{
	if (!read->migrate_database_url)
		read->migrate_database_url = read->database_url;
	if ((needs & NEED_DATABASE) && !read->database_url)
		return missing(read, "SAMRAD_DATABASE_URL");
	if ((needs & NEED_MIGRATION) && !read->migrate_database_url)
		return missing(read, "SAMRAD_DATABASE_URL");
	if ((needs & NEED_SECRET) && !read->secret_file)
		return missing(read, "SAMRAD_SECRET_FILE");
	return needs & NEED_SECRET ? read_secret(read) : NULL;
}

int options_from_environment(
	struct options *read, const char **fault, char *const *environment, unsigned needs)
{
	unsigned seen = 0;
	*read = (struct options){.arena = arena_init(), .log_level = LOG_LEVEL_INFO};
	*fault = take_listen(read, default_listen);
	for (; *environment && !*fault; environment++)
		*fault = read_variable(read, *environment, &seen);
	if (!*fault)
		*fault = check_needs(read, needs);
	return *fault ? OPTIONS_FAULTY : 0;
}

void options_release(struct options *read)
{
	sodium_memzero(read->secret, sizeof read->secret);
	arena_release(&read->arena);
}

void options_print(FILE *out)
{
	for (size_t i = 0; i < COUNT_OF(options); i++)
		(void)fprintf(out, "  %s%s\n      %s (%s%s)\n", options[i].name,
			options[i].secret ? " or …_FILE" : "", options[i].what,
			options[i].absent ? "default: " : "must be given",
			options[i].absent ? options[i].absent : "");
}
