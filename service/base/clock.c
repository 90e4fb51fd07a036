#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static const int64_t first_second = -62167219200; /* 0000-01-01T00:00:00Z */
static const int64_t last_second = 253402300799;  /* 9999-12-31T23:59:59Z */

int64_t clock_microseconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t clock_milliseconds(void)
{
	return clock_microseconds() / 1000;
}

int64_t clock_now(void)
{
	return time(NULL);
}

void clock_write(char text[CLOCK_TEXT], int64_t seconds)
{
	time_t inside = seconds < first_second  ? first_second
			: seconds > last_second ? last_second
						: seconds;
	struct tm parts;
	gmtime_r(&inside, &parts);
	/* The remainders are what they were; they tell the compiler that all fits. */
	(void)snprintf(text, CLOCK_TEXT, "%04u-%02u-%02uT%02u:%02u:%02uZ",
		(unsigned)(parts.tm_year + 1900) % 10000, (unsigned)(parts.tm_mon + 1) % 100,
		(unsigned)parts.tm_mday % 100, (unsigned)parts.tm_hour % 100,
		(unsigned)parts.tm_min % 100, (unsigned)parts.tm_sec % 100);
}

/* Reads exactly count digits and moves on; -1 when they aren't there. */
static int take_digits(const char **at, int count)
{
	int number = 0;
	for (int i = 0; i < count; i++) {
		char digit = **at;
		if (digit < '0' || digit > '9')
			return -1;
		number = number * 10 + (digit - '0');
		++*at;
	}
	return number;
}

static bool take(const char **at, char expected)
{
	if (**at != expected)
		return false;
	++*at;
	return true;
}

static int days_of(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return month == 2 && leap ? 29 : days[month - 1];
}

static bool take_month(const char **at, struct tm *parts)
{
	int year = take_digits(at, 4);
	if (year < 0 || !take(at, '-'))
		return false;
	int month = take_digits(at, 2);
	if (month < 1 || month > 12)
		return false;
	parts->tm_year = year - 1900;
	parts->tm_mon = month - 1;
	return true;
}

static bool take_date(const char **at, struct tm *parts)
{
	if (!take_month(at, parts) || !take(at, '-'))
		return false;
	parts->tm_mday = take_digits(at, 2);
	return parts->tm_mday >= 1 &&
	       parts->tm_mday <= days_of(parts->tm_year + 1900, parts->tm_mon + 1);
}

static bool take_hour_minute(const char **at, int *hour, int *minute)
{
	*hour = take_digits(at, 2);
	if (*hour < 0 || *hour > 23 || !take(at, ':'))
		return false;
	*minute = take_digits(at, 2);
	return *minute >= 0 && *minute <= 59;
}

static bool take_fraction(const char **at)
{
	if (!take(at, '.'))
		return true;
	size_t digits = strspn(*at, "0123456789");
	*at += digits;
	return digits > 0;
}

static bool take_time(const char **at, struct tm *parts)
{
	if (!take_hour_minute(at, &parts->tm_hour, &parts->tm_min) || !take(at, ':'))
		return false;
	parts->tm_sec = take_digits(at, 2);
	return parts->tm_sec >= 0 && parts->tm_sec <= 59 && take_fraction(at);
}

static bool take_offset(const char **at, int *seconds)
{
	int hour;
	int minute;
	*seconds = 0;
	if (take(at, 'Z') || take(at, 'z'))
		return true;
	bool west = **at == '-';
	if ((!take(at, '+') && !take(at, '-')) || !take_hour_minute(at, &hour, &minute))
		return false;
	*seconds = (hour * 60 + minute) * (west ? -60 : 60);
	return true;
}

int clock_parse(int64_t *seconds, const char *text)
{
	struct tm parts = {0};
	int offset;
	if (!take_date(&text, &parts) || (!take(&text, 'T') && !take(&text, 't')))
		return CLOCK_MALFORMED;
	if (!take_time(&text, &parts) || !take_offset(&text, &offset) || *text)
		return CLOCK_MALFORMED;
	*seconds = (int64_t)timegm(&parts) - offset;
	return 0;
}

bool clock_is_date(const char *text)
{
	struct tm parts;
	return take_date(&text, &parts) && !*text;
}

bool clock_is_month(const char *text)
{
	struct tm parts;
	return take_month(&text, &parts) && !*text;
}

int clock_parse_date(double *days, const char *text)
{
	enum { DAY = 24 * 3600 };
	struct tm parts = {0};
	if (!take_date(&text, &parts) || *text)
		return CLOCK_MALFORMED;
	*days = (double)timegm(&parts) / DAY;
	return 0;
}
