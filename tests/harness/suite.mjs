// What a test file stands on: a database of its own, its fixtures, the real service, and requests.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readContract } from './contract.mjs'
import { clone, drop, Session, whileAway } from './database.mjs'
import { Client } from './http.mjs'
import { current } from './run.mjs'
import { command, serve, stopWell } from './service.mjs'

export const contract = readContract(path.join(current.directory, 'openapi.json'))

// Opens the suite of a file (import.meta). load: documents, loaded before the service starts;
// served: whether it starts. Everything is there once the first test runs, and closed after the last.
export function suite(meta, { load = [], files = [], served = true, env = {} } = {}) {
	const name = path.basename(fileURLToPath(meta.url), '.test.mjs').replaceAll('-', '_')
	const s = new Suite(name, env)
	before(async () => {
		await s.open()
		if (load.length || files.length) await s.loadWell(load, files)
		if (served) await s.start()
	})
	after(() => s.close())
	return s
}

class Suite {
	constructor(name, env) {
		this.name = name
		this.database = `${name}_${process.pid}`
		this.env = env
		this.socket = current.socket
	}

	async open() {
		this.directory = mkdtempSync(path.join(current.directory, `${this.name}-`))
		const conninfo = await clone(this.socket, current.template, this.database)
		this.session = new Session(this.socket, this.database)
		this.env = { SAMRAD_DATABASE_URL: conninfo, SAMRAD_SECRET_FILE: current.secret, ...this.env }
	}

	async start(env = {}) {
		this.service = await serve({ ...this.env, ...env })
		this.client = new Client(this.service, contract)
	}

	async stop() {
		this.client?.close()
		const service = this.service
		this.service = this.client = undefined
		if (service) await stopWell(service)
	}

	async close() {
		contract.write(path.join(current.directory, 'coverage'), this.database)
		try {
			await this.stop()
		} finally {
			await this.session?.end()
			await drop(this.socket, this.database)
			rmSync(this.directory, { recursive: true, force: true })
		}
	}

	// Writes documents into files of the suite's directory; gives their paths.
	write(...documents) {
		const directory = mkdtempSync(path.join(this.directory, 'files-'))
		mkdirSync(directory, { recursive: true })
		return documents.map((document, i) => {
			const file = path.join(directory, `${i}.json`)
			writeFileSync(file, typeof document === 'string' || Buffer.isBuffer(document) ? document : JSON.stringify(document))
			return file
		})
	}

	command(args, env = {}) {
		return command(args, { ...this.env, ...env })
	}

	load(...documents) {
		return this.command(['load', ...this.write(...documents)])
	}

	async loadWell(documents, files = []) {
		const { code, stderr } = await this.command(['load', ...this.write(...documents), ...files])
		if (code !== 0) throw new Error(`the fixtures aren't taken (exit ${code}):\n${stderr}`)
	}

	// A key with these scopes (all, where none is named) from the command line: the headers that send it.
	async key(scopes = contract.document.components.schemas.Scope.enum, more = []) {
		const { code, stdout, stderr } = await this.command(['key', 'create', '--name', 'test', '--scope', scopes.join(), ...more])
		if (code !== 0) throw new Error(`no key is made (exit ${code}):\n${stderr}`)
		return { Authorization: `Bearer ${stdout.trim()}` }
	}

	sql(text, values) {
		return this.session.query(text, values)
	}

	// The one value of a query.
	async value(text, values) {
		const [row] = await this.sql(text, values)
		return Object.values(row)[0]
	}

	// Afterwards the service has found its database again, by itself and within seconds.
	async whileDatabaseIsAway(work) {
		const result = await whileAway(this.socket, this.database, work)
		const end = Date.now() + 5000
		while ((await this.get('/health/ready')).status !== 200) {
			assert.ok(Date.now() < end, 'the service did not find its database again')
			await new Promise(resolve => setTimeout(resolve, 50))
		}
		return result
	}

	get(target, headers) {
		return this.client.get(target, headers)
	}

	head(target, headers) {
		return this.client.head(target, headers)
	}

	post(target, json, headers) {
		return this.client.post(target, json, headers)
	}

	postForm(target, form, headers) {
		return this.client.postForm(target, form, headers)
	}

	request(method, target, options) {
		return this.client.request(method, target, options)
	}

	raw(bytes, options) {
		return this.client.raw(bytes, options)
	}
}
