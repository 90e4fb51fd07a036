// What the machine is, and who has used its processors: whole trees of processes, and everybody else.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'

const tick = 1e6 / Number(execFileSync('getconf', ['CLK_TCK'])) // microseconds

// { pid, parent, own, children }: microseconds, and those of children that have ended and were waited for.
function readProcess(pid) {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
	const time = i => Number(fields[i]) * tick
	return { pid: Number(pid), parent: Number(fields[1]), own: time(11) + time(12), children: time(13) + time(14) }
}

function readAll() {
	const all = new Map()
	for (const name of readdirSync('/proc')) {
		if (!/^\d+$/.test(name)) continue
		try {
			const process = readProcess(name)
			all.set(process.pid, process)
		} catch {
			// it has ended meanwhile
		}
	}
	return all
}

const kernel = 2 // the parent of the kernel's threads, which write for us

function belongs(all, process, root) {
	for (let at = process; at; at = all.get(at.parent)) if (at.pid === root) return true
	return false
}

// The time of the processes in the trees of these roots, each once: one tree may stand in another.
function treeTime(all, ...roots) {
	let sum = 0
	for (const process of all.values()) if (roots.some(root => belongs(all, process, root))) sum += process.own + process.children
	return sum
}

// Busy time of all processors; what the hypervisor took away (the eighth) isn't ours either.
function busyTime() {
	const [user, nice, system, , , irq, softirq, steal] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).slice(1).map(Number)
	return (user + nice + system + irq + softirq + steal) * tick
}

// Begins to measure; the function that it gives ends that: { elapsed, trees: { name: µs }, foreign: share of all
// processors used by others }. roots: { name: pid }.
export function measure(roots) {
	const read = () => {
		const all = readAll()
		const trees = Object.fromEntries(Object.entries(roots).map(([name, pid]) => [name, treeTime(all, pid)]))
		const ours = treeTime(all, kernel, ...Object.values(roots))
		return { at: process.hrtime.bigint(), busy: busyTime(), trees, ours }
	}
	const before = read()
	return () => {
		const after = read()
		const elapsed = Number(after.at - before.at) / 1000
		const foreign = after.busy - before.busy - (after.ours - before.ours)
		const trees = Object.fromEntries(Object.keys(roots).map(name => [name, after.trees[name] - before.trees[name]]))
		return { elapsed, trees, foreign: Math.max(0, foreign) / elapsed / os.availableParallelism() }
	}
}

const oneLine = (file, args) => execFileSync(file, args, { encoding: 'utf8' }).split('\n')[0].trim()

// A sentence for the table's head.
export function describe() {
	const gigabytes = Math.round(os.totalmem() / 2 ** 30)
	const system = /PRETTY_NAME="(.*)"/.exec(readFileSync('/etc/os-release', 'utf8'))?.[1]
	const postgres = oneLine('psql', ['--version']).replace(/.*\) /, '').replace(/ .*/, '')
	return `${os.cpus().length} processors (${os.cpus()[0].model.trim()}), ${gigabytes} GiB, ${system}, Linux ${os.release().replace(/[-+].*/, '')}, PostgreSQL ${postgres}`
}
