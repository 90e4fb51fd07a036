/* A value of a JSON document together with its place in it.
 *
 * Not a copy of the document: a node points at jansson's value and at the node above it, and lives on
 * the stack of who walks down. Only when there is a fault is the way up written as a JSON pointer.
 *
 *	root ◀── pages ◀── 0 ◀── questions ◀── 2 ◀── scale      "/pages/0/questions/2/scale"
 *
 * The functions that take something from a document add a fault and go on: who asks gets an empty value,
 * so that one pass finds every fault.
 */
#ifndef SAMRAD_BASE_NODE_H
#define SAMRAD_BASE_NODE_H

#include <stdbool.h>
#include <stdint.h>

#include <jansson.h>

#include "base/arena.h"
#include "base/faults.h"

struct node {
	const json_t *json; /* NULL: not there */
	const struct node *parent;
	const char *name; /* NULL for an element */
	size_t index;
};

/* The document itself. */
struct node node_root(const json_t *json);

/* A member of an object; its json is NULL when it isn't there, or when above isn't an object. */
struct node node_member(const struct node *above, const char *name);

/* An element of an array. */
struct node node_element(const struct node *above, size_t index);

/* The node's JSON pointer, from the arena. */
const char *node_pointer(const struct node *node, struct arena *arena);

/* Adds a fault at the node. */
void node_fault(const struct node *node,
	struct faults *faults,
	enum fault_code code,
	const char *first,
	const char *second);

/* Whether the node is of this type ("object", "array", "string", "integer", "number", "boolean"); a fault if not,
 * WRONG_TYPE with the name. An absent node is REQUIRED. */
bool node_is(const struct node *node, struct faults *faults, const char *type);

/* A fault for every member that isn't among the known ones: UNKNOWN_MEMBER with its name and, where
 * one is near, the nearest of them. */
void node_check_members(
	const struct node *node, struct faults *faults, const char *const *known, size_t count);

/* A required string of at most limit characters without controls; NULL after a fault. Borrowed. */
const char *node_string(const struct node *node, struct faults *faults, size_t limit);

/* The same for one that may be absent: then NULL without a fault. */
const char *node_optional_string(const struct node *node, struct faults *faults, size_t limit);

/* A required key, [a-z0-9_-]{1,64}; NULL after a fault. Borrowed. */
const char *node_key(const struct node *node, struct faults *faults);

/* A boolean that may be absent: then the default. */
bool node_bool(const struct node *node, struct faults *faults, bool absent);

/* A whole number from least to most that may be absent: then the default. */
int64_t node_integer(const struct node *node,
	struct faults *faults,
	int64_t least,
	int64_t most,
	int64_t absent);

/* The index of a required string among the choices; -1 after a fault (INVALID_VALUE with the given and
 * the nearest or all choices). */
int node_choice(
	const struct node *node, struct faults *faults, const char *const *choices, size_t count);

/* Elements of a required array with at least least and at most most of them; 0 after a fault. */
size_t node_array(const struct node *node, struct faults *faults, size_t least, size_t most);

#endif
