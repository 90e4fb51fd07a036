/* Mean, standard deviation and median of a scale's points, from a table alone. */
#ifndef SAMRAD_STATISTICS_SUMMARY_H
#define SAMRAD_STATISTICS_SUMMARY_H

#include "table/table.h"

/* NaN where there is no such number (nobody, or one alone for sd and interval). */
struct summary {
	double mean;
	double sd;     /* with n - 1 */
	double median; /* grouped: L + (n/2 - F)/f · w, L = point - ½, w = 1 */
	double low; /* 95 % interval of the mean: Student's t; protection's noise is in its width */
	double high;
};

/* least: the point that cell 0 stands for. */
struct summary summary_of(const struct safe_table *table, int least);

/* The 0.975 quantile of Student's t with df > 0 degrees of freedom; to 1e-9. */
double student_quantile(double df);

#endif
