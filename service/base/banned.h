/* Functions that no file of the program may call: calling one doesn't compile.
 *
 * The build includes this file before every source of service/ (model: git's banned.h). The headers
 * that declare the functions come first, so that only our own calls meet the macros.
 */
#ifndef SAMRAD_BASE_BANNED_H
#define SAMRAD_BASE_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BANNED(function) sorry_##function##_is_a_banned_function

/* Write past the end, or end without a NUL: base/text.h, snprintf. */
#undef strcpy
#define strcpy(...) BANNED(strcpy)
#undef strcat
#define strcat(...) BANNED(strcat)
#undef strncpy
#define strncpy(...) BANNED(strncpy)
#undef strncat
#define strncat(...) BANNED(strncat)
#undef sprintf
#define sprintf(...) BANNED(sprintf)
#undef vsprintf
#define vsprintf(...) BANNED(vsprintf)
#undef gets
#define gets(...) BANNED(gets)

/* Can't tell a fault from a number: strtol and its kin. */
#undef atoi
#define atoi(...) BANNED(atoi)
#undef atol
#define atol(...) BANNED(atol)
#undef atoll
#define atoll(...) BANNED(atoll)
#undef atof
#define atof(...) BANNED(atof)

/* Keep a state that all threads share: strtok_r, the _r of time.h. */
#undef strtok
#define strtok(...) BANNED(strtok)
#undef asctime
#define asctime(...) BANNED(asctime)
#undef ctime
#define ctime(...) BANNED(ctime)
#undef gmtime
#define gmtime(...) BANNED(gmtime)
#undef localtime
#define localtime(...) BANNED(localtime)

/* Can be foretold: libsodium's randombytes. */
#undef rand
#define rand(...) BANNED(rand)
#undef random
#define random(...) BANNED(random)

/* Runs a shell. */
#undef system
#define system(...) BANNED(system)
#undef popen
#define popen(...) BANNED(popen)

#endif
