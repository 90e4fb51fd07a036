import assert from 'node:assert/strict'
import net from 'node:net'
import { test } from 'node:test'
import { event, response, surveys } from '../harness/fixtures.mjs'
import { serve } from '../harness/service.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta, { load: [event, surveys.open], served: false })
const target = '/api/v1/surveys/arena-open/responses'

const send = service => fetch(service.origin + target, { method: 'POST', body: JSON.stringify(response()), headers: { 'Content-Type': 'application/json' } })

test('SIGTERM and SIGINT end the service well, and soon', async () => {
	for (const signal of ['SIGTERM', 'SIGINT']) {
		const service = await serve(s.env)
		const began = Date.now()

		const { code } = await service.stop(signal)

		assert.equal(code, 0)
		assert.ok(Date.now() - began < 3000, `${signal} took ${Date.now() - began} ms`)
	}
})

test('connections that are open and silent do not keep the service from ending', async () => {
	const service = await serve(s.env)
	const sockets = await Promise.all(Array.from({ length: 20 }, (_, i) => new Promise(resolve => {
		const socket = net.connect(service.port, service.host, () => resolve(socket))
		socket.on('error', () => {})
		if (i % 2) socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Le')
	})))

	const { code } = await service.stop()

	sockets.forEach(socket => socket.destroy())
	assert.equal(code, 0)
})

test('what was acknowledged before the end is kept, and what comes during it is answered or cut, not lost', async () => {
	const service = await serve(s.env)
	const before = await s.value('SELECT count(*) FROM response')
	const sent = Array.from({ length: 200 }, () => send(service).then(answer => answer.status, () => 0))
	await new Promise(resolve => setTimeout(resolve, 15))

	const { code } = await service.stop()

	const statuses = await Promise.all(sent)
	const acknowledged = statuses.filter(status => status === 201).length
	const kept = (await s.value('SELECT count(*) FROM response')) - before
	assert.equal(code, 0)
	assert.ok(statuses.every(status => [201, 503, 0].includes(status)))
	assert.ok(kept >= acknowledged, `${acknowledged} were acknowledged, ${kept} are kept`)
})

test('every response that was acknowledged is there after the service was killed', async () => {
	for (let round = 0; round < 3; round++) {
		const service = await serve(s.env)
		const acknowledged = []
		const sent = Array.from({ length: 200 }, () => send(service).then(async answer => answer.status === 201 && acknowledged.push((await answer.json()).id), () => {}))
		await new Promise(resolve => setTimeout(resolve, 30 + 20 * round))

		service.kill('SIGKILL')

		await service.ended
		await Promise.allSettled(sent)
		const kept = await s.value('SELECT count(*) FROM response')
		const again = await serve(s.env)
		assert.equal((await send(again)).status, 201, 'and it starts again')
		await again.stop()
		assert.ok(kept >= acknowledged.length)
	}
})

test('the log has a line when the service listens and nothing of what was sent', async () => {
	const service = await serve(s.env)
	const secret = 'Ett ord som ingen logg ska ha'
	const sent = await fetch(`${service.origin}${target}?word=${encodeURIComponent(secret)}`, { method: 'POST', body: JSON.stringify(response({ role: 'official', home: secret })), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k'.repeat(30), 'User-Agent': 'Granskaren/1.0' } })
	const taken = await fetch(service.origin + target, { method: 'POST', body: JSON.stringify(response({ role: 'official', home: secret })), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k'.repeat(30), 'User-Agent': 'Granskaren/1.0' } })
	const { receipt, id } = await taken.json()
	assert.deepEqual([sent.status, taken.status], [422, 201])

	const { stderr } = await service.stop()

	assert.match(stderr, /listening address=127\.0\.0\.1:\d+/)
	for (const hidden of [secret, encodeURIComponent(secret), receipt, id, 'kkkk', 'Granskaren']) assert.ok(!stderr.includes(hidden), `the log has “${hidden}”`)
	assert.ok(!/(client|remote|peer|from)[=: ]+127\.0\.0\.1/.test(stderr), 'no address of a client')
})
