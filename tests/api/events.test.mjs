import assert from 'node:assert/strict'
import { test } from 'node:test'
import { event, surveys, variant } from '../harness/fixtures.mjs'
import { suite } from '../harness/suite.mjs'
import { assertPaged } from '../harness/lists.mjs'

const others = Array.from({ length: 24 }, (_, i) => ({ key: `year-${i}`, title: { sv: `År ${i}` }, starts: `20${10 + i}-05`, themes: [] }))
const s = suite(import.meta, { load: [event, ...others, surveys.open, surveys.closed] })

test('the list has every event in brief, with what is not known as null', async () => {
	const { json } = await s.get('/api/v1/events?limit=100')

	assert.equal(json.items.length, 25)
	const arena = json.items.find(item => item.key === 'arena')
	assert.deepEqual(arena, {
		key: 'arena',
		title: event.title,
		starts: '2031-03-04',
		ends: '2031-03-05',
		place: event.place,
		themes: event.themes,
	})
	const year = json.items.find(item => item.key === 'year-3')
	assert.deepEqual([year.starts, year.ends, year.place], ['2013-05', null, null])
})

test('the list is paged, each event once, with links from page to page', async () => {
	const keys = await assertPaged(s, '/api/v1/events', { limit: 7, total: 25 })

	assert.deepEqual([...keys].sort(), [event, ...others].map(one => one.key).sort())
})

test('an event is told whole, with the surveys that belong to it', async () => {
	const { json } = await s.get('/api/v1/events/arena')

	const { surveys: own, ...rest } = json
	assert.deepEqual(rest, event)
	assert.deepEqual(own.sort((a, b) => a.key.localeCompare(b.key)), [
		{ key: 'arena-closed', kind: 'feedback', status: 'closed', title: surveys.closed.title },
		{ key: 'arena-open', kind: 'feedback', status: 'published', title: surveys.open.title },
	])
})

test('what is not known of an event is absent, not invented', async () => {
	const { json } = await s.get('/api/v1/events/year-3')

	assert.deepEqual(json, { ...others[3], surveys: [] })
})

test('an event that does not exist is not found, and named', async () => {
	for (const key of ['arenan', 'ARENA', 'a'.repeat(64), 'a'.repeat(300), '%C3%A5', '%2e%2e', "'%20OR%201=1"]) {
		const answer = await s.get(`/api/v1/events/${key}`)
		assert.equal(answer.status, 404, key)
		assert.equal(answer.json.type, '/problems/not-found')
	}
})

test('an event of one key is not changed by loading another survey of it', async () => {
	const before = await s.get('/api/v1/events/year-3')

	const { code } = await s.load(variant(surveys.open, { key: 'another', event: 'year-4' }))

	assert.equal(code, 0)
	const after = await s.get('/api/v1/events/year-3')
	assert.equal(after.text, before.text)
	assert.equal(after.header('etag'), before.header('etag'))
})
