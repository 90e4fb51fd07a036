// The database is away: what is asked is told so, at once or nearly, and all is well when it is back.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { event, response, surveys } from '../harness/fixtures.mjs'
import { fill, readForm, readPage } from '../harness/html.mjs'
import { routes } from '../harness/routes.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta, { load: [event, ...Object.values(surveys)] })
const target = '/api/v1/surveys/arena-open/responses'

// Asks again until it isn't 503, within the seconds that Retry-After named, and a second.
async function soon(ask, seconds) {
	const end = Date.now() + (seconds + 1) * 1000
	for (;;) {
		const answer = await ask()
		if (answer.status !== 503) return answer
		assert.ok(Date.now() < end, `it is still away after ${seconds} s`)
		await new Promise(resolve => setTimeout(resolve, 100))
	}
}

test('every address that needs the database is 503 with Retry-After, and says nothing internal', async () => {
	const page = await s.get('/s/arena-open')
	const form = fill(readForm(readPage(page.text)), { role: 'official' })
	const key = await s.key()
	await s.stop()
	await s.start() // nothing is remembered
	await s.whileDatabaseIsAway(async () => {
		for (const route of routes) {
			for (const method of route.methods.filter(one => route.describes(one, '503'))) {
				const began = Date.now()
				const sent = method === 'GET' ? {} : route.template.startsWith('/s/') ? { form } : { json: response() }
				const answer = await s.request(method, route.path, { ...sent, headers: key })
				assert.equal(answer.status, 503, `${method} ${route.path}`)
				assert.ok(Number(answer.header('retry-after')) >= 1)
				assert.ok(Date.now() - began < 6000, `${route.path} answers soon`)
			}
		}
	})
})

test('a page for people says it in words', async () => {
	await s.stop()
	await s.start()
	await s.whileDatabaseIsAway(async () => {
		const answer = await s.get('/s/arena-open?lang=sv', { Accept: 'text/html' })
		assert.equal(answer.status, 503)
		assert.match(answer.header('content-type'), /^text\/html/)
	})
})

test('the service comes back by itself', async () => {
	const away = await s.whileDatabaseIsAway(() => s.get('/api/v1/events'))

	await soon(() => s.get('/api/v1/events'), Number(away.header('retry-after')))
	assert.equal((await s.post(target, response())).status, 201)
	assert.equal((await s.get('/s/arena-open')).status, 200)
	assert.equal((await s.get('/health/ready')).status, 200)
})

test('a response that was refused for this can be sent again by its key, and is one', async () => {
	const headers = { 'Idempotency-Key': randomBytes(16).toString('base64url') }
	const before = await s.value('SELECT count(*) FROM response')

	const refused = await s.whileDatabaseIsAway(() => s.post(target, response(), headers))
	const taken = await soon(() => s.post(target, response(), headers), Number(refused.header('retry-after')))

	assert.deepEqual([refused.status, taken.status], [503, 201])
	assert.equal(await s.value('SELECT count(*) FROM response'), before + 1)
})

test('connections that are cut in the middle of answers cost at most a 503, never an answer that is not kept', async () => {
	const keys = Array.from({ length: 150 }, () => randomBytes(16).toString('base64url'))
	const cut = setInterval(() => s.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()").catch(() => {}), 40)
	const send = key => s.post(target, response({ role: 'official', word: key.slice(0, 20) }), { 'Idempotency-Key': key })

	const first = await Promise.all(keys.map(send))
	clearInterval(cut)
	await soon(() => s.post(target, response()), 5)
	const again = await Promise.all(keys.map(send))

	assert.ok(first.every(answer => [201, 503].includes(answer.status)), first.map(answer => answer.status).join())
	assert.ok(again.every(answer => answer.status === 201))
	first.forEach((answer, i) => answer.status === 201 && assert.equal(again[i].text, answer.text))
	for (const key of keys) assert.equal(await s.value("SELECT count(*) FROM response_text WHERE body = $1", [key.slice(0, 20)]), 1)
})

test('a form that can not be stored is shown again or told so, and nothing is lost by sending it once more', async () => {
	const page = await s.get('/s/arena-open')
	const form = fill(readForm(readPage(page.text)), { role: 'official', home: 'Kvar' })

	const refused = await s.whileDatabaseIsAway(() => s.request('POST', '/s/arena-open', { form, headers: { Accept: 'text/html' } }))
	const taken = await soon(() => s.request('POST', '/s/arena-open', { form, headers: { Accept: 'text/html' } }), 5)

	assert.deepEqual([refused.status, taken.status], [503, 200])
	assert.equal(await s.value("SELECT count(*) FROM response_text WHERE body = 'Kvar'"), 1)
})
