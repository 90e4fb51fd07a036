#include "http/framing.h"

#include <string.h>
#include <strings.h>

#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

enum { LONGEST_HOST = 255 };

static bool is_token(const char *name)
{
	return *name && name[strspn(name, LETTERS DIGITS "!#$%&'*+-.^_`|~")] == '\0';
}

/* The value of a header, and in *times how often it stands. Several lines of one name reach us as one
 * line with commas between, unless they differ in case: none of the headers asked for has a comma by right. */
static const char *find(const struct pairs *headers, const char *name, size_t *times)
{
	const char *value = NULL;
	*times = 0;
	for (size_t i = 0; i < headers->count; i++) {
		if (strcasecmp(headers->list[i].name, name) != 0)
			continue;
		value = headers->list[i].value;
		*times += strchr(value, ',') ? 2 : 1;
	}
	return value;
}

/* A header's line that is folded reaches us with the rest of it at the end of its name ("Content-Length2"),
 * and the library doesn't take it for what it was meant to be. Nobody else has names that begin so. */
static bool is_folded(const char *name)
{
	static const char *const bounds[] = {"Content-Length", "Transfer-Encoding"};
	for (size_t i = 0; i < COUNT_OF(bounds); i++) {
		size_t size = strlen(bounds[i]);
		if (strncasecmp(name, bounds[i], size) == 0 && name[size] != '\0')
			return true;
	}
	return false;
}

static size_t host_name_size(const char *host, size_t size)
{
	if (size && *host == '[') {
		size_t inside = strspn(host + 1, DIGITS "abcdefABCDEF:.") + 1;
		return inside > 1 && host[inside] == ']' ? inside + 1 : 0;
	}
	return strspn(host, LETTERS DIGITS "-._~%!$&'()*+;=");
}

bool framing_is_host(const char *host, size_t size)
{
	if (size > LONGEST_HOST)
		return false;
	size_t name = host_name_size(host, size);
	if (name == 0 || name > size)
		return false;
	if (name == size)
		return true;
	size_t digits = strspn(host + name + 1, DIGITS);
	return host[name] == ':' && name + 1 + digits == size;
}

static const char *body_fault(const char *version, const struct pairs *headers)
{
	size_t encodings;
	size_t lengths;
	const char *encoding = find(headers, "Transfer-Encoding", &encodings);
	(void)find(headers, "Content-Length", &lengths);
	if (lengths > 1)
		return "Content-Length stands more than once.";
	if (!encodings)
		return NULL;
	if (lengths)
		return "Transfer-Encoding and Content-Length stand together.";
	if (encodings > 1 || strcasecmp(encoding, "chunked") != 0)
		return "The only Transfer-Encoding taken is one chunked.";
	if (strcmp(version, "HTTP/1.0") == 0)
		return "Transfer-Encoding isn't known to HTTP/1.0.";
	return NULL;
}

static const char *host_fault(const char *version, const struct pairs *headers)
{
	size_t hosts;
	const char *host = find(headers, "Host", &hosts);
	if (!hosts)
		return strcmp(version, "HTTP/1.0") == 0 ? NULL : "The header Host is missing.";
	if (hosts > 1)
		return "The header Host stands more than once.";
	size_t size = strlen(host);
	while (size && (host[size - 1] == ' ' || host[size - 1] == '\t'))
		size--;
	return framing_is_host(host, size) ? NULL : "The header Host isn't a host.";
}

const char *framing_fault(const char *version, const struct pairs *headers)
{
	for (size_t i = 0; i < headers->count; i++)
		if (!is_token(headers->list[i].name) || is_folded(headers->list[i].name))
			return "A header's name isn't one.";
	const char *fault = body_fault(version, headers);
	return fault ? fault : host_fault(version, headers);
}
