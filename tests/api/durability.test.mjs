// What happens to answers when PostgreSQL itself fails: on clusters of the tests' own.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { conninfo, startCluster } from '../harness/cluster.mjs'
import { createOwned, query } from '../harness/database.mjs'
import { event, response, surveys } from '../harness/fixtures.mjs'
import { Client } from '../harness/http.mjs'
import { command, serve, stopWell } from '../harness/service.mjs'
import { contract, suite } from '../harness/suite.mjs'

const s = suite(import.meta, { served: false })
const target = '/api/v1/surveys/arena-open/responses'
const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

// A service on a cluster of its own; work is given both.
async function onCluster(options, work) {
	const cluster = await startCluster(options)
	try {
		await createOwned(cluster.socket, 'own')
		const env = { ...s.env, SAMRAD_DATABASE_URL: conninfo(cluster.socket, 'own') }
		assert.equal((await command(['migrate'], env)).code, 0)
		assert.equal((await command(['load', ...s.write(event, surveys.open)], env)).code, 0)
		const service = await serve(env)
		const client = new Client(service, contract)
		try {
			await work({ cluster, client, sql: (text, values) => query(cluster.socket, 'own', text, values) })
		} finally {
			client.close()
			await stopWell(service)
		}
	} finally {
		await cluster.remove()
	}
}

// Asks until the answer is as wanted; databases take their time to come back.
async function eventually(ask, wanted, milliseconds = 20000) {
	const end = Date.now() + milliseconds
	for (;;) {
		const answer = await ask()
		if (wanted(answer)) return answer
		assert.ok(Date.now() < end, `it didn't come back: ${answer.status} ${answer.text}`)
		await sleep(200)
	}
}

test('every response that was acknowledged is there after the database has crashed', async () => {
	await onCluster({ kept: true, settings: ["wal_writer_delay = '10s'"] }, async ({ cluster, client, sql }) => {
		const acknowledged = []
		let stopped = false
		const senders = Array.from({ length: 16 }, async (_, sender) => {
			for (let i = 0; !stopped; i++) {
				const word = `${sender}.${i}`
				const answer = await client.post(target, response({ role: 'official', word }))
				assert.ok([201, 503].includes(answer.status), String(answer.status))
				if (answer.status === 201) acknowledged.push(word)
			}
		})
		while (acknowledged.length < 100) await sleep(2)
		const stopping = cluster.stop('immediate')
		await sleep(50)
		stopped = true
		await Promise.all([...senders, stopping])

		await cluster.start()

		const kept = new Set((await sql('SELECT body FROM response_text')).map(row => row.body))
		assert.ok(acknowledged.length > 0)
		assert.deepEqual(acknowledged.filter(word => !kept.has(word)), [], 'lost')
		await eventually(() => client.post(target, response()), answer => answer.status === 201)
	})
})

test('a service that waits for a database which is not yet there takes up its work when it comes', async () => {
	await onCluster({}, async ({ cluster, client }) => {
		await cluster.stop()
		assert.equal((await client.get('/health/ready')).status, 503)

		await cluster.start()

		await eventually(() => client.get('/health/ready'), answer => answer.status === 200)
		assert.equal((await client.post(target, response())).status, 201)
	})
})

function mountSmall(megabytes) {
	const directory = mkdtempSync(path.join(os.tmpdir(), 'samrad-disk-'))
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory], { stdio: 'pipe' })
	} catch {
		rmSync(directory, { recursive: true })
		return undefined
	}
	return { directory, unmount: () => { execFileSync('umount', ['-l', directory]); rmSync(directory, { recursive: true, force: true }) } }
}

test('a full disk refuses responses by 503, loses none that was acknowledged, and room again is enough', async t => {
	const disk = mountSmall(80)
	if (!disk) return t.skip('no file system can be mounted here')
	try {
		await onCluster({ directory: disk.directory, initdb: ['--wal-segsize=1'], settings: ["max_wal_size = '4MB'", "min_wal_size = '2MB'"] }, async ({ cluster, client, sql }) => {
			const filler = path.join(disk.directory, 'filler')
			const { bavail, bsize } = statfsSync(disk.directory)
			writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 3 * 1024 * 1024)))
			const acknowledged = []
			const statuses = []
			for (let i = 0; i < 150 && !statuses.includes(503); i++) {
				const words = Array.from({ length: 20 }, (_, j) => `${i}.${j}`)
				const answers = await Promise.all(words.map(word => client.post(target, response({ role: 'official', word, home: '🎉'.repeat(300) }))))
				answers.forEach((answer, j) => {
					statuses.push(answer.status)
					if (answer.status === 201) acknowledged.push(words[j])
				})
			}
			assert.ok(statuses.every(status => [201, 503].includes(status)), [...new Set(statuses)].join())
			assert.equal((await client.get('/health/live')).status, 200)

			rmSync(filler)
			// A PostgreSQL that finds no room to recover in gives up: who runs it starts it again.
			await cluster.start().catch(() => {})

			await eventually(() => client.post(target, response()), answer => answer.status === 201, 40000)
			const kept = new Set((await sql("SELECT body FROM response_text WHERE question = 'word'")).map(row => row.body))
			assert.deepEqual(acknowledged.filter(word => !kept.has(word)), [], 'lost')
			assert.ok(statuses.includes(503), 'the disk was full')
		})
	} finally {
		disk.unmount()
	}
})
