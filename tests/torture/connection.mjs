// One connection to the service that sends a request and waits for its answer, again and again.
//
// Not a client of HTTP: it knows what the service answers with (a status, a Content-Length), and nothing is hidden:
// a connection that ends without an answer is told so.
import net from 'node:net'

export class Unreachable extends Error {}
export class Cut extends Error {}
export class Late extends Error {}

export class Connection {
	#socket
	#bytes = Buffer.alloc(0)
	#take

	// Gives { status, headers, text }. Throws Unreachable: no connection could be made; Cut: it ended; Late:
	// no answer in time.
	async ask(port, request, patience = 30000) {
		await this.#open(port)
		const answer = new Promise((resolve, reject) => (this.#take = { resolve, reject }))
		const timer = setTimeout(() => this.#end(new Late()), patience)
		this.#socket.write(request)
		try {
			return await answer
		} finally {
			clearTimeout(timer)
		}
	}

	close() {
		this.#socket?.destroy()
		this.#socket = undefined
	}

	async #open(port) {
		if (this.#socket && this.port === port) return
		this.close()
		const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
		await new Promise((resolve, reject) => {
			socket.once('connect', resolve)
			socket.once('error', () => reject(new Unreachable()))
		})
		this.port = port
		this.#socket = socket
		this.#bytes = Buffer.alloc(0)
		socket.on('data', data => this.#read(data))
		socket.on('error', () => {})
		socket.on('close', () => socket === this.#socket && this.#end(new Cut()))
	}

	#end(error) {
		this.close()
		this.#take?.reject(error)
		this.#take = undefined
	}

	#read(data) {
		this.#bytes = this.#bytes.length ? Buffer.concat([this.#bytes, data]) : data
		const end = this.#bytes.indexOf('\r\n\r\n')
		if (end < 0) return
		const head = this.#bytes.subarray(0, end).toString('latin1')
		const size = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0)
		if (this.#bytes.length < end + 4 + size) return
		const answer = { status: Number(head.slice(9, 12)), head, text: this.#bytes.subarray(end + 4, end + 4 + size).toString() }
		const take = this.#take
		this.#take = undefined
		if (/\r\nconnection: close/i.test(head)) this.close()
		this.#bytes = Buffer.alloc(0)
		take?.resolve(answer)
	}
}

export function post(target, body, headers = {}) {
	const lines = Object.entries({ Host: '127.0.0.1', 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
	return `POST ${target} HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}

export const get = target => `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`
