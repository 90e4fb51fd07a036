#include "http/request.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const method_names[] = {
	[METHOD_GET] = "GET",
	[METHOD_HEAD] = "HEAD",
	[METHOD_POST] = "POST",
	[METHOD_PUT] = "PUT",
	[METHOD_PATCH] = "PATCH",
	[METHOD_DELETE] = "DELETE",
	[METHOD_OPTIONS] = "OPTIONS",
	[METHOD_OTHER] = "other",
};

enum method method_parse(const char *name)
{
	for (unsigned i = 0; i < METHOD_COUNT; i++)
		if (strcmp(method_names[i], name) == 0)
			return (enum method)i;
	return METHOD_OTHER;
}

const char *method_name(enum method method)
{
	return method_names[method];
}

const char *request_header(const struct request *request, const char *name)
{
	const struct pairs *headers = &request->headers;
	for (size_t i = 0; i < headers->count; i++)
		if (strcasecmp(headers->list[i].name, name) == 0)
			return headers->list[i].value;
	return NULL;
}

const char *request_parameter(const struct request *request, const char *name)
{
	for (size_t i = 0; i < REQUEST_PARAMETERS && request->parameters[i].name; i++)
		if (strcmp(request->parameters[i].name, name) == 0)
			return request->parameters[i].value;
	abort();
}

static const char *skip_space(const char *at)
{
	return at + strspn(at, " \t");
}

/* Whether a charset parameter is utf-8, with quotes or without, up to its end. */
static bool is_utf8_value(const char *value)
{
	bool quoted = *value == '"';
	value += quoted;
	if (strncasecmp(value, "utf-8", 5) != 0)
		return false;
	value += 5;
	if (quoted && *value++ != '"')
		return false;
	value = skip_space(value);
	return *value == '\0' || *value == ';';
}

/* Whether the parameters, from the first semicolon on, name no other charset. */
static bool has_good_charset(const char *at)
{
	for (; at; at = strchr(at, ';')) {
		at = skip_space(at + 1);
		if (strncasecmp(at, "charset=", 8) == 0 && !is_utf8_value(at + 8))
			return false;
	}
	return true;
}

bool request_has_media_type(const struct request *request, const char *media_type)
{
	const char *type = request_header(request, "Content-Type");
	size_t size = strlen(media_type);
	if (!type || strncasecmp(type, media_type, size) != 0)
		return false;
	const char *rest = skip_space(type + size);
	return *rest == '\0' || (*rest == ';' && has_good_charset(rest));
}
