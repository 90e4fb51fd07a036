// What one would write otherwise: Fastify with a JSON schema, pg with a pool, one INSERT of jsonb per request.
//
//	node peer.mjs CONNINFO
//
// Made to be quick: no log, a prepared statement, a schema for the answer too. It keeps neither keys nor receipts.
// Prints the port that it listens on; ends with its standard input.
import Fastify from 'fastify'
import pg from 'pg'
import { surveys } from './survey.mjs'

const connections = 16

const schemaOf = {
	choice: question => ({ type: 'string', enum: question.options.map(option => option.key) }),
	choices: question => ({ type: 'array', uniqueItems: true, maxItems: question.max, items: schemaOf.choice(question) }),
	rating: question => ({ type: 'integer', minimum: question.scale.min, maximum: question.scale.max }),
	nps: () => ({ type: 'integer', minimum: 0, maximum: 10 }),
	text: question => ({ type: 'string', minLength: 1, maxLength: question.max_length }),
}

const bodySchema = survey => ({
	type: 'object',
	required: ['version', 'language', 'answers'],
	additionalProperties: false,
	properties: {
		version: { type: 'integer', const: 1 },
		language: { type: 'string', enum: survey.languages },
		answers: {
			type: 'object',
			additionalProperties: false,
			properties: Object.fromEntries(survey.pages.flatMap(page => page.questions).map(question => [question.key, schemaOf[question.kind](question)])),
		},
	},
})

const answerSchema = { type: 'object', properties: { id: { type: 'string' }, submitted_at: { type: 'string' } } }

const [conninfo] = process.argv.slice(2)
const pool = new pg.Pool({ ...Object.fromEntries(conninfo.split(' ').map(pair => pair.replace('dbname', 'database').split('='))), max: connections })
const app = Fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false } } })

for (const survey of Object.values(surveys)) {
	const schema = { body: bodySchema(survey), response: { 201: answerSchema } }
	app.post(`/api/v1/surveys/${survey.key}/responses`, { schema }, async (request, reply) => {
		const { version, language, answers } = request.body
		const { rows } = await pool.query({
			name: 'insert',
			text: 'INSERT INTO submission (survey, version, language, answers) VALUES ($1, $2, $3, $4) RETURNING id, submitted_at',
			values: [survey.key, version, language, JSON.stringify(answers)],
		})
		reply.code(201)
		return { id: rows[0].id, submitted_at: rows[0].submitted_at.toISOString() }
	})
}

await app.listen({ host: '127.0.0.1', port: 0 })
console.log(app.server.address().port)
process.stdin.resume().on('end', () => process.exit(0))
