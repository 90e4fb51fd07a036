#include "http/connections.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"

enum { WATCH_EVERY = 1000, DRAIN_EVERY = 10 };

struct connection {
	struct connections *all;
	struct connection *older;
	struct connection *newer;
	int descriptor;
	bool under_way; /* only its own thread looks, and at the end the library's */
	void *context;
	_Atomic int64_t deadline;
};

/* The connection whose request this thread is answering. */
static _Thread_local struct connection *current;

static void allow(struct connection *connection, int64_t milliseconds)
{
	atomic_store(&connection->deadline, clock_milliseconds() + milliseconds);
}

static void link_in(struct connections *all, struct connection *connection)
{
	pthread_mutex_lock(&all->lock);
	connection->older = all->newest;
	if (all->newest)
		all->newest->newer = connection;
	all->newest = connection;
	pthread_mutex_unlock(&all->lock);
	atomic_fetch_add(&all->open, 1);
}

static void take_out(struct connections *all, struct connection *connection)
{
	pthread_mutex_lock(&all->lock);
	if (connection->older)
		connection->older->newer = connection->newer;
	if (connection->newer)
		connection->newer->older = connection->older;
	else
		all->newest = connection->older;
	pthread_mutex_unlock(&all->lock);
	atomic_fetch_sub(&all->open, 1);
}

static void end_request(struct connection *connection)
{
	if (connection->under_way)
		atomic_fetch_sub(&connection->all->under_way, 1);
	connection->under_way = false;
	connection->context = NULL;
}

static void end_connection(struct connections *all, struct connection *connection)
{
	if (connection->context)
		all->forget(connection->context);
	end_request(connection);
	take_out(all, connection);
	free(connection);
}

void connections_notify(void *self,
	struct MHD_Connection *connection,
	void **socket_context,
	enum MHD_ConnectionNotificationCode code)
{
	if (code == MHD_CONNECTION_NOTIFY_CLOSED) {
		end_connection(self, *socket_context);
		return;
	}
	struct connection *ours = calloc(1, sizeof *ours);
	if (!ours)
		abort();
	ours->all = self;
	ours->descriptor =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
	allow(ours, LIMIT_RECEIVE);
	*socket_context = ours;
	link_in(self, ours);
}

static struct connection *find(struct MHD_Connection *connection)
{
	return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)
		->socket_context;
}

void connections_begin(struct MHD_Connection *connection, void *context)
{
	current = find(connection);
	current->under_way = true;
	current->context = context;
	atomic_fetch_add(&current->all->under_way, 1);
}

void connections_answer(void)
{
	allow(current, LIMIT_ANSWER);
}

void connections_complete(struct MHD_Connection *connection)
{
	struct connection *ours = find(connection);
	allow(ours, LIMIT_RECEIVE);
	end_request(ours);
}

/* The library's thread sees the end of the stream and tidies up. */
static void end_late_ones(struct connections *connections)
{
	int64_t now = clock_milliseconds();
	for (struct connection *at = connections->newest; at; at = at->older) {
		if (atomic_load(&at->deadline) > now)
			continue;
		shutdown(at->descriptor, SHUT_RDWR);
		atomic_store(&at->deadline, INT64_MAX);
		log_info("connection ended", "reason", "it took too long", NULL);
	}
}

static struct timespec next_watch(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	time.tv_sec += WATCH_EVERY / 1000;
	return time;
}

static void *watch(void *self)
{
	struct connections *connections = self;
	pthread_mutex_lock(&connections->lock);
	while (!connections->stopping) {
		struct timespec until = next_watch();
		(void)pthread_cond_timedwait(&connections->changed, &connections->lock, &until);
		end_late_ones(connections);
	}
	pthread_mutex_unlock(&connections->lock);
	return NULL;
}

int connections_start(struct connections *connections, void (*forget)(void *context))
{
	pthread_condattr_t monotonic;
	connections->forget = forget;
	pthread_condattr_init(&monotonic);
	pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	pthread_mutex_init(&connections->lock, NULL);
	pthread_cond_init(&connections->changed, &monotonic);
	pthread_condattr_destroy(&monotonic);
	return pthread_create(&connections->watcher, NULL, watch, connections) ? CONNECTIONS_FAILED
									       : 0;
}

void connections_stop(struct connections *connections)
{
	pthread_mutex_lock(&connections->lock);
	connections->stopping = true;
	pthread_cond_signal(&connections->changed);
	pthread_mutex_unlock(&connections->lock);
	pthread_join(connections->watcher, NULL);
	pthread_cond_destroy(&connections->changed);
	pthread_mutex_destroy(&connections->lock);
}

void connections_drain(struct connections *connections, int64_t milliseconds)
{
	const struct timespec pause = {.tv_nsec = DRAIN_EVERY * 1000000L};
	int64_t until = clock_milliseconds() + milliseconds;
	while (atomic_load(&connections->under_way) && clock_milliseconds() < until)
		nanosleep(&pause, NULL);
}
