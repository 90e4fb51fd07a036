import assert from 'node:assert/strict'
import { test } from 'node:test'
import { event, surveys, variant } from '../harness/fixtures.mjs'
import { assertPaged } from '../harness/lists.mjs'
import { suite } from '../harness/suite.mjs'

const second = { key: 'second', title: { sv: 'Den andra' }, starts: '2032-01', themes: [] }
const ofSecond = variant(surveys.open, { key: 'second-open', event: 'second', made_up: undefined, languages: ['sv', 'en'] })
const own = Object.values(surveys)
const s = suite(import.meta, { load: [event, second, ...own, ofSecond] })

const keys = answer => answer.json.items.map(item => item.key).sort()

test('the list tells of each survey what one must know before reading it', async () => {
	const { json } = await s.get('/api/v1/surveys')

	const item = json.items.find(one => one.key === 'arena-closed')
	assert.deepEqual(item, {
		key: 'arena-closed',
		event: 'arena',
		kind: 'feedback',
		status: 'closed',
		version: 1,
		title: surveys.closed.title,
		languages: ['sv', 'en'],
		opens_at: '2016-10-20T06:00:00Z',
		closes_at: '2016-11-20T07:00:00Z',
		results: 'public',
		made_up: true,
	})
	assert.equal(json.items.find(one => one.key === 'second-open').made_up, false)
})

test('the list can be narrowed by event and by status, together too', async () => {
	const all = [...own, ofSecond].map(one => one.key).sort()

	assert.deepEqual(keys(await s.get('/api/v1/surveys?limit=100')), all)
	assert.deepEqual(keys(await s.get('/api/v1/surveys?event=second')), ['second-open'])
	assert.deepEqual(keys(await s.get('/api/v1/surveys?status=closed')), ['arena-closed'])
	assert.deepEqual(keys(await s.get('/api/v1/surveys?status=published&event=arena')), all.filter(key => key.startsWith('arena') && key !== 'arena-closed'))
	assert.deepEqual(keys(await s.get('/api/v1/surveys?status=closed&event=second')), [])
})

test('the list is paged and keeps its filters from page to page', async () => {
	const found = await assertPaged(s, '/api/v1/surveys?status=published&event=arena', { limit: 2, total: own.length - 1 })

	assert.ok(!found.includes('arena-closed') && !found.includes('second-open'))
})

test('a page past the last one is empty and leads back', async () => {
	const answer = await s.get('/api/v1/surveys?page=900')

	assert.deepEqual(answer.json.items, [])
	assert.match(answer.header('link'), /rel="?first"?/)
})

test('a survey is told with its definition as it was loaded', async () => {
	const { json } = await s.get('/api/v1/surveys/arena-open')

	assert.deepEqual([json.key, json.event, json.status, json.version], ['arena-open', 'arena', 'published', 1])
	assert.deepEqual(json.definition, surveys.open)
	const published = Date.parse(json.published_at)
	assert.ok(Math.abs(Date.now() - published) < 600000, 'published when it was loaded')
})

test('a version can be named, and one that is not there is a fault of the query', async () => {
	const current = await s.get('/api/v1/surveys/arena-open')
	const named = await s.get('/api/v1/surveys/arena-open?version=1')
	const missing = await s.get('/api/v1/surveys/arena-open?version=2')

	assert.equal(named.text, current.text)
	assert.equal(missing.status, 422)
	assert.deepEqual(missing.faults, ['version unknown_version'])
})

test('a survey that does not exist is not found', async () => {
	for (const key of ['arena-opem', 'Arena-Open', '-', '%00', '%ff']) {
		const answer = await s.get(`/api/v1/surveys/${key}`)
		assert.ok([400, 404].includes(answer.status), `${key}: ${answer.status}`)
	}
	assert.equal((await s.get('/api/v1/surveys/arena-opem')).status, 404)
})

test('every fault of a query is told, each by its parameter', async () => {
	const answer = await s.get('/api/v1/surveys?limit=0&page=x&status=draft&evnt=arena')

	assert.equal(answer.status, 422)
	assert.deepEqual(answer.faults, ['evnt unknown_parameter', 'limit out_of_range', 'page wrong_type', 'status unknown_option'].map(fault => fault).sort())
	assert.match(answer.json.errors.find(fault => fault.parameter === 'evnt').detail, /event/, 'the nearest is named')
})

test('numbers of a query are taken whole or not at all', async () => {
	for (const limit of ['101', '-1', '1.5', '1e1', '', '+5', '0x10', '99999999999999999999', ' 5', '5,6']) {
		const answer = await s.get(`/api/v1/surveys?limit=${encodeURIComponent(limit)}`)
		assert.equal(answer.status, 422, `limit=${limit}`)
		assert.deepEqual(answer.json.errors.map(fault => fault.parameter), ['limit'])
	}
	assert.equal((await s.get('/api/v1/surveys?limit=100')).status, 200)
})

test('a parameter that stands twice is a fault', async () => {
	const answer = await s.get('/api/v1/surveys?limit=5&limit=6')

	assert.equal(answer.status, 422)
	assert.deepEqual(answer.faults, ['limit duplicate'])
})
