#include "question/coding.h"

static const struct {
	const char *name;
	unsigned char code;
} reasons[MISSING_COUNT] = {
	[MISSING_NOT_ASKED] = {"not_asked",   CODE_NOT_ASKED  },
	[MISSING_HIDDEN] = {"hidden",      CODE_HIDDEN     },
	[MISSING_NOT_REACHED] = {"not_reached", CODE_NOT_REACHED},
	[MISSING_SKIPPED] = {"skipped",     CODE_SKIPPED    },
	[MISSING_DONT_KNOW] = {"dont_know",   CODE_DONT_KNOW  },
	[MISSING_REFUSED] = {"refused",     CODE_REFUSED    },
};

const char *missing_name(enum missing reason)
{
	return reasons[reason].name;
}

unsigned char missing_code(enum missing reason)
{
	return reasons[reason].code;
}
