/* Asks a server on this machine as fast as it answers, over so many connections, for so long:
 *
 *	load PORT CONNECTIONS WARM_UP SECONDS GET|POST TARGET [BODIES]
 *
 * Not a client: it knows just the HTTP that the contestants answer with (a status and a Content-Length). One
 * thread, one epoll; a connection sends its next request when its last one is answered. BODIES is a file with a
 * body per line, taken in turn; each POST has an Idempotency-Key of its own. After the warm-up it says "counting";
 * the requests that ended from then on are counted, and printed as one line of JSON. */
#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
	MOST_CONNECTIONS = 4096,
	MOST_SECONDS = 600,
	MOST_BODIES = 65536,
	ROOM = 16 * 1024,
	STEPS = 128,         /* of a histogram for each doubling: steps of less than 1 % */
	BUCKETS = STEPS * 32 /* up to an hour in microseconds */
};

struct connection {
	int descriptor;
	uint64_t sent_at; /* nanoseconds */
	char *request;
	size_t size;
	size_t sent;
	char answer[ROOM];
	size_t used;
};

struct load {
	struct sockaddr_in address;
	const char *method;
	const char *target;
	char **bodies;
	size_t body_count;
	size_t next_body;
	uint32_t seed;
	uint64_t keys;
	uint64_t counts_from;
	bool said;
	uint64_t ends_at;
	uint64_t requests;
	uint64_t errors;
	uint64_t longest; /* microseconds */
	uint64_t statuses[600];
	uint64_t histogram[BUCKETS];
};

static void fail(const char *what)
{
	fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
	exit(1);
}

static uint64_t now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

/* Exact up to STEPS, then STEPS buckets for each doubling. */
static size_t bucket_of(uint64_t microseconds)
{
	size_t doublings = 0;
	while (microseconds >> doublings >= 2 * STEPS)
		doublings++;
	size_t bucket = doublings * STEPS + (size_t)(microseconds >> doublings);
	return bucket < BUCKETS ? bucket : BUCKETS - 1;
}

/* The middle of a bucket. */
static double microseconds_of(size_t bucket)
{
	if (bucket < 2 * STEPS)
		return (double)bucket;
	size_t doublings = bucket / STEPS - 1;
	uint64_t first = (uint64_t)(bucket - doublings * STEPS) << doublings;
	return (double)first + (double)((UINT64_C(1) << doublings) - 1) / 2;
}

static double quantile(const struct load *load, double share)
{
	uint64_t wanted = (uint64_t)(share * (double)load->requests);
	uint64_t passed = 0;
	for (size_t i = 0; i < BUCKETS; i++) {
		passed += load->histogram[i];
		if (passed > wanted)
			return microseconds_of(i);
	}
	return 0;
}

static void read_bodies(struct load *load, const char *path)
{
	FILE *file = fopen(path, "re");
	size_t room = 0;
	if (!file)
		fail(path);
	load->bodies = calloc(MOST_BODIES, sizeof *load->bodies);
	while (load->bodies && load->body_count < MOST_BODIES) {
		ssize_t size = getline(&load->bodies[load->body_count], &room, file);
		if (size < 0)
			break;
		load->bodies[load->body_count++][size - 1] = '\0';
		room = 0;
	}
	if (!load->body_count)
		fail("no bodies");
	(void)fclose(file);
}

static void write_request(struct load *load, struct connection *connection)
{
	const char *body = "";
	char extra[256] = "";
	if (load->bodies) {
		body = load->bodies[load->next_body++ % load->body_count];
		(void)snprintf(extra, sizeof extra,
			"Content-Type: application/json\r\n"
			"Idempotency-Key: \"load-%08" PRIx32 "-%012" PRIx64 "\"\r\n"
			"Content-Length: %zu\r\n",
			load->seed, load->keys++, strlen(body));
	}
	size_t room = strlen(body) + strlen(load->target) + sizeof extra + 128;
	free(connection->request);
	connection->request = malloc(room);
	if (!connection->request)
		fail("memory");
	connection->size = (size_t)snprintf(connection->request, room,
		"%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n%s\r\n%s", load->method,
		load->target, extra, body);
	connection->sent = 0;
	connection->used = 0;
}

/* What doesn't fit into the socket waits for its next event: requests are far smaller than its buffer. */
static bool flush(struct connection *connection)
{
	while (connection->sent < connection->size) {
		ssize_t size = send(connection->descriptor, connection->request + connection->sent,
			connection->size - connection->sent, MSG_NOSIGNAL);
		if (size < 0)
			return errno == EAGAIN;
		connection->sent += (size_t)size;
	}
	return true;
}

static bool ask(struct load *load, struct connection *connection)
{
	write_request(load, connection);
	connection->sent_at = now();
	return flush(connection);
}

static void open_connection(struct load *load, struct connection *connection, int queue)
{
	int yes = 1;
	struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
	connection->descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (connection->descriptor < 0 ||
		connect(connection->descriptor, (struct sockaddr *)&load->address,
			sizeof load->address))
		fail("connect");
	(void)setsockopt(connection->descriptor, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
	if (epoll_ctl(queue, EPOLL_CTL_ADD, connection->descriptor, &event))
		fail("epoll");
	if (!ask(load, connection))
		fail("send");
}

static void count(struct load *load, const struct connection *connection, unsigned status)
{
	uint64_t at = now();
	uint64_t microseconds = (at - connection->sent_at) / 1000;
	if (at < load->counts_from || at > load->ends_at)
		return;
	load->requests++;
	load->statuses[status < 600 ? status : 0]++;
	load->histogram[bucket_of(microseconds)]++;
	if (microseconds > load->longest)
		load->longest = microseconds;
}

/* Whether the answer is there; then its status. */
static bool is_whole(const struct connection *connection, unsigned *status)
{
	const char *end = memmem(connection->answer, connection->used, "\r\n\r\n", 4);
	if (!end)
		return false;
	size_t head = (size_t)(end - connection->answer) + 4;
	const char *length = strcasestr(connection->answer, "\r\ncontent-length:");
	if (!length || length > end)
		fail("an answer without Content-Length");
	*status = (unsigned)strtoul(connection->answer + 9, NULL, 10);
	return connection->used >= head + strtoul(length + 17, NULL, 10);
}

/* Returns whether the connection is still good. */
static bool take(struct load *load, struct connection *connection)
{
	unsigned status = 0;
	ssize_t size = recv(connection->descriptor, connection->answer + connection->used,
		ROOM - 1 - connection->used, MSG_DONTWAIT);
	if (size <= 0)
		return size < 0 && errno == EAGAIN;
	connection->used += (size_t)size;
	connection->answer[connection->used] = '\0';
	if (connection->used == ROOM - 1)
		fail("an answer that is too long");
	if (!is_whole(connection, &status))
		return true;
	count(load, connection, status);
	return ask(load, connection);
}

/* Once: whoever measures us begins now. */
static void say_when_counting(struct load *load)
{
	if (load->said || now() < load->counts_from)
		return;
	puts("counting");
	(void)fflush(stdout);
	load->said = true;
}

static void run(struct load *load, struct connection *connections, size_t count_of)
{
	struct epoll_event events[256];
	int queue = epoll_create1(EPOLL_CLOEXEC);
	for (size_t i = 0; i < count_of; i++)
		open_connection(load, &connections[i], queue);
	while (now() < load->ends_at) {
		int ready = epoll_wait(queue, events, 256, 10);
		say_when_counting(load);
		for (int i = 0; i < ready; i++) {
			struct connection *connection = events[i].data.ptr;
			if (take(load, connection))
				continue;
			load->errors++;
			close(connection->descriptor);
			open_connection(load, connection, queue);
		}
	}
	for (size_t i = 0; i < count_of; i++)
		close(connections[i].descriptor);
}

static void print(const struct load *load, double seconds)
{
	const char *comma = "";
	printf("{\"requests\":%" PRIu64
	       ",\"per_second\":%.1f,\"p50\":%.0f,\"p99\":%.0f,\"longest\":%" PRIu64
	       ",\"errors\":%" PRIu64 ",\"statuses\":{",
		load->requests, (double)load->requests / seconds, quantile(load, 0.5),
		quantile(load, 0.99), load->longest, load->errors);
	for (size_t i = 0; i < 600; i++)
		if (load->statuses[i]) {
			printf("%s\"%zu\":%" PRIu64, comma, i, load->statuses[i]);
			comma = ",";
		}
	puts("}}");
}

int main(int count_of, char **words)
{
	static struct load load;
	if (count_of < 7 || count_of > 8) {
		fputs("usage: load PORT CONNECTIONS WARM_UP SECONDS GET|POST TARGET [BODIES]\n",
			stderr);
		return 2;
	}
	size_t connections = strtoul(words[2], NULL, 10);
	double warm_up = strtod(words[3], NULL);
	double seconds = strtod(words[4], NULL);
	if (connections < 1 || connections > MOST_CONNECTIONS ||
		!(warm_up + seconds <= MOST_SECONDS))
		return fputs("load: that is too much\n", stderr), 2;
	load.address = (struct sockaddr_in){.sin_family = AF_INET,
		.sin_port = htons((uint16_t)strtoul(words[1], NULL, 10)),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	load.method = words[5];
	load.target = words[6];
	if (count_of == 8)
		read_bodies(&load, words[7]);
	if (getrandom(&load.seed, sizeof load.seed, 0) != sizeof load.seed)
		fail("random");
	load.counts_from = now() + (uint64_t)(warm_up * 1e9);
	load.ends_at = load.counts_from + (uint64_t)(seconds * 1e9);
	struct connection *list = calloc(connections, sizeof *list);
	if (!list)
		fail("memory");
	run(&load, list, connections);
	print(&load, seconds);
	return 0;
}
