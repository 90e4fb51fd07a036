// More than the service can take, and clients that are slow: others aren't stopped, memory is bounded, nobody hangs.
import assert from 'node:assert/strict'
import net from 'node:net'
import { after, before, test } from 'node:test'
import { makeResponse } from './crowd.mjs'
import { Connection, get, post } from './connection.mjs'
import { faultsOf, scenarios } from './scenarios.mjs'
import { sanitized, sleep, target, World } from './world.mjs'

const connections = 1000 // base/limits.h, LIMIT_CONNECTIONS
const perConnection = 160 * 1024 // bytes in memory that one may add, its thread's stack and a body at the limit included

let world
let service
before(async () => {
	world = await World.open()
	service = await world.service()
})
after(() => world.close())

// Sockets that are open and send what work says.
function openMany(count, onConnect) {
	return Promise.all(Array.from({ length: count }, (_, i) => new Promise((resolve, reject) => {
		const socket = net.connect(service.port, '127.0.0.1', () => {
			onConnect?.(socket, i)
			resolve(socket)
		})
		socket.on('error', error => reject(error))
	}))).then(sockets => {
		sockets.forEach(socket => socket.on('error', () => {}))
		return sockets
	})
}

// How long a few requests take that do nothing wrong: the longest, in milliseconds.
async function othersTake(times = 10) {
	let longest = 0
	for (let i = 0; i < times; i++) {
		const connection = new Connection()
		const { key, body, texts } = makeResponse()
		const began = performance.now()
		world.ledger.send(key, texts)
		const { status, text } = await connection.ask(service.port, post(target, body, { 'Idempotency-Key': `"${key}"` }), 20000)
		longest = Math.max(longest, performance.now() - began)
		connection.close()
		assert.equal(status, 201, text)
		world.ledger.acknowledge(key, JSON.parse(text))
	}
	return longest
}

function assertBounded(before, count) {
	if (sanitized) return
	const grown = service.peak - before
	assert.ok(grown < count * perConnection, `${Math.round(grown / 1024)} kB more for ${count} connections`)
}

test('idle connections, slow headers, slow bodies and slow readers stop nobody else', async t => {
	const before = service.resident
	const kinds = [
		() => {},
		socket => socket.write('POST /api/v1/surveys/arena-open/responses HTTP/1.1\r\nHost: a\r\nX-Slow: '),
		socket => socket.write(`POST ${target} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"version":1,`),
		socket => {
			socket.pause()
			socket.write(get('/openapi.json').repeat(20))
		},
	]
	const sockets = await openMany(900, (socket, i) => kinds[i % kinds.length](socket))
	const drip = setInterval(() => sockets.forEach((socket, i) => [1, 2].includes(i % kinds.length) && socket.write(' ')), 200)
	await sleep(500)

	const took = await othersTake()

	clearInterval(drip)
	sockets.forEach(socket => socket.destroy())
	t.diagnostic(`others took ${Math.round(took)} ms at most; ${Math.round((service.peak - before) / 900 / 1024)} kB for each of 900`)
	assert.ok(took < 10000, `${took} ms`)
	assertBounded(before, 900)
})

test('bodies at the limit are answered, many at a time, in bounded memory', async () => {
	const before = service.resident
	const small = JSON.stringify({ version: 1, language: 'sv', answers: { role: 'official', home: 'a'.repeat(60000) } })
	const body = small.padEnd(65536, ' ')
	const ask = async () => {
		const connection = new Connection()
		const { status } = await connection.ask(service.port, post(target, body), 20000)
		connection.close()
		return status
	}

	const statuses = new Set(await Promise.all(Array.from({ length: 200 }, ask)))

	assert.ok([...statuses].every(status => [400, 422].includes(status)), [...statuses].join())
	assertBounded(before, 200)
})

test('who comes when no more can wait is told 503 with Retry-After before the others have their answer, and those who wait are stored', async t => {
	const client = await holdGate()
	const list = Array.from({ length: connections + 40 }, () => ({ connection: new Connection(), ...makeResponse() }))
	let released = false
	const early = []
	const answers = Promise.all(list.map(async ({ connection, key, body, texts }) => {
		world.ledger.send(key, texts)
		const answer = await connection.ask(service.port, post(target, body, { 'Idempotency-Key': `"${key}"` }), 30000).catch(error => ({ status: error.constructor.name }))
		if (answer.status === 201) world.ledger.acknowledge(key, JSON.parse(answer.text))
		if (answer.status === 503 && !released) early.push(answer)
		connection.close()
		return answer.status
	}))
	for (let i = 0; i < 60 && !early.length; i++) await sleep(100)
	await sleep(500)
	const peak = service.peak
	released = true
	await client.release()

	const statuses = await answers
	const count = status => statuses.filter(one => one === status).length
	const found = await world.ledger.compare((text, values) => world.sql(text, values))

	t.diagnostic(`${count(201)} stored, ${count(503)} told 503 (${early.length} of them while the others waited), ${statuses.length - count(201) - count(503)} without an answer; ${Math.round(peak / 1024 / 1024)} MB`)
	assert.ok(early.length > 0, 'nobody was refused')
	assert.ok(early.every(answer => /\r\nretry-after: *\d/i.test(answer.head)))
	assert.ok(count(201) > 0.9 * connections, `${count(201)} were stored`)
	assert.deepEqual([found.lost, found.half, found.doubled, found.strange], [0, 0, 0, 0])
})

// Holds the survey's gate, so that nothing is stored until it is released.
async function holdGate() {
	const { default: pg } = await import('pg')
	const client = new pg.Client({ host: world.cluster.socket, database: 'own', user: 'postgres' })
	await client.connect()
	await client.query('BEGIN')
	await client.query('SELECT 1 FROM survey_gate FOR UPDATE')
	return {
		async release() {
			await client.query('ROLLBACK')
			await client.end()
		},
	}
}

test('a database that is silent keeps nobody longer than ten seconds, and the service is back when it is', async t => {
	const figures = await scenarios['PostgreSQL is silent'](world, 1)

	t.diagnostic(`${figures.refused} told 503; the longest answer took ${figures.longest} ms`)
	assert.ok(figures.refused > 0)
	assert.deepEqual(faultsOf(figures), [])
})
