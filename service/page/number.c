#include "page/number.h"

#include <math.h>
#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"
#define MINUS "\xe2\x88\x92"
#define EN_DASH "\xe2\x80\x93"
#define EM_DASH "\xe2\x80\x94"

static bool is_english(const struct view *view)
{
	return strcmp(view->language, "en") == 0;
}

/* The digits with a mark between thousands. */
static const char *grouped(const struct view *view, long long whole)
{
	const char *mark = is_english(view) ? "," : NO_BREAK_SPACE;
	if (whole < 1000)
		return arena_format(view->arena, "%lld", whole);
	return arena_format(
		view->arena, "%s%s%03lld", grouped(view, whole / 1000), mark, whole % 1000);
}

const char *number_text(const struct view *view, double number, int decimals)
{
	static const int powers[] = {1, 10, 100, 1000};
	if (!isfinite(number) || fabs(number) > 1e15)
		return EM_DASH;
	long long scaled = llround(fabs(number) * powers[decimals]);
	const char *whole = grouped(view, scaled / powers[decimals]);
	const char *sign = number < 0 && scaled ? MINUS : "";
	if (!decimals)
		return arena_format(view->arena, "%s%s", sign, whole);
	return arena_format(view->arena, "%s%s%s%0*lld", sign, whole, is_english(view) ? "." : ",",
		decimals, scaled % powers[decimals]);
}

const char *number_signed(const struct view *view, double number, int decimals)
{
	const char *text = number_text(view, number, decimals);
	bool is_zero = strspn(text, "0,.") == strlen(text);
	return isfinite(number) && number > 0 && !is_zero ? arena_format(view->arena, "+%s", text)
							  : text;
}

const char *number_percent(const struct view *view, double share)
{
	const char *number = number_text(view, 100 * share, 0);
	if (!isfinite(share))
		return number;
	return arena_format(view->arena, "%s%s%%", number, is_english(view) ? "" : NO_BREAK_SPACE);
}

const char *number_percents(const struct view *view, double low, double high)
{
	const char *from = number_text(view, 100 * low, 0);
	if (!isfinite(low))
		return from;
	return arena_format(view->arena, "%s" EN_DASH "%s", from, number_text(view, 100 * high, 0));
}

void number_put(struct view *view, double number, int decimals)
{
	html_words(&view->text, number_text(view, number, decimals));
}

void number_put_percent(struct view *view, double share)
{
	html_words(&view->text, number_percent(view, share));
}
