#include "page/when.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"

enum { HOUR = 3600, DAY = 24 * HOUR };

static struct tm parts_of(int64_t seconds)
{
	time_t time = seconds;
	struct tm parts = {0};
	gmtime_r(&time, &parts);
	return parts;
}

/* 01:00 UTC of the last Sunday of a month that has 31 days. */
static int64_t change_of(int year, int month)
{
	struct tm last = {.tm_year = year, .tm_mon = month, .tm_mday = 31, .tm_hour = 1};
	int64_t seconds = timegm(&last);
	return seconds - (int64_t)parts_of(seconds).tm_wday * DAY;
}

/* The rule of directive 2000/84/EC, in force since 2002 and followed in Sweden since 1996: from the last Sunday
 * of March to the last Sunday of October. */
int when_offset(int64_t seconds)
{
	int year = parts_of(seconds).tm_year;
	bool summer = seconds >= change_of(year, 2) && seconds < change_of(year, 9);
	return summer ? 2 * HOUR : HOUR;
}

static struct tm swedish(int64_t seconds)
{
	return parts_of(seconds + when_offset(seconds));
}

static long long day_number(int64_t seconds)
{
	return (seconds + when_offset(seconds)) / DAY;
}

static const char *month_name(const struct view *view, int month)
{
	return words_in(view->language, (enum word)(WORD_JANUARY + month));
}

static const char *date_text(const struct view *view, const struct tm *parts)
{
	return arena_format(view->arena, "%d %s %d", parts->tm_mday,
		month_name(view, parts->tm_mon), parts->tm_year + 1900);
}

static const char *day_text(const struct view *view, int64_t seconds, int64_t now)
{
	struct tm parts = swedish(seconds);
	switch (day_number(seconds) - day_number(now)) {
	case -1: return words_in(view->language, WORD_YESTERDAY);
	case 0: return words_in(view->language, WORD_TODAY);
	case 1: return words_in(view->language, WORD_TOMORROW);
	default: return date_text(view, &parts);
	}
}

static void open_time(struct view *view, int64_t seconds)
{
	char exact[CLOCK_TEXT];
	clock_write(exact, seconds);
	html_markup(&view->text, "<time");
	html_attribute(&view->text, "datetime", exact);
	html_markup(&view->text, ">");
}

void when_put(struct view *view, int64_t seconds, int64_t now)
{
	struct tm parts = swedish(seconds);
	bool english = strcmp(view->language, "en") == 0;
	const char *clock = arena_format(
		view->arena, english ? "%02d:%02d" : "%d.%02d", parts.tm_hour, parts.tm_min);
	open_time(view, seconds);
	view_fill(view, WORD_DAY_AT, day_text(view, seconds, now), clock);
	html_markup(&view->text, "</time>");
}

void when_put_hour(struct view *view, int64_t seconds, int64_t now)
{
	struct tm parts = swedish(seconds);
	html_words(&view->text, day_text(view, seconds, now));
	html_markup(&view->text, " ");
	open_time(view, seconds);
	view_fill(view, WORD_BETWEEN_HOURS, arena_format(view->arena, "%d", parts.tm_hour),
		arena_format(view->arena, "%d", parts.tm_hour + 1));
	html_markup(&view->text, "</time>");
}

void when_put_in(struct view *view, enum word word, int64_t seconds, int64_t now)
{
	const char *sentence = words_in(view->language, word);
	const char *place = strstr(sentence, "{1}");
	if (!place)
		abort();
	html_words_bytes(&view->text, sentence, (size_t)(place - sentence));
	when_put(view, seconds, now);
	html_words(&view->text, place + strlen("{1}"));
}

/* Parts of "2020-05-06" or "2016-10", which has no day (0). */
static bool read_date(struct tm *parts, const char *date)
{
	bool has_day = clock_is_date(date);
	if (!has_day && !clock_is_month(date))
		return false;
	parts->tm_year = (int)strtol(date, NULL, 10) - 1900;
	parts->tm_mon = (int)strtol(date + 5, NULL, 10) - 1;
	parts->tm_mday = has_day ? (int)strtol(date + 8, NULL, 10) : 0;
	return true;
}

/* The first of two days or months, without what the second says as well. */
static const char *first_text(
	const struct view *view, const struct tm *first, const struct tm *second)
{
	const char *month = month_name(view, first->tm_mon);
	if (first->tm_year != second->tm_year)
		return first->tm_mday
			       ? date_text(view, first)
			       : arena_format(view->arena, "%s %d", month, first->tm_year + 1900);
	if (!first->tm_mday)
		return month;
	if (first->tm_mon != second->tm_mon)
		return arena_format(view->arena, "%d %s", first->tm_mday, month);
	return arena_format(view->arena, "%d", first->tm_mday);
}

void when_put_days(struct view *view, const char *starts, const char *ends)
{
	struct text *text = &view->text;
	struct tm first = {0};
	struct tm last = {0};
	if (!ends || strcmp(starts, ends) == 0)
		ends = starts;
	if (!read_date(&first, starts) || !read_date(&last, ends)) {
		html_words(text, starts);
		return;
	}
	if (ends != starts) {
		html_markup(text, "<time");
		html_attribute(text, "datetime", starts);
		html_markup(text, ">");
		html_words(text, first_text(view, &first, &last));
		html_markup(text, "</time>");
		bool narrow = first.tm_mon == last.tm_mon && first.tm_year == last.tm_year;
		text_put(text, narrow ? "\xe2\x80\x93" : " \xe2\x80\x93 ");
	}
	html_markup(text, "<time");
	html_attribute(text, "datetime", ends);
	html_markup(text, ">");
	html_words(text, last.tm_mday
				 ? date_text(view, &last)
				 : arena_format(view->arena, "%s %d", month_name(view, last.tm_mon),
					   last.tm_year + 1900));
	html_markup(text, "</time>");
}
