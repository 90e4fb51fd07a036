/* What a submission costs between its bytes and its row: parsed, checked and coded, sealed.
 *
 *	check SURVEY BODIES
 *
 * Not the way of a request: no HTTP, no queue, no database. By the thread's own time, so that others on the
 * machine count little. Prints the median of many batches, in microseconds of one body. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/json.h"
#include "collect/prepare.h"

enum { MOST_BODIES = 1024, BATCHES = 401, SECRET = 32 };

struct body {
	char *bytes;
	size_t size;
};

struct bench {
	struct definition *definition;
	struct secrets secrets;
	struct body bodies[MOST_BODIES];
	size_t count;
	double parse[BATCHES]; /* microseconds of one body */
	double prepare[BATCHES];
};

static void fail(const char *what)
{
	fprintf(stderr, "check: %s\n", what);
	exit(1);
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
	return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static void read_bodies(struct bench *bench, const char *path)
{
	size_t room = 0;
	FILE *file = fopen(path, "re");
	if (!file)
		fail(path);
	for (; bench->count < MOST_BODIES; room = 0, bench->count++) {
		struct body *body = &bench->bodies[bench->count];
		ssize_t size = getline(&body->bytes, &room, file);
		if (size <= 0)
			break;
		body->size = (size_t)size - 1;
	}
	(void)fclose(file);
}

static void read_survey(struct bench *bench, const char *path)
{
	json_error_t error;
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	json_t *json = json_load_file(path, 0, &error);
	if (!json || definition_parse(&bench->definition, json, &faults))
		fail("that isn't a survey");
	json_decref(json);
	arena_release(&arena);
}

static json_t *parse(const struct body *body)
{
	json_t *json;
	struct json_fault fault;
	if (json_parse(&json, &fault, body->bytes, body->size))
		fail("a body isn't JSON");
	return json;
}

static void prepare(const struct bench *bench, const json_t *json)
{
	struct arena arena = arena_init();
	struct faults faults = faults_init(&arena);
	struct response response = {.survey = 1, .version = 1};
	struct node node = node_root(json);
	response_prepare(&response, &bench->secrets, bench->definition, "a key of some twenty-five",
		&node, HIDDEN_REFUSED, &faults);
	if (faults.found)
		fail("a body has a fault");
	arena_release(&arena);
}

static void run_batch(struct bench *bench, size_t batch)
{
	json_t *parsed[MOST_BODIES];
	double begin = now();
	for (size_t i = 0; i < bench->count; i++)
		parsed[i] = parse(&bench->bodies[i]);
	double between = now();
	for (size_t i = 0; i < bench->count; i++)
		prepare(bench, parsed[i]);
	double end = now();
	for (size_t i = 0; i < bench->count; i++)
		json_decref(parsed[i]);
	double count = (double)bench->count;
	bench->parse[batch] = (between - begin + (now() - end)) / count;
	bench->prepare[batch] = (end - between) / count;
}

static int compare(const void *a, const void *b)
{
	const double *first = a;
	const double *second = b;
	return (*first > *second) - (*first < *second);
}

static double median(double *values)
{
	qsort(values, BATCHES, sizeof *values, compare);
	return values[BATCHES / 2];
}

int main(int count, char **words)
{
	static struct bench bench;
	static const unsigned char secret[SECRET];
	if (count != 3)
		fail("usage: check SURVEY BODIES");
	read_survey(&bench, words[1]);
	read_bodies(&bench, words[2]);
	bench.secrets = secrets_init(secret, sizeof secret);
	for (size_t i = 0; i < BATCHES; i++)
		run_batch(&bench, i);
	printf("%.1f %.1f\n", median(bench.parse), median(bench.prepare));
	return 0;
}
