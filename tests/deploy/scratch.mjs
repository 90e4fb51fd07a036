// A copy of what `make run` needs, apart from this checkout's own .local/, and commands run in it.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const top = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
export const asRoot = process.getuid() === 0
export const binary = process.env.SAMRAD_BINARY ?? path.join(top, 'build/release/samrad')

// Only what a login has: a name of ours that the service doesn't know would stop it.
const environment = { PATH: process.env.PATH, HOME: process.env.HOME }

// Starts a command; ended gives { code, stdout, stderr, seconds }.
export function start(file, args, { env = {}, cwd } = {}) {
	const began = Date.now()
	const child = spawn(file, args, { cwd, env: { ...environment, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
	const output = { stdout: '', stderr: '' }
	for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', data => (output[name] += data))
	const ended = new Promise((resolve, reject) => {
		child.on('error', reject)
		child.on('close', code => resolve({ code, ...output, seconds: (Date.now() - began) / 1000 }))
	})
	return { child, output, ended }
}

export const run = (file, args, options) => start(file, args, options).ended

export async function freePort() {
	const server = net.createServer()
	await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
	const { port } = server.address()
	await new Promise(resolve => server.close(resolve))
	return port
}

// A checkout of what is tried here. inside: the directory that it is made in.
export class Scratch {
	constructor(inside = '/var/tmp') {
		this.directory = mkdtempSync(path.join(inside, 'samrad-deploy-'))
		for (const name of ['deploy', 'examples']) {
			mkdirSync(path.join(this.directory, name))
			cpSync(path.join(top, name), path.join(this.directory, name), { recursive: true })
		}
	}

	at(...names) {
		return path.join(this.directory, ...names)
	}

	cluster(...args) {
		return run(this.at('deploy/cluster.sh'), args)
	}

	// Starts `deploy/run.sh` and waits until it has told where to look, or has ended.
	async serve(listen) {
		const service = start(this.at('deploy/run.sh'), [binary], { env: { SAMRAD_LISTEN: listen } })
		const told = new Promise(resolve => service.child.stdout.on('data', () => /Ctrl-C/.test(service.output.stdout) && resolve()))
		await Promise.race([told, service.ended])
		return service
	}

	async remove() {
		await this.cluster('destroy')
		rmSync(this.directory, { recursive: true, force: true })
	}
}
