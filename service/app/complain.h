/* What a command says to the person who called it, on standard error, and how it ends. */
#ifndef SAMRAD_APP_COMPLAIN_H
#define SAMRAD_APP_COMPLAIN_H

#include "base/check.h"

/* Exit statuses: it went wrong; it was called wrongly or its configuration is wrong. */
enum { EXIT_FAILED = 1, EXIT_MISUSED = 2 };

/* Writes "samrad: " and one sentence. Returns status, so that a command can end with it. */
int complain(int status, const char *format, ...) LIKE_PRINTF(2, 3);

#endif
