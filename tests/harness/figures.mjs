// A second, slow and plain implementation of the figures, from the answers themselves: what the service's
// numbers are held against.
import assert from 'node:assert/strict'
import { question } from './fixtures.mjs'

const z = 1.959963985

const ask = answer => (answer !== null && typeof answer === 'object' && !Array.isArray(answer) ? Object.keys(answer)[0] : null)
const isMissing = answer => ask(answer) === 'missing'
const key = answer => (ask(answer) === 'other' ? 'other' : answer)

// The true tables of a question: { key of the item or '', options, counts, n, missing }.
export function truth(survey, name, answers) {
	const asked = question(survey, name)
	const range = (least, most) => Array.from({ length: most - least + 1 }, (_, i) => least + i)
	const options = asked.options ? [...asked.options.map(option => option.key), ...(asked.other ? ['other'] : [])] : asked.kind === 'nps' ? range(0, 10) : range(asked.scale.min, asked.scale.max)
	const items = asked.items?.map(item => item.key) ?? ['']
	return items.map(item => {
		const given = answers.map(own => (item && !isMissing(own[name]) ? own[name]?.[item] : own[name]))
		const valid = given.filter(answer => answer !== undefined && !isMissing(answer))
		const picks = valid.flatMap(answer => (asked.kind === 'choices' ? answer : [answer]).map(key))
		return {
			key: item,
			options,
			counts: options.map(option => picks.filter(pick => pick === option).length),
			n: valid.length,
			missing: { dont_know: given.filter(isMissing).length, skipped: given.filter(answer => answer === undefined).length },
		}
	})
}

// The tables of an answer of the service, one for each item: the same names.
export const tables = result => (result.items ? result.items.map(item => ({ ...item, options: result.options })) : [{ ...result, key: '' }])

// The rules that every shown table keeps, whatever the noise (PRODUCT's rules 2 and 4, table d5).
export function assertProtected(shown, true_, what, { minimum = 10, most = 5 } = {}) {
	const cells = true_.options.length
	if (true_.n < Math.max(minimum, 2 * cells)) {
		assert.equal(shown.status, 'confidential', `${what}: ${true_.n} responses are too few for ${cells} cells`)
		return
	}
	if (shown.status === 'confidential') {
		// One more rule withholds: at most one positive cell. Noise takes a true count of 5 or less to 0 only.
		assert.ok(true_.counts.filter(count => count > most).length <= 1, `${what}: withheld without reason`)
		return
	}
	assertNear(shown.n, true_.n, `${what}: n`, most)
	true_.counts.forEach((count, i) => assertNear(shown.counts[i], count, `${what}: ${true_.options[i]}`, most))
	for (const [reason, count] of Object.entries(true_.missing)) assertNear(shown.missing[reason] ?? 0, count, `${what}: ${reason}`, most)
	assert.ok(shown.counts.filter(count => count > 0).length > 1, `${what}: one positive cell alone is withheld`)
}

function assertNear(shown, count, what, most) {
	if (count === 0) return assert.equal(shown, 0, `${what}: 0 stays 0`)
	assert.ok(Math.abs(shown - count) <= most, `${what}: ${shown} for ${count}`)
	assert.ok(shown !== 1 && shown !== 2, `${what}: ${shown} is never shown`)
}

export const sum = list => list.reduce((a, b) => a + b, 0)

export function assertClose(actual, expected, what, by = 0.0006) {
	assert.ok(typeof actual === 'number' && Math.abs(actual - expected) <= by, `${what}: ${actual} for ${expected}`)
}

// Wilson's interval of c of n (METHODS, statistics of a survey).
export function wilson(c, n) {
	const p = c / n
	const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
	return [(p + (z * z) / (2 * n) - half) / (1 + (z * z) / n), (p + (z * z) / (2 * n) + half) / (1 + (z * z) / n)]
}

// The interval of a protected share: fewer responses in effect, by the variance of the noise (METHODS, 5).
export function protectedInterval(count, base, { variance, nonZero, picks }) {
	const p = Math.min(1, count / base)
	const softened = (Math.min(count, base) + 2) / (base + 4)
	const v = softened * (1 - softened)
	const w = (variance * (picks ? 1 + p * p : (1 - p) ** 2 + (nonZero - 1) * p * p)) / (base * base)
	return wilson(p * ((base * v) / (v + base * w)), (base * v) / (v + base * w))
}

// Mean, standard deviation and grouped median of a scale's counts.
export function summary(points, counts) {
	const n = sum(counts)
	const mean = sum(points.map((point, i) => point * counts[i])) / n
	const sd = Math.sqrt(sum(points.map((point, i) => counts[i] * (point - mean) ** 2)) / (n - 1))
	let below = 0
	for (let i = 0; i < points.length; i++) {
		if (counts[i] > 0 && below + counts[i] >= n / 2) return { n, mean, sd, median: points[i] - 0.5 + (n / 2 - below) / counts[i] }
		below += counts[i]
	}
	throw new Error('no median')
}

// NPS and its margin (METHODS).
export function nps(counts) {
	const n = sum(counts)
	const [detractors, passives, promoters] = [sum(counts.slice(0, 7)), sum(counts.slice(7, 9)), sum(counts.slice(9))]
	const [p, d] = [promoters / n, detractors / n]
	return { n, detractors, passives, promoters, nps: 100 * (p - d), margin: 100 * z * Math.sqrt((p + d - (p - d) ** 2) / n) }
}
