import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { conninfo } from '../harness/cluster.mjs'
import { createOwned, drop, query } from '../harness/database.mjs'
import { current, top } from '../harness/run.mjs'
import { command } from '../harness/service.mjs'
import { suite } from '../harness/suite.mjs'

const s = suite(import.meta, { served: false })
const files = readdirSync(path.join(top, 'migrations')).filter(name => name.endsWith('.sql')).sort()

// Runs work with an empty database of its own.
async function withEmpty(work) {
	const database = `${s.database}_empty`
	await createOwned(current.socket, database)
	const sql = text => query(current.socket, database, text)
	const env = { SAMRAD_DATABASE_URL: conninfo(current.socket, database) }
	try {
		await work({ sql, env, migrate: () => command(['migrate'], env) })
	} finally {
		await drop(current.socket, database)
	}
}

const tables = sql => sql("SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, ordinal_position")

test('every file of migrations/ is applied once, in order, with its checksum', async () => {
	const applied = await s.sql('SELECT number, name, checksum FROM migration ORDER BY number')

	assert.deepEqual(applied.map(row => row.number), files.map(name => Number(name.slice(0, 4))))
	assert.ok(files.every((name, i) => name.includes(applied[i].name.replace(/\.sql$/, ''))))
	const sums = files.map(name => createHash('sha256').update(readFileSync(path.join(top, 'migrations', name))).digest('hex'))
	assert.equal(new Set(applied.map(row => row.checksum.toString('hex'))).size, new Set(sums).size)
})

test('migrating again changes nothing', async () => {
	const before = [await tables(t => s.sql(t)), await s.sql('SELECT * FROM migration ORDER BY number')]

	const { code } = await s.command(['migrate'])

	assert.equal(code, 0)
	assert.deepEqual([await tables(t => s.sql(t)), await s.sql('SELECT * FROM migration ORDER BY number')], before)
})

test('five at once on an empty database are safe: all succeed, each migration is applied once', async () => {
	await withEmpty(async ({ sql, migrate }) => {
		const results = await Promise.all(Array.from({ length: 5 }, migrate))

		assert.deepEqual(results.map(result => result.code), [0, 0, 0, 0, 0], results.map(result => result.stderr).join())
		assert.equal((await sql('SELECT count(*) FROM migration'))[0].count, files.length)
		assert.deepEqual(await tables(sql), await tables(t => s.sql(t)))
	})
})

test('an applied migration that has changed is refused, and nothing is done', async () => {
	await s.sql("UPDATE migration SET checksum = decode(repeat('00', 32), 'hex') WHERE number = 1")

	const { code, stderr } = await s.command(['migrate'])

	assert.equal(code, 1)
	assert.match(stderr, /samrad: .*0001/)
	await s.sql(`UPDATE migration SET checksum = decode('${createHash('sha256').update('x').digest('hex')}', 'hex') WHERE number = 1`)
	assert.equal((await s.command(['migrate'])).code, 1)
})

test('an applied migration that this program does not have is refused', async () => {
	await withEmpty(async ({ sql, migrate }) => {
		assert.equal((await migrate()).code, 0)
		await sql("INSERT INTO migration (number, name, checksum) VALUES (9999, '9999_later', decode(repeat('11', 32), 'hex'))")

		const { code, stderr } = await migrate()

		assert.equal(code, 1)
		assert.match(stderr, /9999/)
	})
})

test('a database that is not migrated is refused by load with one sentence', async () => {
	await withEmpty(async ({ env }) => {
		const [file] = s.write({ key: 'x', title: { sv: 'X' }, starts: '2031-01', themes: [] })
		const { code, stderr } = await command(['load', file], { ...env, SAMRAD_SECRET_FILE: current.secret })

		assert.notEqual(code, 0)
		assert.match(stderr, /migrate/)
		assert.doesNotMatch(stderr, /relation "/)
	})
})

test('a database that is away is told in one sentence', async () => {
	const { code, stderr } = await command(['migrate'], { SAMRAD_DATABASE_URL: 'host=/nonexistent dbname=x' })

	assert.equal(code, 1)
	assert.match(stderr.trim().split('\n').at(-1), /^samrad: /)
})

test('migrations run as the role that SAMRAD_MIGRATE_DATABASE_URL names', async () => {
	await withEmpty(async ({ env, sql }) => {
		const { code } = await command(['migrate'], { SAMRAD_DATABASE_URL: 'host=/nonexistent dbname=x', SAMRAD_MIGRATE_DATABASE_URL: env.SAMRAD_DATABASE_URL })

		assert.equal(code, 0)
		assert.equal((await sql('SELECT count(*) FROM migration'))[0].count, files.length)
	})
})

test('every table of answers has survey_id first in its primary key and its unique constraints', async () => {
	const keys = await s.sql(`
		SELECT c.conrelid::regclass::text AS table, c.contype, a.attname AS first
		FROM pg_constraint c
		JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
		WHERE c.contype IN ('p', 'u') AND c.connamespace = 'public'::regnamespace
		AND c.conrelid::regclass::text LIKE 'response%'`)

	assert.ok(keys.length >= 2)
	for (const key of keys) assert.equal(key.first, 'survey_id', key.table)
})
