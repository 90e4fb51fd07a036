#include "definition/parse.h"

/* The defaults and what may be set: less than the defaults would protect less than was measured. */
static const struct privacy defaults = {
	.table = PROTECTION_D5, .min_group = 10, .release_every = 10, .release_interval = 60};

enum { LEAST_GROUP = 5, MOST_GROUP = 1000, LEAST_INTERVAL = 2, MOST_INTERVAL = 7 * 24 * 3600 };

static uint32_t parse_number(struct parsing *parsing,
	const struct node *privacy,
	const char *name,
	int64_t bounds[2],
	uint32_t absent)
{
	struct node node = node_member(privacy, name);
	return (uint32_t)node_integer(&node, parsing->reading.faults, bounds[0], bounds[1], absent);
}

void parse_privacy(struct parsing *parsing, const struct node *document)
{
	static const char *const known[] = {
		"table", "min_group", "release_every", "release_interval"};
	static const char *const tables[] = {"d5", "d3", "none"};
	struct privacy *out = &parsing->definition->privacy;
	struct faults *faults = parsing->reading.faults;
	struct node privacy = node_member(document, "privacy");
	struct node table = node_member(&privacy, "table");

	*out = defaults;
	if (!privacy.json || !node_is(&privacy, faults, "object"))
		return;
	node_check_members(&privacy, faults, known, COUNT_OF(known));
	if (table.json) {
		int choice = node_choice(&table, faults, tables, COUNT_OF(tables));
		out->table = choice < 0 ? PROTECTION_D5 : (enum protection_table)choice;
	}
	out->min_group = parse_number(parsing, &privacy, "min_group",
		(int64_t[]){LEAST_GROUP, MOST_GROUP}, out->min_group);
	out->release_every = parse_number(parsing, &privacy, "release_every",
		(int64_t[]){LEAST_GROUP, MOST_GROUP}, out->release_every);
	out->release_interval = parse_number(parsing, &privacy, "release_interval",
		(int64_t[]){LEAST_INTERVAL, MOST_INTERVAL}, out->release_interval);
}
