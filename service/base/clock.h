/* Time: how long something takes, and what time it is.
 *
 * Not a calendar: all is UTC, in whole seconds since 1970, without leap seconds (as POSIX has it).
 */
#ifndef SAMRAD_BASE_CLOCK_H
#define SAMRAD_BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/check.h"

enum { CLOCK_TEXT = sizeof "2020-05-06T08:00:00Z", CLOCK_MALFORMED = 1 };

/* Time that only goes forward, from an arbitrary start: for durations and deadlines. */
int64_t clock_milliseconds(void);
int64_t clock_microseconds(void);

/* Seconds since 1970-01-01 UTC. */
int64_t clock_now(void);

/* Writes RFC 3339 in UTC, "2020-05-06T08:00:00Z", and a NUL. Seconds outside the years 0 to 9999 become
 * the nearest that is inside. */
void clock_write(char text[CLOCK_TEXT], int64_t seconds);

/* Parses RFC 3339 (T and Z in either case, offset required, fractions are cut off). Refuses what a calendar
 * doesn't have, a 60th second too. Returns 0 or CLOCK_MALFORMED. */
MUST_CHECK int clock_parse(int64_t *seconds, const char *text);

/* Parses a day of the calendar, "2020-05-06", to days since 1970-01-01. Returns 0 or CLOCK_MALFORMED. */
MUST_CHECK int clock_parse_date(double *days, const char *text);

/* Whether the text is a day of the calendar, "2020-05-06". */
bool clock_is_date(const char *text);

/* Whether the text is a month, "2016-10". */
bool clock_is_month(const char *text);

#endif
