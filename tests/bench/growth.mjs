#!/usr/bin/env node
// make bench-growth: what a submission costs when 10⁴, 10⁶ and 10⁷ others are there. Prints Markdown.
//
// One database per size, filled by SQL; one service each; by turns. Ends by itself within 15 minutes.
import { parseArgs } from 'node:util'
import { loadHttp } from './contestants.mjs'
import { describe } from './machine.mjs'
import { end, makeOurDatabase, sql, startDatabase, startService, writeBodies } from './programs.mjs'
import { runCells } from './rounds.mjs'

const { values: options } = parseArgs({ options: { sizes: { type: 'string', default: '10000,1000000,10000000' }, seconds: { type: 'string', default: '4' }, minutes: { type: 'string', default: '12' } } })
const sizes = options.sizes.split(',').map(Number)
const clients = 64
const rounds = 3

// Rows as they come in, with indexes made afterwards.
const fill = size => `
	ALTER TABLE response DROP CONSTRAINT response_pkey, DROP CONSTRAINT response_survey_id_submission_key_key;
	DROP INDEX response_by_place;
	INSERT INTO response (survey_id, response_id, submission_key, fingerprint, receipt_hash, version, language, record_key, coded, submitted_at)
	SELECT 1, (random() * 9.2e18)::bigint | 1, uuid_send(gen_random_uuid()), uuid_send(gen_random_uuid()), uuid_send(gen_random_uuid()), 1, 'sv',
		(random() * 4e9 - 2e9)::integer, decode('020003010506010405020403040104020503040a0701010101', 'hex'), date_trunc('hour', now(), 'UTC')
	FROM generate_series(1, ${size});
	ALTER TABLE response ADD PRIMARY KEY (survey_id, response_id), ADD UNIQUE (survey_id, submission_key);
	CREATE INDEX response_by_place ON response (survey_id, place)`

const until = Date.now() + Number(options.minutes) * 60000
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end().finally(() => process.exit(1)))
try {
	const database = await startDatabase()
	const bodies = writeBodies()
	const cells = []
	for (const size of sizes) {
		const name = `rows${size}`
		await makeOurDatabase(database, name)
		await sql(database, name, fill(size))
		await sql(database, name, 'VACUUM ANALYZE response')
		const service = await startService(database, name)
		console.error(`${size} rows are there`)
		const run = async () => {
			await sql(database, 'postgres', 'CHECKPOINT')
			return loadHttp({ port: service.port, roots: { service: service.pid, database: database.pid }, clients, seconds: Number(options.seconds), method: 'POST', target: '/api/v1/surveys/bench-closed/responses', bodies: bodies.closed })
		}
		cells.push({ name, size, run })
	}
	const found = await runCells(cells, rounds, until, (name, result) => console.error(name, Math.round(result.perSecond), result.service.toFixed(1), result.database.toFixed(1), result.foreign.toFixed(2)))
	const each = name => found.get(name).service + found.get(name).database
	console.log(`${describe()}. Twenty closed questions, ${clients} clients, medians of ${rounds} runs of ${options.seconds} s, by turns, each after a checkpoint.\n`)
	console.log('| rows | per s | CPU each, service + database, µs | p50 / p99, ms | beside the fewest | others |\n| ---: | ---: | ---: | ---: | ---: | ---: |')
	for (const { name, size } of cells) {
		const result = found.get(name)
		console.log(`| ${size.toLocaleString('en')} | ${Math.round(result.perSecond).toLocaleString('en')} | ${result.service.toFixed(0)} + ${result.database.toFixed(0)} | ${(result.p50 / 1000).toFixed(2)} / ${(result.p99 / 1000).toFixed(2)} | ${(each(name) / each(cells[0].name)).toFixed(2)} | ${Math.round(result.foreign * 100)} % |`)
	}
	console.log('\nGoal: at most 1.10 times the CPU of the fewest.')
} finally {
	await end()
}
