// A private PostgreSQL cluster on a Unix socket: made, started, stopped and removed.
//
// Not a pool or a client: database.mjs talks to it. `initdb` and `postgres` refuse root, so as root
// everything of PostgreSQL runs as the user postgres in a directory of its own.
import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const asRoot = process.getuid() === 0

const programs = (() => {
	const base = '/usr/lib/postgresql'
	const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
	const found = versions.map(version => path.join(base, version, 'bin')).find(bin => existsSync(path.join(bin, 'initdb')))
	if (!found) throw new Error('PostgreSQL is not installed: there is no /usr/lib/postgresql/*/bin/initdb')
	return found
})()

// Runs a program of PostgreSQL as the user that it accepts.
function postgres(program, args, options = {}) {
	const file = path.join(programs, program)
	return asRoot
		? run('runuser', ['-u', 'postgres', '--', file, ...args], { cwd: '/', ...options })
		: run(file, args, { cwd: '/', ...options })
}

const quick = ['fsync = off', 'full_page_writes = off', 'synchronous_commit = on']
const durable = ['fsync = on', 'synchronous_commit = on']

// Clusters beside the run's own are noted in its directory, for the case that whoever started them is killed.
const notes = () => process.env.SAMRAD_TEST_RUN && path.join(process.env.SAMRAD_TEST_RUN, 'clusters')
const note = root => notes() && writeFileSync(path.join(notes(), path.basename(root)), root)
const forget = root => notes() && rmSync(path.join(notes(), path.basename(root)), { force: true })

// Ends what was noted in a run's directory and is still there, with the file system that it lies on.
export async function removeLeftClusters(directory) {
	for (const name of readdirSync(directory)) {
		const root = readFileSync(path.join(directory, name), 'utf8')
		await postgres('pg_ctl', ['-w', '-s', '-D', path.join(root, 'data'), '-m', 'immediate', 'stop']).catch(() => {})
		await run('umount', ['-l', root]).catch(() => {}) // it is no mount point, as a rule
		rmSync(root, { recursive: true, force: true })
	}
}

// Makes and starts a cluster. directory: an empty one to use (else a new temporary one);
// settings: lines of postgresql.conf; kept: a durable cluster, for tests about durability.
export async function startCluster({ directory, settings = [], kept = false, initdb = [] } = {}) {
	const root = directory ?? mkdtempSync(path.join(os.tmpdir(), 'samrad-pg-'))
	if (asRoot) execFileSync('chown', ['postgres:', root])
	chmodSync(root, 0o755)
	const data = path.join(root, 'data')
	const clear = () => rmSync(directory ? data : root, { recursive: true, force: true })
	const cluster = {
		root,
		socket: root,
		async start() {
			await postgres('pg_ctl', ['-w', '-s', '-D', data, '-l', path.join(root, 'log'), 'start'])
		},
		async stop(mode = 'fast') {
			await postgres('pg_ctl', ['-w', '-s', '-D', data, '-m', mode, 'stop'])
		},
		async remove() {
			await cluster.stop('immediate').catch(() => {})
			clear()
			forget(root)
		},
	}
	note(root)
	try {
		await postgres('initdb', ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', ...initdb, '-D', data])
		const lines = [
			"listen_addresses = ''",
			`unix_socket_directories = '${root}'`,
			'max_connections = 300',
			'shared_buffers = 64MB',
			...(kept ? durable : quick),
			...settings,
		]
		writeFileSync(path.join(data, 'postgresql.auto.conf'), lines.join('\n') + '\n')
		await cluster.start()
	} catch (error) {
		clear()
		forget(root)
		throw new Error(`PostgreSQL didn't start: ${error.stderr || error.message}`)
	}
	return cluster
}

// What the service is told to connect by.
export function conninfo(socket, database, user = 'samrad') {
	return `host=${socket} dbname=${database} user=${user}`
}
