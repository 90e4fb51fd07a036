// Stands between the service and PostgreSQL, on a socket like PostgreSQL's, and does to their connections what
// networks do. Not a protocol's proxy: it knows bytes only.
import net from 'node:net'
import path from 'node:path'

const name = '.s.PGSQL.5432'

export class Proxy {
	#server
	#pairs = new Set()
	#fault // what happens to the next bytes

	constructor(directory, behind) {
		this.directory = directory
		this.behind = behind
		this.cuts = 0
	}

	listen() {
		this.#server = net.createServer(client => this.#join(client)).listen(path.join(this.directory, name))
		return new Promise(resolve => this.#server.once('listening', () => resolve(this)))
	}

	close() {
		this.cut()
		return new Promise(resolve => this.#server.close(resolve))
	}

	// Cuts all connections now, wherever they are.
	cut() {
		for (const pair of this.#pairs) this.#end(pair)
	}

	// What happens to the next bytes that come by:
	//   lose-answer: the server's are lost with the connection (what was asked has been done)
	//   lose-question: the client's are lost with the connection
	//   half-question: half of the client's arrive, then the connection ends
	//   half-answer: the same the other way
	next(fault) {
		this.#fault = fault
	}

	// From now on nothing comes through and nothing ends, until resume().
	stall() {
		this.stalled = true
		for (const { client, server } of this.#pairs) client.pause(), server.pause()
	}

	resume() {
		this.stalled = false
		for (const { client, server } of this.#pairs) client.resume(), server.resume()
	}

	#join(client) {
		const server = net.connect(path.join(this.behind, name))
		const pair = { client, server }
		this.#pairs.add(pair)
		for (const socket of [client, server]) {
			socket.on('error', () => this.#end(pair, false))
			socket.on('close', () => this.#end(pair, false))
		}
		client.on('data', bytes => this.#pass(pair, server, 'question', bytes))
		server.on('data', bytes => this.#pass(pair, client, 'answer', bytes))
		if (this.stalled) client.pause(), server.pause()
	}

	#pass(pair, to, what, bytes) {
		if (this.#fault?.endsWith(what)) {
			const half = this.#fault.startsWith('half')
			this.#fault = undefined
			if (half) to.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => this.#end(pair))
			else this.#end(pair)
		} else {
			to.write(bytes)
		}
	}

	#end(pair, ours = true) {
		if (!this.#pairs.delete(pair)) return
		if (ours) this.cuts++
		pair.client.destroy()
		pair.server.destroy()
	}
}
