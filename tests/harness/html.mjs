// Reads a page as a browser without JavaScript does: its tree, and its form with what can be chosen.
import assert from 'node:assert/strict'
import { parse } from 'parse5'

export function readPage(html) {
	const faults = []
	const document = parse(html, { sourceCodeLocationInfo: false, onParseError: error => faults.push(`${error.code} at ${error.startLine}:${error.startCol}`) })
	return { document, faults }
}

export const attribute = (node, name) => node.attrs?.find(attr => attr.name === name)?.value

// Every element below a node that the test holds for, in the document's order.
export function all(node, test) {
	const found = []
	const visit = at => {
		if (at.tagName && test(at)) found.push(at)
		for (const child of at.childNodes ?? []) visit(child)
	}
	visit(node.document ?? node)
	return found
}

export const named = (...names) => node => names.includes(node.tagName)
export const withAttribute = (name, value) => node => attribute(node, name) !== undefined && (value === undefined || attribute(node, name) === value)

export function text(node) {
	if (node.nodeName === '#text') return node.value
	return (node.childNodes ?? []).map(text).join('')
}

export const words = node => text(node).replace(/\s+/g, ' ').trim()

// The form that is sent: { action, method, controls, values } where values are the pairs that a browser
// would send untouched.
export function readForm(page) {
	const [form] = all(page, node => node.tagName === 'form' && attribute(node, 'method')?.toLowerCase() === 'post')
	assert.ok(form, 'the page has no form that is posted')
	const controls = all(form, node => ['input', 'textarea', 'select'].includes(node.tagName) && attribute(node, 'name'))
	return { node: form, action: attribute(form, 'action'), method: 'post', controls, values: controls.flatMap(standing) }
}

// The pairs that one control would send as it stands.
function standing(control) {
	const name = attribute(control, 'name')
	if (control.tagName === 'textarea') return [[name, text(control).replace(/^\n/, '')]]
	if (control.tagName === 'select') {
		const options = all(control, named('option'))
		const chosen = options.find(withAttribute('selected')) ?? options[0]
		return chosen ? [[name, attribute(chosen, 'value') ?? words(chosen)]] : []
	}
	const type = attribute(control, 'type') ?? 'text'
	if (['radio', 'checkbox'].includes(type) && attribute(control, 'checked') === undefined) return []
	return ['submit', 'button', 'reset'].includes(type) ? [] : [[name, attribute(control, 'value') ?? (type === 'checkbox' ? 'on' : '')]]
}

// Fills a form in as a person does: { name: value or [values] }. What can't be chosen or typed there fails.
export function fill(form, answers) {
	const own = form.values.filter(([name]) => !(name in answers))
	const given = Object.entries(answers).flatMap(([name, value]) => [value].flat().map(one => [name, one]))
	for (const [name, value] of given) assertCanHave(form, name, value)
	return [...own, ...given]
}

function assertCanHave(form, name, value) {
	const controls = form.controls.filter(withAttribute('name', name))
	assert.ok(controls.length, `the form has no field “${name}”`)
	const choices = controls.flatMap(control => {
		if (control.tagName === 'select') return all(control, named('option')).map(option => attribute(option, 'value'))
		return ['radio', 'checkbox'].includes(attribute(control, 'type')) ? [attribute(control, 'value')] : []
	})
	assert.ok(!choices.length || choices.includes(value), `the field “${name}” has no choice “${value}”, but ${choices.join(', ')}`)
}

// Where the form is sent, from the page's own address.
export const target = (form, page) => {
	const url = new URL(form.action ?? page, new URL(page, 'http://page'))
	return url.pathname + url.search
}
