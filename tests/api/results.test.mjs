import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertClose, assertProtected, nps, protectedInterval, sum, summary, tables, truth } from '../harness/figures.mjs'
import { event, madeUpAnswers, open, response, responsesFile, surveys, variant } from '../harness/fixtures.mjs'
import { suite } from '../harness/suite.mjs'

const names = ['role', 'models', 'overall', 'recommend', 'trust']
const closed = madeUpAnswers(160, 7)
const workshop = madeUpAnswers(64, 8)
const exact = madeUpAnswers(90, 9)
const few = madeUpAnswers(9, 10)
const some = madeUpAnswers(15, 13)
const same = Array.from({ length: 40 }, () => ({ role: 'official', overall: 3, recommend: 10, models: ['none'], trust: { state: 1, neighbours: 1 } }))
const in2020 = { submittedAt: '2020-05-06T14:00:00Z' }
const county = { key: 'county', kind: 'choice', segment: true, title: { sv: 'Län', en: 'County' }, options: [{ key: '25', label: { sv: 'Norrbotten', en: 'Norrbotten' } }, { key: '24', label: { sv: 'Västerbotten', en: 'Västerbotten' } }] }
const withCounty = structuredClone(open.pages)
withCounty[0].questions.push(county)
const extra = {
	few: variant(surveys.closed, { key: 'arena-few' }),
	some: variant(surveys.closed, { key: 'arena-some' }),
	same: variant(surveys.closed, { key: 'arena-same' }),
	empty: variant(surveys.closed, { key: 'arena-empty' }),
	live: variant(open, { key: 'arena-live', split_tables: 'live', pages: withCounty }),
	larger: variant(surveys.closed, { key: 'arena-larger', privacy: { min_group: 40 } }),
}
const s = suite(import.meta, {
	load: [
		event, ...Object.values(surveys), ...Object.values(extra),
		responsesFile('arena-closed', closed), responsesFile('arena-workshop', workshop, in2020), responsesFile('arena-unprotected', exact, in2020),
		responsesFile('arena-few', few), responsesFile('arena-some', some), responsesFile('arena-same', same),
		responsesFile('arena-live', closed, in2020), responsesFile('arena-larger', closed), responsesFile('arena-afterwards', closed, in2020), responsesFile('arena-keyed', closed, in2020),
	],
})
const read = (survey, query = '') => s.get(`/api/v1/surveys/${survey}/results${query}`)
const roles = ['politician', 'official', 'other']
const roleOf = own => (typeof own.role === 'object' ? 'other' : own.role)
const isShown = table => table.status !== 'confidential'

test('the figures say which survey, version and release they are of, and whether they are made up', async () => {
	const { json } = await read('arena-closed')

	assert.deepEqual([json.survey, json.version, json.made_up, json.release], ['arena-closed', 1, true, { number: 0, at: null }])
	assert.deepEqual(json.questions.map(one => one.key), names, 'every question that is counted, in the order of the survey; no text')
})

test('options, items and points stand in the order of the definition', async () => {
	const { questions } = (await read('arena-closed')).json

	for (const name of names) {
		const own = questions.find(one => one.key === name)
		const true_ = truth(open, name, closed)
		assert.deepEqual(own.options, true_[0].options, name)
		assert.deepEqual(tables(own).map(table => table.key), true_.map(table => table.key), name)
	}
})

test('every protected count is within five of the true one, never 1 or 2, and 0 stays 0', async () => {
	for (const [survey, answers] of [['arena-closed', closed], ['arena-workshop', workshop], ['arena-live', closed]]) {
		assert.equal(await s.value('SELECT count(*) FROM response r JOIN survey s USING (survey_id) WHERE s.key = $1', [survey]), answers.length)
		const { questions } = (await read(survey)).json
		for (const name of names) {
			const true_ = truth(open, name, answers)
			tables(questions.find(one => one.key === name)).forEach((table, i) => assertProtected(table, true_[i], `${survey} ${name} ${table.key}`))
		}
	}
})

test('the noise is there: over many cells some counts are changed, about as often as the table says', async () => {
	const { questions } = (await read('arena-closed')).json
	const pairs = names.flatMap(name => {
		const true_ = truth(open, name, closed)
		return tables(questions.find(one => one.key === name)).flatMap((table, i) => (isShown(table) ? table.counts.map((count, j) => [count, true_[i].counts[j]]) : []))
	}).filter(([, count]) => count > 0)

	const changed = pairs.filter(([shown, count]) => shown !== count).length
	assert.ok(pairs.length > 25)
	assert.ok(changed > pairs.length * 0.45, `${changed} of ${pairs.length} are changed`)
	assert.ok(Math.abs(sum(pairs.map(([shown, count]) => shown - count))) < 5 * Math.sqrt(3 * pairs.length), 'no change on the whole')
})

test('the same numbers come every time, for each query that holds them, and after a restart', async () => {
	const whole = (await read('arena-closed')).json.questions
	const by = (await read('arena-closed', '?by=role')).json.groups

	assert.deepEqual((await read('arena-closed')).json.questions, whole)
	for (const name of names) assert.deepEqual((await read('arena-closed', `?questions=${name}`)).json.questions, [whole.find(one => one.key === name)])
	assert.deepEqual((await read('arena-closed', '?questions=recommend,overall')).json.questions.map(one => one.key).sort(), ['overall', 'recommend'])
	for (const group of by) assert.deepEqual((await read('arena-closed', `?where=role:${group.by.role}`)).json.questions, group.questions)

	await s.stop()
	await s.start()
	assert.deepEqual((await read('arena-closed')).json.questions, whole)
	assert.deepEqual((await read('arena-closed', '?by=role')).json.groups, by)
})

test('another secret gives other noise on the same answers', async () => {
	const before = (await read('arena-closed')).json.questions
	await s.stop()
	const [secret] = s.write('another secret of the tests, of more than thirty-two bytes')
	await s.start({ SAMRAD_SECRET_FILE: secret })

	const after = (await read('arena-closed')).json.questions

	await s.stop()
	await s.start()
	assert.notDeepEqual(after, before)
})

test('groups are those of the segment, each with its own figures', async () => {
	const { json } = await read('arena-closed', '?by=role')

	assert.deepEqual(json.groups.map(group => group.by), roles.map(role => ({ role })))
	for (const group of json.groups) {
		const own = closed.filter(one => roleOf(one) === group.by.role)
		for (const result of group.questions) {
			const true_ = truth(open, result.key, own)
			tables(result).forEach((table, i) => assertProtected(table, true_[i], `${group.by.role} ${result.key} ${table.key}`))
		}
	}
})

test('groups that are too small show nothing at all, and no reason', async () => {
	const { groups } = (await read('arena-closed', '?by=role&questions=recommend')).json

	const guests = closed.filter(own => roleOf(own) === 'other')
	assert.ok(guests.length < 22, 'the fixture has few guests')
	const [result] = groups.find(group => group.by.role === 'other').questions
	assert.equal(result.status, 'confidential')
	assert.deepEqual([result.n, result.base, result.missing, result.counts, result.shares, result.nps, result.margin], Array(7).fill(null))
})

test('a question is withheld below ten responses, and below two for each cell', async () => {
	const nine = (await read('arena-few')).json.questions
	assert.ok(nine.flatMap(tables).every(table => !isShown(table)), 'nine responses show nothing')

	const fifteen = (await read('arena-some')).json.questions
	for (const name of names) {
		const true_ = truth(open, name, some)
		tables(fifteen.find(one => one.key === name)).forEach((table, i) => assertProtected(table, true_[i], `${name} ${table.key}`))
	}
	assert.ok(!isShown(fifteen.find(one => one.key === 'recommend')), '15 responses are too few for 11 cells')
	assert.ok(isShown(fifteen.find(one => one.key === 'role')), '15 responses are enough for 3 cells')
})

test('a larger min_group of the survey holds', async () => {
	const { groups } = (await read('arena-larger', '?by=role')).json
	for (const group of groups) {
		const own = closed.filter(one => roleOf(one) === group.by.role)
		for (const result of group.questions) {
			const true_ = truth(open, result.key, own)
			tables(result).forEach((table, i) => assertProtected(table, true_[i], `${group.by.role} ${result.key}`, { minimum: 40 }))
		}
	}
})

test('what all have answered alike is withheld: it would tell what each has answered', async () => {
	const { questions } = (await read('arena-same')).json

	for (const table of questions.flatMap(tables)) assert.equal(table.status, 'confidential', table.key)
})

test('a survey without responses shows nothing', async () => {
	const { questions } = (await read('arena-empty')).json

	assert.ok(questions.flatMap(tables).every(table => !isShown(table)))
})

test('shares divide by the sum of the cells, by the protected n for several picks, with their intervals', async () => {
	const { questions } = (await read('arena-closed')).json
	for (const result of questions) {
		const picks = result.kind === 'choices'
		for (const table of tables(result).filter(isShown)) {
			assert.equal(table.base, picks ? table.n : sum(table.counts), result.key)
			const nonZero = table.counts.filter(count => count > 0).length
			table.shares.forEach((share, i) => {
				const what = `${result.key} ${table.key} ${result.options[i]}`
				assertClose(share.share, Math.min(1, table.counts[i] / table.base), what)
				const [low, high] = protectedInterval(table.counts[i], table.base, { variance: 3, nonZero, picks })
				assertClose(share.low, low, `${what}: low`, 0.002)
				assertClose(share.high, high, `${what}: high`, 0.002)
			})
		}
	}
})

test('mean, spread and median come from the protected cells', async () => {
	const { questions } = (await read('arena-closed')).json
	for (const result of questions.filter(one => ['rating', 'matrix'].includes(one.kind))) {
		for (const table of tables(result).filter(isShown)) {
			const expected = summary(result.options, table.counts)
			for (const name of ['mean', 'sd', 'median']) assertClose(table[name], expected[name], `${result.key} ${table.key} ${name}`, 0.006)
			const [low, high] = table.ci95
			assert.ok(low < table.mean && table.mean < high, 'the mean lies within its interval')
			assert.ok(high - low > (2 * 1.96 * expected.sd) / Math.sqrt(expected.n) - 0.01, 'the interval is not narrower than without noise')
		}
	}
})

test('NPS comes from the protected cells, with its margin', async () => {
	const [result] = (await read('arena-closed', '?questions=recommend')).json.questions

	const expected = nps(result.counts)
	assertClose(result.nps, expected.nps, 'nps', 0.51)
	for (const name of ['promoters', 'passives', 'detractors']) assert.equal(result[name], expected[name], name)
	assert.ok(result.margin >= expected.margin - 0.51, 'the margin is not narrower than without noise')
})

test('without noise the counts are the true ones, and thresholds stay', async () => {
	const { questions } = (await read('arena-unprotected')).json
	for (const name of names) {
		const true_ = truth(open, name, exact)
		tables(questions.find(one => one.key === name)).forEach((table, i) => {
			const what = `${name} ${table.key}`
			assert.ok(isShown(table), what)
			assert.deepEqual([table.n, table.counts], [true_[i].n, true_[i].counts], what)
			for (const [reason, count] of Object.entries(true_[i].missing)) assert.equal(table.missing[reason] ?? 0, count, `${what} ${reason}`)
		})
	}
	const { groups } = (await read('arena-unprotected', '?by=role')).json
	const guests = exact.filter(own => roleOf(own) === 'other')
	const [result] = groups.find(group => group.by.role === 'other').questions.filter(one => one.key === 'recommend')
	assert.ok(guests.length < 22)
	assert.equal(result.status, 'confidential')
})

test('without noise the statistics are those of the textbook', async () => {
	const { questions } = (await read('arena-unprotected')).json

	const [overall, recommend] = ['overall', 'recommend'].map(name => questions.find(one => one.key === name))
	const expected = summary(overall.options, truth(open, 'overall', exact)[0].counts)
	for (const name of ['mean', 'sd', 'median']) assertClose(overall[name], expected[name], name, 0.006)
	const t = 1.99 // of some 80 degrees of freedom
	assertClose(overall.ci95[1] - overall.ci95[0], (2 * t * expected.sd) / Math.sqrt(expected.n), 'width of the interval', 0.02)
	const score = nps(truth(open, 'recommend', exact)[0].counts)
	assertClose(recommend.nps, score.nps, 'nps', 0.51)
	assertClose(recommend.margin, score.margin, 'margin', 0.51)
})

test('figures of fewer than thirty bear a flag, and no NPS', async () => {
	const { questions } = (await read('arena-some')).json
	const { groups } = (await read('arena-closed', '?by=role')).json
	const all = [...questions, ...groups.flatMap(group => group.questions)]

	for (const result of all) {
		for (const table of tables(result).filter(isShown)) {
			assert.equal(table.flags.includes('n_below_30'), table.n < 30, `${result.key}: n ${table.n}`)
			if (result.kind === 'nps') assert.equal(result.nps === null, result.n < 30)
		}
	}
	assert.ok(all.flatMap(tables).some(table => isShown(table) && table.n < 30), 'the fixture has such a table')
})

test('only a listed split is answered, and the refusal names those that are', async () => {
	for (const query of ['?by=county', '?where=county:25', '?by=role&where=county:25', '?by=county&where=role:official']) {
		const answer = await read('arena-live', query)
		assert.equal(answer.status, 403, query)
		assert.equal(answer.json.type, '/problems/not-public')
		assert.match(answer.json.detail, /: role\b/, 'it names the split that is public')
	}
	assert.ok([403, 422].includes((await read('arena-live', '?by=role&where=role:official')).status))
	assert.equal((await read('arena-live', '?by=role')).status, 200)
	assert.equal((await read('arena-live', '?where=role:official')).status, 200)
})

test('splits of an open survey of feedback come at its closing; those of a workshop are live', async () => {
	assert.equal((await read('arena-open', '?by=role')).status, 403)
	assert.equal((await read('arena-open', '?where=role:official')).status, 403)
	assert.equal((await read('arena-open')).status, 200)
	assert.equal((await read('arena-workshop', '?by=role')).status, 200)
})

test('results that are not public are refused: by key, and until the closing', async () => {
	for (const survey of ['arena-keyed', 'arena-afterwards']) {
		for (const query of ['', '?questions=role', '?by=role']) {
			const answer = await read(survey, query)
			assert.equal(answer.status, 403, survey + query)
			assert.equal(answer.json.type, '/problems/not-public')
		}
	}
})

test('unions and complements are not offered', async () => {
	for (const where of ['role:politician|official', 'role:!official', 'role:politician,role:official', 'role:', ':official', 'role', 'role:*']) {
		const answer = await read('arena-live', `?where=${encodeURIComponent(where)}`)
		assert.equal(answer.status, 422, where)
		assert.deepEqual(answer.json.errors.map(fault => fault.parameter), ['where'], where)
	}
	assert.ok([403, 422].includes((await read('arena-live', '?where=role:official&where=role:politician')).status))
})

test('every fault of a query is told', async () => {
	const all = await read('arena-closed', '?questions=overal,home&by=overall&where=role:politican&release=3&format=xml&lang=tlh&spilt=role')

	assert.equal(all.status, 422)
	assert.deepEqual(all.faults, [
		'by unknown_segment',
		'format unknown_option',
		'lang unknown_language',
		'questions not_tabulated',
		'questions unknown_question',
		'release out_of_range',
		'spilt unknown_parameter',
		'where unknown_option',
	])
	assert.match(all.json.errors.find(fault => fault.code === 'unknown_question').detail, /overall/)
})

test('results of a survey that does not exist are not found', async () => {
	assert.equal((await read('arena-none')).status, 404)
})

test('a new response counts, and a tag changes only with what is shown', async () => {
	const before = await read('arena-workshop')
	assert.equal((await s.get('/api/v1/surveys/arena-workshop/results', { 'If-None-Match': before.header('etag') })).status, 304)

	for (let i = 0; i < 40; i++) await s.post('/api/v1/surveys/arena-workshop/responses', response({ role: i % 2 ? 'official' : 'politician', overall: 1 + (i % 5) }))

	const after = await read('arena-workshop', '?questions=overall')
	const true_ = truth(open, 'overall', [...workshop, ...Array.from({ length: 40 }, (_, i) => ({ overall: 1 + (i % 5) }))])
	assertProtected(after.json.questions[0], true_[0], 'after forty more')
	assert.notEqual((await read('arena-workshop')).header('etag'), before.header('etag'))
})

test('no free text and no key of a response is in any figure', async () => {
	for (const query of ['', '?by=role', '?where=role:official']) {
		const answer = await read('arena-closed', query)
		assert.doesNotMatch(answer.text, /Nyfiken|Gäst|Annat|made-up-/)
	}
})
