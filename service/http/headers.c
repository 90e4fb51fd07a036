#include "http/headers.h"

#include <string.h>

#define CONTENT_SECURITY_POLICY                                                                    \
	"default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; "          \
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

static const struct reply_header on_all[] = {
	{"X-Content-Type-Options",     "nosniff"						     },
	{"Referrer-Policy",            "no-referrer"						 },
	{"Permissions-Policy",         "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
	{"Cross-Origin-Opener-Policy", "same-origin"                                                 },
};

bool headers_is_api(const char *path)
{
	return strncmp(path, "/api/", 5) == 0;
}

/* What any site's script may read. */
static bool is_open_data(const char *path)
{
	return strncmp(path, "/api/v1/", 8) == 0 || strcmp(path, "/openapi.json") == 0;
}

static bool is_read(enum method method)
{
	return method == METHOD_GET || method == METHOD_HEAD;
}

static void add_origin(const struct request *request, struct reply *reply)
{
	if (!is_read(request->method) || !is_open_data(request->path))
		return;
	reply_header(reply, "Access-Control-Allow-Origin", "*");
	reply_header(
		reply, "Access-Control-Expose-Headers", "ETag, Link, Retry-After, X-Request-Id");
}

void headers_answer_options(const struct request *request, struct reply *reply, const char *allow)
{
	reply_empty(reply, 204);
	reply_header(reply, "Allow", allow);
	if (!is_open_data(request->path))
		return;
	reply_header(reply, "Access-Control-Allow-Origin", "*");
	reply_header(reply, "Access-Control-Allow-Methods", "GET, HEAD");
	reply_header(reply, "Access-Control-Allow-Headers", "If-None-Match");
	reply_header(reply, "Access-Control-Max-Age", "86400");
}

void headers_add(const struct request *request, struct reply *reply, bool https)
{
	for (size_t i = 0; i < COUNT_OF(on_all); i++)
		reply_header(reply, on_all[i].name, on_all[i].value);
	reply_header(reply, "Content-Security-Policy",
		https ? CONTENT_SECURITY_POLICY "; upgrade-insecure-requests"
		      : CONTENT_SECURITY_POLICY);
	reply_header(reply, "Cache-Control", reply->cache ? reply->cache : "no-store");
	reply_header(reply, "X-Request-Id", request->id);
	add_origin(request, reply);
	if (reply->media_type)
		reply_header(reply, "Content-Type", reply->media_type);
	if (reply->close)
		reply_header(reply, "Connection", "close");
}
