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
	unsigned needs;    /* of the options; 0: they aren't read */
	const char *takes; /* what stands after its name, one word at least; NULL: nothing */
};

static const struct command_line commands[] = {
	{"serve",   "serve the pages and the API",           serve_run,   NEED_SERVICE,   NULL                    },
	{"migrate", "bring the database to this version",    migrate_run, NEED_MIGRATION, NULL                    },
	{"load",    "load events, surveys and responses",    load_run,    NEED_SERVICE,   "FILE…"               },
	{"check",   "tell the faults of files to be loaded", check_run,   0,              "FILE…"               },
	{"key",     "make, list and end API keys",           key_run,     NEED_DATABASE,  "create|list|revoke …"},
	{"audit",   "walk the audit log's chain",            audit_run,   NEED_DATABASE,  "verify"                },
	{"ready",   "ask whether the service is ready",      ready_run,   NEED_OPTIONS,   NULL                    },
	{"version", "tell the version",                      version_run, 0,              NULL                    },
};

static void print_usage(FILE *out)
{
	(void)fputs("usage: samrad COMMAND …\n\ncommands:\n", out);
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		(void)fprintf(out, "  %-8s %s\n      %s\n", commands[i].name,
			commands[i].takes ? commands[i].takes : "", commands[i].what);
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
	if (line->takes && !count)
		return complain(EXIT_MISUSED, "%s wants more words: samrad %s %s", line->name,
			line->name, line->takes);
	if (!line->takes && count)
		return complain(EXIT_MISUSED, "%s takes nothing after it", line->name);
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
