/* The log: one line per happening, on standard error.
 *
 *	2026-05-06T08:00:00.123Z info listening address=127.0.0.1:8080
 *
 * Not a place for what people wrote, for secrets or for addresses of visitors: who calls it sees to that.
 *
 * A line is time, level, an event in a few plain words, then key=value pairs; a value with other bytes
 * than letters, digits and - . _ : / @ + % { } stands in double quotes, escaped as in JSON. Lines of
 * several threads never mix. A line longer than LOG_LINE bytes is cut. Allocates nothing, so that it
 * can tell of memory that has run out.
 */
#ifndef SAMRAD_BASE_LOG_H
#define SAMRAD_BASE_LOG_H

#include <stdint.h>

#include "base/check.h"

enum log_level { LOG_LEVEL_ERROR, LOG_LEVEL_WARNING, LOG_LEVEL_INFO, LOG_LEVEL_DEBUG };

enum { LOG_LINE = 4096, LOG_NUMBER_SIZE = 24, LOG_UNKNOWN_LEVEL = 1 };

/* What is less grave than this isn't written. At the start: info. */
void log_set_level(enum log_level level);

/* "error", "warning", "info", "debug". Returns 0 or LOG_UNKNOWN_LEVEL. */
MUST_CHECK int log_level_parse(enum log_level *level, const char *name);

/* One line each. Keys and values follow in turn, both strings, ended by NULL:
 *
 *	log_info("listening", "address", address, NULL);
 *	log_info("loaded", "events", LOG_NUMBER(3), NULL);
 *
 * A value that is NULL is written as empty. */
void log_error(const char *event, ...) __attribute__((sentinel));
void log_warning(const char *event, ...) __attribute__((sentinel));
void log_info(const char *event, ...) __attribute__((sentinel));
void log_debug(const char *event, ...) __attribute__((sentinel));

/* A number as a value: a string that lives to the end of the enclosing block. */
#define LOG_NUMBER(number) log_number((char[LOG_NUMBER_SIZE]){0}, (number))

const char *log_number(char digits[LOG_NUMBER_SIZE], int64_t number);

#endif
