// Who is measured, and how one run of each goes. A run gives { perSecond, p50, p99 (µs), service, database (CPU µs
// per request), foreign (share of the processors that others used), statuses }.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { conninfo } from '../harness/cluster.mjs'
import { measure } from './machine.mjs'
import { copyProgram, loadProgram, makeOurDatabase, run, sql, startBare, startDatabase, startNginx, startPeer, startService, workDirectory, writeBodies } from './programs.mjs'

const warmUp = 0.7
const surveyOf = { closed: 'bench-closed', texts: 'bench-texts' }
const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

async function settle(database, name, tables) {
	if (tables) await sql(database, name, `TRUNCATE ${tables}`)
	await sql(database, 'postgres', 'CHECKPOINT')
	await sleep(150)
}

// Measures between the load's word that it counts now and its end.
export async function loadHttp({ port, roots, clients, seconds, method, target, bodies }) {
	const words = [port, clients, warmUp, seconds, method, target, ...(bodies ? [bodies] : [])].map(String)
	let stop
	let used
	let result
	await run(loadProgram, words, line => {
		if (line === 'counting') stop = measure({ ...roots, load: process.pid })
		else {
			used = stop()
			result = JSON.parse(line)
		}
	})
	return judge(result, used)
}

function judge(result, used) {
	const each = name => (used.trees[name] ?? 0) / result.requests
	const bad = Object.entries(result.statuses).filter(([status]) => !['200', '201'].includes(status))
	if (bad.length || result.errors) throw new Error(`not all was well: ${JSON.stringify(result)}`)
	return { perSecond: result.per_second, p50: result.p50, p99: result.p99, service: each('service'), database: each('database'), load: each('load'), foreign: used.foreign }
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]

// The seconds in which it connects, and one more, aren't measured. Its own log has the latencies. On a machine so
// busy that connecting takes all its time nothing was measured.
async function runPgbench(database, pid, clients, seconds) {
	const prefix = path.join(workDirectory(), 'pgbench')
	const options = ['-n', '-M', 'prepared', '-f', path.join(import.meta.dirname, 'insert.sql'), '-c', clients, '-j', Math.min(2, clients), '-T', seconds + 4, '-P', 1, '-l', `--log-prefix=${prefix}`, '--sampling-rate=0.2']
	let stop
	let used
	const rates = []
	await run('pgbench', [...options.map(String), '-h', database.socket, '-U', 'postgres', 'bare'], line => {
		const rate = /^progress: [\d.]+ s, ([\d.]+) tps/.exec(line)
		if (!Number(rate?.[1])) return
		if (!stop) stop = measure({ database: pid, load: process.pid })
		else if (rates.push(Number(rate[1])) === seconds) used = stop()
	})
	const latencies = []
	for (const name of readdirSync(workDirectory()).filter(name => name.startsWith('pgbench.'))) {
		const file = path.join(workDirectory(), name)
		for (const line of readFileSync(file, 'utf8').split('\n')) if (line) latencies.push(Number(line.split(' ')[2]))
		rmSync(file)
	}
	latencies.sort((a, b) => a - b)
	if (!used) return { perSecond: 0, foreign: 1 }
	const perSecond = rates.slice(0, seconds).reduce((a, b) => a + b, 0) / seconds
	return { perSecond, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), service: 0, database: used.trees.database / (perSecond * used.elapsed / 1e6), load: 0, foreign: used.foreign }
}

async function runCopy(database, pid, seconds) {
	const stop = measure({ database: pid, load: process.pid })
	let rows = 0
	const one = () => run(copyProgram, [conninfo(database.socket, 'bare'), '1', String(seconds), '500'], line => (rows += Number(line)))
	await Promise.all([one(), one()])
	const used = stop()
	return { perSecond: rows / (used.elapsed / 1e6), service: 0, database: used.trees.database / rows, load: 0, foreign: used.foreign }
}

// Starts all of them. Gives the functions that run one cell: name → (clients, seconds, kind).
export async function openContestants() {
	const database = await startDatabase()
	const bodies = writeBodies()
	await makeOurDatabase(database, 'ours')
	await makeOurDatabase(database, 'bare')
	const ours = await startService(database, 'ours')
	const peer = await startPeer(database)
	const nginx = await startNginx()
	const threads = await startBare('threads')
	const pool = await startBare('pool')

	const submit = (program, name, tables) => async (clients, seconds, kind) => {
		await settle(database, name, tables)
		return loadHttp({ port: program.port, roots: { service: program.pid, database: database.pid }, clients, seconds, method: 'POST', target: `/api/v1/surveys/${surveyOf[kind]}/responses`, bodies: bodies[kind] })
	}
	const get = program => (clients, seconds) => loadHttp({ port: program.port, roots: { service: program.pid }, clients, seconds, method: 'GET', target: '/health/live' })
	const onBare = work => async (clients, seconds) => {
		await settle(database, 'bare', 'response')
		return work(clients, seconds)
	}
	return {
		ours: submit(ours, 'ours', 'response, response_text'),
		peer: submit(peer, 'peer', 'submission'),
		pgbench: onBare((clients, seconds) => runPgbench(database, database.pid, clients, seconds)),
		copy: onBare((_, seconds) => runCopy(database, database.pid, seconds)),
		getOurs: get(ours),
		getNginx: get(nginx),
		getThreads: get(threads),
		getPool: get(pool),
	}
}
