// Participants who send without stop, each over a connection of its own, and who keep what was acknowledged.
//
// Whoever hears nothing, or 503, mostly sends the same again by its key, and sometimes goes away.
import { randomBytes } from 'node:crypto'
import { Connection, Cut, Late, post, Unreachable } from './connection.mjs'

const chance = share => Math.random() < share
const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

// A response to the survey of the fixtures, with up to four texts: { key, body, texts }.
export function makeResponse() {
	const key = randomBytes(18).toString('base64url')
	const texts = []
	const text = (question, part, value) => {
		texts.push([question, part])
		return value
	}
	const answers = { role: chance(0.2) ? { other: text('role', 'other', 'Gäst') } : 'official', overall: 4, recommend: 9 }
	if (chance(0.3)) answers.models = ['contract', { other: text('models', 'other', 'Annat') }]
	if (chance(0.5)) answers.word = text('word', '', key.slice(0, 20))
	if (chance(0.5)) answers.home = text('home', '', `${key} ${'å'.repeat(Math.floor(Math.random() * 200))}`)
	return { key, texts, body: JSON.stringify({ version: 1, language: 'sv', answers }) }
}

export class Crowd {
	#workers
	#stopping = false

	// ports: gives the ports to send to; with two, each response goes to both at the same time.
	constructor({ ledger, ports, target, patience = 30000, retry = 0.8 }) {
		Object.assign(this, { ledger, ports, target, patience, retry })
		this.submissions = 0
		this.acknowledged = 0
		this.statuses = {}
		this.unreachable = 0
		this.cut = 0
		this.late = 0
		this.longest = 0 // milliseconds until an answer
		this.unexpected = []
	}

	start(count) {
		this.#workers = Array.from({ length: count }, () => this.#work())
		return this
	}

	// Lets what is under way end.
	async stop() {
		this.#stopping = true
		await Promise.all(this.#workers)
		return this
	}

	async #work() {
		const connections = [new Connection(), new Connection()]
		while (!this.#stopping) await this.#submit(connections, makeResponse())
		connections.forEach(connection => connection.close())
	}

	async #submit(connections, { key, body, texts }) {
		this.ledger.send(key, texts)
		this.submissions++
		const request = post(this.target, body, { 'Idempotency-Key': `"${key}"` })
		const sends = this.ports().map((_, i) => this.#insist(connections[i], () => this.ports()[i], request, key))
		await Promise.all(sends)
	}

	async #insist(connection, port, request, key) {
		for (let pauseFor = 5; ; pauseFor = Math.min(200, pauseFor * 2)) {
			const answer = await this.#ask(connection, port(), request)
			if (answer?.status === 201) return this.#keep(key, JSON.parse(answer.text))
			if (answer && answer.status !== 503) return
			if (!chance(this.retry) || (this.#stopping && chance(0.3))) return
			await pause(pauseFor)
		}
	}

	#keep(key, acknowledgement) {
		this.acknowledged++
		this.ledger.acknowledge(key, acknowledgement)
	}

	async #ask(connection, port, request) {
		const began = performance.now()
		try {
			const answer = await connection.ask(port, request, this.patience)
			this.#note(answer, performance.now() - began)
			return answer
		} catch (error) {
			if (error instanceof Late) this.late++
			else if (error instanceof Unreachable) this.unreachable++
			else if (error instanceof Cut) this.cut++
			else throw error
			return undefined
		}
	}

	#note(answer, took) {
		this.statuses[answer.status] = (this.statuses[answer.status] ?? 0) + 1
		this.longest = Math.max(this.longest, took)
		if (![201, 409, 503].includes(answer.status)) this.unexpected.push(answer.text.slice(0, 300))
		if (answer.status === 503 && !/\r\nretry-after: *\d/i.test(answer.head)) this.unexpected.push('503 without Retry-After')
	}

	get figures() {
		return { submissions: this.submissions, acknowledged: this.acknowledged, statuses: this.statuses, unreachable: this.unreachable, cut: this.cut, late: this.late, longest: Math.round(this.longest) }
	}
}
