#include "db/cancel.h"

#include <signal.h>
#include <stdatomic.h>
#include <time.h>

#include "base/clock.h"

enum { MOST_THREADS = 16 };

static atomic_int threads;

static void *send_request(void *request)
{
	char complaint[256];
	int sent = PQcancel(request, complaint, sizeof complaint);
	PQfreeCancel(request);
	atomic_fetch_sub(&threads, 1);
	return sent ? &threads : NULL; /* anything but NULL: yes */
}

/* Signals are for the threads that wait for them. */
static bool start(pthread_t *thread, PGcancel *request)
{
	sigset_t all;
	sigset_t before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool started = pthread_create(thread, NULL, send_request, request) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

struct cancel cancel_begin(PGconn *link)
{
	struct cancel cancel = {.begun = false};
	PGcancel *request = PQgetCancel(link);
	if (!request)
		return cancel;
	cancel.begun =
		atomic_fetch_add(&threads, 1) < MOST_THREADS && start(&cancel.thread, request);
	if (!cancel.begun) {
		atomic_fetch_sub(&threads, 1);
		PQfreeCancel(request);
	}
	return cancel;
}

/* The C library waits for a thread by the clock on the wall only. */
static struct timespec wall_time(int64_t deadline)
{
	struct timespec time;
	int64_t rest = deadline - clock_milliseconds();
	clock_gettime(CLOCK_REALTIME, &time);
	if (rest > 0) {
		int64_t nanoseconds = time.tv_nsec + rest % 1000 * 1000000;
		time.tv_sec += rest / 1000 + nanoseconds / 1000000000;
		time.tv_nsec = nanoseconds % 1000000000;
	}
	return time;
}

bool cancel_end(struct cancel *cancel, int64_t deadline)
{
	void *sent = NULL;
	struct timespec time = wall_time(deadline);
	if (!cancel->begun)
		return false;
	cancel->begun = false;
	if (pthread_timedjoin_np(cancel->thread, &sent, &time) != 0) {
		pthread_detach(cancel->thread);
		return false;
	}
	return sent != NULL;
}
