#!/usr/bin/env node
// Runs the tests over HTTP and in a browser against the real program and a real PostgreSQL:
//
//	node tests/run.mjs api|browser|torture|all
//	node tests/run.mjs FILE…
//
// Makes a private cluster, a template database by `samrad migrate`, and the contract; runs the files, several
// at a time; at the end of a whole group of the API, looks whether every answer of the contract was met.
// SAMRAD_BINARY names the program (build/release/samrad); SAMRAD_SCREENSHOTS=1 asks for pictures of the pages
// in build/screenshots/. The last line has the counts.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const here = path.dirname(fileURLToPath(import.meta.url))
const top = path.dirname(here)

// Node as tests/package-lock.json has it; another one only gets us here.
if (Number(process.versions.node.split('.')[0]) < 22) {
	const pinned = path.join(here, 'node_modules', `node-linux-${process.arch}`, 'bin/node')
	if (!existsSync(pinned)) {
		console.error('tests/run.mjs: install the packages first: (cd tests && npm ci)')
		process.exit(2)
	}
	process.exit(spawnSync(pinned, process.argv.slice(1), { stdio: 'inherit' }).status ?? 1)
}

const { run } = await import('node:test')
const { spec } = await import('node:test/reporters')
const { startCluster, conninfo, removeLeftClusters } = await import('./harness/cluster.mjs')
const { createOwned } = await import('./harness/database.mjs')
const { unmet } = await import('./harness/coverage.mjs')

const groups = { api: ['api'], browser: ['browser'], torture: ['torture'], all: ['api', 'browser'] }
const template = 'samrad_template'

function filesOf(args) {
	const files = args.flatMap(arg => (groups[arg] ? groups[arg].flatMap(name => readdirSync(path.join(here, name)).filter(file => file.endsWith('.test.mjs')).sort().map(file => path.join(here, name, file))) : [path.resolve(arg)]))
	const missing = files.filter(file => !existsSync(file))
	if (!files.length || missing.length) {
		console.error(missing.length ? `tests/run.mjs: there is no ${missing.join(', ')}` : 'usage: node tests/run.mjs api|browser|torture|all|FILE…')
		process.exit(2)
	}
	return files
}

// Everything of this run lies in one directory and is ended by one function.
async function open(binary) {
	const directory = mkdtempSync(path.join(os.tmpdir(), 'samrad-tests-'))
	for (const name of ['pids', 'coverage', 'clusters']) mkdirSync(path.join(directory, name))
	const secret = path.join(directory, 'secret')
	writeFileSync(secret, 'a secret of the tests, of more than thirty-two bytes', { mode: 0o600 })
	writeFileSync(path.join(directory, 'openapi.json'), execFileSync('/usr/bin/python3', [path.join(top, 'openapi/bundle.py'), path.join(top, 'openapi/openapi.yaml')]))
	const opened = { directory, close: () => rmSync(directory, { recursive: true, force: true }) }
	try {
		const cluster = await startCluster()
		opened.close = async () => {
			endLeftOver(directory)
			await removeLeftClusters(path.join(directory, 'clusters'))
			await cluster.remove()
			rmSync(directory, { recursive: true, force: true })
		}
		await createOwned(cluster.socket, template)
		execFileSync(binary, ['migrate'], { env: { PATH: process.env.PATH, SAMRAD_DATABASE_URL: conninfo(cluster.socket, template) }, stdio: ['ignore', 'ignore', 'pipe'] })
		writeFileSync(path.join(directory, 'run.json'), JSON.stringify({ binary, secret, template, socket: cluster.socket }))
	} catch (error) {
		await opened.close()
		throw error
	}
	return opened
}

// Ends services that a test file left when it was killed: those noted, and still that program.
function endLeftOver(directory) {
	for (const pid of readdirSync(path.join(directory, 'pids'))) {
		try {
			if (readlinkSync(`/proc/${pid}/exe`) === readFileSync(path.join(directory, 'pids', pid), 'utf8')) process.kill(Number(pid), 'SIGKILL')
		} catch {
			// it has ended by itself
		}
	}
}

function runFiles(files, directory, signal) {
	return new Promise((resolve, reject) => {
		process.env.SAMRAD_TEST_RUN = directory
		const only = process.env.SAMRAD_TEST_ONLY
		const stream = run({ files, concurrency: Math.max(3, os.availableParallelism()), timeout: 900000, signal, ...(only ? { testNamePatterns: [only] } : {}) })
		let counts
		stream.on('test:summary', data => data.file === undefined && (counts = data.counts))
		stream.on('error', reject)
		stream.compose(spec).on('end', () => resolve(counts ?? { passed: 0, failed: 1, cancelled: 0, skipped: 0 })).pipe(process.stdout, { end: false })
	})
}

const binary = path.resolve(process.env.SAMRAD_BINARY ?? path.join(top, 'build/release/samrad'))
const args = process.argv.slice(2)
const files = filesOf(args)
if (!existsSync(binary)) {
	console.error(`tests/run.mjs: there is no ${path.relative(process.cwd(), binary)}; build it first`)
	process.exit(2)
}

const stopping = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopping.abort())

const began = Date.now()
const opened = await open(binary).catch(error => {
	console.error(`tests/run.mjs: ${error.stderr?.toString() || error.message}`)
	process.exit(1)
})
let { passed, failed, cancelled, skipped } = { passed: 0, failed: 0, cancelled: 0, skipped: 0 }
try {
	;({ passed, failed, cancelled, skipped } = await runFiles(files, opened.directory, stopping.signal))
	failed += cancelled
	if (stopping.signal.aborted) failed = Math.max(failed, 1)
	else if (args.some(arg => arg === 'api' || arg === 'all')) {
		const missing = unmet(opened.directory)
		if (missing.length) {
			failed++
			console.log(`✖ every answer that openapi/ describes is met by some test; not met:\n  ${missing.join('\n  ')}`)
		} else {
			passed++
			console.log('✔ every answer that openapi/ describes is met by some test')
		}
	}
} finally {
	await opened.close()
}
console.log(`${((Date.now() - began) / 1000).toFixed(1)} s`)
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
