// Walks a paged list from its first page to its last by the links alone.
import assert from 'node:assert/strict'

// The links of an answer by relation: { next: "/api/v1/…", … }.
export function links(answer) {
	const found = [...answer.header('link').matchAll(/<([^>]+)>; rel="?([a-z]+)"?/g)]
	return Object.fromEntries(found.map(([, url, relation]) => {
		const { pathname, search } = new URL(url, 'http://page')
		return [relation, pathname + search]
	}))
}

// Follows `next` until there is none; each item comes once. Gives the keys in order.
export async function assertPaged(s, path, { limit, total }) {
	const pages = Math.ceil(total / limit)
	const keys = []
	let target = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`
	for (let page = 1; page <= pages; page++) {
		const answer = await s.get(target)
		const own = links(answer)
		assert.equal(answer.json.items.length, page < pages ? limit : total - limit * (pages - 1), `items of page ${page}`)
		keys.push(...answer.json.items.map(item => item.key))
		assert.ok(own.first && own.last, 'first and last are always linked')
		assert.equal('prev' in own, page > 1, `prev of page ${page}`)
		assert.equal('next' in own, page < pages, `next of page ${page}`)
		target = own.next
	}
	assert.equal(new Set(keys).size, total, 'each item once')
	return keys
}
