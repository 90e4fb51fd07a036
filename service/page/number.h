/* Numbers as the page's language writes them: 12 345,6 and 62 % in Swedish, 12,345.6 and 62% in English. */
#ifndef SAMRAD_PAGE_NUMBER_H
#define SAMRAD_PAGE_NUMBER_H

#include "page/view.h"

/* A number with so many decimals (0 to 3), rounded half away from zero; what isn't a number is a dash.
 * From the arena. */
const char *number_text(const struct view *view, double number, int decimals);

/* The same with a sign before it unless it is 0: +34, −5. */
const char *number_signed(const struct view *view, double number, int decimals);

/* A share of 0 … 1 in whole percent. */
const char *number_percent(const struct view *view, double share);

/* The number of percent alone, for the ends of an interval: 57–67. */
const char *number_percents(const struct view *view, double low, double high);

/* Puts. */
void number_put(struct view *view, double number, int decimals);
void number_put_percent(struct view *view, double share);

#endif
