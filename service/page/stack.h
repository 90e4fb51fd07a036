/* A bar of parts that lie side by side around a middle line; several bars share one axis. */
#ifndef SAMRAD_PAGE_STACK_H
#define SAMRAD_PAGE_STACK_H

#include "page/view.h"
#include "table/table.h"

enum { STACK_PARTS = 21, STACK_CLASSES = 5 };

/* The parts of one bar, in percent that add up to 100, or all 0. */
struct stack {
	double parts[STACK_PARTS];
	size_t count;
};

/* How far bars reach to the left and to the right of the middle line, in percent. */
struct stack_axis {
	double left;
	double right;
};

/* Widens the axis so that the bar fits. */
void stack_fit(struct stack_axis *axis, const struct stack *stack);

/* The bar. words: what it says, for who doesn't see it. */
void stack_put(struct view *view,
	const struct stack *stack,
	const struct stack_axis *axis,
	const char *words);

/* The colour class of a part, 1 … 5: symmetrical, 3 for the middle one of an odd number. */
int stack_class(size_t part, size_t count);

#endif
