#include "page/stack.h"

/* The narrowest parts that have room for their numbers, in percent of the bar's field: on a phone, and on a wide
 * page, where the style sheet shows the others too. */
static const double room = 10;
static const double tight_room = 4;

int stack_class(size_t part, size_t count)
{
	size_t half = count / 2;
	if (count % 2 && part == half)
		return 3;
	if (part < half)
		return 1 + (int)(part * 2 / half);
	return 6 - stack_class(count - 1 - part, count);
}

/* What lies to the left of the middle: the lower half, and half of the middle part. */
static double left_of(const struct stack *stack)
{
	double sum = 0;
	for (size_t i = 0; i < stack->count / 2; i++)
		sum += stack->parts[i];
	return stack->count % 2 ? sum + stack->parts[stack->count / 2] / 2 : sum;
}

static double all_of(const struct stack *stack)
{
	double sum = 0;
	for (size_t i = 0; i < stack->count; i++)
		sum += stack->parts[i];
	return sum;
}

void stack_fit(struct stack_axis *axis, const struct stack *stack)
{
	double left = left_of(stack);
	double right = all_of(stack) - left;
	axis->left = left > axis->left ? left : axis->left;
	axis->right = right > axis->right ? right : axis->right;
}

static void put_percent(struct text *text, const char *name, double percent)
{
	text_put_char(text, ' ');
	text_put(text, name);
	html_markup(text, "=\"");
	html_coordinate(text, percent);
	html_markup(text, "%\"");
}

static void put_part(struct text *text, double at, double width, int class)
{
	html_markup(text, "<rect class=\"s");
	text_put_int(text, class);
	html_markup(text, "\"");
	put_percent(text, "x", at);
	put_percent(text, "width", width);
	html_markup(text, " y=\"3\" height=\"24\"/>");
}

static void put_number(struct text *text, double at, double percent, int class, bool tight)
{
	html_markup(text, "<text class=\"s");
	text_put_int(text, class);
	text_put(text, tight ? " tight\"" : "\"");
	put_percent(text, "x", at);
	html_markup(text, " y=\"20\">");
	text_put_int(text, (int64_t)(percent + 0.5));
	html_markup(text, "</text>");
}

void stack_put(struct view *view,
	const struct stack *stack,
	const struct stack_axis *axis,
	const char *words)
{
	struct text *text = &view->text;
	double whole = axis->left + axis->right;
	double unit = whole > 0 ? 100 / whole : 0;
	double at = (axis->left - left_of(stack)) * unit;
	html_markup(text, "<svg class=\"stack\" role=\"img\"");
	html_attribute(text, "aria-label", words);
	html_markup(text, "><line");
	put_percent(text, "x1", axis->left * unit);
	put_percent(text, "x2", axis->left * unit);
	html_markup(text, " y2=\"30\"/>");
	for (size_t i = 0; i < stack->count; i++) {
		double width = stack->parts[i] * unit;
		int class = stack_class(i, stack->count);
		if (width > 0)
			put_part(text, at, width, class);
		if (width >= tight_room)
			put_number(text, at + width / 2, stack->parts[i], class, width < room);
		at += width;
	}
	html_markup(text, "</svg>");
}
