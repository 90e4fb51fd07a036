// Every route of the contract with a path that leads to something, for tests that hold for all.
import { contract } from './suite.mjs'

const examples = { prefix: '0123456789', event: 'arena', survey: 'arena-open', problem: 'not-json', file: 'samrad.css' }

export const routes = contract.routes.map(({ template, item }) => ({
	template,
	item,
	path: template.replace(/\{([^}]+)\}/g, (_, name) => examples[name]),
	methods: ['get', 'post', 'put', 'patch', 'delete'].filter(name => item[name]).map(name => name.toUpperCase()),
	describes: (method, status) => Boolean(item[method.toLowerCase()]?.responses[status]),
}))

export const reads = routes.filter(route => route.methods.includes('GET'))
export const api = routes.filter(route => route.template.startsWith('/api/v1/'))
