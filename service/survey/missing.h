/* Why there is no answer: the words that researchers need apart, all the way from the row to the figures. */
#ifndef SAMRAD_SURVEY_MISSING_H
#define SAMRAD_SURVEY_MISSING_H

/* The reasons in the order in which they are shown. */
enum missing {
	MISSING_NOT_ASKED,
	MISSING_HIDDEN,
	MISSING_NOT_REACHED,
	MISSING_SKIPPED,
	MISSING_DONT_KNOW,
	MISSING_REFUSED,
	MISSING_COUNT
};

/* "not_asked" … "refused": as the contract names them. */
const char *missing_name(enum missing reason);

#endif
