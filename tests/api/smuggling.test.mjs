// Requests whose ends two readers could see at different places: refused, and nothing after them is read.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { event, response, surveys } from '../harness/fixtures.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta, { load: [event, surveys.open] })
const target = '/api/v1/surveys/arena-open/responses'
const body = JSON.stringify(response({ role: 'official' }))
const hidden = `POST ${target} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
const stored = () => s.value('SELECT count(*) FROM response')
const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`

let before
beforeEach(async () => (before = await stored()))

// Sends a request with a second one behind it: the first is refused, the connection ends, nothing is stored.
async function assertRefused(first, { bare = false } = {}) {
	const { answers, closed } = await s.raw(first + hidden)
	assert.equal(answers.length, 1, `one answer, and the second request never runs: ${answers.map(answer => answer.status)}`)
	assert.equal(answers[0].status, 400)
	if (!bare) assert.equal(answers[0].json.type, '/problems/bad-request')
	assert.ok(closed, 'the connection is closed')
	assert.equal(await stored(), before, 'nothing is stored')
}

const head = headers => `POST ${target} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n${headers.map(line => line + '\r\n').join('')}\r\n`

test('Transfer-Encoding beside Content-Length, in either order', async () => {
	await assertRefused(head(['Transfer-Encoding: chunked', `Content-Length: ${chunked.length}`]) + chunked)
	await assertRefused(head([`Content-Length: ${chunked.length}`, 'Transfer-Encoding: chunked']) + chunked)
})

test('Transfer-Encoding beside a Content-Length that hides a request', async () => {
	await assertRefused(head(['Content-Length: 4', 'Transfer-Encoding: chunked']) + chunked)
})

test('two Content-Lengths, the same or not', async () => {
	await assertRefused(head([`Content-Length: ${body.length}`, `Content-Length: ${body.length}`]) + body)
	await assertRefused(head([`Content-Length: ${body.length}`, `Content-Length: ${body.length + hidden.length}`]) + body)
})

test('a Content-Length that is no number', async () => {
	for (const length of [`${body.length}, ${body.length}`, `+${body.length}`, `-1`, `0x10`, `${body.length} ${body.length}`, '99999999999999999999999', '']) {
		const { answers } = await s.raw(head([`Content-Length: ${length}`]) + body + hidden)
		assert.ok(answers.length <= 1, `“${length}”: ${answers.map(answer => answer.status)}`)
		assert.ok(!answers.length || [400, 413].includes(answers[0].status), `“${length}”: ${answers[0]?.status}`)
		assert.equal(await stored(), before, length)
	}
})

test('a Transfer-Encoding that is not chunked alone', async () => {
	for (const coding of ['gzip, chunked', 'identity', 'chunked, identity', 'xchunked', 'chunked, chunked']) {
		const { answers } = await s.raw(head([`Transfer-Encoding: ${coding}`]) + chunked + hidden, { quiet: 250 })
		assert.ok(answers.length <= 1, `${coding}: ${answers.map(answer => answer.status)}`)
		assert.ok(!answers.length || [400, 501].includes(answers[0].status), `${coding}: ${answers[0]?.status}`)
		assert.equal(await stored(), before, coding)
	}
})

test('two Transfer-Encodings', async () => {
	await assertRefused(head(['Transfer-Encoding: chunked', 'Transfer-Encoding: identity']) + chunked)
})

test('a request of HTTP/1.1 without a Host, or with two', async () => {
	await assertRefused('GET /health/live HTTP/1.1\r\n\r\n')
	await assertRefused('GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n')
})

test('a chunk whose size is no number', async () => {
	for (const size of ['g', '-1', '0x5', '5 5', 'fffffffffffffffff1']) {
		const { answers } = await s.raw(head(['Transfer-Encoding: chunked']) + `${size}\r\n${body}\r\n0\r\n\r\n` + hidden)
		assert.ok(answers.every(answer => answer.status >= 400), `${size}: ${answers.map(answer => answer.status)}`)
		assert.equal(await stored(), before, size)
	}
})

test('a header line that is folded, or has a space before its colon', async () => {
	for (const line of [`Content-Length : ${body.length}`, `Transfer-Encoding : chunked`]) {
		const { answers } = await s.raw(head([line]) + body + hidden)
		assert.ok(answers.length <= 1 && (!answers.length || answers[0].status >= 400), `${line}: ${answers.map(answer => answer.status)}`)
		assert.equal(await stored(), before, line)
	}
})

test('a request that was refused for its media type does not leave its body to be read as a request', async () => {
	const { answers } = await s.raw(`POST ${target} HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`)

	assert.deepEqual(answers.map(answer => answer.status), [415])
	assert.equal(await stored(), before)
})

test('a GET with a body does not run the body', async () => {
	const { answers } = await s.raw(`GET /health/live HTTP/1.1\r\nHost: a\r\nContent-Length: ${hidden.length}\r\n\r\n${hidden}`)

	assert.equal(answers.length, 1)
	assert.equal(await stored(), before)
})

test('two honest requests behind one another both run', async () => {
	const { answers } = await s.raw(hidden + hidden)

	assert.deepEqual(answers.map(answer => answer.status), [201, 201])
	assert.equal(await stored(), before + 2)
})
