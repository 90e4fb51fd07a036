#include "http/reply.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct reply reply_init(struct arena *arena)
{
	return (struct reply){.arena = arena, .body = text_init(0)};
}

void reply_release(struct reply *reply)
{
	text_release(&reply->body);
}

void reply_clear(struct reply *reply)
{
	bool close = reply->close;
	reply_release(reply);
	*reply = reply_init(reply->arena);
	reply->close = close;
}

bool reply_failed(const struct reply *reply)
{
	return reply->status == 0 || reply->failed || text_failed(&reply->body);
}

void reply_set(struct reply *reply, unsigned status, const char *media_type, struct text *body)
{
	text_release(&reply->body);
	reply->status = status;
	reply->media_type = media_type;
	reply->body = *body;
	reply->problem = NULL;
	*body = text_init(body->limit);
}

void reply_empty(struct reply *reply, unsigned status)
{
	struct text none = text_init(0);
	reply_set(reply, status, NULL, &none);
}

static struct reply_header *find(struct reply *reply, const char *name)
{
	for (size_t i = 0; i < reply->header_count; i++)
		if (strcasecmp(reply->headers[i].name, name) == 0)
			return &reply->headers[i];
	return NULL;
}

static bool has_control(const char *value)
{
	for (; *value; value++)
		if ((unsigned char)*value < 0x20 || *value == 0x7f)
			return true;
	return false;
}

void reply_header(struct reply *reply, const char *name, const char *value)
{
	struct reply_header *header = find(reply, name);
	if (!header && reply->header_count == REPLY_HEADERS)
		abort();
	if (has_control(value)) {
		reply->failed = true;
		return;
	}
	if (!header)
		header = &reply->headers[reply->header_count++];
	header->name = name;
	header->value = arena_string(reply->arena, value);
}

/* Whether a name stands in a list that reply_vary wrote. */
static bool lists(const char *list, const char *name)
{
	size_t size = strlen(name);
	for (const char *at = list; at; at = strchr(at, ',')) {
		at += strspn(at, ", ");
		if (strcspn(at, ",") == size && strncasecmp(at, name, size) == 0)
			return true;
	}
	return false;
}

void reply_vary(struct reply *reply, const char *name)
{
	const struct reply_header *vary = find(reply, "Vary");
	if (!vary)
		reply_header(reply, "Vary", name);
	else if (!lists(vary->value, name))
		reply_header(
			reply, "Vary", arena_format(reply->arena, "%s, %s", vary->value, name));
}

const char *reply_find_header(const struct reply *reply, const char *name)
{
	for (size_t i = 0; i < reply->header_count; i++)
		if (strcasecmp(reply->headers[i].name, name) == 0)
			return reply->headers[i].value;
	return NULL;
}
