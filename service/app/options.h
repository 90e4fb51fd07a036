/* The service's configuration: what it takes from its environment.
 *
 * Not a file, and nothing that changes while it runs. Every name stands in one table, options[] in
 * options.c, with its meaning and its default. A name that begins with SAMRAD_ and isn't in it is a
 * fault: it is a slip of the pen, and what was meant would silently not hold.
 */
#ifndef SAMRAD_APP_OPTIONS_H
#define SAMRAD_APP_OPTIONS_H

#include <stdio.h>

#include "app/address.h"
#include "base/arena.h"
#include "base/log.h"

enum { OPTIONS_FAULTY = 1, OPTIONS_SECRET_LEAST = 32, OPTIONS_SECRET_MOST = 4096 };

struct options {
	struct arena arena; /* of all strings */
	const char *database_url;
	const char *migrate_database_url; /* the owner's; database_url unless it is given */
	struct address listen;
	const char *public_url; /* without a slash at its end; NULL: http:// and the address */
	const char *secret_file;
	enum log_level log_level;
	unsigned char secret[OPTIONS_SECRET_MOST]; /* read where it is needed */
	size_t secret_size;
};

/* What a command can't do without, as bits. NEED_OPTIONS: all may be absent. */
enum {
	NEED_OPTIONS = 1,
	NEED_DATABASE = 2,
	NEED_MIGRATION = 4,
	NEED_SECRET = 8,
	NEED_SERVICE = NEED_DATABASE | NEED_SECRET
};

/* Reads the options from "NAME=value" strings ended by NULL, each secret also from the file that
 * NAME_FILE names. Returns 0, or OPTIONS_FAULTY with one sentence in *fault that names the variable and
 * no secret. options_release is due in either case; *fault lives until then. */
MUST_CHECK int options_from_environment(
	struct options *read, const char **fault, char *const *environment, unsigned needs);

/* Gives the memory back and wipes the secret. */
void options_release(struct options *read);

/* One line each: name, meaning, default. */
void options_print(FILE *out);

#endif
