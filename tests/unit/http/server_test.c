#include "http/server.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"

/* Each test speaks to a real server over a real connection. */
static struct server *server;

static void echo(const void *context, const struct request *request, struct reply *reply)
{
	struct text text = text_init(LIMIT_REPLY);
	(void)context;
	text_put_bytes(&text, request->body, request->body_size);
	reply_set(reply, 200, "text/plain", &text);
	reply->cache = CACHE_REVALIDATE;
}

static void wait_a_little(const void *context, const struct request *request, struct reply *reply)
{
	const struct timespec pause = {.tv_nsec = 300 * 1000 * 1000};
	(void)context;
	(void)request;
	nanosleep(&pause, NULL);
	reply_empty(reply, 204);
}

static const struct route routes[] = {
	{METHOD_GET,  "/",     echo,          0, 0},
	{METHOD_POST, "/",     echo,          0, 0},
	{METHOD_GET,  "/slow", wait_a_little, 0, 0},
};

static const struct server_options any_port = {
	.address = "127.0.0.1",
	.routes = routes,
	.route_count = COUNT_OF(routes),
};

static int set_up(void **state)
{
	(void)state;
	log_set_level(LOG_LEVEL_ERROR);
	return server_start(&server, &any_port);
}

static int tear_down(void **state)
{
	(void)state;
	if (server)
		server_stop(server);
	server = NULL;
	return 0;
}

static int connect_to(unsigned port)
{
	const struct timeval patience = {.tv_sec = 10};
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons((uint16_t)port),
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK),
	};
	int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	assert_true(descriptor >= 0);
	setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
	if (connect(descriptor, (const struct sockaddr *)&address, sizeof address) == 0)
		return descriptor;
	close(descriptor);
	return -1;
}

/* Sends the bytes and reads to the end of the connection. */
static const char *talk(const char *bytes, size_t size)
{
	static char answer[200000];
	size_t used = 0;
	int descriptor = connect_to(server_port(server));
	assert_true(descriptor >= 0);
	assert_int_equal(send(descriptor, bytes, size, MSG_NOSIGNAL), size);
	for (;;) {
		ssize_t got = recv(descriptor, answer + used, sizeof answer - 1 - used, 0);
		if (got <= 0)
			break;
		used += (size_t)got;
	}
	close(descriptor);
	answer[used] = '\0';
	return answer;
}

static const char *say(const char *request)
{
	return talk(request, strlen(request));
}

static size_t count(const char *text, const char *part)
{
	size_t times = 0;
	for (const char *at = strstr(text, part); at; at = strstr(at + 1, part))
		times++;
	return times;
}

#define POST "POST / HTTP/1.1\r\nHost: a\r\n"
#define LAST "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"

static void requests_follow_each_other_on_one_connection(void **state)
{
	(void)state;

	const char *answer =
		say(POST "Content-Length: 5\r\n\r\nhello" POST "Transfer-Encoding: chunked\r\n\r\n"
			 "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n" LAST);

	assert_int_equal(count(answer, "HTTP/1.1 200 OK"), 3);
	assert_non_null(strstr(answer, "hello"));
	assert_non_null(strstr(answer, "abcde"));
}

static void a_request_that_could_hide_another_ends_the_connection(void **state)
{
	(void)state;
	static const char *const requests[] = {
		"GET / HTTP/1.1\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
		POST "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		POST "Content-Length: 2\r\nContent-Length: 2\r\n\r\nab",
		POST "Content-Length: 2\r\ncontent-length: 3\r\n\r\nab",
		POST "Content-Length : 2\r\n\r\n",
		POST "Content-Length:\r\n 2\r\n\r\n",
		POST "Transfer-Encoding:\r\n chunked\r\n\r\n",
	};
	for (size_t i = 0; i < COUNT_OF(requests); i++) {
		char both[1000];
		(void)snprintf(both, sizeof both, "%s%s", requests[i], LAST);

		const char *answer = say(both);

		assert_int_equal(count(answer, "HTTP/1.1 400"), 1);
		assert_int_equal(count(answer, "HTTP/1.1 "), 1);
		assert_int_equal(count(answer, "/problems/bad-request"), 1);
		assert_int_equal(count(answer, "Connection: close"), 1);
	}
}

static void a_body_is_never_cut_silently(void **state)
{
	(void)state;
	static char request[LIMIT_BODY + 1000];
	for (size_t more = 0; more < 2; more++) {
		int head = snprintf(request, sizeof request,
			"POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: "
			"%zu\r\n\r\n",
			LIMIT_BODY + more);
		memset(request + head, 'x', LIMIT_BODY + more);

		const char *answer = talk(request, (size_t)head + LIMIT_BODY + more);

		assert_non_null(strstr(answer, more ? "HTTP/1.1 413 " : "HTTP/1.1 200 OK"));
		assert_int_equal(count(answer, "xxxxxxxx") > 0, more == 0);
	}
}

static void head_has_the_headers_of_get_and_no_body(void **state)
{
	(void)state;

	const char *answer = say("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" LAST);

	assert_int_equal(count(answer, "HTTP/1.1 200 OK"), 2);
	assert_int_equal(count(answer, "Content-Length: 0\r\n"), 2);
	assert_int_equal(count(answer, "ETag: \""), 2);
}

static void the_same_content_is_not_sent_again(void **state)
{
	(void)state;
	char request[300];
	char tag[64] = "";
	assert_int_equal(sscanf(strstr(say(LAST), "ETag: "), "ETag: %63s", tag), 1);
	(void)snprintf(request, sizeof request,
		"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nIf-None-Match: %s\r\n\r\n", tag);

	const char *answer = say(request);

	assert_non_null(strstr(answer, "HTTP/1.1 304 Not Modified"));
	assert_non_null(strstr(answer, tag));
}

static void a_port_that_is_taken_is_told(void **state)
{
	(void)state;
	struct server *second = NULL;
	struct server_options same = any_port;
	same.port = server_port(server);

	int failure = server_start(&second, &same);

	assert_int_equal(failure, SERVER_ADDRESS_IN_USE);
	assert_null(second);
}

static void stopping_lets_a_request_finish_and_refuses_new_ones(void **state)
{
	(void)state;
	unsigned port = server_port(server);
	char answer[2000] = "";
	int descriptor = connect_to(port);
	static const char request[] = "GET /slow HTTP/1.1\r\nHost: a\r\n\r\n";
	assert_int_equal(send(descriptor, request, strlen(request), 0), strlen(request));
	const struct timespec pause = {.tv_nsec = 100 * 1000 * 1000};
	nanosleep(&pause, NULL);
	int64_t start = clock_milliseconds();

	tear_down(NULL);

	assert_true(recv(descriptor, answer, sizeof answer - 1, 0) > 0);
	assert_non_null(strstr(answer, "HTTP/1.1 204 No Content"));
	assert_non_null(strstr(answer, "Connection: close"));
	assert_int_equal(connect_to(port), -1);
	assert_true(clock_milliseconds() - start < 5000);
	close(descriptor);
}

static void a_query_with_more_than_the_library_holds_does_not_keep_the_server(void **state)
{
	(void)state;
	static char request[9000] = "GET /?";
	for (size_t i = 6; i < 8000; i += 2)
		memcpy(request + i, "a&", 2);
	memcpy(request + 8000, " HTTP/1.1\r\nHost: a\r\n\r\n", 23);
	say(request);
	int64_t start = clock_milliseconds();

	tear_down(NULL);

	assert_true(clock_milliseconds() - start < 5000);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(requests_follow_each_other_on_one_connection),
		TEST(a_request_that_could_hide_another_ends_the_connection),
		TEST(a_body_is_never_cut_silently),
		TEST(head_has_the_headers_of_get_and_no_body),
		TEST(the_same_content_is_not_sent_again),
		TEST(a_port_that_is_taken_is_told),
		TEST(stopping_lets_a_request_finish_and_refuses_new_ones),
		TEST(a_query_with_more_than_the_library_holds_does_not_keep_the_server),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
