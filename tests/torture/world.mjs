// What a scenario stands on: a durable PostgreSQL of its own, the real service, and a supervisor's hands.
//
// Not harness/suite.mjs: here both are killed. Everything is ended by close(), by the ids of what was started.
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { conninfo, startCluster } from '../harness/cluster.mjs'
import { createOwned, query } from '../harness/database.mjs'
import { Connection, get } from './connection.mjs'
import { Ledger } from './ledger.mjs'
import { Proxy } from './proxy.mjs'

const top = path.resolve(import.meta.dirname, '../..')
export const binary = path.resolve(process.env.SAMRAD_BINARY ?? path.join(top, 'build/release/samrad'))
export const sanitized = !binary.includes('/release/') || Boolean(process.env.SAMRAD_WRAPPER)
// SAMRAD_WRAPPER: a program that runs the service, such as valgrind with its options.
const wrapper = binary.includes('/thread/') ? ['setarch', '-R'] : (process.env.SAMRAD_WRAPPER ?? '').split(' ').filter(Boolean)
const reports = /ERROR: (Address|Leak|Thread)Sanitizer|WARNING: ThreadSanitizer|runtime error:|SUMMARY: \w+Sanitizer/
const secret = 'a secret of the fault tests, more than thirty-two bytes'
const fixture = name => path.join(top, 'tests/fixtures', name)

export const target = '/api/v1/surveys/arena-open/responses'
export const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

// Tries until it succeeds; the last failure is thrown.
export async function eventually(work, milliseconds = 20000, every = 50) {
	const end = Date.now() + milliseconds
	for (;;) {
		try {
			return await work()
		} catch (error) {
			if (Date.now() > end) throw error
			await sleep(every)
		}
	}
}

function freePort() {
	return new Promise(resolve => {
		const server = net.createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address()
			server.close(() => resolve(port))
		})
	})
}

export async function isLive(port) {
	const connection = new Connection()
	try {
		const { status } = await connection.ask(port, get('/health/live'), 5000)
		if (status !== 200) throw new Error(`/health/live says ${status}`)
	} finally {
		connection.close()
	}
}

// The service, which can be killed and started again at the same port.
class Service {
	constructor(world, port, env) {
		Object.assign(this, { world, port, env, starts: 0 })
	}

	async start() {
		const log = openSync(path.join(this.world.directory, `service-${this.port}.log`), 'a')
		const [file, ...args] = [...wrapper, binary, 'serve']
		const env = { PATH: process.env.PATH, ...sanitizerOptions(), ...this.world.env, SAMRAD_LISTEN: `127.0.0.1:${this.port}`, SAMRAD_LOG_LEVEL: 'warning', ...this.env }
		this.child = spawn(file, args, { env, stdio: ['ignore', log, log] })
		closeSync(log)
		this.ended = new Promise(resolve => this.child.on('close', (code, signal) => resolve({ code, signal })))
		this.starts++
		await Promise.race([eventually(() => isLive(this.port)), this.ended.then(({ code, signal }) => Promise.reject(new Error(`the service ended: ${code ?? signal}\n${this.log}`)))])
		return this
	}

	async kill() {
		this.child.kill('SIGKILL')
		await this.ended
	}

	// As an operator does; gives { code, took }.
	async stop() {
		const began = Date.now()
		this.child.kill('SIGTERM')
		const timer = setTimeout(() => this.child.kill('SIGKILL'), 20000)
		const { code } = await this.ended
		clearTimeout(timer)
		return { code, took: Date.now() - began }
	}

	get isRunning() {
		return this.child?.exitCode === null && this.child?.signalCode === null
	}

	get log() {
		return readFileSync(path.join(this.world.directory, `service-${this.port}.log`), 'utf8')
	}

	// Bytes in memory.
	get resident() {
		return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))[1]) * 1024
	}

	// The most that it ever had.
	get peak() {
		return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))[1]) * 1024
	}
}

const sanitizerOptions = () => Object.fromEntries(['ASAN_OPTIONS', 'UBSAN_OPTIONS', 'TSAN_OPTIONS', 'LSAN_OPTIONS'].filter(name => process.env[name]).map(name => [name, process.env[name]]))

export class World {
	#closing = []
	#services = []

	// options: of harness/cluster.mjs.
	static async open(options = {}) {
		const world = new World()
		try {
			await world.#open(options)
		} catch (error) {
			await world.close()
			throw error
		}
		return world
	}

	async #open(clusterOptions) {
		this.directory = mkdtempSync(path.join(os.tmpdir(), 'samrad-torture-'))
		this.#closing.push(() => rmSync(this.directory, { recursive: true, force: true }))
		chmodSync(this.directory, 0o755)
		this.cluster = await startCluster({ kept: true, ...clusterOptions })
		this.#closing.push(() => this.cluster.remove())
		this.#closing.push(() => this.endServices())
		await createOwned(this.cluster.socket, 'own')
		const secretFile = path.join(this.directory, 'secret')
		writeFileSync(secretFile, secret, { mode: 0o600 })
		this.env = { SAMRAD_DATABASE_URL: conninfo(this.cluster.socket, 'own'), SAMRAD_SECRET_FILE: secretFile }
		const options = { env: { PATH: process.env.PATH, ...sanitizerOptions(), ...this.env }, stdio: ['ignore', 'ignore', 'pipe'] }
		for (const args of [['migrate'], ['load', fixture('event.json'), fixture('open.json')]]) {
			const [file, ...rest] = [...wrapper, binary, ...args]
			execFileSync(file, rest, options)
		}
		const [{ survey_id: survey }] = await this.sql("SELECT survey_id FROM survey WHERE key = 'arena-open'")
		this.ledger = new Ledger(secret, survey)
		await this.#putProxy()
	}

	async #putProxy() {
		const directory = path.join(this.directory, 'proxy')
		mkdirSync(directory)
		this.proxy = await new Proxy(directory, this.cluster.socket).listen()
		this.#closing.push(() => this.proxy.close())
		this.proxied = { SAMRAD_DATABASE_URL: conninfo(directory, 'own') }
	}

	// Starts a service; with world.proxied it reaches PostgreSQL through world.proxy.
	async service(env = {}) {
		const service = new Service(this, await freePort(), env)
		await service.start()
		this.#services.push(service)
		return service
	}

	// Ends the services, which must end well.
	async endServices() {
		for (const service of this.#services.splice(0)) {
			if (!service.isRunning) continue
			const { code } = await service.stop()
			const { log } = service
			if (reports.test(log)) throw new Error(`a sanitizer has found something:\n${log.slice(0, 8000)}`)
			if (code !== 0) throw new Error(`the service ended with ${code}:\n${log.slice(-4000)}`)
		}
	}

	sql(text, values) {
		return query(this.cluster.socket, 'own', text, values)
	}

	get postmaster() {
		return Number(readFileSync(path.join(this.cluster.root, 'data/postmaster.pid'), 'utf8').split('\n')[0])
	}

	// PostgreSQL's processes that talk to the service.
	get backends() {
		const postmaster = this.postmaster
		return readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).filter(pid => {
			try {
				const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
				const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
				return parent === postmaster && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(': samrad own')
			} catch {
				return false
			}
		})
	}

	// As a supervisor does: until it runs. One that is restarting by itself is left to it.
	startDatabase() {
		return eventually(async () => {
			const answers = await this.sql('SELECT 1').then(() => true, () => false)
			if (answers) return
			await this.cluster.start().catch(() => {})
			await this.sql('SELECT 1')
		}, 40000, 200)
	}

	async close() {
		const failures = []
		while (this.#closing.length) await (async () => this.#closing.pop()())().catch(error => failures.push(error))
		if (failures.length) throw failures[0]
	}
}
