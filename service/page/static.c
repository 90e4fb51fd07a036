#include "page/static.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/digest.h"
#include "page/pages.h"

#define FOLDER "service/page/static/"

static const struct {
	const char *ending;
	const char *media_type;
} media_types[] = {
	{".css", "text/css; charset=utf-8"},
	{".svg", "image/svg+xml"          },
};

struct asset {
	const struct embedded *file;
	const char *media_type;
	const char *name;   /* "samrad.css" */
	const char *ending; /* ".css", in the name */
	char address[64];   /* "/static/samrad.0123456789ab.css" */
};

enum { MOST_ASSETS = 8 };

static struct asset assets[MOST_ASSETS];
static size_t asset_count;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static const char *media_type_of(const char *ending)
{
	for (size_t i = 0; ending && i < COUNT_OF(media_types); i++)
		if (strcmp(ending, media_types[i].ending) == 0)
			return media_types[i].media_type;
	return NULL;
}

static void add_asset(const struct embedded *file)
{
	unsigned char digest[DIGEST_SIZE];
	char fingerprint[DIGEST_HEX(DIGEST_SIZE)];
	if (asset_count == MOST_ASSETS)
		abort();
	struct asset *asset = &assets[asset_count++];
	asset->file = file;
	asset->name = file->name + strlen(FOLDER);
	asset->ending = strrchr(asset->name, '.');
	asset->media_type = media_type_of(asset->ending);
	if (!asset->media_type)
		abort();
	digest_sha256(digest, file->bytes, file->size);
	digest_hex(fingerprint, digest, sizeof digest);
	(void)snprintf(asset->address, sizeof asset->address, "/static/%.*s.%.*s%s",
		(int)(asset->ending - asset->name), asset->name, STATIC_FINGERPRINT, fingerprint,
		asset->ending);
}

static void find_assets(void)
{
	for (size_t i = 0; i < embedded_count; i++)
		if (strncmp(embedded[i].name, FOLDER, strlen(FOLDER)) == 0)
			add_asset(&embedded[i]);
}

const char *static_address(const char *name)
{
	pthread_once(&once, find_assets);
	for (size_t i = 0; i < asset_count; i++)
		if (strcmp(assets[i].name, name) == 0)
			return assets[i].address;
	abort();
}

/* Whether the name asked for is the asset's, plain or with a fingerprint of whatever time. */
static bool is_name_of(const struct asset *asset, const char *name)
{
	size_t stem = (size_t)(asset->ending - asset->name);
	if (strcmp(name, asset->name) == 0)
		return true;
	if (strncmp(name, asset->name, stem) != 0 || name[stem] != '.')
		return false;
	const char *fingerprint = name + stem + 1;
	return strspn(fingerprint, "0123456789abcdef") == STATIC_FINGERPRINT &&
	       strcmp(fingerprint + STATIC_FINGERPRINT, asset->ending) == 0;
}

static void send(struct reply *reply, const struct asset *asset, const char *name)
{
	struct text body = text_init(asset->file->size);
	text_put_bytes(&body, (const char *)asset->file->bytes, asset->file->size);
	reply_set(reply, 200, asset->media_type, &body);
	bool is_ours = strcmp(asset->address + strlen("/static/"), name) == 0;
	reply->cache = is_ours ? CACHE_FOR_EVER : CACHE_REVALIDATE;
}

void page_static(const void *context, const struct request *request, struct reply *reply)
{
	const char *name = request_parameter(request, "file");
	(void)context;
	pthread_once(&once, find_assets);
	for (size_t i = 0; i < asset_count; i++)
		if (is_name_of(&assets[i], name)) {
			send(reply, &assets[i], name);
			return;
		}
	problem_reply(request, reply, PROBLEM_NOT_FOUND, "There is no such file.");
}
