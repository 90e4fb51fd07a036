import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { event, madeUpAnswers, open, responsesFile, surveys, variant } from '../harness/fixtures.mjs'
import { top } from '../harness/run.mjs'
import { command } from '../harness/service.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta, { served: false })
const list = madeUpAnswers(12, 1)

// Everything that is stored, as text: two that are equal mean that nothing has changed.
async function everything() {
	const names = await s.sql("SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1")
	const contents = []
	for (const { name } of names) contents.push([name, (await s.sql(`SELECT t::text AS row FROM "${name}" t ORDER BY 1`)).map(row => row.row)])
	return JSON.stringify(contents)
}

// Files that are not taken: the faults, after asserting that nothing was stored. At most what is wrong is told.
async function refused(...documents) {
	const before = await everything()
	const files = s.write(...documents)
	const { code, stderr, stdout } = await s.command(['load', ...files])
	assert.notEqual(code, 0, 'it is refused')
	assert.equal(await everything(), before, 'nothing is stored')
	const told = (stderr + stdout).split('\n').filter(line => files.some(file => line.includes(file)))
	return told.map(line => files.reduce((text, file, i) => text.replace(file, `${i}`), line))
}

const withQuestion = changes => {
	const survey = structuredClone(open)
	Object.assign(survey.pages[0].questions[0], changes)
	return survey
}

test('what is loaded is there, and loading it twice changes nothing', async () => {
	const all = [event, surveys.open, surveys.closed, responsesFile('arena-open', list, { submittedAt: '2020-05-06T14:00:00Z' }), responsesFile('arena-closed', list)]
	const first = await s.load(...all)
	assert.equal(first.code, 0, first.stderr)
	const before = await everything()
	assert.equal(await s.value('SELECT count(*) FROM response'), 2 * list.length)

	const second = await s.load(...all)

	assert.equal(second.code, 0, second.stderr)
	assert.equal(await everything(), before)
})

test('files are taken in whatever order they are named', async () => {
	const other = variant(event, { key: 'other' })
	const survey = variant(open, { key: 'other-open', event: 'other' })

	const { code, stderr } = await s.load(responsesFile('other-open', list, { seed: 3, submittedAt: '2020-05-06T14:00:00Z' }), survey, other)

	assert.equal(code, 0, stderr)
})

test('all that is wrong is told with its file and place, and nothing is loaded', async () => {
	const faulty = structuredClone(open)
	faulty.key = 'Faulty Key'
	faulty.kind = 'quiz'
	faulty.languages = ['sv', 'sv']
	faulty.colour = 'red'
	faulty.pages[0].questions[0].options[1].key = 'politician'
	faulty.pages[1].questions[0].scale = { min: 5, max: 1 }
	faulty.pages[1].questions[1].kind = 'npss'

	const told = await refused(variant(event, { key: 'fresh', starts: 'May 2031', themes: [{ key: 'x' }] }), faulty)

	const places = ['0:/starts', '0:/themes/0/title', '1:/key', '1:/kind', '1:/languages/1', '1:/colour', '1:/pages/0/questions/0/options/1/key', '1:/pages/1/questions/0/scale', '1:/pages/1/questions/1/kind']
	for (const place of places) assert.ok(told.some(line => line.startsWith(place) && /: .+/.test(line)), `${place} is not in\n${told.join('\n')}`)
	assert.ok(told.find(line => line.startsWith('1:/pages/1/questions/1/kind')).includes('nps'), 'the nearest is named')
})

test('one fault in the last file keeps everything before it out', async () => {
	const fresh = variant(event, { key: 'fresh' })
	const survey = variant(open, { key: 'fresh-open', event: 'fresh' })
	const answers = responsesFile('fresh-open', list, { submittedAt: '2020-05-06T14:00:00Z' })
	answers.responses[11].answers.overall = 9

	const told = await refused(fresh, survey, answers)

	assert.deepEqual(told.map(line => line.split(': ')[0]), ['2:/responses/11/answers/overall'])
})

test('a file that is not JSON is told with line and column', async () => {
	const told = await refused(variant(event, { key: 'fresh' }), '{\n  "key": "x",\n  oops\n}')

	assert.equal(told.length, 1)
	assert.match(told[0], /^1:.*3/)
})

test('a file that is not there is told, and nothing is loaded', async () => {
	const before = await everything()
	const [file] = s.write(variant(event, { key: 'fresh' }))

	const { code, stderr } = await s.command(['load', file, '/nonexistent/file.json'])

	assert.notEqual(code, 0)
	assert.match(stderr, /\/nonexistent\/file\.json/)
	assert.equal(await everything(), before)
})

test('a file that is none of the three is told what it could be', async () => {
	const told = await refused({ hello: 'world' })

	assert.equal(told.length, 1)
})

test('another definition under a published key is refused', async () => {
	const told = await refused(withQuestion({ required: false }))

	assert.equal(told.length, 1)
	assert.match(told[0], /arena-open/)
})

test('made-up answers are refused in a survey that does not say that it has some', async () => {
	assert.equal((await s.load(variant(open, { key: 'real', made_up: undefined }))).code, 0)

	const told = await refused(responsesFile('real', list, { submittedAt: '2020-05-06T14:00:00Z' }))

	assert.ok(told.some(line => line.startsWith('0:/made_up')), told.join('\n'))
	assert.equal((await s.load(responsesFile('real', list, { madeUp: false, submittedAt: '2020-05-06T14:00:00Z' }))).code, 0)
})

test('responses of a survey or version that is not there are refused', async () => {
	assert.ok((await refused(responsesFile('arena-none', list))).some(line => line.startsWith('0:/survey')))
	assert.ok((await refused({ ...responsesFile('arena-open', list), version: 2 })).some(line => line.startsWith('0:/version')))
})

test('a survey of an event that is not there is refused', async () => {
	assert.ok((await refused(variant(open, { key: 'orphan', event: 'none' }))).some(line => line.startsWith('0:/event')))
})

test('each fault of a definition is told at its place', async () => {
	const cases = [
		[{ options: [] }, '/pages/0/questions/0/options'],
		[{ options: [{ key: 'other', label: { sv: 'A', en: 'A' } }] }, '/pages/0/questions/0/options/0'],
		[{ title: undefined }, '/pages/0/questions/0/title'],
		[{ title: { sv: 'A', en: 'A', de: 'A' } }, '/pages/0/questions/0/title/de'],
		[{ options: [{ key: 'a', label: 'A' }, { key: 'b', label: { sv: 'B', en: 'B' } }] }, '/pages/0/questions/0/options/0/label'],
		[{ key: 'overall' }, '/pages/1/questions/0/key'],
		[{ required: 'yes' }, '/pages/0/questions/0/required'],
		[{ segment: false }, '/splits/0'],
	]
	for (const [changes, place] of cases) {
		const told = await refused({ ...withQuestion(changes), key: 'case' })
		assert.ok(told.some(line => line.startsWith(`0:${place}`)), `${place} is not in\n${told.join('\n')}`)
	}
	for (const [changes, place] of [
		[{ opens_at: 'tomorrow' }, '/opens_at'], [{ closes_at: '2019-01-01T00:00:00Z' }, '/closes_at'], [{ results: 'never' }, '/results'],
		[{ splits: [['role', 'role']] }, '/splits/0'], [{ splits: [['overall']] }, '/splits/0/0'], [{ splits: Array(7).fill(['role']) }, '/splits'],
		[{ privacy: { table: 'd9' } }, '/privacy/table'], [{ privacy: { min_group: 0 } }, '/privacy/min_group'], [{ pages: [] }, '/pages'], [{ languages: [] }, '/languages'],
	]) {
		const told = await refused(variant(open, { key: 'case', ...changes }))
		assert.ok(told.some(line => line.startsWith(`0:${place}`)), `${place} is not in\n${told.join('\n')}`)
	}
})

test('`samrad check` tells the same faults without a database, and is silent about what is well', async () => {
	const [good, bad] = s.write(surveys.open, variant(open, { kind: 'quiz' }))

	const well = await command(['check', good], {})
	const ill = await command(['check', bad], {})

	assert.equal(well.code, 0, well.stderr)
	assert.notEqual(ill.code, 0)
	assert.ok((ill.stderr + ill.stdout).includes(`${bad}:/kind: `))
})

test('two loads at once of the same files leave one of each', async () => {
	const fresh = variant(event, { key: 'twice' })
	const survey = variant(open, { key: 'twice-open', event: 'twice' })
	const answers = responsesFile('twice-open', list, { seed: 5, submittedAt: '2020-05-06T14:00:00Z' })
	const before = await s.value('SELECT count(*) FROM response')

	const results = await Promise.all([s.load(fresh, survey, answers), s.load(fresh, survey, answers), s.load(fresh, survey, answers)])

	assert.ok(results.some(result => result.code === 0), results.map(result => result.stderr).join())
	assert.equal(await s.value('SELECT count(*) FROM response'), before + list.length)
})

test('the examples load, twice, and every one of their surveys can be read and has figures', async () => {
	const folders = ['events', 'surveys', 'responses'].map(name => path.join(top, 'examples', name))
	const files = folders.flatMap(folder => readdirSync(folder).filter(name => name.endsWith('.json')).map(name => path.join(folder, name)))
	assert.equal((await s.command(['load', ...files])).code, 0)
	const before = await everything()
	assert.equal((await s.command(['load', ...files])).code, 0)
	assert.equal(await everything(), before)

	await s.start()
	const surveysOf = (await s.get('/api/v1/surveys?limit=100')).json.items.filter(item => item.key.startsWith('vk-'))
	assert.deepEqual(surveysOf.map(item => [item.key, item.status, item.made_up, item.closes_at === null]).sort(), [
		['vk-2016-feedback', 'closed', true, false],
		['vk-2018-feedback', 'closed', true, false],
		['vk-2020-feedback', 'published', true, true],
		['vk-2020-workshop', 'published', true, true],
	])
	for (const { key } of surveysOf) {
		assert.equal((await s.get(`/api/v1/surveys/${key}`)).status, 200)
		const { questions, made_up: madeUp } = (await s.get(`/api/v1/surveys/${key}/results`)).json
		assert.ok(madeUp && questions.length > 0)
		for (const target of [`/s/${key}`, `/s/${key}/results`]) for (const lang of ['sv', 'en']) assert.equal((await s.get(`${target}?lang=${lang}`)).status, 200)
	}
})
