#include "disclosure/ptable.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const char header[] = "i,j,p,v,p_int_lb,p_int_ub,type";

struct line {
	unsigned count;
	int change;
	double probability;
	double lower;
	double upper;
};

/* Takes a number and the comma behind it. */
static bool take_number(double *number, const char **at)
{
	char *end = NULL;
	*number = strtod(*at, &end);
	bool is_there = end != *at && *end == ',';
	*at = end + 1;
	return is_there;
}

static bool is_whole(double number)
{
	return number >= -PTABLE_COUNTS && number <= 2 * PTABLE_COUNTS && (int)number == number;
}

/* The columns i, j, p, v, p_int_lb, p_int_ub; a further one follows. */
static bool parse_line(struct line *line, const char *csv)
{
	double numbers[6];
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		if (!take_number(&numbers[i], &csv))
			return false;
	double count = numbers[0];
	double change = numbers[3];
	if (!is_whole(count) || count < 0 || !is_whole(change) || numbers[1] != count + change)
		return false;
	*line = (struct line){(unsigned)count, (int)change, numbers[2], numbers[4], numbers[5]};
	return true;
}

/* Begins the rows of the next count, when the last one's reach 1. */
static bool begin_count(struct ptable *table, const struct line *line, double reached, size_t row)
{
	bool is_next = line->count == table->counts && line->count < PTABLE_COUNTS;
	if (!is_next || (table->counts && reached < 1))
		return false;
	table->first[table->counts++] = row;
	table->variance = 0;
	return true;
}

int ptable_parse(struct ptable *table, const char *csv)
{
	size_t row = 0;
	double reached = 0;
	memset(table, 0, sizeof *table);
	if (strncmp(csv, header, sizeof header - 1) != 0)
		return PTABLE_MALFORMED;
	for (csv = strchr(csv, '\n'); csv && csv[1]; csv = strchr(csv + 1, '\n'), row++) {
		struct line line;
		if (row == PTABLE_ROWS || !parse_line(&line, csv + 1))
			return PTABLE_MALFORMED;
		if (line.count + 1 != table->counts && !begin_count(table, &line, reached, row))
			return PTABLE_MALFORMED;
		table->rows[row] = (struct ptable_row){line.upper, line.change};
		table->variance += line.probability * line.change * line.change;
		reached = line.upper;
	}
	table->first[table->counts] = row;
	return table->counts > 1 && reached >= 1 ? 0 : PTABLE_MALFORMED;
}

uint32_t ptable_change(const struct ptable *table, uint32_t count, double u)
{
	size_t i = count < table->counts ? count : table->counts - 1;
	size_t row = table->first[i];
	while (row + 1 < table->first[i + 1] && u >= table->rows[row].upper)
		row++;
	return (uint32_t)((int64_t)count + table->rows[row].change);
}
