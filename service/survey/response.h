/* A response as it is stored: one participant's answers, coded, without anything that tells who. */
#ifndef SAMRAD_SURVEY_RESPONSE_H
#define SAMRAD_SURVEY_RESPONSE_H

#include <stddef.h>
#include <stdint.h>

enum {
	RESPONSE_HASH = 16 /* bytes of a key, a fingerprint, a receipt's hash, a text's id */
};

/* One free text of a response. Stored apart from it, under an id that only the receipt gives. */
struct response_text {
	uint8_t id[RESPONSE_HASH];
	const char *question; /* key */
	const char *part;     /* "" for a text question, "other" for the text of an other option */
	const char *text;
};

struct response {
	int32_t survey; /* survey.id */
	int64_t id;     /* random, positive; unique within the survey */
	int32_t version;
	const char *language;
	int64_t submitted_at;               /* unix seconds, cut to the hour */
	uint8_t key[RESPONSE_HASH];         /* HMAC of the idempotency key */
	uint8_t fingerprint[RESPONSE_HASH]; /* HMAC of the content */
	uint8_t receipt[RESPONSE_HASH];     /* hash of the receipt */
	uint32_t record_key;                /* uniform, from the operating system; never shown */
	const uint8_t *row;                 /* coded answers */
	size_t row_size;
	const char *
		exact; /* numbers and days as they were given, a JSON object by question; NULL: none */
	const struct response_text *texts;
	size_t text_count;
};

/* What became of a response that was to be stored. */
enum response_outcome {
	RESPONSE_STORED,     /* it is durable */
	RESPONSE_REPLAYED,   /* the same key and content were stored before: id is theirs */
	RESPONSE_KEY_REUSED, /* the key was used for another content */
	RESPONSE_CLOSED,     /* the survey takes no more answers */
	RESPONSE_NOT_OPEN,   /* the survey takes none yet */
	RESPONSE_UNKNOWN /* the database didn't tell in time; a retry with the same key is safe */
};

#endif
