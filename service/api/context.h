/* What the handlers of the API work with. Made by app/, borrowed for every request. */
#ifndef SAMRAD_API_CONTEXT_H
#define SAMRAD_API_CONTEXT_H

struct store;
struct published;
struct collector;
struct results;

struct api_context {
	struct store *store;
	struct published *published;
	struct collector *collector;
	struct results *results;
	const char *public_url; /* "https://samrad.example", without a slash at its end */
};

#endif
