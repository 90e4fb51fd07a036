#include "lifecycle/document.h"

#include <errno.h>
#include <string.h>

#include "base/json.h"
#include "base/limits.h"
#include "base/text.h"
#include "survey/words.h"

void document_refuse(
	struct load *load, const struct document *document, const char *place, const char *sentence)
{
	load->faults++;
	(void)fprintf(
		load->out, "%s%s%s: %s\n", document->path, *place ? ":" : "", place, sentence);
}

void document_tell(struct load *load, const struct document *document, const struct faults *faults)
{
	for (size_t i = 0; i < faults->count; i++) {
		const struct fault *fault = &faults->list[i];
		(void)fprintf(load->out, "%s:%s: %s\n", document->path, fault->place,
			words_fault(faults->arena, "en", fault));
	}
	if (faults->found > faults->count)
		(void)fprintf(load->out, "%s: and %zu more faults\n", document->path,
			faults->found - faults->count);
	load->faults += faults->found;
}

/* The whole file in the load's arena; NULL when it can't be read (errno) or is too large. */
static const char *read_file(struct load *load, const char *path, size_t *size)
{
	char part[64 * 1024];
	struct text text = text_init(LIMIT_LOAD_FILE);
	FILE *file = fopen(path, "rb");
	if (!file)
		return NULL;
	errno = 0;
	for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;)
		text_put_bytes(&text, part, got);
	if (text_failed(&text))
		errno = EFBIG;
	bool is_whole = !ferror(file) && !text_failed(&text);
	(void)fclose(file);
	const char *bytes =
		is_whole ? arena_copy(&load->arena, text.bytes ? text.bytes : "", text.used) : NULL;
	*size = text.used;
	text_release(&text);
	return bytes;
}

static enum document_type type_of(const json_t *json)
{
	if (json_object_get(json, "responses"))
		return DOCUMENT_RESPONSES;
	if (json_object_get(json, "pages"))
		return DOCUMENT_SURVEY;
	if (json_object_get(json, "codes"))
		return DOCUMENT_CODE_LIST;
	return json_object_get(json, "starts") ? DOCUMENT_EVENT : DOCUMENT_UNKNOWN;
}

void document_read(struct document *document, struct load *load, const char *path)
{
	size_t size = 0;
	struct json_fault fault;
	*document = (struct document){.path = path, .type = DOCUMENT_UNKNOWN};
	document->text = read_file(load, path, &size);
	if (!document->text) {
		document_refuse(load, document, "",
			arena_format(&load->arena, "can't be read: %s", strerrordesc_np(errno)));
		return;
	}
	if (json_parse(&document->json, &fault, document->text, size)) {
		document_refuse(load, document, "",
			arena_format(&load->arena, "line %d, column %d: %s", fault.line,
				fault.column, fault.sentence));
		return;
	}
	document->type = type_of(document->json);
	if (document->type == DOCUMENT_UNKNOWN)
		document_refuse(load, document, "",
			"is none of these: an event (with `starts`), a code list (with `codes`), a "
			"survey (with `pages`), responses (with `responses`)");
}

const struct definition *load_definition(const struct load *load, const char *survey)
{
	for (size_t i = 0; i < load->count; i++) {
		const struct definition *definition = load->documents[i].definition;
		if (definition && strcmp(definition->key, survey) == 0)
			return definition;
	}
	return NULL;
}
