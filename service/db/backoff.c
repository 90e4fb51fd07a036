#include "db/backoff.h"

#include "base/limits.h"

enum { SHORTEST = 200, LONGEST = 2000 };

/* Closed for as long as the try may take: others wait for its outcome. */
bool backoff_may_try(struct backoff *backoff, int64_t now)
{
	if (backoff->failures == 0)
		return true;
	if (now < backoff->closed_until)
		return false;
	backoff->closed_until = now + DATABASE_CONNECT;
	return true;
}

void backoff_fail(struct backoff *backoff, int64_t began, int64_t now)
{
	if (backoff->failures && began < backoff->failed_at)
		return;
	int64_t pause = SHORTEST;
	for (int i = 0; i < backoff->failures && pause < LONGEST; i++)
		pause *= 2;
	backoff->failures++;
	backoff->failed_at = now;
	backoff->closed_until = now + (pause < LONGEST ? pause : LONGEST);
}

void backoff_succeed(struct backoff *backoff)
{
	*backoff = (struct backoff){.failures = 0};
}
