/* samrad: finds the command and what it needs, and runs it. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "app/commands.h"
#include "app/complain.h"
#include "base/check.h"
#include "base/nearest.h"

struct command_line {
	const char *name;
	const char *what;
	command *run;
	unsigned needs; /* of the options; 0: they aren't read */
	bool files;     /* whether it takes files: one at least */
};

static const struct command_line commands[] = {
	{"serve",   "serve the pages and the API",           serve_run,   NEED_SERVICE,   false},
	{"migrate", "bring the database to this version",    migrate_run, NEED_MIGRATION, false},
	{"load",    "load events, surveys and responses",    load_run,    NEED_SERVICE,   true },
	{"check",   "tell the faults of files to be loaded", check_run,   0,              true },
	{"ready",   "ask whether the service is ready",      ready_run,   NEED_OPTIONS,   false},
	{"version", "tell the version",                      version_run, 0,              false},
};

static void print_usage(FILE *out)
{
	(void)fputs("usage: samrad COMMAND [FILE…]\n\ncommands:\n", out);
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		(void)fprintf(out, "  %-8s %-6s  %s\n", commands[i].name,
			commands[i].files ? "FILE…" : "", commands[i].what);
	(void)fputs("\nenvironment:\n", out);
	options_print(out);
}

static const struct command_line *find_command(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static int misused(const char *name)
{
	const char *names[COUNT_OF(commands)];
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		names[i] = commands[i].name;
	const char *nearest = name ? nearest_name(name, names, COUNT_OF(names)) : NULL;
	if (nearest)
		(void)complain(0, "there is no command %s: did you mean %s?\n", name, nearest);
	else if (name)
		(void)complain(0, "there is no command %s\n", name);
	print_usage(stderr);
	return EXIT_MISUSED;
}

static int run(const struct command_line *line, char *const *files, size_t count)
{
	struct options options;
	const char *fault = NULL;
	if (line->files && !count)
		return complain(
			EXIT_MISUSED, "%s wants files: samrad %s FILE…", line->name, line->name);
	if (!line->files && count)
		return complain(EXIT_MISUSED, "%s takes no files", line->name);
	if (!line->needs)
		return line->run(NULL, files, count);
	int status = EXIT_MISUSED;
	if (options_from_environment(&options, &fault, environ, line->needs)) {
		(void)complain(0, "%s", fault);
	} else {
		log_set_level(options.log_level);
		status = line->run(&options, files, count);
	}
	options_release(&options);
	return status;
}

int main(int count, char **arguments)
{
	if (sodium_init() < 0)
		return complain(EXIT_FAILED, "the system gives no randomness");
	const struct command_line *line = count > 1 ? find_command(arguments[1]) : NULL;
	if (!line)
		return misused(count > 1 ? arguments[1] : NULL);
	return run(line, arguments + 2, (size_t)count - 2);
}
