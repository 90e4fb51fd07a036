// The real program: a command run to its end, or the service until it is stopped.
//
// What it is given of the environment is what a test says, nothing else. A report of a sanitizer and a
// bad exit fail whoever started it.
import { spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { current } from './run.mjs'

const sanitizers = ['ASAN_OPTIONS', 'UBSAN_OPTIONS', 'TSAN_OPTIONS', 'LSAN_OPTIONS']
const reports = /ERROR: (Address|Leak|Thread)Sanitizer|WARNING: ThreadSanitizer|runtime error:|SUMMARY: \w+Sanitizer/

// The thread sanitizer needs the addresses that it expects.
const wrapper = current.binary.includes('/thread/') ? ['setarch', '-R'] : []

function environment(own) {
	const inherited = ['PATH', 'HOME', 'LD_LIBRARY_PATH', ...sanitizers].filter(name => process.env[name] !== undefined)
	return { ...Object.fromEntries(inherited.map(name => [name, process.env[name]])), ...own }
}

function start(args, env, options) {
	const [file, ...rest] = [...wrapper, current.binary, ...args]
	const child = spawn(file, rest, { env: environment(env), stdio: ['ignore', 'pipe', 'pipe'], ...options })
	const note = path.join(current.directory, 'pids', String(child.pid))
	writeFileSync(note, current.binary)
	const output = { stdout: '', stderr: '' }
	for (const name of ['stdout', 'stderr']) child[name].setEncoding('utf8').on('data', data => (output[name] += data))
	const ended = new Promise((resolve, reject) => {
		child.on('error', reject)
		child.on('close', (code, signal) => {
			rmSync(note, { force: true })
			resolve({ code, signal, ...output })
		})
	})
	return { child, output, ended }
}

function assertNoReport(stderr) {
	if (reports.test(stderr)) throw new Error(`a sanitizer has found something:\n${stderr.slice(0, 8000)}`)
}

// Runs a command to its end: { code, signal, stdout, stderr }.
export async function command(args, env = {}, options = {}) {
	const result = await start(args, env, options).ended
	assertNoReport(result.stderr)
	return result
}

function within(promise, milliseconds, sentence) {
	let timer
	const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(sentence())), milliseconds)))
	return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

// Starts the service and waits until it listens.
export async function serve(env) {
	const { child, output, ended } = start(['serve'], { SAMRAD_LISTEN: '127.0.0.1:0', ...env })
	const line = /listening address=(\S+?):(\d+)\s/
	const listening = new Promise(resolve => {
		child.stderr.on('data', () => line.test(output.stderr) && resolve(line.exec(output.stderr)))
	})
	const early = ended.then(result => {
		throw new Error(`the service ended before it listened (exit ${result.code ?? result.signal}):\n${result.stderr}`)
	})
	const [, host, port] = await within(Promise.race([listening, early]), 20000, () => `the service doesn't listen:\n${output.stderr}`)
	early.catch(() => {}) // from here on its end is stop()'s to judge
	const service = {
		host,
		port: Number(port),
		origin: `http://${host}:${port}`,
		pid: child.pid,
		get log() {
			return output.stderr
		},
		ended,
		kill: signal => child.kill(signal),
		// Stops it as an operator does; gives { code, … }.
		async stop(signal = 'SIGTERM') {
			child.kill(signal)
			const result = await within(ended, 15000, () => {
				child.kill('SIGKILL')
				return `the service doesn't stop:\n${output.stderr}`
			})
			assertNoReport(result.stderr)
			return result
		},
	}
	return service
}

// A stop that must be clean.
export async function stopWell(service) {
	const { code, signal, stderr } = await service.stop()
	if (code !== 0) throw new Error(`the service ended with ${code ?? signal}:\n${stderr.slice(-8000)}`)
}
