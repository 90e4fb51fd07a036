/* Every bound of the service in one place: what a stranger can make it hold or do.
 * Sizes in bytes, times in milliseconds. */
#ifndef SAMRAD_BASE_LIMITS_H
#define SAMRAD_BASE_LIMITS_H

enum {
	LIMIT_BODY = 64 * 1024,  /* a request's body */
	LIMIT_TARGET = 8 * 1024, /* a request's path and query */
	LIMIT_JSON_DEPTH = 24,   /* nested arrays and objects of a document that comes in */
	LIMIT_FAULTS = 200,      /* faults that are told of one document; more are counted only */
	LIMIT_PAIRS = 2000,      /* fields of a form or query */
	LIMIT_REPLY = 16 * 1024 * 1024, /* a reply's body */
	LIMIT_PROBLEM = 256 * 1024,     /* a problem document */

	LIMIT_CONNECTIONS = 1000,
	LIMIT_HEAD = 16 * 1024, /* a request's first line and headers, as we count them */
	LIMIT_CONNECTION_MEMORY = 24 * 1024, /* the library's, for that head and the answer's */
	LIMIT_CONNECTION_IDLE = 30 * 1000,   /* nothing received or sent */
	LIMIT_RECEIVE = 60 * 1000,           /* until a request is there, from the answer before */
	LIMIT_ANSWER = 600 * 1000,           /* until its answer has been taken */
	LIMIT_DRAIN = 8 * 1000,              /* for the requests under way when the service ends */
	LIMIT_BACKLOG = 1024,                /* connections that the kernel keeps waiting */

	LIMIT_KEY = 64,          /* a key of an event, survey, question, option … */
	LIMIT_QUESTIONS = 200,   /* of a survey */
	LIMIT_OPTIONS = 240,     /* of a question: codes 0 … 239 of a byte */
	LIMIT_COLUMNS = 4000,    /* of a survey's row */
	LIMIT_TEXT = 10 * 1000,  /* longest free text, in characters */
	LIMIT_PHRASE = 8 * 1000, /* longest text of a definition, in bytes */
	LIMIT_DEFINITION = 1024 * 1024,
	LIMIT_LOAD_FILE = 256 * 1024 * 1024, /* a file of samrad load */

	LIMIT_QUEUE = 4096, /* responses that wait for the committer */
	LIMIT_BATCH = 512,  /* responses of one transaction */
	LIMIT_BATCH_BYTES = 64 * 1024 * 1024,
	LIMIT_WAIT = 10 * 1000,  /* a request waits for its outcome */
	LIMIT_PAGE_ITEMS = 100,  /* items of one page of a list */
	LIMIT_AUDIT = 16 * 1024, /* the particulars of an entry of the audit log */

	DATABASE_CONNECT = 3 * 1000,
	DATABASE_QUERY = 8 * 1000,
	DATABASE_CONNECTIONS = 8
};

#endif
