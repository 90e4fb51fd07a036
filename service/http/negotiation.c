#include "http/negotiation.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum { FULL_QUALITY = 1000, NO_QUALITY = -1 };

/* One element of Accept or Accept-Language: "text/html;q=0.8". */
struct range {
	const char *name;
	size_t size;
	int quality; /* thousandths; NO_QUALITY when it isn't a weight */
};

static const char separators[] = " \t,;";

/* A weight's digits, "0.8", up to three behind the point (RFC 9110, 12.4.2). */
static int parse_quality(const char *digits, size_t size)
{
	if (size < 1 || size > 5 || (digits[0] != '0' && digits[0] != '1'))
		return NO_QUALITY;
	int quality = (digits[0] - '0') * FULL_QUALITY;
	int worth = FULL_QUALITY / 10;
	for (size_t i = 1; i < size; i++) {
		bool fits = i == 1 ? digits[i] == '.' : digits[i] >= '0' && digits[i] <= '9';
		if (!fits)
			return NO_QUALITY;
		if (i > 1) {
			quality += (digits[i] - '0') * worth;
			worth /= 10;
		}
	}
	return quality <= FULL_QUALITY ? quality : NO_QUALITY;
}

/* Reads the parameters behind a name, for the sake of q, and moves on to the next element. */
static int take_quality(const char **at)
{
	int quality = FULL_QUALITY;
	while (**at && **at != ',') {
		*at += strspn(*at, " \t;");
		size_t size = strcspn(*at, separators);
		if (size >= 2 && strncasecmp(*at, "q=", 2) == 0)
			quality = parse_quality(*at + 2, size - 2);
		*at += size;
	}
	return quality;
}

static bool take_range(struct range *range, const char **at)
{
	*at += strspn(*at, " \t,;");
	if (!**at)
		return false;
	range->name = *at;
	range->size = strcspn(*at, separators);
	*at += range->size;
	range->quality = take_quality(at);
	return true;
}

static bool is_name(const struct range *range, const char *name, size_t size)
{
	return range->size == size && strncasecmp(range->name, name, size) == 0;
}

/* How closely a range names a media type: 3 itself, 2 its group, 1 anything, 0 not. */
static int media_closeness(const struct range *range, const char *type)
{
	size_t size = strcspn(type, separators);
	size_t group = strcspn(type, "/") + 1;
	if (is_name(range, type, size))
		return 3;
	if (range->size == group + 1 && strncasecmp(range->name, type, group) == 0 &&
		range->name[group] == '*')
		return 2;
	return is_name(range, "*/*", 3) ? 1 : 0;
}

/* How closely a range names a language: 4 itself, 3 a variety of it (sv-SE for sv), 2 what it is a
 * variety of, 1 anything, 0 not. */
static int language_closeness(const struct range *range, const char *language)
{
	size_t size = strlen(language);
	if (is_name(range, language, size))
		return 4;
	if (range->size > size && range->name[size] == '-' &&
		strncasecmp(range->name, language, size) == 0)
		return 3;
	if (size > range->size && language[range->size] == '-' &&
		strncasecmp(range->name, language, range->size) == 0)
		return 2;
	return is_name(range, "*", 1) ? 1 : 0;
}

typedef int closeness(const struct range *range, const char *offer);

struct choice {
	int quality;
	int closeness;
};

/* The closest range decides what an offer is worth. */
static struct choice weigh(const char *header, const char *offer, closeness *measure)
{
	struct choice choice = {0, 0};
	struct range range;
	while (take_range(&range, &header)) {
		int near = measure(&range, offer);
		if (near <= choice.closeness || range.quality == NO_QUALITY)
			continue;
		choice = (struct choice){range.quality, near};
	}
	return choice;
}

static bool is_better(struct choice a, struct choice b)
{
	return a.quality > b.quality || (a.quality == b.quality && a.closeness > b.closeness);
}

static int choose(const char *header, const char *const *offers, size_t count, closeness *measure)
{
	struct choice best = {0, FULL_QUALITY};
	int index = -1;
	for (size_t i = 0; i < count; i++) {
		struct choice choice = weigh(header, offers[i], measure);
		if (is_better(choice, best)) {
			best = choice;
			index = (int)i;
		}
	}
	return index;
}

static bool is_empty(const char *header)
{
	return !header || header[strspn(header, separators)] == '\0';
}

int negotiate_media_type(const char *accept, const char *const *offers, size_t count)
{
	return is_empty(accept) ? 0 : choose(accept, offers, count, media_closeness);
}

size_t negotiate_language(const char *header, const char *const *offers, size_t count)
{
	int index = is_empty(header) ? 0 : choose(header, offers, count, language_closeness);
	return index < 0 ? 0 : (size_t)index;
}
