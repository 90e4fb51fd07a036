#include <math.h>

#include "statistics/summary.h"

/* The continued fraction of the incomplete beta function, by Lentz's method.
 * Source: Abramowitz & Stegun 26.5.8. */
static double beta_fraction(double a, double b, double x)
{
	const double tiny = 1e-300;
	double c = 1;
	double d = 1 - (a + b) * x / (a + 1);
	d = 1 / (fabs(d) < tiny ? tiny : d);
	double fraction = d;
	for (int m = 1; m < 400; m++) {
		double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / (1 + even * d);
		c = 1 + even / c;
		fraction *= d * c;
		d = 1 / (1 + odd * d);
		c = 1 + odd / c;
		fraction *= d * c;
		if (fabs(d * c - 1) < 1e-16)
			break;
	}
	return fraction;
}

/* The regularised incomplete beta function. lgamma_r, because lgamma writes a global. */
static double beta_regularised(double a, double b, double x)
{
	int sign = 0;
	double log_front = lgamma_r(a + b, &sign) - lgamma_r(a, &sign) - lgamma_r(b, &sign) +
			   a * log(x) + b * log1p(-x);
	double front = exp(log_front);
	if (x < (a + 1) / (a + b + 2))
		return front * beta_fraction(a, b, x) / a;
	return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

/* P(T > t) for t > 0. Source: Abramowitz & Stegun 26.7.1. */
static double upper_tail(double t, double df)
{
	return beta_regularised(df / 2, 0.5, df / (df + t * t)) / 2;
}

double student_quantile(double df)
{
	double low = 1.9;
	double high = 13; /* df = 1 has 12.71 */
	for (int i = 0; i < 60; i++) {
		double middle = (low + high) / 2;
		if (upper_tail(middle, df) > 0.025)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}
