/* The commands of the program: `samrad NAME …`, one file each; main.c has the table. */
#ifndef SAMRAD_APP_COMMANDS_H
#define SAMRAD_APP_COMMANDS_H

#include <stddef.h>

#include "app/options.h"

/* Does what the command says with the files or other words that stand after its name. options: read
 * as the command's line in the table needs them; NULL where it needs none. Returns the program's exit
 * status. */
typedef int command(const struct options *options, char *const *words, size_t count);

command serve_run;
command migrate_run;
command load_run;
command check_run;
command key_run;
command audit_run;
command ready_run;
command version_run;

#endif
