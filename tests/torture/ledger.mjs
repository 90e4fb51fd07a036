// What was sent, what was acknowledged, and whether the database has it: every response once, with all its texts.
//
// Keys, receipts and the ids of texts are computed here a second time, from the secret, as collect/secrets.h says: so
// each row is known by what was sent, and none can be there that nobody sent.
import { createHash, createHmac } from 'node:crypto'

const hash = 16
const hmac = (key, bytes) => createHmac('sha256', key).update(bytes).digest()
const word = number => {
	const bytes = Buffer.alloc(4)
	bytes.writeInt32BE(number)
	return bytes
}
const string = value => Buffer.from(`${value}\0`)

const letters = '0123456789abcdefghjkmnpqrstvwxyz'

// Bytes as the API writes them: five bits a letter, first bits first.
function write(bytes) {
	let bits = ''
	for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
	return bits.match(/.{1,5}/g).map(five => letters[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

function idOf(id) {
	const bytes = Buffer.alloc(8)
	bytes.writeBigInt64BE(id)
	return write(bytes)
}

export class Ledger {
	constructor(secret, survey) {
		this.survey = survey
		this.submissionKey = hmac(secret, 'samrad submission key 1')
		this.receiptKey = hmac(secret, 'samrad receipt 1')
		this.sent = new Map() // key → { texts, acknowledged: [body of a 201], gaveUp }
	}

	// texts: pairs of question and part.
	send(key, texts) {
		this.sent.set(key, { texts, acknowledged: [] })
	}

	acknowledge(key, answer) {
		this.sent.get(key).acknowledged.push(answer)
	}

	#expect(key, { texts }) {
		const submission = hmac(this.submissionKey, Buffer.concat([word(this.survey), string(key)])).subarray(0, hash)
		const receipt = hmac(this.receiptKey, Buffer.concat([word(this.survey), submission])).subarray(0, hash)
		return {
			submission: submission.toString('hex'),
			receipt: `${this.survey}-${write(receipt)}`,
			receiptHash: createHash('sha256').update(receipt).digest().subarray(0, hash).toString('hex'),
			texts: texts.map(([question, part]) => hmac(receipt, Buffer.concat([string(question), string(part)])).subarray(0, hash).toString('hex')),
		}
	}

	// sql: runs a statement. Gives counts; all but stored should be 0.
	async compare(sql) {
		const rows = new Map((await sql("SELECT response_id::text AS id, encode(submission_key, 'hex') AS key, encode(receipt_hash, 'hex') AS receipt FROM response WHERE survey_id = $1", [this.survey])).map(row => [row.key, row]))
		const texts = new Set((await sql("SELECT encode(text_id, 'hex') AS id FROM response_text WHERE survey_id = $1", [this.survey])).map(row => row.id))
		const found = { stored: rows.size, lost: 0, doubled: 0, half: 0, strange: 0, otherAnswer: 0 }
		let known = 0
		let knownTexts = 0
		for (const [key, one] of this.sent) {
			const expected = this.#expect(key, one)
			const row = rows.get(expected.submission)
			const present = expected.texts.filter(id => texts.has(id)).length
			known += row ? 1 : 0
			knownTexts += present
			if (one.acknowledged.length && !row) found.lost++
			if (present !== (row ? expected.texts.length : 0)) found.half++
			if (row && row.receipt !== expected.receiptHash) found.strange++
			const id = row && `${this.survey}-${idOf(BigInt(row.id))}`
			for (const answer of one.acknowledged) {
				if (row && answer.id !== id) found.doubled++
				if (answer.receipt !== expected.receipt) found.otherAnswer++
			}
		}
		found.strange += rows.size - known
		found.half += texts.size - knownTexts
		return found
	}
}
