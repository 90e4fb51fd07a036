// Starts and ends what is measured, and runs the programs that load it. Everything started here is ended by end().
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { conninfo, startCluster } from '../harness/cluster.mjs'
import { createOwned, query } from '../harness/database.mjs'
import { bodies, event, surveys } from './survey.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const top = path.resolve(here, '../..')
export const binary = path.resolve(process.env.SAMRAD_BINARY ?? path.join(top, 'build/release/samrad'))
const built = name => path.join(top, 'build/release/tests/bench', name)
const asRoot = process.getuid() === 0

// No checkpoint by itself while something is measured: there is one before each.
const settings = ['shared_buffers = 1GB', 'max_wal_size = 16GB', 'checkpoint_timeout = 60min']

const open = []
let directory

// Ends everything, the last first.
export async function end() {
	while (open.length) await open.pop()()
}

export function workDirectory() {
	if (!directory) {
		directory = mkdtempSync(path.join(os.tmpdir(), 'samrad-bench-'))
		chmodSync(directory, 0o755)
		open.push(() => rmSync(directory, { recursive: true, force: true }))
	}
	return directory
}

// A program until end(). ready: what its output must have, on either stream.
export function start(file, args, { env = {}, ready, log }) {
	const stderr = log ? openSync(log, 'w') : 'pipe'
	const child = spawn(file, args, { env: { PATH: process.env.PATH, ...env }, stdio: ['pipe', 'pipe', stderr] })
	const ended = new Promise(resolve => child.on('close', resolve))
	open.push(async () => {
		child.kill('SIGTERM')
		const timer = setTimeout(() => child.kill('SIGKILL'), 12000)
		await ended
		clearTimeout(timer)
	})
	return new Promise((resolve, reject) => {
		let output = ''
		const look = () => {
			const found = ready.exec(log ? readFileSync(log, 'utf8').slice(0, 4096) : output)
			if (found) resolve({ pid: child.pid, port: Number(found[1]) })
			return found
		}
		const timer = setInterval(() => look() && clearInterval(timer), 50)
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => (output += data))
		ended.then(code => {
			clearInterval(timer)
			reject(new Error(`${path.basename(file)} ended with ${code}: ${output}`))
		})
	})
}

// The cluster that all share, durable. Gives { socket, pid }.
export async function startDatabase() {
	const cluster = await startCluster({ kept: true, settings })
	open.push(() => cluster.remove())
	const pid = Number(readFileSync(path.join(cluster.root, 'data/postmaster.pid'), 'utf8').split('\n')[0])
	return { socket: cluster.socket, pid }
}

const serviceEnv = (database, name) => {
	const secret = path.join(workDirectory(), 'secret')
	writeFileSync(secret, 'a secret of the benchmarks, of more than thirty-two bytes', { mode: 0o600 })
	return { SAMRAD_DATABASE_URL: conninfo(database.socket, name), SAMRAD_SECRET_FILE: secret, SAMRAD_LISTEN: '127.0.0.1:0' }
}

// A database with the service's tables and surveys.
export async function makeOurDatabase(database, name) {
	await createOwned(database.socket, name)
	const files = [event, ...Object.values(surveys)].map((document, i) => {
		const file = path.join(workDirectory(), `document-${i}.json`)
		writeFileSync(file, JSON.stringify(document))
		return file
	})
	const env = { PATH: process.env.PATH, ...serviceEnv(database, name) }
	for (const args of [['migrate'], ['load', ...files]]) execFileSync(binary, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
}

// As it is installed: with its log.
export function startService(database, name) {
	return start(binary, ['serve'], { env: serviceEnv(database, name), ready: /listening address=\S+:(\d+)/, log: path.join(workDirectory(), `${name}.log`) })
}

export async function startPeer(database) {
	await createOwned(database.socket, 'peer')
	await query(database.socket, 'peer', `SET ROLE samrad; ${readFileSync(path.join(here, 'peer.sql'), 'utf8')}`)
	return start(process.execPath, [path.join(here, 'peer.mjs'), conninfo(database.socket, 'peer')], { env: { NODE_ENV: 'production' }, ready: /^(\d+)\n/ })
}

export const startBare = mode => start(built('bare'), [mode], { ready: /^(\d+)\n/ })

// As root, nginx gives its workers to another user, who must be able to enter what they use: nothing here.
export async function startNginx() {
	const root = path.join(workDirectory(), 'nginx')
	mkdirSync(path.join(root, 'logs'), { recursive: true })
	const port = await freePort()
	const file = path.join(root, 'nginx.conf')
	writeFileSync(file, `${asRoot ? 'user root;' : ''}
daemon off; worker_processes 2; pid ${root}/nginx.pid; error_log ${root}/logs/error.log;
events { worker_connections 2048; }
http {
	access_log off; keepalive_requests 1000000000; server_tokens off;
	client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy; fastcgi_temp_path ${root}/fastcgi;
	uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi;
	server { listen 127.0.0.1:${port}; location / { default_type application/json; return 200 '{"status":"live"}'; } }
}
`)
	execFileSync('nginx', ['-t', '-q', '-p', root, '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] })
	const started = start('nginx', ['-p', root, '-c', file], { ready: /(?:)/ })
	const { pid } = await started
	await new Promise(resolve => setTimeout(resolve, 300))
	return { pid, port }
}

async function freePort() {
	const { createServer } = await import('node:net')
	return new Promise(resolve => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address()
			server.close(() => resolve(port))
		})
	})
}

export function writeBodies() {
	return Object.fromEntries(Object.entries(surveys).map(([kind, survey]) => {
		const file = path.join(workDirectory(), `bodies-${kind}`)
		writeFileSync(file, `${bodies(survey, 512).join('\n')}\n`)
		return [kind, file]
	}))
}

// A program that loads, until it ends by itself. onLine is called with each line of its output.
export function run(file, args, onLine) {
	return new Promise((resolve, reject) => {
		const child = spawn(file, args, { cwd: workDirectory(), stdio: ['ignore', 'pipe', 'pipe'] })
		let rest = ''
		let errors = ''
		const take = data => {
			const lines = (rest + data).split('\n')
			rest = lines.pop()
			lines.forEach(line => onLine?.(line))
		}
		child.stdout.on('data', take)
		child.stderr.on('data', data => {
			errors += data
			take(data)
		})
		child.on('error', reject)
		child.on('close', code => (code === 0 ? resolve() : reject(new Error(`${path.basename(file)} ended with ${code}: ${errors.slice(-2000)}`))))
	})
}

export const loadProgram = built('load')
export const copyProgram = built('copy')
export const checkProgram = built('check')

// Runs SQL as the superuser, outside a transaction.
export async function sql(database, name, text, values) {
	const client = new pg.Client({ host: database.socket, database: name, user: 'postgres' })
	await client.connect()
	try {
		return (await client.query(text, values)).rows
	} finally {
		await client.end()
	}
}
