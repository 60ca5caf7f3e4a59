export const id = 2305;
export const ids = [2305];
export const modules = {

/***/ 50578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/**
 * The candidate that a misspelt word most likely meant, or undefined if none is
 * near. The first of equally near ones wins; case is ignored.
 */
function nearest(word, candidates) {
    const wanted = word.toLowerCase();
    let best;
    let bestDistance = furthest(wanted) + 1;
    for (const candidate of candidates) {
        const distance = editDistance({ from: wanted, to: candidate.toLowerCase(), below: bestDistance });
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
function furthest(word) {
    if (word.length < 4)
        return 1;
    return word.length < 8 ? 2 : 3;
}
/**
 * Edits between two words: insert, delete, replace, swap of neighbours (optimal
 * string alignment). Gives up, with infinity, as soon as `below` cannot be reached.
 */
function editDistance({ from, to, below }) {
    if (Math.abs(from.length - to.length) >= below)
        return Number.POSITIVE_INFINITY;
    let beforePrevious = [];
    let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let i = 1; i <= from.length; i += 1) {
        const row = [i];
        for (let j = 1; j <= to.length; j += 1) {
            const replaced = at(previous, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
            let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, replaced);
            if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
                cost = Math.min(cost, at(beforePrevious, j - 2) + 1);
            }
            row.push(cost);
        }
        // A swap reaches back two rows, so only two hopeless rows in a row settle it.
        if (Math.min(...row) >= below && Math.min(...previous) >= below)
            return Number.POSITIVE_INFINITY;
        beforePrevious = previous;
        previous = row;
    }
    return at(previous, to.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
}


/***/ }),

/***/ 33184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ affectedMachines),
/* harmony export */   v: () => (/* binding */ changedPaths)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

/** Which machines a push concerns. What Drover itself writes on the branch concerns none. */
function affectedMachines({ before, after, changedPaths }) {
    const { machines } = after.flock;
    if (before === undefined) {
        const reason = ['the commit before the push is not known'];
        return asAffected(machines.map(({ name }) => [name, reason]));
    }
    const layers = sortByLayer(changedPaths);
    const differences = changedPaths.includes('flock.yml')
        ? compareFlocks(before.flock, after.flock)
        : new Map();
    return asAffected(machines.map(({ name, groups }) => [
        name,
        [
            ...(differences.get(name) ?? []),
            ...(layers.get('all') ?? []),
            ...groups.flatMap((group) => layers.get(`groups/${group}`) ?? []),
            ...(layers.get(`machines/${name}`) ?? []),
        ],
    ]));
}
/** Paths that were added, removed or changed in bytes or mode from one tree to the next, sorted. */
function changedPaths(before, after) {
    const paths = new Set([...before.keys(), ...after.keys()]);
    return [...paths].filter((path) => !isSame(before.get(path), after.get(path))).sort();
}
function isSame(one, other) {
    return one !== undefined && other !== undefined && one.mode === other.mode && one.bytes.equals(other.bytes);
}
function asAffected(reasons) {
    const why = new Map(reasons.filter(([, whys]) => whys.length > 0));
    return { names: new Set(why.keys()), why };
}
/** Changed paths by the layer they are in: `all`, `groups/G`, `machines/M`. */
function sortByLayer(paths) {
    const layers = new Map();
    for (const path of paths) {
        const layer = layerOf(path);
        if (layer === undefined)
            continue;
        const others = layers.get(layer);
        if (others === undefined)
            layers.set(layer, [path]);
        else
            others.push(path);
    }
    return layers;
}
function layerOf(path) {
    // A workflow names the version of the toolkit, and with it the lowest layer.
    if (path.startsWith('ansible/') || path.startsWith('.github/workflows/'))
        return 'all';
    return /^(?:config|secrets-templates)\/(?<layer>all|groups\/[^/]+|machines\/[^/]+)\/./s.exec(path)?.groups
        ?.layer;
}
function compareFlocks(before, after) {
    const earlier = new Map(before.machines.map((machine) => [machine.name, machine]));
    const renamed = before.name === after.name ? [] : ['flock.yml: name of the flock'];
    return new Map(after.machines.map((machine) => [
        machine.name,
        [...renamed, ...difference(earlier.get(machine.name), machine)],
    ]));
}
const compared = [
    'groups',
    'vars',
    'provider',
    'settings',
    'ssh',
    'dns',
    'environment',
    'checks',
    'protect',
];
function difference(before, after) {
    if (before === undefined)
        return ['flock.yml: new machine'];
    if ((0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(before, after))
        return [];
    const keys = compared.filter((key) => !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(before[key], after[key]));
    return [`flock.yml: ${keys.join(', ')}`];
}


/***/ }),

/***/ 7250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ parseFlock)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/nearest.js
var nearest = __webpack_require__(50578);
// EXTERNAL MODULE: ./build/flock/shown.js
var shown = __webpack_require__(31583);
;// CONCATENATED MODULE: ./build/flock/environments.js


function environmentsOf({ flock }) {
    return Object.entries(flock.environments ?? {}).map(([name, entry]) => ({
        name,
        isProtected: entry?.protected ?? false,
    }));
}
/** Environments that are named and not listed: a misspelt one would not be protected. */
function findEnvironmentProblems(entries, source) {
    // One that was refused for something else was meant to exist all the same.
    const known = source.keys(['environments']);
    if (entries.isDoubtful(['environments']))
        return [];
    return namings(entries)
        .filter(({ name }) => !known.includes(name))
        .map(({ path, name }) => {
        const meant = (0,nearest/* nearest */.p)(name, known);
        const others = known.length === 0 ? 'add it under "environments:"' : `environments: ${(0,shown/* shownNames */.kA)(known)}`;
        return {
            reason: 'invalid-flock',
            message: `${(0,shown/* shownPath */.pS)(path)}: no environment ${(0,shown/* quoted */.TL)(name)}`,
            at: source.valueAt(path),
            hint: meant === undefined ? others : `did you mean "${meant}"?`,
        };
    });
}
function namings({ flock, groups, machines }) {
    const layers = [
        { path: [], entry: flock },
        ...[...groups].map(([name, entry]) => ({ path: ['groups', name], entry })),
        ...[...machines].map(([name, entry]) => ({ path: ['machines', name], entry })),
    ];
    return layers.flatMap(({ path, entry: { environment } }) => environment === undefined ? [] : [{ path: [...path, 'environment'], name: environment }]);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./build/flock/schema.js

/** Every provider that `flock.yml` may name. */
const providerNames = ['local', 'ec2', 'static'];
/** Every DNS that `flock.yml` may name. */
const dnsNames = ['route53', 'hosts'];
/** How many machines one entry, and the whole flock, may ask for. */
const maxMachines = 10_000;
/** Length and characters of a host name's label (RFC 1123, 2.1), in lower case. */
const machineName = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const flockName = /^[a-z][a-z0-9-]{0,30}$/;
const namePattern = /^(?:[a-z0-9-]|\{seq:0[1-9]\}|\{[A-Za-z_][A-Za-z0-9_-]*\})+$/;
const dnsPattern = /^(?:(?:[a-z0-9-]|\{[A-Za-z_][A-Za-z0-9_-]*\})+(?:\.(?:[a-z0-9-]|\{[A-Za-z_][A-Za-z0-9_-]*\})+)+)?$/;
const userName = /^[a-z_][a-z0-9_-]{0,31}$/;
// What a pattern's `error` says completes the sentence "expected …", see schema-problems.ts.
const nameRule = '1 to 63 of a-z, 0-9 and "-", with no "-" at either end';
const patternRule = 'a-z, 0-9, "-", {seq}, {seq:03} or {VARIABLE}';
const description = schemas/* string */.YjP().describe('For people; Drover does nothing with it.').optional();
const provider = schemas/* enum */.k5n(providerNames);
const groupKey = schemas/* string */.YjP().regex(machineName, nameRule);
// Always passes: parse-flock.ts hands over nothing but JSON, and an editor should see "anything".
const anyJson = schemas/* custom */.IeY();
const vars = schemas/* record */.g1P(schemas/* string */.YjP(), anyJson).nullish();
const settings = schemas/* record */.g1P(schemas/* string */.YjP(), anyJson).nullish();
const checks = schemas/* record */.g1P(schemas/* string */.YjP().regex(machineName, nameRule), schemas/* string */.YjP().min(1, 'a shell command').nullable())
    .nullish();
const ssh = schemas/* strictObject */.rej({
    user: schemas/* string */.YjP()
        .regex(userName, 'a user name of a-z, 0-9, "_" and "-"')
        .describe('User to log in as. By default `root`.')
        .optional(),
    port: schemas/* int */.Whr().min(1).max(65_535).describe('Port of the SSH server. By default 22.').optional(),
});
const dns = schemas/* strictObject */.rej({
    provider: schemas/* enum */.k5n(dnsNames).describe('Which DNS. By default `route53`.').optional(),
    name: schemas/* string */.YjP()
        .regex(dnsPattern, 'a DNS name, in which {name} and variables may stand')
        .describe('Name that points to the machine, for example `{name}.example.org`. Empty: no name.')
        .optional(),
    ttl: schemas/* int */.Whr()
        .min(1)
        .max(86_400)
        .describe('Seconds that others may keep the answer. By default 60.')
        .optional(),
});
const groups = schemas/* array */.YOg(schemas/* string */.YjP().describe('Name of a group.'))
    .nullish()
    .describe('Groups whose layers come before this one, in order: a later one wins.');
const environmentName = schemas/* string */.YjP().regex(machineName, nameRule);
const environmentSchema = schemas/* strictObject */.rej({
    description,
    protected: schemas/* boolean */.zMY()
        .describe('True: its machines are changed only by a run that names the environment and comes from the head of a protected branch. By default false.')
        .optional(),
});
const schema_layer = {
    description,
    groups,
    vars: vars.describe('Variables. Maps are merged with those of weaker layers, all else replaces.'),
    settings: settings.describe("Provider's settings, merged like `vars`."),
    checks: checks.describe('Shell commands by name that must succeed on the machine after a change; otherwise the old files return. Added to those of weaker layers; null takes one away.'),
    provider: provider.describe('Where these machines come from.').optional(),
    environment: environmentName
        .describe('Environment of these machines: a name under `environments`.')
        .optional(),
    ssh: ssh.nullish().describe('How to log in to these machines.'),
    dns: dns.nullish().describe('DNS names of these machines.'),
};
const groupSchema = schemas/* strictObject */.rej(schema_layer);
const machineSchema = schemas/* strictObject */.rej({
    ...schema_layer,
    protect: schemas/* boolean */.zMY().describe('True: never terminate this machine. By default false.').optional(),
    count: schemas/* int */.Whr()
        .min(0)
        .max(maxMachines)
        .describe('How many machines this entry makes; its name must hold `{seq}` or `{seq:03}`.')
        .optional(),
    first: schemas/* int */.Whr().min(0).max(999_999_999).describe('Number of the first machine. By default 1.').optional(),
});
/** All of `flock.yml`: what checks it, what the JSON Schema and the reference page are made from. */
const flockSchema = schemas/* strictObject */.rej({
    flock: schemas/* string */.YjP()
        .regex(flockName, 'a name of 1 to 31 of a-z, 0-9 and "-" that starts with a letter')
        .describe('Name of the flock.'),
    description,
    provider: provider.describe('Where machines come from. By default `local`.').optional(),
    ssh: ssh.nullish().describe('How to log in to every machine.'),
    dns: dns.nullish().describe('DNS names of all machines.'),
    vars: vars.describe('Variables of every machine. Groups, then machines, add to them and win.'),
    settings: settings.describe("Provider's settings for every machine, merged like `vars`."),
    checks: checks.describe('Shell commands by name that must succeed on every machine after a change.'),
    environment: environmentName.describe('Environment of every machine.').optional(),
    environments: schemas/* record */.g1P(environmentName, environmentSchema.nullable().describe('What machines are used for: staging, production.'))
        .nullish()
        .describe('Environments by name, as GitHub knows them.'),
    groups: schemas/* record */.g1P(groupKey, groupSchema.nullable().describe('A layer that machines share.'))
        .nullish()
        .describe('Groups by name.'),
    machines: schemas/* record */.g1P(schemas/* string */.YjP().regex(namePattern, patternRule), machineSchema.nullable().describe('One machine, or `count` machines of one name pattern.'))
        .nullish()
        .describe('Machines by name or name pattern, for example `web-1` or `fp-{region}-{seq:03}`.'),
})
    .describe('What a flock is: its machines, their groups and variables.');
const sshKeys = Object.keys(ssh.shape);
const dnsKeys = Object.keys(dns.shape);

;// CONCATENATED MODULE: ./build/flock/dns-name-fault.js


/** Why a text cannot be the DNS name of a machine (RFC 1035, 2.3.4; RFC 1123, 2.1), and a way out. */
function dnsNameFault(name) {
    if (name.length > 253) {
        return { what: `it has ${name.length} characters`, hint: 'make it at most 253 characters long' };
    }
    const labels = name.split('.');
    const long = labels.find((label) => label.length > 63);
    if (long !== undefined) {
        return {
            what: `its part ${(0,shown/* quoted */.TL)(long)} has ${long.length} characters`,
            hint: 'make each part between dots at most 63 characters long',
        };
    }
    const bad = labels.find((label) => !machineName.test(label));
    if (bad !== undefined) {
        return {
            what: `its part ${(0,shown/* quoted */.TL)(bad)} is not of a-z, 0-9 and "-"`,
            hint: 'make each part between dots of a-z, 0-9 and "-", with no "-" at either end',
        };
    }
    // Otherwise who looks it up cannot tell it from an address.
    if (/^\d+$/.test(labels.at(-1) ?? '')) {
        return { what: 'its last part is a number', hint: 'end it with the name of a zone, as in "example.org"' };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/flock/name-pattern.js
/** Parts of a name that the schema accepted. */
function parseNamePattern(pattern) {
    return [...pattern.matchAll(/\{seq(?::0(?<digits>[1-9]))?\}|\{(?<name>[^}]+)\}|(?<text>[^{]+)/g)].map(({ groups }) => {
        if (groups?.text !== undefined)
            return { kind: 'text', text: groups.text };
        if (groups?.name !== undefined)
            return { kind: 'variable', name: groups.name };
        return { kind: 'sequence', digits: Number(groups?.digits ?? 1) };
    });
}
function hasSequence(pattern) {
    return pattern.some((part) => part.kind === 'sequence');
}
/** Names of the pattern's variables that have no single value, in order. */
function missingVariables(pattern, vars) {
    const names = pattern.flatMap((part) => (part.kind === 'variable' ? [part.name] : []));
    return [...new Set(names)].filter((name) => scalar(vars, name) === undefined);
}
/** The name that the pattern gives the machine of this number. */
function expandName(pattern, { vars, number }) {
    return pattern
        .map((part) => {
        if (part.kind === 'text')
            return part.text;
        if (part.kind === 'sequence')
            return String(number).padStart(part.digits, '0');
        return scalar(vars, part.name) ?? '';
    })
        .join('');
}
function scalar(vars, name) {
    const value = Object.hasOwn(vars, name) ? vars[name] : undefined;
    if (value === undefined || value === null || typeof value === 'object')
        return undefined;
    return String(value);
}

;// CONCATENATED MODULE: ./build/flock/dns-pattern.js

/** flock < groups in order < machine, key by key. Undefined when the strongest name is empty, or there is none. */
function resolveDns({ key, entry, groups }, entries) {
    const layers = [
        { path: ['dns'], dns: entries.flock.dns },
        ...groups.map((name) => ({ path: ['groups', name, 'dns'], dns: entries.groups.get(name)?.dns })),
        { path: ['machines', key, 'dns'], dns: entry.dns },
    ];
    const strongest = (wanted) => layers.findLast(({ dns }) => dns?.[wanted] !== undefined);
    const named = strongest('name');
    const name = named?.dns?.name ?? '';
    if (named === undefined || name === '')
        return undefined;
    return {
        provider: strongest('provider')?.dns?.provider ?? 'route53',
        ttlSeconds: strongest('ttl')?.dns?.ttl ?? 60,
        pattern: parseNamePattern(name),
        path: [...named.path, 'name'],
    };
}

;// CONCATENATED MODULE: ./build/flock/linearise.js
/**
 * Groups in order of precedence, weakest first: included ones come before the
 * one that includes them, each is there once, the first mention decides where.
 * Leaves out groups that do not exist and ends on cycles, which are told elsewhere.
 */
function lineariseGroups(names, includes) {
    const seen = new Set();
    const ordered = [];
    const visit = (name) => {
        const included = includes.get(name);
        if (included === undefined || seen.has(name))
            return;
        seen.add(name);
        included.forEach(visit);
        ordered.push(name);
    };
    names.forEach(visit);
    return ordered;
}
/** Each way in which groups include themselves, as `[a, b, a]`; the last but one includes the last. */
function findCycles(includes) {
    const done = new Set();
    const cycles = [];
    const way = [];
    const visit = (name) => {
        const start = way.indexOf(name);
        if (start >= 0) {
            cycles.push([...way.slice(start), name]);
            return;
        }
        if (done.has(name))
            return;
        way.push(name);
        for (const included of new Set(includes.get(name)))
            visit(included);
        way.pop();
        done.add(name);
    };
    for (const name of includes.keys())
        visit(name);
    return cycles;
}

;// CONCATENATED MODULE: ./build/flock/doubt.js

/** Whether what an entry seems to lack may stand in a part that was refused, or in a group that does not exist. */
function mayBeElsewhere({ key, entry }, entries) {
    const named = entry.groups ?? [];
    const groups = lineariseGroups(named, entries.includes);
    const mentioned = [...named, ...groups.flatMap((name) => entries.includes.get(name) ?? [])];
    return (entries.isTopDoubtful ||
        entries.isDoubtful(['vars']) ||
        entries.isDoubtful(['machines', key]) ||
        mentioned.some((name) => !entries.groups.has(name) || entries.isDoubtful(['groups', name])));
}

;// CONCATENATED MODULE: ./build/flock/dns-names.js






/** Gives each machine the DNS name that its layers' pattern makes for it. */
function giveDnsNames(expanded, context) {
    const named = expanded.map((one) => nameEntry(one, context.entries));
    const faults = named.flatMap((one) => one.faults);
    const clashes = findClashes(named.flatMap(({ given }) => given));
    return {
        machines: named.flatMap((one) => one.machines),
        problems: tell([...faults, ...clashes.map((clash) => clashFault(clash, context))], context),
    };
}
function nameEntry({ key, entry, machines }, entries) {
    const [first] = machines;
    const nameless = { machines, given: [], faults: [] };
    if (first === undefined)
        return nameless;
    const dns = resolveDns({ key, entry, groups: first.groups }, entries);
    // What follows from a part that was refused is not told beside it.
    if (dns === undefined || mayBeElsewhere({ key, entry }, entries))
        return nameless;
    const missing = missingFault(dns, first);
    if (missing !== undefined) {
        return { ...nameless, faults: machines.map(({ name }) => ({ ...missing, machine: name })) };
    }
    const { provider, ttlSeconds, pattern, path } = dns;
    const given = machines.map(({ name: machine, vars }) => ({
        machine,
        name: expandName(pattern, { vars: { ...vars, name: machine }, number: 0 }),
        path,
    }));
    return {
        machines: machines.map((machine, index) => ({
            ...machine,
            dns: { provider, name: given[index]?.name ?? '', ttlSeconds },
        })),
        given,
        faults: given.flatMap(invalidFault),
    };
}
function missingFault({ pattern, path }, { name, vars }) {
    if (hasSequence(pattern)) {
        return {
            path,
            what: '{seq} has no value in a DNS name',
            machine: name,
            hint: 'write {name}: it holds the number already',
        };
    }
    const [missing] = missingVariables(pattern, { ...vars, name });
    if (missing === undefined)
        return undefined;
    const meant = (0,nearest/* nearest */.p)(missing, [...Object.keys(vars), 'name']);
    const what = Object.hasOwn(vars, missing) ? 'has no single value' : 'has no value';
    return {
        path,
        what: `the variable ${(0,shown/* quoted */.TL)(missing)} ${what}`,
        machine: name,
        hint: meant === undefined || meant === missing
            ? `add it to the vars of the machine, a group or the flock: { ${missing}: … }`
            : `did you mean "{${meant}}"?`,
    };
}
function invalidFault({ machine, name, path }) {
    const fault = dnsNameFault(name);
    if (fault === undefined)
        return [];
    return [{ path, what: `${(0,shown/* quoted */.TL)(name)} cannot be a DNS name: ${fault.what}`, machine, hint: fault.hint }];
}
function findClashes(given) {
    const owners = new Map();
    return given.flatMap((second) => {
        const first = owners.get(second.name);
        if (first === undefined)
            owners.set(second.name, second);
        // Two machines of one name are told of as such.
        return first === undefined || first.machine === second.machine
            ? []
            : [{ name: second.name, first, second }];
    });
}
function clashFault({ name, first, second }, { source }) {
    const isOnePattern = (0,shown/* shownPath */.pS)(first.path) === (0,shown/* shownPath */.pS)(second.path);
    return {
        path: second.path,
        what: `${(0,shown/* quoted */.TL)(name)} is the DNS name of ${(0,shown/* quoted */.TL)(first.machine)} already`,
        machine: second.machine,
        hint: isOnePattern
            ? 'put {name} into it, which is another for each machine'
            : `change one of the two; the other is on line ${source.valueAt(first.path).line}`,
    };
}
/** One problem for each thing wrong, however many machines it concerns. */
function tell(faults, { source }) {
    const alike = new Map();
    for (const fault of faults) {
        const id = JSON.stringify([fault.path, fault.what]);
        const others = alike.get(id);
        if (others === undefined)
            alike.set(id, [fault]);
        else
            others.push(fault);
    }
    return [...alike.values()].flatMap(([fault, ...others]) => {
        if (fault === undefined)
            return [];
        const more = others.length > 0 ? ` and ${others.length} more` : '';
        return [
            {
                reason: 'invalid-flock',
                message: `${(0,shown/* shownPath */.pS)(fault.path)}: ${fault.what} (for ${(0,shown/* quoted */.TL)(fault.machine)}${more})`,
                at: source.valueAt(fault.path),
                hint: fault.hint,
            },
        ];
    });
}

;// CONCATENATED MODULE: ./build/flock/merge.js
/** Layers from weakest to strongest as one: maps are merged key by key, everything else is replaced. */
function mergeLayers(layers) {
    return layers.reduce(merge, {});
}
function merge(weak, strong) {
    const merged = new Map(Object.entries(weak));
    for (const [key, value] of Object.entries(strong)) {
        const below = merged.get(key);
        merged.set(key, isMap(below) && isMap(value) ? merge(below, value) : value);
    }
    // Assigned as a property, `__proto__` would give the result another prototype.
    merged.delete('__proto__');
    return Object.fromEntries(merged);
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/flock/resolve-machine.js


/** All of a machine but its names: toolkit < flock < groups in order < machine. */
function resolveMachine({ entry, entries, defaults, }) {
    const groups = lineariseGroups(entry.groups ?? [], entries.includes);
    const layers = [entries.flock, ...groups.flatMap((name) => entries.groups.get(name) ?? []), entry];
    const strongestFirst = layers.toReversed();
    const strongest = (pick) => strongestFirst.map(pick).find((value) => value !== undefined);
    const environment = strongest((layer) => layer.environment);
    return {
        groups,
        vars: mergeLayers([defaults, ...layers.map(({ vars }) => vars ?? {})]),
        provider: strongest(({ provider }) => provider) ?? 'local',
        settings: mergeLayers(layers.map(({ settings }) => settings ?? {})),
        ssh: { user: strongest(({ ssh }) => ssh?.user) ?? 'root', port: strongest(({ ssh }) => ssh?.port) ?? 22 },
        checks: resolveChecks(layers),
        ...(environment === undefined ? {} : { environment }),
        protect: entry.protect ?? false,
    };
}
/** A stronger layer's command of the same name replaces a weaker one's and keeps its place; null takes it away. */
function resolveChecks(layers) {
    const commands = new Map(layers.flatMap(({ checks }) => Object.entries(checks ?? {})));
    return [...commands].flatMap(([name, command]) => (command === null ? [] : [{ name, command }]));
}

;// CONCATENATED MODULE: ./build/flock/expand-machines.js







/** Makes each entry under `machines:` into its machines, in order. */
function expandMachines(context) {
    const { entries, source } = context;
    const total = [...entries.machines.values()].reduce((sum, { count = 1 }) => sum + count, 0);
    if (total > maxMachines)
        return { machines: [], problems: [tooMany(total, source)] };
    const expanded = [...entries.machines].map(([key, entry]) => expandEntry({ key, entry, pattern: parseNamePattern(key) }, context));
    const given = giveDnsNames([...entries.machines].map(([key, entry], index) => ({
        key,
        entry,
        machines: expanded[index]?.machines ?? [],
    })), context);
    const named = [...entries.machines.keys()].map((key, index) => ({
        key,
        names: expanded[index]?.machines.map(({ name }) => name) ?? [],
    }));
    const problems = expanded.flatMap((one) => one.problems);
    return {
        machines: given.machines,
        problems: [...problems, ...clashes(named, source), ...given.problems],
    };
}
function expandEntry(one, context) {
    const { key, entry, pattern } = one;
    const resolved = resolveMachine({ entry, entries: context.entries, defaults: context.defaults });
    const problem = sequenceProblem(one, context) ?? variableProblem({ ...one, vars: resolved.vars }, context);
    if (problem !== undefined)
        return { machines: [], problems: problem === 'doubtful' ? [] : [problem] };
    const { first = 1, count = 1 } = entry;
    const names = Array.from({ length: count }, (_, index) => expandName(pattern, { vars: resolved.vars, number: first + index }));
    const nameProblems = badNames({ key, names }, context.source);
    if (nameProblems.length > 0)
        return { machines: [], problems: nameProblems };
    return { machines: names.map((name) => ({ name, ...resolved })), problems: [] };
}
function sequenceProblem({ key, entry, pattern }, { entries, source }) {
    const path = ['machines', key];
    const wantsCount = hasSequence(pattern);
    const stray = entry.count !== undefined ? 'count' : entry.first !== undefined ? 'first' : undefined;
    if (wantsCount === (entry.count !== undefined) && (wantsCount || stray === undefined))
        return undefined;
    // A count that was refused is not a missing one.
    if (entries.isDoubtful(path))
        return 'doubtful';
    if (wantsCount) {
        return {
            reason: 'invalid-flock',
            message: `${(0,shown/* shownPath */.pS)(path)}: the name has {seq} and the machine no count`,
            at: source.keyAt(path),
            hint: 'add "count: 1", or give the machine a name without {seq}',
        };
    }
    return {
        reason: 'invalid-flock',
        message: `${(0,shown/* shownPath */.pS)(path)}: ${stray} needs {seq} in the name`,
        at: source.keyAt([...path, stray ?? '']),
        hint: `name it ${(0,shown/* quoted */.TL)(`${key.slice(0, 40)}-{seq}`)}, or remove ${stray}`,
    };
}
function variableProblem({ key, entry, pattern, vars }, { entries, source }) {
    const path = ['machines', key];
    const [missing] = missingVariables(pattern, vars);
    if (missing === undefined)
        return undefined;
    if (mayBeElsewhere({ key, entry }, entries))
        return 'doubtful';
    const meant = (0,nearest/* nearest */.p)(missing, Object.keys(vars));
    const what = Object.hasOwn(vars, missing) ? 'has no single value' : 'has no value';
    return {
        reason: 'invalid-flock',
        message: `${(0,shown/* shownPath */.pS)(path)}: the variable ${(0,shown/* quoted */.TL)(missing)} in the name ${what}`,
        at: source.keyAt(path),
        hint: meant === undefined || meant === missing
            ? `add it to the machine's vars: { ${missing}: … }`
            : `did you mean "{${meant}}"?`,
    };
}
/** The selectors that a machine of this name could not be told from. */
const reserved = new Set(['all', 'changed']);
function badNames({ key, names }, source) {
    const bad = names.filter((name) => !machineName.test(name) || reserved.has(name));
    const [first] = bad;
    if (first === undefined)
        return [];
    const more = bad.length > 1 ? ` (and ${bad.length - 1} more)` : '';
    const subject = first === key ? 'machines' : (0,shown/* shownPath */.pS)(['machines', key]);
    return [
        {
            reason: 'invalid-flock',
            message: `${subject}: ${(0,shown/* quoted */.TL)(first)} cannot be the name of a machine${more}`,
            at: source.keyAt(['machines', key]),
            hint: reserved.has(first) ? 'it has a meaning of its own in commands: use another' : `use ${nameRule}`,
        },
    ];
}
function tooMany(total, source) {
    return {
        reason: 'invalid-flock',
        message: `machines: ${total} machines are asked for: at most ${maxMachines} can be in one flock`,
        at: source.keyAt(['machines']),
        hint: 'make a second flock on a branch of its own',
    };
}
/** Two entries that give one name. One problem for each two entries, however many names they share. */
function clashes(named, source) {
    const owners = new Map();
    return named.flatMap(({ key, names }) => {
        const shared = new Map();
        for (const name of names) {
            const owner = owners.get(name);
            if (owner === undefined)
                owners.set(name, key);
            else
                shared.set(owner, [...(shared.get(owner) ?? []), name]);
        }
        return [...shared].map(([owner, both]) => ({
            reason: 'invalid-flock',
            message: `${(0,shown/* shownPath */.pS)(['machines', key])}: ${(0,shown/* shownNames */.kA)(both.map(shown/* quoted */.TL))} already given by ${(0,shown/* quoted */.TL)(owner)}`,
            at: source.keyAt(['machines', key]),
            hint: `rename one of the two; the other is on line ${source.keyAt(['machines', owner]).line}`,
        }));
    });
}

;// CONCATENATED MODULE: ./build/flock/flock-entries.js

/** Leaves the refused parts out, so that what remains can be checked further. */
function readEntries(source, refused) {
    const keys = new Set(refused.map((path) => JSON.stringify(path)));
    const data = refused.length === 0 ? source.data : without({ value: source.data, path: [], keys });
    const { groups, machines, ...flock } = flockSchema.parse(
    // Only stands in for a name that was refused: then no flock is returned.
    refused.length === 0 ? data : { flock: 'refused', ...data });
    const groupsByName = inOrder(groups, source.keys(['groups']));
    const around = new Set(refused.flatMap((path) => path.map((_, index) => JSON.stringify(path.slice(0, index + 1)))));
    return {
        flock,
        groups: groupsByName,
        machines: inOrder(machines, source.keys(['machines'])),
        includes: new Map([...groupsByName].map(([name, group]) => [name, group.groups ?? []])),
        isDoubtful: (path) => around.has(JSON.stringify(path)) ||
            keys.has('[]') ||
            path.some((_, index) => keys.has(JSON.stringify(path.slice(0, index)))),
        isTopDoubtful: refused.some((path) => path.length < 2 && !isHarmless(path)),
    };
}
function isHarmless([key]) {
    return key !== undefined && key !== 'groups' && key !== 'vars' && Object.hasOwn(flockSchema.shape, key);
}
function without({ value, path, keys }) {
    if (typeof value !== 'object' || value === null)
        return keys.has(JSON.stringify(path)) ? null : value;
    const kept = (child) => !keys.has(JSON.stringify(child));
    if (keys.has(JSON.stringify(path)))
        return null;
    if (Array.isArray(value)) {
        return value.flatMap((item, index) => {
            const child = [...path, index];
            return kept(child) ? [without({ value: item, path: child, keys })] : [];
        });
    }
    return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => {
        const child = [...path, key];
        return kept(child) ? [[key, without({ value: item, path: child, keys })]] : [];
    }));
}
function inOrder(entries, keys) {
    const known = new Map(Object.entries(entries ?? {}));
    // An entry with nothing after its ":" is an empty one.
    return new Map(keys.filter((key) => known.has(key)).map((key) => [key, known.get(key) ?? {}]));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/flock/yaml-lookup.js

/** The value at a path of what was read. */
function dataAt(data, path) {
    let value = data;
    for (const part of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
            return undefined;
        value = value[part];
    }
    return value;
}
/** The node at a path, or the last one on the way that exists. */
function childAt(lookup) {
    return walk(lookup).node;
}
/** Keys of the map at a path, as written and in the file's order, which a JavaScript object would not keep for `7`. */
function keysAt(lookup) {
    const { node, missing } = walk(lookup);
    return (0,dist/* isMap */.jh)(node) && missing === 0 ? node.items.flatMap((item) => keyText(item.key) ?? []) : [];
}
/** The key that ends a path, or the last node on the way that exists. */
function keyAt({ root, path, targets }) {
    const parent = childAt({ root, path: path.slice(0, -1), targets });
    const key = (0,dist/* isMap */.jh)(parent) ? parent.items.find((item) => keyText(item.key) === path.at(-1))?.key : undefined;
    return key ?? childAt({ root, path, targets });
}
/** As far as the path leads, and how many of its parts are missing then. */
function walk({ root, path, targets }) {
    let node = follow(root, targets);
    for (const [index, part] of path.entries()) {
        const next = (0,dist/* isMap */.jh)(node)
            ? valueUnder(node.items, part)
            : (0,dist/* isSeq */.oP)(node)
                ? node.items[Number(part)]
                : undefined;
        if (next === undefined || next === null)
            return { node, missing: path.length - index };
        node = follow(next, targets);
    }
    return { node, missing: 0 };
}
function valueUnder(items, key) {
    const item = items.find((candidate) => keyText(candidate.key) === key);
    return item?.value ?? item?.key;
}
function follow(node, targets) {
    return (0,dist/* isAlias */.Vj)(node) ? (targets.get(node) ?? node) : node;
}
/** A key as it is written, or undefined if it is a map, a list or an alias. */
function keyText(key) {
    if (!(0,dist/* isScalar */.jn)(key))
        return undefined;
    return typeof key.value === 'string' ? key.value : key.source;
}

;// CONCATENATED MODULE: ./build/flock/group-problems.js




/** Groups that are named and do not exist, and groups that include themselves. */
function findGroupProblems(entries, source) {
    // A group that was refused for something else was meant to exist all the same.
    const known = source.keys(['groups']);
    const unknown = entries.isTopDoubtful && known.length === 0 ? [] : findUnknown({ entries, source, known });
    return [...unknown, ...findCycles(entries.includes).map((cycle) => cycleProblem(cycle, source))];
}
function findUnknown({ entries, source, known }) {
    const exists = new Set(known);
    return [
        ...[...entries.groups].map(([name, entry]) => ({
            path: ['groups', name, 'groups'],
            groups: entry.groups,
        })),
        ...[...entries.machines].map(([name, entry]) => ({
            path: ['machines', name, 'groups'],
            groups: entry.groups,
        })),
    ].flatMap(({ path, groups }) => [...new Set(groups)]
        .filter((name) => !exists.has(name))
        .map((name) => unknownGroup({ name, path, source, known })));
}
function unknownGroup({ name, path, source, known, }) {
    const meant = (0,nearest/* nearest */.p)(name, known);
    const others = known.length === 0 ? 'add it under "groups:"' : `groups: ${(0,shown/* shownNames */.kA)(known)}`;
    return {
        reason: 'invalid-flock',
        message: `${(0,shown/* shownPath */.pS)(path)}: no group ${(0,shown/* quoted */.TL)(name)}`,
        at: placeOf({ name, path, source }),
        hint: meant === undefined ? others : `did you mean "${meant}"?`,
    };
}
function cycleProblem(cycle, source) {
    const [last = '', name = ''] = cycle.slice(-2);
    const path = ['groups', last, 'groups'];
    return {
        reason: 'invalid-flock',
        message: `${(0,shown/* shownPath */.pS)(path)}: groups include each other: ${cycle.join(' -> ')}`,
        at: placeOf({ name, path, source }),
        hint: `remove "${name}" here, or one of the others`,
    };
}
function placeOf({ name, path, source }) {
    const list = dataAt(source.data, path);
    return source.valueAt(Array.isArray(list) ? [...path, list.indexOf(name)] : path);
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/flock/schema-problems.js





/** Holds data against the schema. Finds nothing if and only if the schema accepts it. */
function findSchemaProblems(source, file) {
    const issues = flockSchema.safeParse(source.data).error?.issues ?? [];
    const findings = issues.flatMap((issue) => explain(issue, source));
    return {
        problems: findings.map(({ path, isKey, message, hint }) => ({
            reason: 'invalid-flock',
            message: `${message.subject.length === 0 ? file : (0,shown/* shownPath */.pS)(message.subject)}: ${message.text}`,
            at: isKey ? source.keyAt(path) : source.valueAt(path),
            hint,
        })),
        refused: findings.map(({ path }) => path),
    };
}
function explain(issue, source) {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => unknownKey({ parent: path, key }));
    }
    if (issue.code === 'invalid_key')
        return [badName(issue, path), ...below({ path, source })];
    const found = dataAt(source.data, path);
    // Empty only because what stood there was refused, which is told already.
    if (found === null && source.refused.some((refused) => (0,external_node_util_.isDeepStrictEqual)(refused, path)))
        return [];
    if (found === undefined) {
        const hint = `add "${path.at(-1)}: NAME"`;
        return [{ path, isKey: false, message: { subject: path, text: 'missing' }, hint }];
    }
    const { expected, hint } = path.length === 0 ? wholeFile : expectation(issue, found);
    const text = `expected ${expected}, found ${(0,shown/* shown */.SP)(found)}`;
    return [{ path, isKey: false, message: { subject: path, text }, hint }];
}
const wholeFile = { expected: 'a map', hint: 'begin with "flock: NAME", then "machines:"' };
function unknownKey({ parent, key }) {
    const known = knownKeys(parent);
    const meant = known.find((name) => key.length > 2 && name.startsWith(key)) ?? (0,nearest/* nearest */.p)(key, known);
    return {
        path: [...parent, key],
        isKey: true,
        message: { subject: parent, text: `unknown key ${(0,shown/* quoted */.TL)(key)}` },
        hint: meant === undefined ? `known keys: ${known.join(', ')}` : `did you mean "${meant}"?`,
    };
}
function knownKeys(parent) {
    // Of two parts, it is the name of a group or a machine.
    if (parent.at(-1) === 'ssh' && parent.length !== 2)
        return sshKeys;
    if (parent.at(-1) === 'dns' && parent.length !== 2)
        return dnsKeys;
    if (parent.length === 0)
        return Object.keys(flockSchema.shape);
    return Object.keys((parent[0] === 'groups' ? groupSchema : machineSchema).shape);
}
function badName(issue, path) {
    const what = path[0] === 'groups' ? 'group' : 'machine';
    const text = `${(0,shown/* quoted */.TL)(String(path.at(-1)))} cannot be the name of a ${what}`;
    const hint = `use ${issue.issues[0]?.message ?? 'another name'}`;
    return { path, isKey: true, message: { subject: path.slice(0, -1), text }, hint };
}
/** zod does not look at the value below a key that it refuses. */
function below({ path, source }) {
    const schema = path[0] === 'groups' ? groupSchema : machineSchema;
    const issues = schema.nullable().safeParse(dataAt(source.data, path)).error?.issues ?? [];
    return issues.flatMap((issue) => explain({ ...issue, path: [...path, ...issue.path] }, source));
}
function expectation(issue, found) {
    switch (issue.code) {
        case 'invalid_type':
            return expectedType(issue.expected, found);
        case 'invalid_value': {
            const values = issue.values.map(String);
            const meant = typeof found === 'string' ? (0,nearest/* nearest */.p)(found, values) : undefined;
            const hint = meant === undefined ? `write one of: ${(0,shown/* shownNames */.kA)(values)}` : `did you mean "${meant}"?`;
            return { expected: `one of ${values.map(shown/* quoted */.TL).join(', ')}`, hint };
        }
        case 'too_small':
            return { expected: `at least ${issue.minimum}`, hint: 'write a larger number' };
        case 'too_big':
            return { expected: `at most ${issue.maximum}`, hint: 'write a smaller number' };
        default:
            return { expected: issue.message, hint: `use ${issue.message}` };
    }
}
function expectedType(type, found) {
    switch (type) {
        case 'boolean':
            return { expected: 'true or false', hint: 'write true or false, without quotes' };
        case 'string':
            return typeof found === 'object'
                ? { expected: 'a text', hint: 'write one text' }
                : { expected: 'a text', hint: `put it in quotes: "${found}"` };
        case 'int':
        case 'number':
            return { expected: 'a whole number', hint: 'write a whole number, without quotes' };
        case 'array':
            return typeof found === 'string'
                ? { expected: 'a list', hint: `write it as a list: [${(0,shown/* quoted */.TL)(found).slice(1, -1)}]` }
                : { expected: 'a list', hint: 'write it as a list: [a, b]' };
        default:
            return { expected: 'a map', hint: 'write lines of "key: value", indented below this key' };
    }
}

;// CONCATENATED MODULE: ./build/flock/yaml-data.js



/** Levels of maps and lists; what comes after recurses too. */
const deepest = 100;
/** More values than this, made by aliases, are taken for an attack. */
const largest = 200_000;
/**
 * Turns YAML nodes into JSON. yaml's own `toJS` would reformat keys (`007` to
 * `7`), let in dates and bytes, and lose the place of what it refuses.
 */
function readNodes(root) {
    const faults = [];
    const targets = new Map();
    const path = [];
    const fault = (found) => {
        faults.push({ ...found, path: [...path] });
    };
    const data = readNode(root, { fault, path, targets, anchors: new Map(), size: 0, reached: 0 });
    return { data, faults, targets };
}
function readNode(node, reading) {
    reading.size += 1;
    if (node === null)
        return null;
    if ((0,dist/* isAlias */.Vj)(node))
        return readAlias(node, reading);
    const anchor = (0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) ? node.anchor : undefined;
    if (anchor === undefined)
        return readContent(node, reading);
    const depth = reading.path.length;
    const before = { size: reading.size, reached: reading.reached };
    reading.anchors.set(anchor, 'open');
    reading.reached = depth;
    const value = readContent(node, reading);
    const levels = reading.reached - depth;
    reading.anchors.set(anchor, { node, value, size: reading.size - before.size, levels });
    reading.reached = Math.max(before.reached, reading.reached);
    return value;
}
function readAlias(alias, reading) {
    const anchor = reading.anchors.get(alias.source);
    if (anchor === undefined || anchor === 'open') {
        const what = anchor === 'open' ? 'is used inside itself' : 'is used before it is defined';
        const message = `the anchor ${(0,shown/* quoted */.TL)(alias.source)} ${what}`;
        reading.fault({ node: alias, message, hint: `write "&${alias.source}" at an earlier value` });
        return null;
    }
    reading.targets.set(alias, anchor.node);
    const levels = reading.path.length + anchor.levels;
    if (levels > deepest) {
        reading.fault({ node: alias, ...tooDeep });
        return null;
    }
    reading.reached = Math.max(reading.reached, levels);
    if (reading.size > largest)
        return null;
    reading.size += anchor.size;
    if (reading.size > largest) {
        const message = `aliases make the file larger than ${largest} values`;
        reading.fault({ node: alias, message, hint: 'share values through groups instead' });
    }
    return anchor.value;
}
const tooDeep = { message: 'nested too deep', hint: `keep it to ${deepest} levels` };
function readContent(node, reading) {
    if (node.tag !== undefined && !/^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(node.tag)) {
        reading.fault({ node, message: `unknown tag ${(0,shown/* quoted */.TL)(node.tag)}`, hint: 'remove the tag' });
        return null;
    }
    reading.reached = Math.max(reading.reached, reading.path.length);
    if (reading.path.length > deepest) {
        reading.fault({ node, ...tooDeep });
        return null;
    }
    if ((0,dist/* isMap */.jh)(node))
        return readMap(node.items, reading);
    if ((0,dist/* isSeq */.oP)(node))
        return node.items.map((item, index) => readChild({ node: item, part: index, reading }));
    return (0,dist/* isScalar */.jn)(node) ? readScalar(node, reading) : null;
}
function readMap(items, reading) {
    const entries = new Map();
    for (const { key, value } of items) {
        const name = keyText(key);
        const earlier = name === undefined ? undefined : entries.get(name);
        const fault = keyFault({ key, name, earlier: earlier?.key });
        // Also read below a faulty key: its anchors are used and its faults told.
        const data = readChild({ node: value, part: name ?? '', fault, reading });
        if (name !== undefined && fault === undefined)
            entries.set(name, { key, value: data });
    }
    return Object.fromEntries([...entries].map(([name, { value }]) => [name, value]));
}
function readChild({ node, part, fault, reading }) {
    reading.path.push(part);
    if (fault !== undefined)
        reading.fault(fault);
    const value = readNode(node, reading);
    reading.path.pop();
    return value;
}
function keyFault({ key, name, earlier }) {
    if (name === undefined || name === '') {
        return { node: key, message: 'a key is not a single text', hint: 'write a name before the ":"' };
    }
    if (earlier !== undefined) {
        const hint = 'keep one of the two, or give one another name';
        return { node: key, also: earlier, message: `the key ${(0,shown/* quoted */.TL)(name)} is given twice`, hint };
    }
    if (name === '__proto__') {
        return { node: key, message: 'the key "__proto__" cannot be used', hint: 'give it another name' };
    }
    if (name === '<<') {
        return { node: key, message: 'the merge key "<<" cannot be used', hint: 'share values through groups' };
    }
    return undefined;
}
function readScalar(node, reading) {
    const { value } = node;
    if (typeof value === 'number' && (!Number.isFinite(value) || isInexact(node, value))) {
        const message = `the number ${node.source ?? value} cannot be kept exactly`;
        reading.fault({ node, message, hint: 'put it in quotes, as a text' });
        return null;
    }
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        return value;
    return null;
}
function isInexact(node, value) {
    return !Number.isSafeInteger(value) && /^[-+]?(?:[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(node.source ?? '');
}

;// CONCATENATED MODULE: ./build/flock/yaml-source.js




/**
 * Reads YAML 1.2 with the core schema, whatever version the file says it is.
 * Throws one InputError with all errors of syntax: data behind one is guesswork.
 */
function readYaml({ text, file }) {
    const lines = new dist/* LineCounter */.HN();
    const locate = (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const source = text.replace(/^\ufeff/, '');
    const document = (0,dist/* parseDocument */.Tp)(source, {
        lineCounter: lines,
        version: '1.2',
        schema: 'core',
        // yaml compares values, so it takes `007` and `7` for one key and `"7"` and `7` for two.
        uniqueKeys: false,
        prettyErrors: false,
        // At 'silent', yaml would not tell that a second document follows.
        logLevel: 'error',
    });
    (0,errors/* refuse */.TR)(syntaxProblems({ errors: document.errors, file, locate }));
    const { data, faults, targets } = readNodes(document.contents);
    const start = (node) => locate(node?.range?.[0] ?? 0);
    return {
        data,
        problems: faults.map(({ node, also, message, hint }) => ({
            reason: 'invalid-flock',
            message: `${file}: ${message}${also === undefined ? '' : `: first on line ${start(also).line}`}`,
            at: start(node),
            hint,
        })),
        refused: faults.map(({ path }) => path),
        keys: (path) => keysAt({ root: document.contents, path, targets }),
        valueAt: (path) => start(childAt({ root: document.contents, path, targets })),
        keyAt: (path) => start(keyAt({ root: document.contents, path, targets })),
    };
}
const syntaxWords = {
    TAB_AS_INDENT: { message: 'a tab is used to indent', hint: 'indent with spaces' },
    MULTIPLE_DOCS: {
        message: 'a second document starts here',
        hint: 'keep everything in one document: remove the line "---"',
    },
    RESOURCE_EXHAUSTION: { message: 'nested too deep', hint: `keep it to ${deepest} levels` },
    BAD_INDENT: { hint: 'ensure that brackets are closed and that keys of one map start in one column' },
    MISSING_CHAR: { hint: 'ensure that each quote and bracket is closed and each ":" has a space after it' },
};
/** The first error of each line: what follows on it is mostly its echo. */
function syntaxProblems({ errors, file, locate }) {
    // Where the stack ended inside yaml, nothing else is to be trusted.
    const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
    const byLine = new Map();
    for (const error of exhausted === undefined ? errors : [exhausted]) {
        const words = syntaxWords[error.code];
        const message = words?.message ?? error.message.replaceAll(/\s+/g, ' ');
        const at = locate(error.pos[0]);
        if (byLine.has(at.line))
            continue;
        byLine.set(at.line, {
            reason: 'invalid-flock',
            message: `${file}: not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
            at,
            hint: words?.hint ?? 'ensure that indents, colons, quotes and brackets are right here and just above',
        });
    }
    return [...byLine.values()];
}

;// CONCATENATED MODULE: ./build/flock/parse-flock.js







/**
 * Reads a `flock.yml`. Throws one InputError (`invalid-flock`) with every
 * problem in the file's order, each with its place and a hint. Errors of YAML's
 * syntax come alone, as nothing behind them can be read for certain.
 */
function parseFlock({ text, file, defaults = {} }) {
    const source = readYaml({ text, file });
    const schema = findSchemaProblems(source, file);
    const entries = readEntries(source, [...source.refused, ...schema.refused]);
    const expansion = expandMachines({ entries, source, defaults });
    const problems = [
        ...source.problems,
        ...schema.problems,
        ...findGroupProblems(entries, source),
        ...findEnvironmentProblems(entries, source),
        ...expansion.problems,
    ];
    (0,errors/* refuse */.TR)(problems.toSorted((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0)));
    return {
        name: entries.flock.flock,
        groups: [...entries.groups.keys()],
        environments: environmentsOf(entries),
        machines: expansion.machines,
    };
}


/***/ }),

/***/ 51632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ selectMachines)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/nearest.js
var nearest = __webpack_require__(50578);
;// CONCATENATED MODULE: ./build/flock/glob.js
/** True if a selector is a pattern: only `*` (any characters) and `?` (one character) mean something. */
function isGlob(text) {
    return /[*?]/.test(text);
}
/**
 * Whether a name fits a glob. Walks instead of making a regular expression:
 * one of many `*` could take it hours.
 */
function matchesGlob(name, glob) {
    let inName = 0;
    let inGlob = 0;
    let star = -1;
    let resume = 0;
    while (inName < name.length) {
        if (glob[inGlob] === '*') {
            star = inGlob;
            inGlob += 1;
            resume = inName;
        }
        else if (glob[inGlob] === '?' || glob[inGlob] === name[inName]) {
            inGlob += 1;
            inName += 1;
        }
        else if (star >= 0) {
            resume += 1;
            inName = resume;
            inGlob = star + 1;
        }
        else
            return false;
    }
    return /^\**$/.test(glob.slice(inGlob));
}

// EXTERNAL MODULE: ./build/flock/shown.js
var shown = __webpack_require__(31583);
;// CONCATENATED MODULE: ./build/flock/select.js




/**
 * The machines that selectors mean, in the flock's order. Leaving out wins,
 * whatever the order; selectors that only leave out start from all. Throws one
 * InputError with every selector that means nothing: a misspelt `!name` must
 * not let a machine through.
 */
function selectMachines({ flock, selectors, changed }) {
    if (selectors.length === 0)
        (0,errors/* refuse */.TR)([noneNamed]);
    const found = selectors.map((selector) => {
        const leaveOut = selector.startsWith('!');
        const rest = leaveOut ? selector.slice(1) : selector;
        const isOne = rest !== '' && !rest.startsWith('!');
        return { leaveOut, names: isOne ? findNames(rest, { flock, changed }) : notASelector(selector) };
    });
    (0,errors/* refuse */.TR)(found.flatMap(({ names }) => (isProblem(names) ? [names] : [])));
    const union = (wanted) => new Set(found.flatMap(({ leaveOut, names }) => (leaveOut === wanted && !isProblem(names) ? [...names] : [])));
    const onlyLeavesOut = found.every(({ leaveOut }) => leaveOut);
    const chosen = onlyLeavesOut ? namesOf(flock.machines) : union(false);
    const left = union(true);
    return flock.machines.filter(({ name }) => chosen.has(name) && !left.has(name));
}
function findNames(selector, { flock, changed }) {
    if (selector === 'all')
        return namesOf(flock.machines);
    if (selector === 'changed')
        return changed ?? nothingToCompare;
    if (selector.startsWith('group:'))
        return findGroups(selector.slice('group:'.length), flock);
    const names = flock.machines.map(({ name }) => name);
    const found = isGlob(selector) ? names.filter((name) => matchesGlob(name, selector)) : [];
    if (found.length === 0 && !names.includes(selector))
        return unknownMachine(selector, flock);
    return new Set(found.length === 0 ? [selector] : found);
}
/** A group without machines is no error: it exists. */
function findGroups(wanted, flock) {
    const groups = new Set(isGlob(wanted)
        ? flock.groups.filter((group) => matchesGlob(group, wanted))
        : flock.groups.filter((group) => group === wanted));
    if (groups.size === 0)
        return unknownGroup(wanted, flock);
    return namesOf(flock.machines.filter((machine) => machine.groups.some((group) => groups.has(group))));
}
function namesOf(machines) {
    return new Set(machines.map(({ name }) => name));
}
function isProblem(found) {
    return 'message' in found;
}
const noneNamed = {
    reason: 'invalid-argument',
    message: 'machines: none named',
    hint: 'name machines or groups (group:NAME), or say all',
};
const nothingToCompare = {
    reason: 'invalid-argument',
    message: 'machines: "changed" has nothing to compare with',
    hint: 'name machines, or say all; "changed" is for runs that a push started or that say since when',
};
function notASelector(selector) {
    return {
        reason: 'invalid-argument',
        message: `machines: ${(0,shown/* quoted */.TL)(selector)} is not a selector`,
        hint: 'write a name, or one "!" directly before a name: web-1, !web-1',
    };
}
function unknownMachine(selector, flock) {
    const names = flock.machines.map(({ name }) => name);
    const fits = isGlob(selector) ? 'fits no machine of the flock' : 'not in the flock';
    const isGroup = flock.groups.includes(selector);
    const meant = isGroup ? `group:${selector}` : isGlob(selector) ? undefined : (0,nearest/* nearest */.p)(selector, names);
    return unknown({
        message: `${(0,shown/* quoted */.TL)(selector)}: ${fits} ${(0,shown/* quoted */.TL)(flock.name)}`,
        meant,
        kind: 'machines',
        names,
    });
}
function unknownGroup(wanted, flock) {
    const names = flock.groups;
    const fits = isGlob(wanted) ? 'fits no group of the flock' : 'no such group in the flock';
    const isMachine = flock.machines.some(({ name }) => name === wanted);
    const near = isGlob(wanted) ? undefined : (0,nearest/* nearest */.p)(wanted, names);
    const meant = isMachine ? wanted : near === undefined ? undefined : `group:${near}`;
    const message = `${(0,shown/* quoted */.TL)(`group:${wanted}`)}: ${fits} ${(0,shown/* quoted */.TL)(flock.name)}`;
    return unknown({ message, meant, kind: 'groups', names });
}
function unknown({ message, meant, kind, names }) {
    const listed = names.length === 0 ? `the flock has no ${kind}` : `${kind}: ${(0,shown/* shownNames */.kA)(names)}`;
    return {
        reason: 'unknown-machine',
        message,
        hint: meant === undefined ? listed : `did you mean "${meant}"?`,
    };
}


/***/ }),

/***/ 31583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   kA: () => (/* binding */ shownNames),
/* harmony export */   pS: () => (/* binding */ shownPath)
/* harmony export */ });
const longest = 60;
/** A value for a message: on one line, of limited length, no control or direction characters. */
function shown(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a map';
    return typeof value === 'string' ? quoted(value) : String(value);
}
/** A text in double quotes, as `shown`. */
function quoted(text) {
    const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
    return JSON.stringify(cut).replaceAll(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, escaped);
}
/** `machines.web-1.groups[0]`; a key of other characters is quoted. */
function shownPath(path) {
    return path.map(shownPart).join('').replace(/^\./, '');
}
function shownPart(part) {
    if (typeof part === 'number')
        return `[${part}]`;
    return /^[A-Za-z0-9_-]{1,63}$/.test(part) ? `.${part}` : `.${quoted(part)}`;
}
/** `a, b, c and 4 more`. */
function shownNames(names) {
    const more = names.length > 8 ? ` and ${names.length - 8} more` : '';
    return `${names.slice(0, 8).join(', ')}${more}`;
}
function escaped(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}


/***/ }),

/***/ 82305:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ chooseMachines),
/* harmony export */   BF: () => (/* binding */ withIdentity),
/* harmony export */   QV: () => (/* binding */ ownerOfKey),
/* harmony export */   _D: () => (/* binding */ readFlock),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   hR: () => (/* binding */ readFlockAt),
/* harmony export */   uI: () => (/* binding */ flockFile)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _flock_affected_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33184);
/* harmony import */ var _flock_parse_flock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7250);
/* harmony import */ var _flock_select_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51632);




const flockFile = 'flock.yml';
async function readFlock(ports) {
    const snapshot = await ports.ledger.read();
    return { snapshot, flock: parseSnapshot(snapshot) };
}
/** The flock at an earlier commit; throws `commit-missing` when the repository does not have it. */
async function readFlockAt(ports, commit) {
    requireWholeCommit('to', commit);
    const snapshot = await ports.ledger.readAt(commit);
    if (snapshot === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`to: the repository has no commit "${commit}"`, {
            reason: 'commit-missing',
            hint: 'Ensure that the commit is on the config branch and was pushed.',
        });
    }
    return { snapshot, flock: parseSnapshot(snapshot) };
}
function requireWholeCommit(option, commit) {
    if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${option}: "${commit}" is not a whole commit id`, {
        reason: 'invalid-argument',
        hint: 'Give all of it, as "git rev-parse COMMIT" prints it: an abbreviation cannot be fetched.',
    });
}
function parseSnapshot(snapshot) {
    const file = snapshot.tree.get(flockFile);
    if (file === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${flockFile}: the config branch has no such file`, {
            reason: 'invalid-flock',
            hint: `Ensure that ${flockFile} is at the top of the branch and committed.`,
            at: { file: flockFile },
        });
    }
    return (0,_flock_parse_flock_js__WEBPACK_IMPORTED_MODULE_2__/* .parseFlock */ .T)({ text: file.bytes.toString('utf8'), file: flockFile });
}
/** The machines that a person asked for, in the order of `flock.yml`. */
async function chooseMachines(ports, survey, request) {
    const wantsChanged = request.selectors.some((selector) => selector.replace(/^!/, '') === 'changed');
    const changed = wantsChanged ? await changedMachines(ports, survey, request.since) : undefined;
    return (0,_flock_select_js__WEBPACK_IMPORTED_MODULE_3__/* .selectMachines */ .L)({
        flock: survey.flock,
        selectors: request.selectors,
        ...(changed === undefined ? {} : { changed }),
    });
}
/** Machines that the commits since `since` concern; all of them when that commit is gone (first push, forced push). */
async function changedMachines(ports, survey, given) {
    const since = given ?? ports.before;
    if (since === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F('machines: "changed" needs a commit to compare with', {
            reason: 'invalid-argument',
            hint: 'Give --since COMMIT, or use it in a workflow that a push started.',
        });
    }
    requireWholeCommit('since', since);
    const before = /^0+$/.test(since) ? undefined : await ports.ledger.readAt(since);
    if (before === undefined) {
        ports.reporter.report({
            kind: 'notice',
            level: 'info',
            message: `the branch has no commit ${since.slice(0, 12)} to compare with: every machine counts as changed`,
        });
    }
    const paths = before === undefined ? [] : (0,_flock_affected_js__WEBPACK_IMPORTED_MODULE_1__/* .changedPaths */ .v)(before.tree, survey.snapshot.tree);
    const flockBefore = before === undefined ? undefined : flockOrNothing(before);
    const { names, why } = (0,_flock_affected_js__WEBPACK_IMPORTED_MODULE_1__/* .affectedMachines */ .b)({
        before: flockBefore === undefined ? undefined : { flock: flockBefore },
        after: survey,
        changedPaths: paths,
    });
    for (const [name, reasons] of why) {
        ports.reporter.report({
            kind: 'notice',
            level: 'info',
            message: `${name} is concerned: ${reasons.join(', ')}`,
        });
    }
    return names;
}
/** A flock.yml that was wrong before this push is no reason to refuse the one that mends it. */
function flockOrNothing(snapshot) {
    try {
        return parseSnapshot(snapshot);
    }
    catch (error) {
        if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F)
            return undefined;
        throw error;
    }
}
/** Tells whose pinned host key a line is: an address may have gone from one machine to another. */
function ownerOfKey({ snapshot }) {
    const owners = new Map();
    return (key) => {
        if (owners.size === 0) {
            for (const [name, { identity }] of snapshot.machines) {
                for (const line of identity?.hostKeys ?? [])
                    owners.set(line, name);
            }
        }
        return owners.get(key);
    };
}
/** The pinned identity of a machine; throws `not-provisioned`. */
function identityOf(survey, name) {
    const identity = survey.snapshot.machines.get(name)?.identity;
    if (identity !== undefined)
        return identity;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .DroverError */ .F(`${name}: the machine does not exist yet`, {
        reason: 'not-provisioned',
        hint: `Run "drover provision ${name}" first, or "drover create ${name}" to do all in one.`,
    });
}
/** The survey as it is once this identity is on the branch. */
function withIdentity(survey, { name, identity }) {
    const { snapshot } = survey;
    const machines = new Map(snapshot.machines);
    machines.set(name, { ...machines.get(name), identity });
    return { ...survey, snapshot: { ...snapshot, machines } };
}


/***/ })

};
