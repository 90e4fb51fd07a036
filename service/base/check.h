/* The marks of a function's contract that the compiler checks. */
#ifndef SAMRAD_BASE_CHECK_H
#define SAMRAD_BASE_CHECK_H

/* The result tells whether it worked: looking away is a mistake. */
#define MUST_CHECK __attribute__((warn_unused_result))

/* printf-like: the format is argument number position, its values begin at argument number values. */
#define LIKE_PRINTF(position, values) __attribute__((format(printf, position, values)))

/* How many elements an array has (not for pointers). */
#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
