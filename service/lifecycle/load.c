#include "lifecycle/load.h"

#include "base/log.h"
#include "lifecycle/document.h"

static struct load load_init(
	const void *secret, size_t secret_size, char *const *paths, size_t count, FILE *out)
{
	struct load load = {.arena = arena_init(), .count = count, .out = out};
	load.secrets = secrets_init(secret, secret_size);
	load.documents = arena_take_array(&load.arena, count, sizeof *load.documents);
	for (size_t i = 0; i < count; i++)
		document_read(&load.documents[i], &load, paths[i]);
	return load;
}

static void load_release(struct load *load)
{
	for (size_t i = 0; i < load->count; i++) {
		definition_free(load->documents[i].definition);
		code_list_free(load->documents[i].list);
		json_decref(load->documents[i].json);
	}
	for (size_t i = 0; i < load->stored_count; i++)
		code_list_free(load->stored[i]);
	arena_release(&load->arena);
}

/* Code lists before surveys, which name them; surveys before responses, which are
 * checked against them. */
static void check_all(struct load *load)
{
	for (int type = DOCUMENT_EVENT; type <= DOCUMENT_RESPONSES; type++)
		for (size_t i = 0; i < load->count; i++) {
			struct document *document = &load->documents[i];
			if ((int)document->type != type)
				continue;
			switch (document->type) {
			case DOCUMENT_EVENT: event_check(load, document); break;
			case DOCUMENT_CODE_LIST: code_list_check(load, document); break;
			case DOCUMENT_SURVEY: survey_check(load, document); break;
			case DOCUMENT_RESPONSES: responses_check(load, document); break;
			case DOCUMENT_UNKNOWN:
			default: break;
			}
		}
}

/* Stores the documents of one type. A refusal that no sentence has explained is the database's. */
static int store_type(struct load *load, struct db *db, enum document_type type)
{
	for (size_t i = 0; i < load->count; i++) {
		const struct document *document = &load->documents[i];
		size_t told = load->faults;
		int outcome = 0;
		if (document->type != type)
			continue;
		if (type == DOCUMENT_EVENT)
			outcome = event_store(load, document, db);
		else if (type == DOCUMENT_CODE_LIST)
			outcome = code_list_store(load, document, db);
		else if (type == DOCUMENT_SURVEY)
			outcome = survey_store(load, document, db);
		else
			outcome = responses_load(load, document, db);
		if (outcome == STORE_REFUSED && load->faults == told)
			document_refuse(
				load, document, "", "the database refuses what stands there");
		if (outcome)
			return outcome;
	}
	return 0;
}

static int store_all(struct load *load, struct store *store)
{
	struct db *db = NULL;
	int outcome = store_begin(&db, store);
	if (outcome)
		return outcome;
	for (int type = DOCUMENT_EVENT; type <= DOCUMENT_RESPONSES && !outcome; type++)
		outcome = store_type(load, db, (enum document_type)type);
	if (!outcome)
		return store_commit(store, db);
	store_rollback(store, db);
	return outcome;
}

/* The lists that are there already, for definitions that name one which isn't among the files. */
static int read_lists(struct load *load, struct store *store)
{
	struct db *db = NULL;
	int outcome = store_begin(&db, store);
	if (outcome)
		return outcome;
	outcome = load_stored_lists(load, db);
	store_rollback(store, db);
	return outcome;
}

int load_files(struct store *store,
	const void *secret,
	size_t secret_size,
	char *const *paths,
	size_t count,
	FILE *out)
{
	struct load load = load_init(secret, secret_size, paths, count, out);
	int outcome = LOAD_FAULTY;
	int stored = read_lists(&load, store);
	if (!stored)
		check_all(&load);
	if (!stored && !load.faults)
		stored = store_all(&load, store);
	if (stored || !load.faults)
		outcome = stored == STORE_REFUSED ? LOAD_REFUSED : stored ? LOAD_UNAVAILABLE : 0;
	if (!outcome)
		log_info("loaded", "files", LOG_NUMBER((int64_t)count), NULL);
	load_release(&load);
	return outcome;
}

int load_check(char *const *paths, size_t count, FILE *out)
{
	struct load load = load_init("", 0, paths, count, out);
	check_all(&load);
	int outcome = load.faults ? LOAD_FAULTY : 0;
	load_release(&load);
	return outcome;
}
