#include "survey/missing.h"

static const char *const names[MISSING_COUNT] = {
	[MISSING_NOT_ASKED] = "not_asked",
	[MISSING_HIDDEN] = "hidden",
	[MISSING_NOT_REACHED] = "not_reached",
	[MISSING_SKIPPED] = "skipped",
	[MISSING_DONT_KNOW] = "dont_know",
	[MISSING_REFUSED] = "refused",
};

const char *missing_name(enum missing reason)
{
	return names[reason];
}
