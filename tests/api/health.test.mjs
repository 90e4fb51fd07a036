import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta)

test('a service that runs is live and ready', async () => {
	assert.deepEqual((await s.get('/health/live')).json, { status: 'live' })
	assert.deepEqual((await s.get('/health/ready')).json, { status: 'ready' })
})

test('a service without its database is live and not ready, and says no more than that', async () => {
	await s.whileDatabaseIsAway(async () => {
		const [live, ready] = [await s.get('/health/live'), await s.get('/health/ready')]

		assert.equal(live.status, 200)
		assert.equal(ready.status, 503)
		assert.ok(Number(ready.header('retry-after')) > 0)
	})
})

test('`samrad ready` tells by its exit whether the service is ready', async () => {
	const env = { SAMRAD_LISTEN: `127.0.0.1:${s.service.port}` }

	assert.equal((await s.command(['ready'], env)).code, 0)
	await s.whileDatabaseIsAway(async () => assert.equal((await s.command(['ready'], env)).code, 1))
	assert.equal((await s.command(['ready'], { SAMRAD_LISTEN: '127.0.0.1:1' })).code, 1, 'nobody listens there')
})

test('a service whose database is at other migrations is not ready', async () => {
	await s.sql("ALTER TABLE migration RENAME TO migration_away")
	try {
		assert.equal((await s.get('/health/ready')).status, 503)
	} finally {
		await s.sql('ALTER TABLE migration_away RENAME TO migration')
	}
	assert.equal((await s.get('/health/ready')).status, 200)
})
