// A thousand requests of every sort, good and bad, in a crowd: none may end in a 5xx, and the service must end well.
// Under a sanitizer or valgrind (`make test-leaks`) that is: without an error and without a leak.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeResponse } from './crowd.mjs'
import { Connection, Cut, get, post } from './connection.mjs'
import { target, World } from './world.mjs'

const requests = 1000
const atATime = 16

let world
before(async () => (world = await World.open()))
after(() => world.close())

const form = fields => `POST /s/arena-open HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${fields.length}\r\n\r\n${fields}`
const same = makeResponse()

const sorts = [
	() => {
		const { key, body, texts } = makeResponse()
		world.ledger.send(key, texts)
		return post(target, body, { 'Idempotency-Key': `"${key}"` })
	},
	() => post(target, makeResponse().body),
	() => post(target, same.body, { 'Idempotency-Key': same.key }),
	() => post(target, makeResponse().body, { 'Idempotency-Key': same.key }),
	() => post(target, makeResponse().body, { 'Idempotency-Key': 'short' }),
	() => post(target, '{"version":1,"language":"sv","answers":{"role":"nobody","overall":99,"recommend":"x","strange":1,"word":"far too many letters for one word"}}'),
	() => post(target, '{"version":7,"language":"de","answers":[]}'),
	() => post(target, '{"version":1,'),
	() => post(target, `${'['.repeat(200)}${']'.repeat(200)}`),
	() => post(target, 'a=b', { 'Content-Type': 'text/plain' }),
	() => post(target, 'x'.repeat(70000)),
	() => post('/api/v1/surveys/none/responses', same.body),
	() => get('/api/v1/events'),
	() => get('/api/v1/surveys?limit=1&page=1'),
	() => get('/api/v1/surveys?limit=many&colour=red'),
	() => get('/api/v1/surveys/arena-open'),
	() => get('/api/v1/surveys/arena-open/results'),
	() => get('/api/v1/surveys/arena-open/results?by=role'),
	() => get('/api/v1/surveys/arena-open/results?by=word&where=x'),
	() => get('/s/arena-open?lang=en'),
	() => get('/s/arena-open/results?lang=sv'),
	() => form('role=official&overall=4&.version=1&.language=sv&.nonce=a-nonce-of-twenty-two-letters'),
	() => form('role=nobody&overall=%ff'),
	() => get('/'),
	() => get('/static/samrad.css'),
	() => get('/nowhere/%zz'),
	() => get('/health/ready'),
	() => get('/openapi.json'),
	() => 'DELETE /api/v1/events HTTP/1.1\r\nHost: a\r\n\r\n',
	() => 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
]

test('a thousand requests of every sort are answered, and the service ends without an error', async t => {
	const service = await world.service()
	const statuses = {}
	const bad = []
	let next = 0
	const work = async () => {
		const connection = new Connection()
		while (next < requests) {
			const request = sorts[next++ % sorts.length]()
			const { status, text } = await connection.ask(service.port, request, 60000).catch(error => {
				if (error instanceof Cut) return { status: 'cut', text: request.slice(0, 100) }
				throw error
			})
			statuses[status] = (statuses[status] ?? 0) + 1
			if (status >= 500 || status === 'cut') bad.push(`${status} ${text.slice(0, 200)}`)
		}
		connection.close()
	}

	await Promise.all(Array.from({ length: atATime }, work))
	await world.endServices()

	t.diagnostic(JSON.stringify(statuses))
	assert.deepEqual(bad, [])
})
