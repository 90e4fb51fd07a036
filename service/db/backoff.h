/* When a database that didn't answer may be asked again.
 *
 * Not a timer: it only says yes or no. As long as all is well, everybody may connect. After a failure
 * nobody may for a while that doubles each time, and then one alone, so that a database that is coming
 * back isn't run over, and requests meanwhile fail at once instead of waiting.
 */
#ifndef SAMRAD_DB_BACKOFF_H
#define SAMRAD_DB_BACKOFF_H

#include <stdbool.h>
#include <stdint.h>

/* Times are milliseconds of a clock that only goes forward. All zero: nothing has failed. */
struct backoff {
	int failures;
	int64_t failed_at;
	int64_t closed_until;
};

/* Whether who asks may try now; it then tells how it went. */
bool backoff_may_try(struct backoff *backoff, int64_t now);

/* The try that began then has failed now. Tries that began before the last failure was known count as
 * the same one. */
void backoff_fail(struct backoff *backoff, int64_t began, int64_t now);
void backoff_succeed(struct backoff *backoff);

#endif
