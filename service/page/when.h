/* Times and days as people say them, in Swedish time, with the exact ones in datetime. */
#ifndef SAMRAD_PAGE_WHEN_H
#define SAMRAD_PAGE_WHEN_H

#include <stdint.h>

#include "page/view.h"

/* "i dag kl. 14.05", "6 maj 2020 kl. 8.00". now: for today, yesterday and tomorrow. */
void when_put(struct view *view, int64_t seconds, int64_t now);

/* The hour in which something was: "i dag mellan kl. 14 och 15". */
void when_put_hour(struct view *view, int64_t seconds, int64_t now);

/* The days of an event, of a calendar: "2020-05-06" and "2020-05-07" as "6–7 maj 2020", "2016-10" as "oktober
 * 2016". ends may be NULL. What isn't a day or month is put as it is. */
void when_put_days(struct view *view, const char *starts, const char *ends);

/* A sentence of the interface whose {1} is a time. */
void when_put_in(struct view *view, enum word word, int64_t seconds, int64_t now);

/* Seconds by which Swedish time is ahead of UTC then: 3600, in summer 7200. */
int when_offset(int64_t seconds);

#endif
