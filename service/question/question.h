/* A question, and what each kind of question must be able to do.
 *
 * One kind is one file that holds everything about it (choice.c, rating.c …) and one line in kinds[].
 * Nothing else in the service may ask "is this a rating?": it asks the kind to do something, or goes by
 * the family in which answers are tabulated.
 *
 * A published question never changes; it lives as long as its definition.
 */
#ifndef SAMRAD_QUESTION_QUESTION_H
#define SAMRAD_QUESTION_QUESTION_H

#include "base/pairs.h"
#include "base/text.h"
#include "question/coding.h"
#include "survey/code_list.h"
#include "survey/phrase.h"
#include "survey/response.h"

struct option {
	const char *key;
	struct phrase label;
	struct phrase help;
	bool exclusive; /* can't be picked together with another */
	bool is_first;  /* of a long list: stands before its groups */
};

struct scale {
	int least, most;
	struct phrase least_label, most_label;
};

/* A row of a matrix. */
struct item {
	const char *key;
	struct phrase label;
};

/* What a number or a date may be, and the classes in which it is counted: those below the first bound, from
 * each bound up to the next, from the last on. Dates are days since 1970-01-01. */
struct range {
	double least, most;
	bool has_least, has_most;
	const char *least_name, *most_name; /* as they stand in the definition */
	double step;                        /* 0: any */
	struct phrase unit;
	const double *bounds;           /* rising */
	const char *const *bound_names; /* as they stand in the definition */
	size_t bound_count;
};

struct condition;

struct question {
	const struct kind *kind;
	const char *key;
	struct phrase title;
	struct phrase help;
	bool required;
	bool segment;       /* results may be divided by it */
	const char *series; /* NULL: none */

	/* What kinds share; each uses its own part. */
	const struct option *options;
	size_t option_count;
	bool other;     /* "other", in words, is an answer too */
	bool dont_know; /* {"missing": "dont_know"} is an answer */
	struct scale scale;
	const struct item *items;
	size_t item_count;
	size_t least_picks, most_picks;
	size_t max_length; /* characters of a text */
	bool many_lines;
	bool refused;                     /* {"missing": "refused"} is an answer */
	bool random_order;                /* options in an order of each response's own */
	const struct grouping *groupings; /* of options that come from a code list */
	size_t grouping_count;
	const uint16_t *const *folds; /* for each grouping, the class of each option */
	/* A question seen by a grouping ("municipality~region"): its options are the classes, and the codes
	 * 0 … codes - 1 of its column belong to the classes in fold. 0 and NULL for every other question. */
	size_t codes;
	const uint16_t *fold;
	size_t top;                      /* of a ranking: at most so many are ranked */
	int total;                       /* of an allocation */
	struct range range;              /* of a number or date */
	const struct condition *show_if; /* NULL: always asked (definition/condition.h) */

	/* Its place in the version's row: bytes from first_column. Set by definition/. */
	size_t first_column;
	size_t columns;
};

/* How answers become tables of counts. */
enum family {
	FAMILY_NONE,    /* in words: no table */
	FAMILY_CLASSES, /* one column, each code a cell: one table */
	FAMILY_ITEMS,   /* the same for each item: a table per item */
	FAMILY_PICKS,   /* a column per option, 1 where it was picked: one table of picks */
	FAMILY_RANKS    /* a column per option, its rank: a table for each pair of options */
};

/* Which numbers make sense of a table's cells. */
enum measure {
	MEASURE_SHARES, /* shares alone */
	MEASURE_SCALE,  /* cells are points of a scale: mean, median … too */
	MEASURE_NPS,    /* 0 … 10, promoters and detractors */
	MEASURE_NUMBER, /* cells are classes of a number */
	MEASURE_DATE    /* cells are classes of days */
};

/* What reading a definition needs. */
struct reading {
	struct arena *arena;
	struct faults *faults;
	const char *const *languages;
	size_t language_count;
	const struct code_lists *lists; /* that may be named; NULL: none */
};

/* A number or date as it was given. Stored beside the coded row, never in an image. */
struct exact_answer {
	const struct question *question;
	double value;     /* a date's: days since 1970-01-01 */
	const char *json; /* as JSON writes it */
};

/* What checking one response gathers. */
struct answering {
	struct arena *arena;
	struct faults *faults;
	uint8_t *row; /* of the version; CODE_SKIPPED where nothing has been answered yet */
	struct response_text *texts; /* ids are set by collect/ */
	size_t text_count;
	size_t text_room;
	struct exact_answer *exact; /* room for one per question; NULL: nobody asks for them */
	size_t exact_count;
};

/* What writing a form's control needs. */
struct control {
	struct text *text;
	struct arena *arena;
	const char *language;
	const struct pairs *typed;   /* what was typed before; empty at first */
	const struct faults *faults; /* of this form, by JSON pointer; empty at first */
	const char *described_by;    /* ids of help and fault for aria-describedby; NULL: none */
};

struct kind {
	const char *name;
	enum family family;
	enum measure measure;
	const char *const *members; /* its own members of a definition, NULL-ended */
	/* Reads and checks its members. */
	void (*read)(struct question *question, const struct node *source, struct reading *reading);
	/* Bytes in a row. */
	size_t (*width)(const struct question *question);
	/* Cells of each table; 0 for FAMILY_NONE. */
	size_t (*cells)(const struct question *question);
	/* The key of a cell; NULL: an option's, "other", or a point of the scale. */
	const char *(*cell_key)(const struct question *question, size_t cell, struct arena *arena);
	/* Codes that are answers, where several make a cell, and the cell of each; 0, NULL: a code is a cell. */
	size_t codes;
	const uint16_t *fold;
	/* Checks an answer (there is one) and codes it. */
	void (*check)(const struct question *question,
		const struct node *answer,
		struct answering *answering);
	/* The answer that a form's fields mean, as the API takes it; NULL: none. Caller owns. */
	json_t *(*posted)(const struct question *question, const struct pairs *fields);
	/* The control, without its legend, help and fault. */
	void (*control)(const struct question *question, struct control *control);
};

/* The kinds, in the order of the contract's table; NULL-ended. */
extern const struct kind *const kinds[];

/* The kind of a name, or NULL. */
const struct kind *kind_find(const char *name);

/* Reads one question of a definition: common members, then its kind's. false when it has no kind or no
 * key (told as faults): then nothing can be done with it. */
bool question_read(struct question *question, const struct node *source, struct reading *reading);

/* Checks and codes the answer to a question; answer->json is NULL where there is none. */
void question_check(
	const struct question *question, const struct node *answer, struct answering *answering);

/* The key of a table's cell: an option's, "other", or a point of the scale; from the arena or borrowed. */
const char *question_cell_key(const struct question *question, size_t cell, struct arena *arena);

/* Its label in a language: an option's, the word for other, or the point. */
const char *question_cell_label(
	const struct question *question, size_t cell, const char *language, struct arena *arena);

/* The code of an option's key, or "other"; -1 where the question has none of that name. */
int question_code_find(const struct question *question, const char *key);

/* The code of a one-choice question from its bytes in a row: one, or two where its options are more than a byte holds
 * (a reason why there is no answer stands in both). */
uint16_t question_code_at(const struct question *question, const uint8_t *codes);

/* Writes a code into a row: one byte, or two. */
void question_code_put(const struct question *question, uint8_t *row, uint16_t code);

/* A segment seen by one of its groupings: a question of its own, whose options are the classes. Memory is the arena's. */
struct question *question_group(
	const struct question *question, size_t grouping, struct arena *arena);

/* Marks a question as hidden by show_if. */
void question_hide(const struct question *question, struct answering *answering);

#endif
