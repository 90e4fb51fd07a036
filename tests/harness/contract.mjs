// Holds every answer against openapi/: the route exists, the status is described, so are the headers, the
// media type and the body. What was met is written down for the check at the end of the run.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const beside = ['example', 'discriminator', 'xml']

// Headers of HTTP itself.
const hopByHop = ['date', 'connection', 'keep-alive', 'content-length', 'content-type', 'transfer-encoding']

// OPTIONS is answered the same on every route, and described once.
const options = '#/x-options'

const methods = ['get', 'post', 'put', 'patch', 'delete']
const escape = step => step.replaceAll('~', '~0').replaceAll('/', '~1')

export function readContract(file) {
	return new Contract(JSON.parse(readFileSync(file, 'utf8')))
}

export class Contract {
	constructor(document) {
		this.document = document
		this.ajv = new Ajv({ strict: true, strictRequired: false, strictTypes: false, allErrors: true, validateSchema: false })
		addFormats(this.ajv)
		this.ajv.addVocabulary([...beside, ...Object.keys(document)]) // no keywords of JSON Schema, nor are the document's own
		this.ajv.addSchema(document, 'openapi')
		this.validators = new Map()
		this.routes = Object.entries(document.paths).map(([template, item]) => ({
			template,
			item,
			steps: template.split('/'),
			pattern: new RegExp('^' + template.split(/\{[^}]+\}/).map(part => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&')).join('[^/]+') + '$'),
		}))
		this.everywhere = this.describedHeaders(document['x-every-answer'], '#/x-every-answer')
		this.met = new Set()
		this.problems = new Set()
	}

	at(pointer) {
		return pointer.slice(2).split('/').reduce((node, step) => node?.[step.replaceAll('~1', '/').replaceAll('~0', '~')], this.document)
	}

	resolve(node, pointer) {
		return node?.$ref ? this.resolve(this.at(node.$ref), node.$ref) : { node, pointer }
	}

	// The route of a path; of several the one with fewer parameters.
	route(pathname) {
		const fit = this.routes.filter(route => route.pattern.test(pathname))
		return fit.sort((a, b) => a.template.split('{').length - b.template.split('{').length)[0]
	}

	validator(pointer) {
		if (!this.validators.has(pointer)) this.validators.set(pointer, this.ajv.compile({ $ref: `openapi${pointer.replaceAll('{', '%7B').replaceAll('}', '%7D')}` }))
		return this.validators.get(pointer)
	}

	assertValid(value, pointer, what) {
		const validate = this.validator(pointer)
		if (validate(value)) return
		const faults = validate.errors.map(error => `${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`)
		assert.fail(`${what} isn't as described at ${pointer}:\n  ${faults.slice(0, 20).join('\n  ')}\n${JSON.stringify(value).slice(0, 2000)}`)
	}

	// answer: { status, headers: Map of lower-case names to lists of values, body: Buffer }.
	check(method, target, answer) {
		const pathname = target.split('?')[0].split('#')[0]
		const what = `${method} ${target.slice(0, 200)} → ${answer.status}`
		this.checkEverywhere(answer, what)
		if (answer.status === 500) assert.fail(`${what}: ${answer.body}`)
		const { response, pointer, keys } = this.described(method, pathname, answer, what)
		this.checkHeaders(response, pointer, answer, what)
		this.checkBody(method, response, pointer, answer, what)
		for (const key of keys) this.met.add(key)
	}

	// What openapi/ says about an answer, and the names under which it counts as met: a method that a route
	// hasn't is refused on behalf of all that it has.
	described(method, pathname, { status }, what) {
		const route = this.route(pathname)
		if (!route) return this.shared(pathname, status, what)
		const known = methods.filter(name => route.item[name])
		const name = method === 'HEAD' ? 'get' : method.toLowerCase()
		if (method === 'OPTIONS' && status === 204) return { response: this.at(options), pointer: options, keys: [`OPTIONS ${route.template} 204`] }
		const asked = known.includes(name) ? name : known[0]
		if (asked !== name) assert.ok([404, 405].includes(status) || status === 400, `${what}: openapi/ has no such method, so it must be refused`)
		const at = `#/paths/${escape(route.template)}/${asked}/responses/${status}`
		const { node: response, pointer } = this.resolve(route.item[asked].responses[status], at)
		assert.ok(response, `${what}: openapi/ doesn't describe this status`)
		const counted = asked === name ? [asked] : known
		return { response, pointer, keys: counted.map(one => `${one.toUpperCase()} ${route.template} ${status}`) }
	}

	// An address that openapi/ doesn't have.
	shared(pathname, status, what) {
		const name = { 400: 'BadRequest', 404: 'NotFound' }[status]
		assert.ok(name, `${what}: an address that openapi/ doesn't have must be 404`)
		const pointer = `#/components/responses/${name}${pathname.startsWith('/api/') ? '' : 'Page'}`
		return { response: this.at(pointer), pointer, keys: [] }
	}

	checkEverywhere({ headers }, what) {
		for (const [name, values] of headers) assert.equal(values.length, 1, `${what}: ${name} stands ${values.length} times`)
		this.checkDescribed(this.everywhere, headers, what)
	}

	// described: [name, { node, pointer }] of headers.
	checkDescribed(described, headers, what) {
		for (const [name, { node, pointer }] of described) {
			const value = headers.get(name)?.[0]
			assert.ok(value !== undefined || !node.required, `${what}: there is no ${name}`)
			if (value !== undefined) this.assertValid(node.schema.type === 'integer' ? Number(value) : value, `${pointer}/schema`, `${what}: the header ${name}`)
		}
	}

	describedHeaders(headers = {}, pointer) {
		return Object.entries(headers).map(([name, header]) => [name.toLowerCase(), this.resolve(header, `${pointer}/${escape(name)}`)])
	}

	checkHeaders(response, pointer, { headers }, what) {
		const described = this.describedHeaders(response.headers, `${pointer}/headers`)
		this.checkDescribed(described, headers, what)
		const names = new Set([...described, ...this.everywhere].map(([name]) => name))
		for (const name of headers.keys()) assert.ok(names.has(name) || hopByHop.includes(name), `${what}: openapi/ doesn't describe the header ${name}: ${headers.get(name)}`)
	}

	checkBody(method, response, pointer, { status, headers, body }, what) {
		const content = response.content
		if (method === 'HEAD') return assert.equal(body.length, 0, `${what}: HEAD has a body`)
		if (!content) return assert.equal(body.length, 0, `${what}: there should be no body: ${body}`)
		const type = headers.get('content-type')?.[0] ?? ''
		const media = type.split(';')[0].trim()
		assert.ok(content[media], `${what}: openapi/ doesn't describe the media type “${type}”:\n${body.toString().slice(0, 500)}`)
		if (media.startsWith('text/')) assert.match(type, /; ?charset=utf-8$/i, `${what}: no charset`)
		const json = /[/+]json$/.test(media)
		const text = new TextDecoder('utf-8', { fatal: true }).decode(body)
		const value = json ? JSON.parse(text) : text
		this.assertValid(value, `${pointer}/content/${escape(media)}/schema`, `${what}: the body`)
		if (media === 'application/problem+json') this.checkProblem(status, value, what)
	}

	checkProblem(status, problem, what) {
		assert.equal(problem.status, status, `${what}: the problem's status`)
		const leaks = /(\bSELECT\b|\bINSERT\b|libpq|PostgreSQL|SQLSTATE|\/(home|root|usr|tmp|var)\/|\.c:\d+|0x[0-9a-f]{6,}|127\.0\.0\.1|\.sql\b)/
		assert.doesNotMatch(JSON.stringify(problem), leaks, `${what}: something internal is told`)
		this.problems.add(problem.type)
	}

	// All that a run must meet: route × status (500 apart), and every problem type.
	demands() {
		const answers = this.routes.flatMap(({ template, item }) =>
			methods.filter(name => item[name]).flatMap(name =>
				Object.keys(item[name].responses).filter(status => status !== '500').map(status => `${name.toUpperCase()} ${template} ${status}`)))
		const types = this.document.components.schemas.ProblemType.enum.filter(type => type !== '/problems/internal')
		return { answers, types }
	}

	write(directory, name) {
		mkdirSync(directory, { recursive: true })
		writeFileSync(path.join(directory, `${name}.json`), JSON.stringify({ answers: [...this.met], types: [...this.problems] }))
	}
}
