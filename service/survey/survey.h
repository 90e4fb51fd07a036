/* A survey as the service keeps it: what doesn't stand in its definition.
 *
 * Plain values; a survey's questions are in definition/.
 */
#ifndef SAMRAD_SURVEY_SURVEY_H
#define SAMRAD_SURVEY_SURVEY_H

#include <stdbool.h>
#include <stdint.h>

/* A draft isn't seen by the public; a published one takes answers between opens_at and closes_at;
 * a closed one takes none any more. */
enum survey_status { SURVEY_DRAFT, SURVEY_PUBLISHED, SURVEY_CLOSED };

enum survey_kind { SURVEY_FEEDBACK, SURVEY_WORKSHOP };

struct survey {
	int32_t id; /* the number that ids and receipts begin with */
	const char *key;
	const char *event; /* the event's key */
	enum survey_status
		status;  /* by the database's clock when it was read: past closes_at is closed */
	bool opened;     /* opens_at has passed */
	int32_t version; /* the newest published one */
	int64_t published_at;   /* of that version; unix seconds */
	const char *definition; /* of that version: JSON as it was published; NULL where not read */
	const char *lists; /* the code lists it was published with: a JSON array; NULL likewise */
};

/* "draft", "published", "closed". */
const char *survey_status_name(enum survey_status status);

#endif
