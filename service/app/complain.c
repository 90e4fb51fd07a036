#include "app/complain.h"

#include <stdarg.h>
#include <stdio.h>

int complain(int status, const char *format, ...)
{
	va_list values;
	va_start(values, format);
	(void)fputs("samrad: ", stderr);
	(void)vfprintf(stderr, format, values);
	(void)fputc('\n', stderr);
	va_end(values);
	return status;
}
