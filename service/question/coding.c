#include "question/coding.h"

static const unsigned char codes[MISSING_COUNT] = {
	[MISSING_NOT_ASKED] = CODE_NOT_ASKED,
	[MISSING_HIDDEN] = CODE_HIDDEN,
	[MISSING_NOT_REACHED] = CODE_NOT_REACHED,
	[MISSING_SKIPPED] = CODE_SKIPPED,
	[MISSING_DONT_KNOW] = CODE_DONT_KNOW,
	[MISSING_REFUSED] = CODE_REFUSED,
};

unsigned char missing_code(enum missing reason)
{
	return codes[reason];
}
