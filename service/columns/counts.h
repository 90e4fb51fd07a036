/* Raw counts. For columns/ and disclosure/ alone: the lint holds every other folder off. */
#ifndef SAMRAD_COLUMNS_COUNTS_H
#define SAMRAD_COLUMNS_COUNTS_H

#include "columns/tally.h"
#include "question/coding.h"

struct count {
	uint32_t responses;
	uint32_t keys; /* sum of their record keys, modulo 2³² */
};

struct tally {
	size_t groups;
	struct count counts[][CODE_COUNT]; /* of groups */
};

/* The count of a group and a code. */
struct count counts_of(const struct tally *tally, size_t group, size_t code);

#endif
