// The tests' own event and surveys, variants of them, and seeded responses.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { top } from './run.mjs'

const read = name => JSON.parse(readFileSync(path.join(top, 'tests/fixtures', name), 'utf8'))

export const event = read('event.json')
export const open = read('open.json')

// A copy with some members changed; undefined takes a member away.
export function variant(document, changes) {
	const copy = { ...structuredClone(document), ...changes }
	for (const [name, value] of Object.entries(changes)) if (value === undefined) delete copy[name]
	return copy
}

export const surveys = {
	open,
	closed: variant(open, { key: 'arena-closed', opens_at: '2016-10-20T08:00:00+02:00', closes_at: '2016-11-20T08:00:00+01:00' }),
	later: variant(open, { key: 'arena-later', opens_at: '2090-05-06T08:00:00Z' }),
	keyed: variant(open, { key: 'arena-keyed', results: 'key' }),
	afterwards: variant(open, { key: 'arena-afterwards', results: 'after_close' }),
	workshop: variant(open, { key: 'arena-workshop', kind: 'workshop', splits: undefined }),
	unprotected: variant(open, { key: 'arena-unprotected', kind: 'workshop', splits: [['role']], privacy: { table: 'none' } }),
}

export const question = (survey, key) => survey.pages.flatMap(page => page.questions).find(one => one.key === key)

// A complete response that the open survey takes.
export const answers = {
	role: 'politician',
	models: ['contract', { other: 'Gemensam rekrytering' }],
	overall: 4,
	recommend: 9,
	trust: { neighbours: 5, state: 2 },
	word: 'Tillit',
	home: 'Att börja smått.\nOch fråga först.',
}

export const response = (own = answers, language = 'sv') => ({ version: 1, language, answers: own })

// Numbers in [0, 1) that are the same each time (mulberry32).
export function seeded(seed) {
	let state = seed >>> 0
	return () => {
		state = (state + 0x6d2b79f5) >>> 0
		let t = Math.imul(state ^ (state >>> 15), 1 | state)
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296
	}
}

// count made-up answers to the open survey and its variants.
export function madeUpAnswers(count, seed) {
	const random = seeded(seed)
	const pick = (list, weights) => {
		let at = random() * weights.reduce((a, b) => a + b)
		return list.find((_, i) => (at -= weights[i]) < 0) ?? list.at(-1)
	}
	const maybe = (likely, make) => (random() < likely ? make() : undefined)
	const points = Array.from({ length: 11 }, (_, i) => i)
	return Array.from({ length: count }, () => {
		const made = {
			role: pick(['politician', 'official', { other: 'Gäst' }], [5, 4, 1]),
			models: maybe(0.9, () => pick([['contract'], ['network'], ['contract', 'network'], ['committee', { other: 'Annat' }], ['none']], [4, 3, 2, 1, 1])),
			overall: maybe(0.95, () => pick([1, 2, 3, 4, 5, { missing: 'dont_know' }], [1, 2, 5, 9, 6, 1])),
			recommend: maybe(0.85, () => pick(points, [1, 0, 0, 1, 1, 3, 3, 5, 8, 7, 4])),
			trust: maybe(0.9, () => ({ neighbours: pick([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]), ...(random() < 0.8 ? { state: pick([1, 2, 3, 4, 5], [5, 4, 3, 2, 0]) } : {}) })),
			word: maybe(0.2, () => 'Nyfiken'),
		}
		return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined))
	})
}

// A file of responses for `samrad load`.
export function responsesFile(survey, list, { seed = 1, madeUp = true, submittedAt = '2016-10-21T14:00:00Z' } = {}) {
	const key = i => `made-up-${survey}-${seed}-${i}`.padEnd(24, '-').slice(0, 64)
	return {
		survey,
		version: 1,
		...(madeUp ? { made_up: true } : {}),
		responses: list.map((own, i) => ({ key: key(i), language: i % 3 ? 'sv' : 'en', submitted_at: submittedAt, answers: structuredClone(own) })),
	}
}
