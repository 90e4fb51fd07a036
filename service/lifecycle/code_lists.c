#include "store/code_lists.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "definition/stored.h"
#include "lifecycle/document.h"

void code_list_check(struct load *load, struct document *document)
{
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	if (code_list_parse(&document->list, document->json, &faults))
		document->list = NULL;
	document_tell(load, document, &faults);
	arena_release(&arena);
}

int code_list_store(struct load *load, const struct document *document, struct db *db)
{
	(void)load;
	return code_lists_put(db, document->list->key, document->text);
}

struct code_lists load_code_lists(struct load *load)
{
	const struct code_list **list =
		arena_take_array(&load->arena, load->count + load->stored_count, sizeof *list);
	size_t count = 0;
	for (size_t i = 0; i < load->count; i++)
		if (load->documents[i].list)
			list[count++] = load->documents[i].list;
	for (size_t i = 0; i < load->stored_count; i++)
		list[count++] = load->stored[i];
	return (struct code_lists){list, count};
}

static int keep(struct load *load, const struct code_list_row *row)
{
	struct json_fault fault;
	struct faults faults = faults_init(&load->arena);
	JSON_OWNED json_t *json = NULL;
	if (json_parse(&json, &fault, row->document, strlen(row->document)) ||
		code_list_parse(&load->stored[load->stored_count], json, &faults))
		return STORE_UNAVAILABLE;
	load->stored_count++;
	return 0;
}

int load_stored_lists(struct load *load, struct db *db)
{
	struct code_list_row *rows = NULL;
	size_t count = 0;
	int outcome = code_lists_list(&rows, &count, db, &load->arena);
	if (outcome)
		return outcome;
	load->stored = arena_take_array(&load->arena, count, sizeof(struct code_list *));
	for (size_t i = 0; i < count && !outcome; i++)
		outcome = keep(load, &rows[i]);
	return outcome;
}

int survey_lists(const char **lists, struct load *load, const json_t *definition, struct db *db)
{
	struct code_list_row *rows = NULL;
	size_t count = 0;
	int outcome = code_lists_list(&rows, &count, db, &load->arena);
	if (outcome)
		return outcome;
	struct list_document *all = arena_take_array(&load->arena, count, sizeof *all);
	for (size_t i = 0; i < count; i++)
		all[i] = (struct list_document){rows[i].key, rows[i].document};
	*lists = stored_lists(definition, all, count, &load->arena);
	return 0;
}
