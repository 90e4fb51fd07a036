// Databases of a cluster: cloned from the template, asked by SQL, taken away for a while.
import pg from 'pg'
import { conninfo } from './cluster.mjs'

// Times as PostgreSQL writes them: a test compares what is stored, not what a client makes of it.
const types = { getTypeParser: (oid, format) => (oid === 20 ? Number : [1082, 1114, 1184].includes(oid) ? String : pg.types.getTypeParser(oid, format)) }

async function once(socket, database, work) {
	const client = new pg.Client({ host: socket, database, user: 'postgres', types })
	await client.connect()
	try {
		return await work(client)
	} finally {
		await client.end()
	}
}

// The rows that a statement gives.
export async function query(socket, database, text, values = []) {
	return once(socket, database, async client => (await client.query(text, values)).rows)
}

// A connection that is kept, and made anew when it was cut.
export class Session {
	constructor(socket, database) {
		this.config = { host: socket, database, user: 'postgres', types }
	}

	async query(text, values = []) {
		this.client ??= await this.connect()
		return (await this.client.query(text, values)).rows
	}

	async connect() {
		const client = new pg.Client(this.config)
		client.on('error', () => (this.client = undefined))
		client.on('end', () => (this.client = undefined))
		await client.connect()
		return client
	}

	async end() {
		await this.client?.end()
	}
}

// Makes the role that the service is, and an empty database that belongs to it.
export async function createOwned(socket, database) {
	await once(socket, 'postgres', async client => {
		await client.query("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'samrad') THEN CREATE ROLE samrad LOGIN; END IF; END $$")
		await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)} OWNER samrad`)
	})
}

export async function clone(socket, template, database) {
	await once(socket, 'postgres', async client => {
		const [to, from] = [database, template].map(name => client.escapeIdentifier(name))
		await client.query(`CREATE DATABASE ${to} TEMPLATE ${from} OWNER samrad`)
	})
	return conninfo(socket, database)
}

export async function drop(socket, database) {
	await once(socket, 'postgres', client => client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`))
}

// Runs work while nobody can reach the database: no new connection, and those there are end.
export async function whileAway(socket, database, work) {
	const allow = yes => once(socket, 'postgres', client => client.query(`ALTER DATABASE ${client.escapeIdentifier(database)} ALLOW_CONNECTIONS ${yes}`))
	await allow(false)
	try {
		await query(socket, 'postgres', 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database])
		return await work()
	} finally {
		await allow(true)
	}
}
