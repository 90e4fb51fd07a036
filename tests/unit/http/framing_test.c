#include "http/framing.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/check.h"

#define FAULT(version, ...)                                                                        \
	framing_fault(version, &(struct pairs){(const struct pair[]){__VA_ARGS__},                 \
				       COUNT_OF(((const struct pair[]){__VA_ARGS__}))})
#define HOST                                                                                       \
	{                                                                                          \
		"Host", "samrad.example"                                                           \
	}

static void an_ordinary_request_has_no_fault(void **state)
{
	(void)state;

	assert_null(FAULT("HTTP/1.1", HOST));
	assert_null(FAULT("HTTP/1.1", HOST, {"Content-Length", "5"}));
	assert_null(FAULT("HTTP/1.1", HOST, {"transfer-encoding", "Chunked"}));
	assert_null(FAULT("HTTP/1.0", {"Accept", "*/*"}));
}

static void a_body_whose_end_could_be_in_two_places_is_refused(void **state)
{
	(void)state;

	assert_non_null(
		FAULT("HTTP/1.1", HOST, {"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {"Content-Length", "5,5"}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {"Content-Length", "5"}, {"content-length", "6"}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {"Transfer-Encoding", "chunked,chunked"}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {"Transfer-Encoding", "gzip, chunked"}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {"Transfer-Encoding", "chunked "}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {"Transfer-Encoding", ""}));
	assert_non_null(FAULT("HTTP/1.0", HOST, {"Transfer-Encoding", "chunked"}));
}

static void a_name_that_another_server_could_read_otherwise_is_refused(void **state)
{
	(void)state;

	assert_non_null(FAULT("HTTP/1.1", HOST, {"Content-Length ", "5"}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {" Content-Length", "5"}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {"", "5"}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {"Content-Length5", ""}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {"Transfer-Encodingchunked", ""}));
}

static void there_is_one_host(void **state)
{
	(void)state;

	assert_non_null(FAULT("HTTP/1.1", {"Accept", "*/*"}));
	assert_non_null(FAULT("HTTP/1.1", {"Host", ""}));
	assert_non_null(FAULT("HTTP/1.1", {"Host", "a,a"}));
	assert_non_null(FAULT("HTTP/1.1", HOST, {"host", "samrad.example"}));
	assert_non_null(FAULT("HTTP/1.0", {"Host", "a/b"}));
	assert_null(FAULT("HTTP/1.1", {"Host", "samrad.example \t"}));
}

static void a_host_has_a_name_or_an_address_and_perhaps_a_port(void **state)
{
	(void)state;
	static const char *const good[] = {
		"a", "a.b:80", "127.0.0.1:", "[::1]", "[2001:db8::1]:8080", "x-y_z~%41"};
	static const char *const bad[] = {
		"",
		":80",
		"a b",
		"u@a",
		"a:b",
		"a:80:80",
		"[::1",
		"[]",
		"[g]",
		"[::1]x",
		"a/",
		"a?",
		"a\\b",
		"å",
	};
	for (size_t i = 0; i < COUNT_OF(good); i++)
		assert_true(framing_is_host(good[i], strlen(good[i])));
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_false(framing_is_host(bad[i], strlen(bad[i])));
}

static void a_host_ends_where_its_bytes_end(void **state)
{
	(void)state;

	assert_true(framing_is_host("a.b/c", 3));
	assert_false(framing_is_host("ab", 0));
	assert_true(framing_is_host("a:80?x", 4));
	assert_false(framing_is_host("[::1]", 4));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_ordinary_request_has_no_fault),
		cmocka_unit_test(a_body_whose_end_could_be_in_two_places_is_refused),
		cmocka_unit_test(a_name_that_another_server_could_read_otherwise_is_refused),
		cmocka_unit_test(there_is_one_host),
		cmocka_unit_test(a_host_has_a_name_or_an_address_and_perhaps_a_port),
		cmocka_unit_test(a_host_ends_where_its_bytes_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
