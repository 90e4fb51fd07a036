#include "page/fake.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

void fake_init(struct fake *fake, const char *query, const char *accept_language)
{
	struct pairs headers = {NULL, 0};
	fake->arena = arena_init();
	if (accept_language) {
		struct pair *header = arena_take(&fake->arena, sizeof *header);
		*header = (struct pair){"Accept-Language", accept_language};
		headers = (struct pairs){header, 1};
	}
	fake->request = (struct request){
		.method = METHOD_GET,
		.path = "/s/x",
		.id = "00000000-0000-4000-8000-000000000000",
		.headers = headers,
		.body = "",
		.arena = &fake->arena,
	};
	assert_int_equal(pairs_parse(&fake->request.query, &fake->arena, query, strlen(query)), 0);
	fake->view = view_init(&fake->request);
}

void fake_release(struct fake *fake)
{
	text_release(&fake->view.text);
	arena_release(&fake->arena);
}

const char *fake_taken(struct fake *fake)
{
	struct text *text = &fake->view.text;
	assert_false(text_failed(text));
	const char *copy = text->bytes ? arena_string(&fake->arena, text->bytes) : "";
	text_release(text);
	return copy;
}

struct safe_table *fake_table(struct fake *fake, const uint32_t *counts, size_t cells)
{
	struct safe_table *table = table_build(&fake->arena, cells);
	for (size_t i = 0; i < cells; i++) {
		table->counts[i] = counts[i];
		table->n += counts[i];
	}
	table->base = table->n;
	return table;
}

size_t fake_count(const char *html, const char *piece)
{
	size_t count = 0;
	for (const char *at = html; (at = strstr(at, piece)); at++)
		count++;
	return count;
}
