// Requests with every byte under the test's control. Each answer is held against the contract.
import http from 'node:http'
import net from 'node:net'

export class Client {
	constructor(service, contract) {
		this.service = service
		this.contract = contract
		this.agent = new http.Agent({ keepAlive: true, maxSockets: 32 })
	}

	close() {
		this.agent.destroy()
	}

	// body: bytes or a string; json: a value; form: pairs of name and value, or URLSearchParams.
	async request(method, target, { headers = {}, body, json, form } = {}) {
		const sent = { ...headers }
		const given = name => Object.keys(sent).some(key => key.toLowerCase() === name)
		if (json !== undefined) {
			body = JSON.stringify(json)
			if (!given('content-type')) sent['Content-Type'] = 'application/json'
		}
		if (form !== undefined) {
			body = new URLSearchParams(form).toString()
			if (!given('content-type')) sent['Content-Type'] = 'application/x-www-form-urlencoded'
		}
		if (body !== undefined && !given('content-length')) sent['Content-Length'] = Buffer.byteLength(body) // Node leaves it out of a DELETE
		const answer = await this.exchange(method, target, sent, body)
		this.contract.check(method, target, answer)
		return answer
	}

	exchange(method, target, headers, body) {
		const { host, port } = this.service
		return new Promise((resolve, reject) => {
			const request = http.request({ host, port, method, path: target, headers, agent: this.agent, insecureHTTPParser: false }, incoming => {
				const chunks = []
				incoming.on('data', chunk => chunks.push(chunk))
				incoming.on('error', reject)
				incoming.on('end', () => resolve(new Answer(incoming.statusCode, incoming.rawHeaders, Buffer.concat(chunks))))
			})
			request.on('error', reject)
			request.end(body)
		})
	}

	get(target, headers) {
		return this.request('GET', target, { headers })
	}

	head(target, headers) {
		return this.request('HEAD', target, { headers })
	}

	post(target, json, headers) {
		return this.request('POST', target, { json, headers })
	}

	postForm(target, form, headers) {
		return this.request('POST', target, { form, headers })
	}

	// Sends bytes as they are and reads until the other side closes or is silent: { answers, closed, text }.
	raw(bytes, { quiet = 700 } = {}) {
		const { host, port } = this.service
		return new Promise((resolve, reject) => {
			const chunks = []
			const socket = net.connect(port, host, () => socket.write(bytes))
			let timer = setTimeout(end, quiet * 4, false)
			function end(closed) {
				clearTimeout(timer)
				socket.destroy()
				const all = Buffer.concat(chunks)
				resolve({ answers: parseAnswers(all), closed, text: all.toString('latin1') })
			}
			socket.on('data', data => {
				chunks.push(data)
				clearTimeout(timer)
				timer = setTimeout(end, quiet, false)
			})
			socket.on('end', () => end(true))
			socket.on('error', error => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? end(true) : reject(error)))
		})
	}
}

export class Answer {
	constructor(status, rawHeaders, body) {
		this.status = status
		this.headers = new Map()
		this.body = body
		for (let i = 0; i < rawHeaders.length; i += 2) {
			const name = rawHeaders[i].toLowerCase()
			this.headers.set(name, [...(this.headers.get(name) ?? []), rawHeaders[i + 1]])
		}
	}

	header(name) {
		return this.headers.get(name.toLowerCase())?.[0]
	}

	get text() {
		return this.body.toString('utf8')
	}

	get json() {
		return JSON.parse(this.text)
	}

	// The faults of a 422, as "place code", sorted.
	get faults() {
		return (this.json.errors ?? []).map(fault => `${fault.pointer ?? fault.parameter ?? fault.header} ${fault.code}`).sort()
	}
}

// The answers in what came over a connection, in order; one that is cut off is left out.
function parseAnswers(bytes) {
	const answers = []
	for (let at = 0; at < bytes.length; ) {
		const end = bytes.indexOf('\r\n\r\n', at)
		if (end < 0) break
		const [first, ...lines] = bytes.subarray(at, end).toString('latin1').split('\r\n')
		const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1])
		const pairs = lines.flatMap(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
		const answer = new Answer(status, pairs, Buffer.alloc(0))
		const size = Number(answer.header('content-length') ?? 0)
		answer.body = bytes.subarray(end + 4, end + 4 + size)
		at = end + 4 + size
		if (status !== 100) answers.push(answer)
	}
	return answers
}
