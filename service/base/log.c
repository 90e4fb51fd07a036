#include "base/log.h"

#include <errno.h>
#include <inttypes.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/utf8.h"

/* A buffer of its own instead of base/text.h, which allocates. The last byte is kept for the line's end. */
struct line {
	size_t used;
	char bytes[LOG_LINE];
};

static const char *const level_names[] = {
	[LOG_LEVEL_ERROR] = "error",
	[LOG_LEVEL_WARNING] = "warning",
	[LOG_LEVEL_INFO] = "info",
	[LOG_LEVEL_DEBUG] = "debug",
};

static atomic_int most = LOG_LEVEL_INFO;
static pthread_mutex_t writing = PTHREAD_MUTEX_INITIALIZER;

void log_set_level(enum log_level level)
{
	atomic_store(&most, (int)level);
}

int log_level_parse(enum log_level *level, const char *name)
{
	for (size_t i = 0; i < COUNT_OF(level_names); i++)
		if (strcmp(level_names[i], name) == 0) {
			*level = (enum log_level)i;
			return 0;
		}
	return LOG_UNKNOWN_LEVEL;
}

const char *log_number(char digits[LOG_NUMBER_SIZE], int64_t number)
{
	(void)snprintf(digits, LOG_NUMBER_SIZE, "%" PRId64, number);
	return digits;
}

static void put_char(struct line *line, char byte)
{
	if (line->used < sizeof line->bytes - 1)
		line->bytes[line->used++] = byte;
}

static void put(struct line *line, const char *string)
{
	for (; *string; string++)
		put_char(line, *string);
}

static void put_time(struct line *line)
{
	struct timespec now;
	struct tm parts;
	char text[64];
	clock_gettime(CLOCK_REALTIME, &now);
	gmtime_r(&now.tv_sec, &parts);
	size_t size = strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
	(void)snprintf(text + size, sizeof text - size, ".%03dZ ", (int)(now.tv_nsec / 1000000));
	put(line, text);
}

static bool is_plain(const char *value)
{
	return *value && value[strspn(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
					     "0123456789-._:/@+%{}")] == '\0';
}

static void put_escaped(struct line *line, unsigned char byte, bool is_utf8)
{
	char escape[8];
	if (byte == '"' || byte == '\\')
		put_char(line, '\\');
	if ((byte >= 0x20 && byte < 0x7f) || (byte >= 0x80 && is_utf8)) {
		put_char(line, (char)byte);
		return;
	}
	(void)snprintf(escape, sizeof escape, byte == '\n' ? "\\n" : "\\u%04x", byte);
	put(line, escape);
}

static void put_value(struct line *line, const char *value)
{
	if (is_plain(value)) {
		put(line, value);
		return;
	}
	bool is_utf8 = utf8_is_text(value, strlen(value));
	put_char(line, '"');
	for (; *value; value++)
		put_escaped(line, (unsigned char)*value, is_utf8);
	put_char(line, '"');
}

/* One write per line: a pipe takes up to 4,096 bytes whole even from several processes. A log that can't
 * be written has nobody to be told. */
static void write_line(const struct line *line)
{
	size_t done = 0;
	pthread_mutex_lock(&writing);
	while (done < line->used) {
		ssize_t size = write(STDERR_FILENO, line->bytes + done, line->used - done);
		if (size < 0 && errno != EINTR)
			break;
		done += size > 0 ? (size_t)size : 0;
	}
	pthread_mutex_unlock(&writing);
}

static void write_event(enum log_level level, const char *event, va_list pairs)
{
	if ((int)level > atomic_load(&most))
		return;
	struct line line = {.used = 0};
	put_time(&line);
	put(&line, level_names[level]);
	put_char(&line, ' ');
	put(&line, event);

	const char *key;
	while ((key = va_arg(pairs, const char *))) {
		const char *value = va_arg(pairs, const char *);
		put_char(&line, ' ');
		put(&line, key);
		put_char(&line, '=');
		put_value(&line, value ? value : "");
	}
	line.bytes[line.used++] = '\n';
	write_line(&line);
}

void log_error(const char *event, ...)
{
	va_list pairs;
	va_start(pairs, event);
	write_event(LOG_LEVEL_ERROR, event, pairs);
	va_end(pairs);
}

void log_warning(const char *event, ...)
{
	va_list pairs;
	va_start(pairs, event);
	write_event(LOG_LEVEL_WARNING, event, pairs);
	va_end(pairs);
}

void log_info(const char *event, ...)
{
	va_list pairs;
	va_start(pairs, event);
	write_event(LOG_LEVEL_INFO, event, pairs);
	va_end(pairs);
}

void log_debug(const char *event, ...)
{
	va_list pairs;
	va_start(pairs, event);
	write_event(LOG_LEVEL_DEBUG, event, pairs);
	va_end(pairs);
}
