/* The interface's own words, one catalogue per language.
 *
 * Not an organiser's words (survey/phrase.h). A sentence may hold {1} and {2}, which its values replace.
 * The catalogues are survey/words_sv.c and survey/words_en.c: tables by enum word, in which a missing
 * line is a failing test.
 */
#ifndef SAMRAD_SURVEY_WORDS_H
#define SAMRAD_SURVEY_WORDS_H

#include "base/arena.h"
#include "base/faults.h"

enum word {
	/* form controls */
	WORD_DONT_KNOW,
	WORD_OTHER,
	WORD_OTHER_TEXT,    /* {1}: the question's title; names the field beside "other" */
	WORD_CHOOSE,        /* the first, empty option of a select */
	WORD_PICK_AT_LEAST, /* {1} */
	WORD_PICK_AT_MOST,  /* {1} */
	WORD_PICK_BETWEEN,  /* {1} {2} */
	WORD_CONSENT,       /* beside a consent's checkbox */
	WORD_SHARE_OUT,     /* {1}: an allocation's total */
	WORD_PLACE,         /* {1}: a rank */
	WORD_CHARACTERS,    /* {1} */
	WORD_NOT_LIKELY,    /* the ends of an nps scale */
	WORD_VERY_LIKELY,
	/* around every page */
	WORD_SITE,
	WORD_LANGUAGE,      /* names the language switch */
	WORD_LANGUAGE_NAME, /* of the catalogue's own */
	WORD_SKIP,
	WORD_FOOT_HOME,
	WORD_FOOT_API,
	WORD_MADE_UP, /* the ribbon */
	WORD_MADE_UP_FORM,
	WORD_MADE_UP_RESULTS,
	/* the start page */
	WORD_FRONT_TITLE,
	WORD_FRONT_LEDE,
	WORD_OPEN_SURVEYS,
	WORD_NOTHING_OPEN,
	WORD_CONFERENCES,
	WORD_THEMES,
	WORD_ANSWER,
	WORD_RESULTS_SO_FAR,
	WORD_SEE_RESULTS,
	WORD_OPENS,      /* {1}: a time */
	WORD_OPEN_UNTIL, /* {1}: a time */
	/* the form */
	WORD_MUST, /* beside a question's title */
	WORD_NOT_SENT,
	WORD_SEND,
	WORD_PRIVACY_TITLE,
	WORD_PRIVACY_STORED,
	WORD_PRIVACY_ALL,   /* who reads: results are public */
	WORD_PRIVACY_KEY,   /* results are for who has a key */
	WORD_PRIVACY_LATER, /* results are public after closing */
	WORD_PRIVACY_NOISE,
	WORD_PRIVACY_NO_NOISE, /* {1}: the smallest group */
	WORD_PRIVACY_LAW,
	WORD_PRIVACY_STAYS,
	WORD_FAULT_TITLE, /* {1}: the page's title */
	WORD_NOTICE_FAULT,
	WORD_NOTICE_FAULTS, /* {1} */
	WORD_NOTICE_STALE,
	WORD_NOTICE_UNAVAILABLE,
	WORD_ANSWER_THIS, /* a required question at its place in the form */
	WORD_ALONE,       /* {1}: an option that can't be picked together with others */
	WORD_ANSWER_ROW,  /* {1}: a matrix' item */
	/* after sending */
	WORD_THANKS_TITLE,
	WORD_RECEIPT,
	WORD_STORED, /* before the hour */
	WORD_RECEIPT_KEEP,
	WORD_REUSED_TITLE,
	WORD_REUSED,
	WORD_REUSED_NEW,
	/* a survey that takes no answers */
	WORD_CLOSED_TITLE,
	WORD_CLOSED_AT, /* {1}: a time */
	WORD_NOT_OPEN_TITLE,
	WORD_OPENS_AT, /* {1}: a time */
	WORD_NOT_STORED,
	/* results */
	WORD_RESULTS,
	WORD_RESULTS_OF,    /* {1}: the survey's title */
	WORD_RESPONSES,     /* beside the number */
	WORD_HEADLINE_NPS,  /* {1}: the margin */
	WORD_HEADLINE_MEAN, /* {1}: the scale's end, {2}: the margin */
	WORD_DIVIDE_BY,
	WORD_UNDIVIDED,
	WORD_SHOW_ONLY,
	WORD_ALL_ANSWERS,
	WORD_SHOW,
	WORD_ALL_RESULTS,
	WORD_DIVIDED_BY,
	WORD_ONLY,
	WORD_RESULTS_KEY,
	WORD_RESULTS_LATER,
	WORD_NOT_A_SPLIT,
	WORD_SPLITS_LATER,
	WORD_HEAD_ANSWER, /* heads of a chart's columns */
	WORD_HEAD_SHARE,
	WORD_HEAD_COUNT,
	WORD_HEAD_MEAN,
	WORD_MEANS_AND_N,
	WORD_SHOW_TABLE,
	WORD_WITHHELD,
	WORD_FEW,
	WORD_SOME_FEW,
	WORD_DETRACTORS, /* the parts of an NPS */
	WORD_PASSIVES,
	WORD_PROMOTERS,
	WORD_NPS_MEANS,
	WORD_NOT_ASKED, /* {1}: how many; reasons for no answer */
	WORD_HIDDEN,
	WORD_NOT_REACHED,
	WORD_SKIPPED,
	WORD_DID_NOT_KNOW,
	WORD_REFUSED,
	WORD_RELEASE, /* {1}, and a time follows */
	WORD_COUNTED_NOW,
	WORD_PROTECTED_LINK,
	WORD_PROTECTED_TITLE,
	WORD_PROTECTED_NOISE,
	WORD_PROTECTED_NO_NOISE,
	WORD_PROTECTED_WITHHELD, /* {1}: the smallest group */
	WORD_PROTECTED_INTERVAL,
	WORD_PROTECTED_TEXTS,
	/* problems */
	WORD_PROBLEM_KICKER, /* above a problem's title */
	WORD_NO_PAGE,
	WORD_NO_PAGE_ADVICE,
	WORD_PROBLEM_NUMBER, /* {1}: the request's number */
	/* time */
	WORD_TODAY,
	WORD_YESTERDAY,
	WORD_TOMORROW,
	WORD_DAY_AT,        /* {1}: a day, {2}: a time of it */
	WORD_BETWEEN_HOURS, /* {1} {2} */
	/* months, in their order */
	WORD_JANUARY,
	WORD_FEBRUARY,
	WORD_MARCH,
	WORD_APRIL,
	WORD_MAY,
	WORD_JUNE,
	WORD_JULY,
	WORD_AUGUST,
	WORD_SEPTEMBER,
	WORD_OCTOBER,
	WORD_NOVEMBER,
	WORD_DECEMBER,
	WORD_COUNT
};

/* The languages in which the interface speaks, best kept first: "sv", "en". */
extern const char *const interface_languages[];
extern const size_t interface_language_count;

/* The word in a language; a language without a catalogue gets Swedish. Borrowed. */
const char *words_in(const char *language, enum word word);

/* The word with its values in place, from the arena. second may be NULL. */
const char *words_fill(struct arena *arena,
	const char *language,
	enum word word,
	const char *first,
	const char *second);

/* A fault's sentence, what is wrong and what to do, from the arena. */
const char *words_fault(struct arena *arena, const char *language, const struct fault *fault);

/* The catalogues. */
extern const char *const words_sv[WORD_COUNT];
extern const char *const words_en[WORD_COUNT];
/* Sentences of faults: one without and one with a second value, "" where there is none. */
extern const char *const fault_words_sv[FAULT_CODE_COUNT][2];
extern const char *const fault_words_en[FAULT_CODE_COUNT][2];

#endif
