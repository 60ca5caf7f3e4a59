export const id = 6915;
export const ids = [6915];
export const modules = {

/***/ 2463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ mergeLayers)
/* harmony export */ });
/** Merges layers, given from weakest to strongest: maps are merged key by key, everything else is replaced. */
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


/***/ }),

/***/ 91133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isSafeForToken)
/* harmony export */ });
/** Whether a token may be sent to a URL. Everyone on the way can read plain HTTP, but a request to this computer never leaves it. */
function isSafeForToken(url) {
    if (!URL.canParse(url))
        return false;
    const { protocol, hostname } = new URL(url);
    if (protocol === 'https:')
        return true;
    return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}


/***/ }),

/***/ 62636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ defaultDnsProvider),
/* harmony export */   u: () => (/* binding */ dnsProviders)
/* harmony export */ });
/** The one list of what serves DNS names. To add one, add its folder and its line here. */
const dnsProviders = {
    route53: () => __webpack_require__.e(/* import() */ 165).then(__webpack_require__.bind(__webpack_require__, 165)),
    hosts: () => __webpack_require__.e(/* import() */ 8297).then(__webpack_require__.bind(__webpack_require__, 18297)),
};
/** Of a machine whose layers name none. */
const defaultDnsProvider = 'route53';


/***/ }),

/***/ 37058:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ without),
/* harmony export */   a: () => (/* binding */ inOrder)
/* harmony export */ });
/** Data without the parts at some paths: an entry of a list or map is removed, a single value becomes null. */
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
/** Entries by name, in the order of `keys`. */
function inOrder(entries, keys) {
    const known = new Map(Object.entries(entries ?? {}));
    // An entry with nothing after its ":" is an empty one.
    return new Map(keys.filter((key) => known.has(key)).map((key) => [key, known.get(key) ?? {}]));
}


/***/ }),

/***/ 76915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ parseFlock)
});

// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/base/text/nearest.js
var nearest = __webpack_require__(77196);
;// CONCATENATED MODULE: ./build/flock/resolve/linearise.js
/**
 * Puts groups in order of precedence, weakest first. Included groups come before the
 * group that includes them; each group is listed once, and its first mention decides where.
 * Leaves out groups that do not exist and ends on cycles, which are reported elsewhere.
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
/** Each cycle of groups, as `[a, b, a]`: each group includes the next one. */
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

// EXTERNAL MODULE: ./build/flock/yaml/yaml-lookup.js
var yaml_lookup = __webpack_require__(34616);
// EXTERNAL MODULE: ./build/flock/problems/shown.js
var shown = __webpack_require__(69002);
;// CONCATENATED MODULE: ./build/flock/problems/group-problems.js




/** Problems of groups that are named and do not exist, and of groups that include themselves. */
function findGroupProblems(entries, source) {
    // A group that was refused for another reason was still meant to exist.
    const own = source.keys(['groups']);
    const known = [...new Set([...own, ...entries.toolkit.groups.keys()])];
    const unknown = entries.isTopDoubtful && own.length === 0 ? [] : findUnknown({ entries, source, known });
    return [
        ...unknown,
        ...findCycles(entries.includes).map((cycle) => cycleProblem(cycle, { entries, source })),
    ];
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
function cycleProblem(cycle, { entries, source }) {
    const steps = cycle.slice(1).map((name, index) => ({ last: cycle[index] ?? '', name }));
    // The problem is reported in the flock's file where possible: a flock cannot change the toolkit's.
    const own = steps.findLast(({ last, name }) => entries.groups.get(last)?.groups?.includes(name));
    const { last, name } = own ?? steps.at(-1) ?? { last: '', name: '' };
    const path = ['groups', last, 'groups'];
    return {
        reason: 'invalid-flock',
        message: `${(0,shown/* shownPath */.pS)(path)}: groups include each other: ${cycle.join(' -> ')}`,
        at: placeOf({ name, path, source: own === undefined ? entries.toolkit.source : source }),
        hint: `remove "${name}" here, or one of the others`,
    };
}
function placeOf({ name, path, source }) {
    const list = (0,yaml_lookup/* dataAt */.ox)(source.data, path);
    return source.valueAt(Array.isArray(list) ? [...path, list.indexOf(name)] : path);
}

// EXTERNAL MODULE: ./build/flock/problems/schema-problems.js
var schema_problems = __webpack_require__(56037);
;// CONCATENATED MODULE: ./build/flock/problems/vars-problems.js


/** A template's expression for a secret. An expression that Ansible would read as a variable of that name does not match. */
const secretUse = /\{\{[{~]*\s*(?:json\s*\(\s*)?(?<helper>secret|generated)(?:\s*["']|\s+[A-Z])/;
/** Problems of variables that name a secret: variables are written to plain files and shown, and are not rendered as templates. */
function findVarsProblems({ groups, machines }, source) {
    const layers = [
        { path: ['vars'], folder: 'all' },
        ...[...groups.keys()].map((name) => ({ path: ['groups', name, 'vars'], folder: `groups/${name}` })),
        ...[...machines.keys()].map((name) => ({ path: ['machines', name, 'vars'], folder: `machines/${name}` })),
    ];
    return layers.flatMap(({ path, folder }) => textsIn((0,yaml_lookup/* dataAt */.ox)(source.data, path), path).flatMap(({ text, path: at }) => {
        const helper = secretUse.exec(text)?.groups?.helper;
        if (helper === undefined)
            return [];
        return [
            {
                reason: 'invalid-flock',
                message: `${(0,shown/* shownPath */.pS)(at)}: a variable cannot hold {{${helper} …}}`,
                at: source.valueAt(at),
                hint: `for a role, write it in secrets-templates/${folder}/ansible-vars.yml; for a file, in its template below secrets-templates`,
            },
        ];
    }));
}
function textsIn(value, path) {
    if (typeof value === 'string')
        return [{ text: value, path }];
    if (typeof value !== 'object' || value === null)
        return [];
    if (Array.isArray(value))
        return value.flatMap((item, index) => textsIn(item, [...path, index]));
    return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}

;// CONCATENATED MODULE: ./build/flock/resolve/environments.js


function environmentsOf({ flock }) {
    return Object.entries(flock.environments ?? {}).map(([name, entry]) => ({
        name,
        isProtected: entry?.protected ?? false,
    }));
}
/** Problems of environments that are named and not listed: a misspelt one would not be protected. */
function findEnvironmentProblems(entries, source) {
    // An environment that was refused for another reason was still meant to exist.
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

;// CONCATENATED MODULE: ./build/flock/problems/doubt.js

/** Whether something that an entry seems to lack may be in a part that was refused, or in a group that does not exist. */
function mayBeElsewhere({ key, entry }, entries) {
    const named = entry.groups ?? [];
    const groups = lineariseGroups(named, entries.includes);
    const mentioned = [...named, ...groups.flatMap((name) => entries.includes.get(name) ?? [])];
    return (entries.isTopDoubtful ||
        entries.isDoubtful(['vars']) ||
        entries.isDoubtful(['machines', key]) ||
        mentioned.some((name) => !entries.includes.has(name) || entries.isDoubtful(['groups', name])));
}

;// CONCATENATED MODULE: ./build/flock/problems/machine-faults.js

/** One problem for each thing that is wrong, however many machines it concerns. */
function faultProblems(faults) {
    const alike = new Map();
    for (const fault of faults) {
        const id = JSON.stringify([fault.source.file, fault.path, fault.what]);
        const others = alike.get(id);
        if (others === undefined)
            alike.set(id, [fault]);
        else
            others.push(fault);
    }
    return [...alike.values()].flatMap(([fault, ...others]) => {
        if (fault === undefined)
            return [];
        const { source, path, isKey = false, what, machine, hint } = fault;
        const more = others.length > 0 ? ` and ${others.length} more` : '';
        return [
            {
                reason: 'invalid-flock',
                message: `${(0,shown/* shownPath */.pS)(path)}: ${what} (for ${(0,shown/* quoted */.TL)(machine)}${more})`,
                at: isKey ? source.keyAt(path) : source.valueAt(path),
                hint,
            },
        ];
    });
}

// EXTERNAL MODULE: ./build/flock/schema/schema.js
var schema = __webpack_require__(48029);
;// CONCATENATED MODULE: ./build/flock/problems/dns-name-fault.js


/** Why a text cannot be the DNS name of a machine (RFC 1035, 2.3.4; RFC 1123, 2.1), and a hint. */
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
    const bad = labels.find((label) => !schema/* machineName */.Fm.test(label));
    if (bad !== undefined) {
        return {
            what: `its part ${(0,shown/* quoted */.TL)(bad)} is not of a-z, 0-9 and "-"`,
            hint: 'make each part between dots of a-z, 0-9 and "-", with no "-" at either end',
        };
    }
    // A resolver could not distinguish such a name from an address.
    if (/^\d+$/.test(labels.at(-1) ?? '')) {
        return { what: 'its last part is a number', hint: 'end it with the name of a zone, as in "example.org"' };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/flock/resolve/name-pattern.js
/** Parses a name that the schema accepted. */
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

;// CONCATENATED MODULE: ./build/flock/resolve/placed-layers.js
/** Lists layers, weakest first: toolkit < flock < groups in order < machine. A group of the toolkit is just below the flock's group of that name. */
function layersOf({ key, entry, groups }, { entries, source }) {
    const { toolkit } = entries;
    return [
        { entry: toolkit.top, source: toolkit.source, path: [] },
        { entry: entries.flock, source, path: [] },
        ...groups.flatMap((name) => [
            ...placed({ entry: toolkit.groups.get(name), source: toolkit.source, path: ['groups', name] }),
            ...placed({ entry: entries.groups.get(name), source, path: ['groups', name] }),
        ]),
        { entry, source, path: ['machines', key] },
    ];
}
function placed({ entry, ...place }) {
    return entry === undefined ? [] : [{ entry, ...place }];
}

// EXTERNAL MODULE: ./build/flock/schema/certificate-schema.js
var certificate_schema = __webpack_require__(25491);
;// CONCATENATED MODULE: ./build/flock/resolve/fold-entries.js
/** Merges entries key by key, in order of first mention. null removes an entry or a key. */
function foldEntries(layers, { key, pick, }) {
    const slots = new Map();
    for (const [strength, { entry: layer, source, path }] of layers.entries()) {
        for (const [name, fields] of Object.entries(pick(layer) ?? {})) {
            const place = { source, path: [...path, ...(key === undefined ? [] : [key]), name], strength };
            if (fields === null)
                slots.delete(name);
            else
                slots.set(name, addFields({ slot: slots.get(name), fields, place }));
        }
    }
    return [...slots].map(([name, { place, values }]) => ({
        name,
        fields: Object.fromEntries([...values].map(([field, { value }]) => [field, value])),
        place,
        placeOf: (field) => values.get(field)?.place ?? place,
    }));
}
function addFields({ slot, fields, place, }) {
    const values = new Map(slot?.values);
    for (const [field, value] of Object.entries(fields)) {
        if (value === null)
            values.delete(field);
        else if (value !== undefined)
            values.set(field, { value, place: { ...place, path: [...place.path, field] } });
    }
    return { place, values };
}

;// CONCATENATED MODULE: ./build/flock/resolve/resolve-certificate.js


/** Merges the layers key by key. Undefined when no layer has a certificate, or a stronger layer removes it. */
function resolveCertificate(layers) {
    const [entry] = foldEntries(layers, {
        pick: ({ certificate }) => (certificate === undefined ? {} : { certificate }),
    });
    if (entry === undefined)
        return undefined;
    const faults = [...secretFaults(entry), ...wildcardFaults(entry)];
    return { entry, faults, desired: faults.length > 0 ? undefined : desiredCertificateOf(entry.fields) };
}
function desiredCertificateOf(fields) {
    const key = fields.key ?? 'ecdsa';
    const [certificateSecret, keySecret] = [fields['certificate-secret'], fields['key-secret']];
    if (fields.from === 'self-signed')
        return (names) => ({ from: 'self-signed', names, key });
    if (fields.from === 'secret') {
        if (!certificateSecret || !keySecret)
            return undefined;
        return (names) => ({ from: 'secret', names, key, certificateSecret, keySecret });
    }
    const { contact, acme = 'staging', challenge, ca } = fields;
    return (names) => ({
        from: 'acme',
        names,
        key,
        acme: directoryOf(acme ?? 'staging'),
        challenge: challenge ?? 'webroot',
        ...(contact ? { contact } : {}),
        ...(ca ? { ca } : {}),
    });
}
function directoryOf(acme) {
    return acme === 'staging' || acme === 'production' ? certificate_schema/* acmeDirectories */.Cn[acme] : acme;
}
const secretKeys = ['certificate-secret', 'key-secret'];
function secretFaults({ fields, place, placeOf }) {
    const given = secretKeys.filter((key) => fields[key] !== undefined);
    if (fields.from !== 'secret') {
        const hint = (key) => `add "from: secret", or write "${key}:" with nothing after it`;
        return given.map((key) => ({
            ...placeOf(key),
            isKey: true,
            what: `only "from: secret" takes "${key}"`,
            hint: hint(key),
        }));
    }
    const absent = secretKeys.filter((key) => fields[key] === undefined);
    if (absent.length === 0)
        return [];
    const what = `no layer gives ${absent.map((key) => `"${key}"`).join(' and ')}`;
    const hint = `add ${absent.map((key) => `"${key}: NAME"`).join(' and ')}, the names of secrets`;
    return [{ ...place, isKey: true, what, hint }];
}
function wildcardFaults({ fields, placeOf }) {
    const { from, challenge, names } = fields;
    if ((from ?? 'acme') !== 'acme' || challenge === 'dns-route53')
        return [];
    const wildcard = names?.find((name) => name.startsWith('*.'));
    if (wildcard === undefined)
        return [];
    const what = `"${wildcard}" is proved over DNS only, and the challenge is "${challenge ?? 'webroot'}"`;
    return [{ ...placeOf('names'), what, hint: 'add "challenge: dns-route53", or name each host' }];
}

;// CONCATENATED MODULE: ./build/flock/resolve/certificates.js








/** Gives each machine the certificate that its layers ask for. */
function giveCertificates(named, context) {
    const given = named.map((one) => certifyEntry(one, context));
    return {
        machines: given.flatMap(({ machines }) => machines),
        problems: faultProblems(given.flatMap(({ faults }) => faults)),
    };
}
function certifyEntry({ key, entry, machines }, context) {
    const [first] = machines;
    const { entries } = context;
    const pattern = first === undefined
        ? undefined
        : resolveCertificate(layersOf({ key, entry, groups: first.groups }, context));
    // A problem that follows from a refused part is not reported beside it.
    const isDoubtful = ['certificate', 'dns'].some((part) => entries.isDoubtful([part]));
    if (pattern === undefined || isDoubtful || mayBeElsewhere({ key, entry }, entries)) {
        return { machines, faults: [] };
    }
    const { desired } = pattern;
    const faults = machines.flatMap(({ name }) => pattern.faults.map((fault) => ({ ...fault, machine: name })));
    const each = machines.map((machine) => ({ machine, ...namesFor(machine, pattern) }));
    return {
        machines: each.map(({ machine, names }) => desired === undefined || names.length === 0 ? machine : { ...machine, certificate: desired(names) }),
        faults: [...faults, ...each.flatMap((one) => one.faults)],
    };
}
function namesFor({ name, vars, dns }, { entry }) {
    const fault = (what, hint) => ({
        ...entry.placeOf('names'),
        isKey: entry.fields.names === undefined,
        what,
        machine: name,
        hint,
    });
    const patterns = entry.fields.names;
    if (!patterns) {
        if (dns !== undefined)
            return { names: [dns.name], faults: [] };
        const hint = 'add "names: […]" or a DNS name, or write "certificate:" with nothing after it for this machine';
        return { names: [], faults: [fault('it has no names: the machine has no DNS name', hint)] };
    }
    const known = { ...vars, ...(dns === undefined ? {} : { dns: dns.name }), name };
    const faults = [];
    const names = patterns.flatMap((written) => {
        const pattern = parseNamePattern(written);
        const [missing] = missingVariables(pattern, known);
        if (missing !== undefined) {
            const meant = (0,nearest/* nearest */.p)(missing, Object.keys(known));
            const add = `add it to the vars of the machine, a group or the flock: { ${missing}: … }`;
            const hint = meant === undefined || meant === missing ? add : `did you mean "{${meant}}"?`;
            faults.push(fault(`the variable ${(0,shown/* quoted */.TL)(missing)} has no single value`, hint));
            return [];
        }
        const expanded = expandName(pattern, { vars: known, number: 0 });
        const wrong = wrongName(expanded);
        if (wrong === undefined)
            return [expanded];
        faults.push(fault(`${(0,shown/* quoted */.TL)(expanded)} cannot be a name in a certificate: ${wrong.what}`, wrong.hint));
        return [];
    });
    const twice = names.find((one, index) => names.indexOf(one) !== index);
    if (twice !== undefined)
        faults.push(fault(`${(0,shown/* quoted */.TL)(twice)} is listed twice`, 'leave one of the two out'));
    return { names: faults.length === 0 ? names : [], faults };
}
function wrongName(name) {
    const host = name.replace(/^\*\./, '');
    if (host.includes('.'))
        return dnsNameFault(host);
    return { what: 'it has only one part', hint: 'write it with its zone, as in "www.example.org"' };
}

// EXTERNAL MODULE: ./build/dns/dns-providers.js
var dns_providers = __webpack_require__(62636);
;// CONCATENATED MODULE: ./build/flock/resolve/dns-pattern.js


/** Merges the layers key by key: flock < groups in order < machine. Undefined when the strongest name is empty, or no layer has one. */
function resolveDns({ key, entry, groups }, entries) {
    const layers = [
        { path: ['dns'], dns: entries.flock.dns },
        ...groups.map((name) => ({ path: ['groups', name, 'dns'], dns: entries.groups.get(name)?.dns })),
        { path: ['machines', key, 'dns'], dns: entry.dns },
    ];
    const strongest = (part) => layers.findLast(({ dns }) => dns?.[part] !== undefined);
    const named = strongest('name');
    const name = named?.dns?.name ?? '';
    if (named === undefined || name === '')
        return undefined;
    return {
        provider: strongest('provider')?.dns?.provider ?? dns_providers/* defaultDnsProvider */.a,
        ttlSeconds: strongest('ttl')?.dns?.ttl ?? 60,
        pattern: parseNamePattern(name),
        path: [...named.path, 'name'],
    };
}

;// CONCATENATED MODULE: ./build/flock/resolve/dns-names.js







/** Gives each machine the DNS name that its layers' pattern makes for it. */
function giveDnsNames(expanded, context) {
    const named = expanded.map((one) => nameEntry(one, context.entries));
    const faults = named.flatMap((one) => one.faults);
    const clashes = findClashes(named.flatMap(({ given }) => given));
    return {
        named: expanded.map(({ key, entry }, index) => ({ key, entry, machines: named[index]?.machines ?? [] })),
        problems: faultProblems([...faults, ...clashes.map((clash) => clashFault(clash, context))].map((fault) => ({
            ...fault,
            source: context.source,
        }))),
    };
}
function nameEntry({ key, entry, machines }, entries) {
    const [first] = machines;
    const nameless = { machines, given: [], faults: [] };
    if (first === undefined)
        return nameless;
    const dns = resolveDns({ key, entry, groups: first.groups }, entries);
    // A problem that follows from a refused part is not reported beside it.
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
        // Two machines of one name are reported elsewhere.
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

// EXTERNAL MODULE: ./build/base/merge-layers.js
var merge_layers = __webpack_require__(2463);
// EXTERNAL MODULE: ./build/providers/providers.js
var providers = __webpack_require__(84431);
// EXTERNAL MODULE: ./build/base/safe-for-token.js
var safe_for_token = __webpack_require__(91133);
// EXTERNAL MODULE: ./build/render/manifest/follow-up-schema.js
var follow_up_schema = __webpack_require__(27888);
// EXTERNAL MODULE: ./build/flock/symlink-path.js
var symlink_path = __webpack_require__(83585);
;// CONCATENATED MODULE: ./build/flock/problems/path-clashes.js


/** Entries whose paths are equal or one inside another. Each pair is reported at the entry of the stronger layer. */
function findPathClashes(taken) {
    return taken.flatMap((second, index) => taken
        .slice(0, index)
        .flatMap((first) => first.place.strength > second.place.strength ? clashOf(first, second) : clashOf(second, first)));
}
function clashOf(strong, weak) {
    const pairs = strong.paths.flatMap((path) => weak.paths.map((other) => ({ path, other })));
    const clash = pairs.find(({ path, other }) => (0,symlink_path/* overlaps */.$)(path, other));
    if (clash === undefined)
        return [];
    const at = weak.place.source.valueAt(weak.place.path);
    const where = weak.place.source === strong.place.source ? '' : ` of ${at.file}`;
    return [
        {
            ...strong.place,
            what: `${(0,shown/* quoted */.TL)(clash.path)} ${relation(clash)} of ${weak.what} "${weak.name}"`,
            hint: `give one of the two another path; the other is on line ${at.line}${where}`,
        },
    ];
}
function relation({ path, other }) {
    if (path === other)
        return 'is the path';
    return `${path.startsWith(`${other}/`) ? 'is inside' : 'holds'} ${(0,shown/* quoted */.TL)(other)}`;
}

;// CONCATENATED MODULE: ./build/flock/resolve/resolve-code.js




/** `code` and `artifacts` of a machine, from all of its layers. Leaves out incomplete entries. */
function resolveCode(layers) {
    const code = foldEntries(layers, { key: 'code', pick: (layer) => layer.code });
    const artifacts = foldEntries(layers, {
        key: 'artifacts',
        pick: (layer) => layer.artifacts,
    });
    const taken = [
        ...code.flatMap((entry) => takenBy(entry, { what: 'code', beside: ['.releases', '.shared'] })),
        ...artifacts.flatMap((entry) => takenBy(entry, { what: 'artifact', beside: [] })),
    ];
    return {
        code: code.flatMap((entry) => readCode(entry) ?? []),
        artifacts: artifacts.flatMap((entry) => readArtifact(entry) ?? []),
        faults: [
            ...code.flatMap((entry) => [
                ...missing(entry, ['url', 'revision', 'path']),
                ...credentialFaults(entry),
            ]),
            ...artifacts.flatMap((entry) => [...missing(entry, ['path', 'sha256']), ...sourceFaults(entry)]),
            ...findPathClashes(taken),
        ],
    };
}
function readCode({ name, fields }) {
    const { url, revision, path, via, build, after, shared, credentials } = fields;
    if (!url || !revision || !path)
        return undefined;
    const owner = fields.owner ?? 'root';
    return {
        name,
        url,
        revision,
        path,
        via: via ?? 'clone',
        owner,
        group: fields.group ?? owner,
        build: build ?? [],
        after: (0,follow_up_schema/* readFollowUps */.Uq)(after),
        shared: shared ?? [],
        ...(credentials ? { credentials } : {}),
    };
}
function readArtifact({ name, fields }) {
    const { path, sha256, url, file, after } = fields;
    const from = url ? { kind: 'url', url } : file ? { kind: 'file', file } : undefined;
    if (!path || !sha256 || from === undefined)
        return undefined;
    const owner = fields.owner ?? 'root';
    return {
        name,
        path,
        sha256: sha256.toLowerCase(),
        from,
        mode: Number.parseInt(fields.mode ?? '0755', 8),
        owner,
        group: fields.group ?? owner,
        after: (0,follow_up_schema/* readFollowUps */.Uq)(after),
    };
}
function missing({ fields, place }, required) {
    const absent = required.filter((key) => fields[key] === undefined);
    if (absent.length === 0)
        return [];
    const [only, ...others] = absent;
    const what = others.length === 0 ? `no layer gives "${only}"` : `no layer gives ${list(absent)}`;
    return [{ ...place, isKey: true, what, hint: `add ${absent.map((key) => `"${key}: …"`).join(' and ')}` }];
}
function credentialFaults({ fields, placeOf }) {
    const { credentials, via, url } = fields;
    if (credentials === undefined)
        return [];
    if (via !== 'push') {
        const hint = 'add "via: push", or write "credentials:" with nothing after it';
        return [{ ...placeOf('credentials'), what: 'only "via: push" takes credentials', hint }];
    }
    if (url === undefined || url === null || (0,safe_for_token/* isSafeForToken */.M)(url))
        return [];
    const hint = 'give an https URL, or write "credentials:" with nothing after it';
    return [{ ...placeOf('credentials'), what: 'only an https URL takes credentials', hint }];
}
function sourceFaults({ fields, place, placeOf }) {
    if (fields.url === undefined && fields.file === undefined) {
        const what = 'no layer gives "url" or "file"';
        return [{ ...place, isKey: true, what, hint: 'add "url: …", or "file: …" for one on the config branch' }];
    }
    if (fields.url === undefined || fields.file === undefined)
        return [];
    const [url, file] = [placeOf('url'), placeOf('file')];
    const [here, there, weaker] = file.strength >= url.strength ? [file, url, 'url'] : [url, file, 'file'];
    const at = there.source.keyAt(there.path);
    const where = there.source === here.source ? `line ${at.line}` : `line ${at.line} of ${at.file}`;
    return [
        {
            ...here,
            isKey: true,
            what: `both "url" and "file" are given: "${weaker}" on ${where}`,
            hint: `leave out one of the two; "${weaker}:" with nothing after it removes that of a weaker layer`,
        },
    ];
}
function takenBy({ name, fields, placeOf }, { what, beside }) {
    const { path } = fields;
    if (!path)
        return [];
    const place = placeOf('path');
    return [{ what, name, paths: [path, ...beside.map((suffix) => `${path}${suffix}`)], place }];
}
function list(keys) {
    return keys.map((key) => `"${key}"`).join(' and ');
}

;// CONCATENATED MODULE: ./build/flock/resolve/resolve-roles.js


/** Lists roles in order of first mention. `!NAME` removes a role of a weaker layer, or an earlier one of the same layer. */
function resolveRoles(layers) {
    const roles = new Set();
    for (const written of layers.flatMap(({ entry }) => entry.roles ?? [])) {
        if (written.startsWith('!'))
            roles.delete(written.slice(1));
        else
            roles.add(written);
    }
    return [...roles];
}
/** The place where each role is first named: in the flock, otherwise in the toolkit. */
function rolePlacesOf(entries, source) {
    const places = new Map();
    for (const { written, path, source: from } of mentions(entries, source)) {
        if (!written.startsWith('!') && !places.has(written))
            places.set(written, from.valueAt(path));
    }
    return places;
}
/** Problems of each `!NAME` whose role no layer of any machine gives: a misspelt one would not remove the role. */
function findRoleProblems(entries, source) {
    const all = mentions(entries, source);
    const given = new Set(all.flatMap(({ written }) => (written.startsWith('!') ? [] : [written])));
    // The role that is meant may have been refused.
    if (isAnyDoubtful(entries))
        return [];
    return all.flatMap(({ written, path, source: from }) => {
        const name = written.slice(1);
        if (!written.startsWith('!') || given.has(name))
            return [];
        const meant = (0,nearest/* nearest */.p)(name, given);
        const others = given.size === 0 ? 'leave it out' : `roles: ${(0,shown/* shownNames */.kA)([...given])}`;
        return [
            {
                reason: 'invalid-flock',
                message: `${(0,shown/* shownPath */.pS)(path)}: ${(0,shown/* quoted */.TL)(written)} removes a role that no layer gives`,
                at: from.valueAt(path),
                hint: meant === undefined ? others : `did you mean "!${meant}"?`,
            },
        ];
    });
}
function isAnyDoubtful(entries) {
    const { groups, machines, isDoubtful } = entries;
    return (entries.isTopDoubtful ||
        isDoubtful(['roles']) ||
        [...groups.keys()].some((name) => isDoubtful(['groups', name])) ||
        [...machines.keys()].some((name) => isDoubtful(['machines', name])));
}
function mentions(entries, source) {
    const { toolkit } = entries;
    return [
        { entry: entries.flock, path: [], source },
        ...[...entries.groups].map(([name, entry]) => ({ entry, path: ['groups', name], source })),
        ...[...entries.machines].map(([name, entry]) => ({ entry, path: ['machines', name], source })),
        { entry: toolkit.top, path: [], source: toolkit.source },
        ...[...toolkit.groups].map(([name, entry]) => ({
            entry,
            path: ['groups', name],
            source: toolkit.source,
        })),
    ].flatMap(({ entry, path, source: from }) => (entry.roles ?? []).map((written, index) => ({ written, path: [...path, 'roles', index], source: from })));
}

;// CONCATENATED MODULE: ./build/flock/resolve/resolve-machine.js






/** Everything of a machine but its names, from its layers: toolkit < flock < groups in order < machine. */
function resolveMachine({ key, entry }, context) {
    const groups = lineariseGroups(entry.groups ?? [], context.entries.includes);
    const placed = layersOf({ key, entry, groups }, context);
    const layers = placed.map((layer) => layer.entry);
    const strongestFirst = layers.toReversed();
    const strongest = (pick) => strongestFirst.map(pick).find((value) => value !== undefined);
    const environment = strongest((layer) => layer.environment);
    const { code, artifacts, faults } = resolveCode(placed);
    const resolved = {
        groups,
        vars: (0,merge_layers/* mergeLayers */.J)(layers.map(({ vars }) => vars ?? {})),
        provider: strongest(({ provider }) => provider) ?? providers/* defaultProvider */.v,
        settings: (0,merge_layers/* mergeLayers */.J)(layers.map(({ settings }) => settings ?? {})),
        ssh: { user: strongest(({ ssh }) => ssh?.user) ?? 'root', port: strongest(({ ssh }) => ssh?.port) ?? 22 },
        checks: resolveChecks(layers),
        roles: resolveRoles(placed),
        code,
        artifacts,
        ...(environment === undefined ? {} : { environment }),
        protect: entry.protect ?? false,
    };
    return { resolved, faults };
}
/** A stronger layer's check replaces a weaker layer's check of that name in its place; null removes it. */
function resolveChecks(layers) {
    const commands = new Map(layers.flatMap(({ checks }) => Object.entries(checks ?? {})));
    return [...commands].flatMap(([name, command]) => (command === null ? [] : [{ name, command }]));
}

;// CONCATENATED MODULE: ./build/flock/resolve/expand-machines.js









/** Expands each entry under `machines:` into its machines, in order. */
function expandMachines(context) {
    const { entries, source } = context;
    const total = [...entries.machines.values()].reduce((sum, { count = 1 }) => sum + count, 0);
    if (total > schema/* maxMachines */.N7)
        return { machines: [], problems: [tooMany(total, source)] };
    const expanded = [...entries.machines].map(([key, entry]) => expandEntry({ key, entry, pattern: parseNamePattern(key) }, context));
    const given = giveDnsNames([...entries.machines].map(([key, entry], index) => ({
        key,
        entry,
        machines: expanded[index]?.machines ?? [],
    })), context);
    const certified = giveCertificates(given.named, context);
    const named = [...entries.machines.keys()].map((key, index) => ({
        key,
        names: expanded[index]?.machines.map(({ name }) => name) ?? [],
    }));
    const problems = expanded.flatMap((one) => one.problems);
    return {
        machines: certified.machines,
        problems: [
            ...problems,
            ...faultProblems(expanded.flatMap((one) => one.faults)),
            ...clashes(named, source),
            ...given.problems,
            ...certified.problems,
        ],
    };
}
function expandEntry(one, context) {
    const { key, entry, pattern } = one;
    const { resolved, faults: found } = resolveMachine(one, context);
    const faults = isCodeDoubtful(one, context.entries)
        ? []
        : found.map((fault) => ({ ...fault, machine: key }));
    const problem = sequenceProblem(one, context) ?? variableProblem({ ...one, vars: resolved.vars }, context);
    if (problem !== undefined)
        return { machines: [], problems: problem === 'doubtful' ? [] : [problem], faults };
    const { first = 1, count = 1 } = entry;
    const names = Array.from({ length: count }, (_, index) => expandName(pattern, { vars: resolved.vars, number: first + index }));
    const nameProblems = badNames({ key, names }, context.source);
    if (nameProblems.length > 0)
        return { machines: [], problems: nameProblems, faults };
    return { machines: names.map((name) => ({ name, ...resolved })), problems: [], faults };
}
/** Whether something that code or an artifact seems to lack may be in a part that was refused. */
function isCodeDoubtful({ key, entry }, entries) {
    return (entries.isDoubtful(['code']) ||
        entries.isDoubtful(['artifacts']) ||
        mayBeElsewhere({ key, entry }, entries));
}
function sequenceProblem({ key, entry, pattern }, { entries, source }) {
    const path = ['machines', key];
    const needsCount = hasSequence(pattern);
    const misplacedKey = entry.count !== undefined ? 'count' : entry.first !== undefined ? 'first' : undefined;
    if (needsCount === (entry.count !== undefined) && (needsCount || misplacedKey === undefined))
        return undefined;
    // A count that was refused is not a missing one.
    if (entries.isDoubtful(path))
        return 'doubtful';
    if (needsCount) {
        return {
            reason: 'invalid-flock',
            message: `${(0,shown/* shownPath */.pS)(path)}: the name has {seq}, but the machine has no count`,
            at: source.keyAt(path),
            hint: 'add "count: 1", or give the machine a name without {seq}',
        };
    }
    return {
        reason: 'invalid-flock',
        message: `${(0,shown/* shownPath */.pS)(path)}: ${misplacedKey} needs {seq} in the name`,
        at: source.keyAt([...path, misplacedKey ?? '']),
        hint: `name it ${(0,shown/* quoted */.TL)(`${key.slice(0, 40)}-{seq}`)}, or remove ${misplacedKey}`,
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
/** Selectors, which must not be names of machines. */
const reserved = new Set(['all', 'changed']);
function badNames({ key, names }, source) {
    const bad = names.filter((name) => !schema/* machineName */.Fm.test(name) || reserved.has(name));
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
            hint: reserved.has(first) ? 'it has a meaning of its own in commands: use another' : `use ${schema/* nameRule */.Mp}`,
        },
    ];
}
function tooMany(total, source) {
    return {
        reason: 'invalid-flock',
        message: `machines: ${total} machines are asked for: at most ${schema/* maxMachines */.N7} can be in one flock`,
        at: source.keyAt(['machines']),
        hint: 'make a second flock on a branch of its own',
    };
}
/** Problems of entries that give the same name: one for each two entries, however many names they share. */
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

// EXTERNAL MODULE: ./build/flock/accepted-data.js
var accepted_data = __webpack_require__(37058);
;// CONCATENATED MODULE: ./build/flock/resolve/flock-entries.js


/** Leaves the refused parts out, so that what remains can be checked further. */
function readEntries(source, { refused, toolkit }) {
    const keys = new Set(refused.map((path) => JSON.stringify(path)));
    const data = refused.length === 0 ? source.data : (0,accepted_data/* without */.F)({ value: source.data, path: [], keys });
    const { groups, machines, ...flock } = schema/* flockSchema */.l8.parse(
    // This name only stands in for a refused one: no flock is returned then.
    refused.length === 0 ? data : { flock: 'refused', ...data });
    const groupsByName = (0,accepted_data/* inOrder */.a)(groups, source.keys(['groups']));
    const around = new Set(refused.flatMap((path) => path.map((_, index) => JSON.stringify(path.slice(0, index + 1)))));
    return {
        flock,
        groups: groupsByName,
        machines: (0,accepted_data/* inOrder */.a)(machines, source.keys(['machines'])),
        includes: includesOf([toolkit.groups, groupsByName]),
        toolkit,
        isDoubtful: (path) => around.has(JSON.stringify(path)) ||
            keys.has('[]') ||
            path.some((_, index) => keys.has(JSON.stringify(path.slice(0, index)))),
        isTopDoubtful: refused.some((path) => path.length < 2 && !isHarmless(path)),
    };
}
function isHarmless([key]) {
    return key !== undefined && key !== 'groups' && key !== 'vars' && Object.hasOwn(schema/* flockSchema */.l8.shape, key);
}
function includesOf(files) {
    const names = new Set(files.flatMap((groups) => [...groups.keys()]));
    return new Map([...names].map((name) => [name, [...new Set(files.flatMap((groups) => groups.get(name)?.groups ?? []))]]));
}

// EXTERNAL MODULE: ./build/flock/resolve/toolkit-entries.js
var toolkit_entries = __webpack_require__(92514);
// EXTERNAL MODULE: ./build/flock/yaml/yaml-source.js + 1 modules
var yaml_source = __webpack_require__(94010);
;// CONCATENATED MODULE: ./build/flock/parse-flock.js










/**
 * Reads a `flock.yml`. Throws one InputError (`invalid-flock`) with every
 * problem in the file's order, each with its place and a hint. Errors of YAML's
 * syntax are reported alone, because nothing behind them can be read with certainty.
 */
function parseFlock({ text, file, defaults = noDefaults }) {
    const toolkit = (0,toolkit_entries/* readToolkit */.h)(defaults);
    const source = (0,yaml_source/* readYaml */.g)({ text, file });
    const schema = (0,schema_problems/* findSchemaProblems */.V)(source);
    const entries = readEntries(source, { refused: [...source.refused, ...schema.refused], toolkit });
    const expansion = expandMachines({ entries, source });
    const problems = [
        ...source.problems,
        ...schema.problems,
        ...findGroupProblems(entries, source),
        ...findEnvironmentProblems(entries, source),
        ...findRoleProblems(entries, source),
        ...findVarsProblems(entries, source),
        ...expansion.problems,
    ];
    (0,errors/* throwIfInvalid */.TG)(problems.toSorted((a, b) => Number(b.at?.file === file) - Number(a.at?.file === file) ||
        (a.at?.line ?? 0) - (b.at?.line ?? 0) ||
        (a.at?.column ?? 0) - (b.at?.column ?? 0)));
    return {
        name: entries.flock.flock,
        groups: [...new Set([...entries.groups.keys(), ...toolkit.groups.keys()])],
        environments: environmentsOf(entries),
        machines: expansion.machines,
        rolePlaces: rolePlacesOf(entries, source),
    };
}
const noDefaults = { text: '', file: 'toolkit' };


/***/ }),

/***/ 56037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ findSchemaProblems)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _base_text_nearest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77196);
/* harmony import */ var _render_manifest_follow_up_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27888);
/* harmony import */ var _schema_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48710);
/* harmony import */ var _yaml_yaml_lookup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34616);
/* harmony import */ var _shown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(69002);






/** Checks data against the schema. There are no problems if and only if the schema accepts the data. */
function findSchemaProblems(source, schema = _schema_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .flockFile */ .uI) {
    const issues = schema.top.safeParse(source.data).error?.issues ?? [];
    const findings = issues.flatMap((issue) => explain(issue, { source, schema }));
    return {
        problems: findings.map(({ path, isKey, message, hint }) => ({
            reason: 'invalid-flock',
            message: `${message.subject.length === 0 ? source.file : (0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shownPath */ .pS)(message.subject)}: ${message.text}`,
            at: isKey ? source.keyAt(path) : source.valueAt(path),
            hint,
        })),
        refused: findings.map(({ path }) => path),
    };
}
function explain(issue, context) {
    const { source, schema } = context;
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => unknownKey({ parent: path, key, schema }));
    }
    if (issue.code === 'invalid_key')
        return [badName({ issue, path, schema }), ...below(path, context)];
    const found = (0,_yaml_yaml_lookup_js__WEBPACK_IMPORTED_MODULE_3__/* .dataAt */ .ox)(source.data, path);
    // The value is missing only because it was refused, which is reported already.
    if (found === null && source.refused.some((refused) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(refused, path)))
        return [];
    if (found === undefined) {
        const hint = `add "${path.at(-1)}: NAME"`;
        return [{ path, isKey: false, message: { subject: path, text: 'missing' }, hint }];
    }
    const { text, hint } = wordsFor(issue, { path, found });
    return [{ path, isKey: false, message: { subject: path, text }, hint }];
}
const wholeFile = { expected: 'a map', hint: 'begin with "flock: NAME", then "machines:"' };
const followUps = { expected: 'what follows a change', hint: `write ${_render_manifest_follow_up_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .followUpRule */ .NF}` };
function wordsFor(issue, { path, found }) {
    if (issue.code === 'custom' && typeof issue.params?.hint === 'string') {
        const value = issue.params.isSecret === true ? 'the value' : (0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(found);
        return { text: `${value} ${issue.message}`, hint: issue.params.hint };
    }
    const special = path.length === 0 ? wholeFile : (0,_schema_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .isFollowUps */ .q1)(path) ? followUps : undefined;
    const { expected, hint } = special ?? expectation(issue, found);
    return { text: `expected ${expected}, found ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shown */ .SP)(found)}`, hint };
}
function unknownKey({ parent, key, schema }) {
    const known = (0,_schema_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .knownKeys */ .eE)(parent, schema);
    const meant = known.find((name) => key.length > 2 && name.startsWith(key)) ?? (0,_base_text_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(key, known);
    return {
        path: [...parent, key],
        isKey: true,
        message: { subject: parent, text: `unknown key ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(key)}` },
        hint: meant === undefined ? `known keys: ${known.join(', ')}` : `did you mean "${meant}"?`,
    };
}
function badName({ issue, path, schema, }) {
    const text = `${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(String(path.at(-1)))} cannot be the name of ${(0,_schema_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .namedPart */ .fu)(path, schema).what}`;
    const hint = `use ${issue.issues[0]?.message ?? 'another name'}`;
    return { path, isKey: true, message: { subject: path.slice(0, -1), text }, hint };
}
/** Checks the value below a refused key, which zod does not. */
function below(path, context) {
    const { schema } = (0,_schema_schema_parts_js__WEBPACK_IMPORTED_MODULE_2__/* .namedPart */ .fu)(path, context.schema);
    const issues = schema?.nullable().safeParse((0,_yaml_yaml_lookup_js__WEBPACK_IMPORTED_MODULE_3__/* .dataAt */ .ox)(context.source.data, path)).error?.issues ?? [];
    return issues.flatMap((issue) => explain({ ...issue, path: [...path, ...issue.path] }, context));
}
function expectation(issue, found) {
    switch (issue.code) {
        case 'invalid_type':
            return expectedType(issue.expected, found);
        case 'invalid_value': {
            const values = issue.values.map(String);
            const meant = typeof found === 'string' ? (0,_base_text_nearest_js__WEBPACK_IMPORTED_MODULE_5__/* .nearest */ .p)(found, values) : undefined;
            const hint = meant === undefined ? `write one of: ${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .shownNames */ .kA)(values)}` : `did you mean "${meant}"?`;
            return { expected: `one of ${values.map(_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL).join(', ')}`, hint };
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
                ? { expected: 'a list', hint: `write it as a list: [${(0,_shown_js__WEBPACK_IMPORTED_MODULE_4__/* .quoted */ .TL)(found).slice(1, -1)}]` }
                : { expected: 'a list', hint: 'write it as a list: [a, b]' };
        default:
            return { expected: 'a map', hint: 'write lines of "key: value", indented below this key' };
    }
}


/***/ }),

/***/ 69002:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   kA: () => (/* binding */ shownNames),
/* harmony export */   pS: () => (/* binding */ shownPath)
/* harmony export */ });
const longest = 60;
/** A value as a message shows it: on one line, of limited length, without control or direction characters. */
function shown(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a map';
    return typeof value === 'string' ? quoted(value) : String(value);
}
/** A text in double quotes, otherwise as `shown` gives it. */
function quoted(text) {
    const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
    return JSON.stringify(cut).replaceAll(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, escaped);
}
/** `machines.web-1.groups[0]`; a key with other characters is quoted. */
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

/***/ 18236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ findWrongUrl)
/* harmony export */ });
const schemes = { code: ['https', 'http', 'ssh', 'git', 'file'], artifact: ['https', 'http'] };
/** Why a URL must not be given to git (`code`) or be fetched (`artifact`); undefined when it may. */
function findWrongUrl(url, use) {
    const hint = use === 'code'
        ? 'write an https, http, ssh, git or file URL, or user@host:path'
        : 'write an https or http URL';
    // git runs NAME:: as a program, and a command takes anything that begins with "-" for an option.
    if (url.length > 2000 || url.startsWith('-') || /[\0-\x20\x7f\\]|^[A-Za-z0-9+.-]*::/.test(url)) {
        return { message: 'is not a URL that may be used', hint };
    }
    const { scheme, rest = '' } = /^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):\/\/(?<rest>.*)$/s.exec(url)?.groups ?? {};
    if (scheme === undefined) {
        return use === 'code' && isScpLike(url) ? undefined : { message: 'is not a URL', hint };
    }
    if (!schemes[use].some((known) => known === scheme)) {
        return { message: `has the scheme "${scheme}", which may not be used`, hint };
    }
    return findWrongRest({ scheme, rest, hint, use });
}
function findWrongRest({ scheme, rest, hint, use, }) {
    const authority = rest.split(/[/?#]/, 1)[0] ?? '';
    const at = authority.lastIndexOf('@');
    const [user, host] = at < 0 ? ['', authority] : [authority.slice(0, at), authority.slice(at + 1)];
    if (scheme === 'file')
        return /^\/./.test(rest) ? undefined : { message: 'names no absolute path', hint };
    if (host === '' || host.startsWith('-') || user.startsWith('-'))
        return { message: 'names no host', hint };
    const isHttp = scheme === 'https' || scheme === 'http';
    if (user.includes(':') || (isHttp && at >= 0)) {
        const way = use === 'code' ? ', name it in "credentials" and add "via: push"' : '';
        return {
            message: 'holds credentials, which flock.yml must not',
            hint: `make it a secret${way}`,
            isSecret: true,
        };
    }
    return undefined;
}
/** git's own rule: there is no slash before the first colon. */
function isScpLike(url) {
    return /^(?:[A-Za-z0-9_.][A-Za-z0-9_.-]*@)?(?:[A-Za-z0-9_.][A-Za-z0-9_.-]*|\[[0-9A-Fa-f:.]+\]):(?!-)[^:].*$/.test(url);
}


/***/ }),

/***/ 92514:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readToolkit)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45145);
/* harmony import */ var _accepted_data_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37058);
/* harmony import */ var _problems_schema_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56037);
/* harmony import */ var _problems_shown_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69002);
/* harmony import */ var _schema_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48029);
/* harmony import */ var _schema_schema_parts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48710);
/* harmony import */ var _yaml_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(94010);







/**
 * Reads the weakest layer of every flock: a `flock.yml` that names no flock, machines, environments,
 * provider or DNS. Throws one InputError with the problems of this file alone, because those of the
 * flock can be found only on top of it. An empty text is an empty layer.
 */
function readToolkit(given) {
    if (known?.text !== given.text || known.source.file !== given.file) {
        known = { text: given.text, ...read(given) };
    }
    return known;
}
// A caller that waits anyway, as for a fetch by git, reads the file in advance.
let known;
function read({ text, file }) {
    const source = (0,_yaml_yaml_source_js__WEBPACK_IMPORTED_MODULE_4__/* .readYaml */ .g)({ text: text.trim() === '' ? '{}' : text, file });
    const schema = (0,_problems_schema_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .findSchemaProblems */ .V)(source, _schema_schema_parts_js__WEBPACK_IMPORTED_MODULE_3__/* .toolkitFile */ .Nb);
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)([...source.problems, ...schema.problems]);
    const { groups, ...top } = _schema_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .toolkitSchema */ .Mu.parse(source.data);
    const byName = (0,_accepted_data_js__WEBPACK_IMPORTED_MODULE_5__/* .inOrder */ .a)(groups, source.keys(['groups']));
    (0,_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfInvalid */ .TG)([...byName].flatMap(([name, group]) => (group.groups ?? []).flatMap((other, index) => {
        if (byName.has(other))
            return [];
        const path = ['groups', name, 'groups'];
        return [
            {
                reason: 'invalid-flock',
                message: `${(0,_problems_shown_js__WEBPACK_IMPORTED_MODULE_6__/* .shownPath */ .pS)(path)}: no group "${other}"`,
                at: source.valueAt([...path, index]),
                hint: 'name a group of this file',
            },
        ];
    })));
    return { top, groups: byName, source };
}


/***/ }),

/***/ 25491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cn: () => (/* binding */ acmeDirectories),
/* harmony export */   f6: () => (/* binding */ certificateSchema),
/* harmony export */   fx: () => (/* binding */ certificateLayer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** Directories of Let's Encrypt (https://letsencrypt.org/docs/acme-protocol-updates/). */
const acmeDirectories = {
    staging: 'https://acme-staging-v02.api.letsencrypt.org/directory',
    production: 'https://acme-v02.api.letsencrypt.org/directory',
};
/** Most names that one certificate of Let's Encrypt has. */
const maxCertificateNames = 100;
const secretName = /^[A-Z][A-Z0-9_]*$/;
// A pattern's `error` completes the sentence "expected …" (see schema-problems.ts).
const part = '(?:[a-z0-9-]|\\{[A-Za-z_][A-Za-z0-9_-]*\\})+';
const certificateName = new RegExp(`^(?:\\*\\.)?${part}(?:\\.${part})*$`);
const email = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;
const secret = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(secretName, 'the name of a secret: capitals, digits and "_"');
/** A text whose problem reads `"VALUE" MESSAGE`, with a hint of its own. */
function text(find) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().superRefine((value, context) => {
        const wrong = find(value);
        if (wrong === undefined)
            return;
        const { message, ...params } = wrong;
        context.addIssue({ code: 'custom', message, params });
    });
}
const certificateSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    names: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(certificateName, 'a DNS name, in which {name} and variables may stand, or "*." before one'))
        .refine(({ length }) => length > 0 && length <= maxCertificateNames, `1 to ${maxCertificateNames} names`)
        .nullish()
        .describe("DNS names in the certificate, the first being its own. By default the machine's DNS name."),
    from: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['acme', 'secret', 'self-signed'])
        .nullish()
        .describe('`acme`, the default: ordered by certbot. `secret`: given by two secrets. `self-signed`: made on the machine.'),
    contact: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(email, 'an address for mail')
        .nullish()
        .describe('Address for mail of the ACME account. Without it nothing is ordered.'),
    acme: text(findWrongDirectory)
        .nullish()
        .describe("`staging`, the default, or `production` of Let's Encrypt, or the https URL of a directory."),
    challenge: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['webroot', 'nginx', 'dns-route53'])
        .nullish()
        .describe('How the names are proved. By default `webroot`. Wildcards need `dns-route53`.'),
    key: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['ecdsa', 'rsa']).nullish().describe('Kind of private key. By default `ecdsa`.'),
    'certificate-secret': secret
        .nullish()
        .describe('Secret with the certificate and its chain, in PEM; only with `from: secret`.'),
    'key-secret': secret.nullish().describe('Secret with the private key, in PEM; only with `from: secret`.'),
    ca: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
        .regex(/^(?:\/(?!\.\.?(?:\/|$))[A-Za-z0-9._-]+)+$/, 'an absolute path of letters, digits, ".", "_" and "-"')
        .nullish()
        .describe('File on the machine with the CA of the ACME server itself, for a server of your own.'),
});
const certificateLayer = certificateSchema.nullish();
/** Requests to an ACME server always use TLS (RFC 8555, 6.1). */
function findWrongDirectory(value) {
    if (Object.hasOwn(acmeDirectories, value))
        return undefined;
    const hint = 'write staging, production or the https URL of a directory';
    if (!/^https:\/\/[A-Za-z0-9[][^\s\\"'`$<>{}|^\0-\x1f\x7f-\uffff]*$/.test(value) || value.length > 500) {
        return { message: 'is no directory of an ACME server', hint };
    }
    const authority = value.slice('https://'.length).split(/[/?#]/, 1)[0] ?? '';
    if (!authority.includes('@'))
        return undefined;
    return { message: 'holds credentials, which flock.yml must not', hint, isSecret: true };
}


/***/ }),

/***/ 41487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ rolesSchema),
/* harmony export */   rk: () => (/* binding */ codeSchema),
/* harmony export */   vN: () => (/* binding */ codeMapSchema),
/* harmony export */   y2: () => (/* binding */ artifactMapSchema),
/* harmony export */   yo: () => (/* binding */ artifactSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _render_manifest_field_patterns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11303);
/* harmony import */ var _render_manifest_follow_up_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27888);
/* harmony import */ var _problems_shown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69002);
/* harmony import */ var _problems_url_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18236);
/* harmony import */ var _symlink_path_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(83585);






// A pattern's `error` completes the sentence "expected …" (see schema-problems.ts).
const entryName = /^[a-z][a-z0-9_-]{0,62}$/;
const entryNameRule = 'a name of a-z, 0-9, "_" and "-" that starts with a letter';
const ownerName = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .regex(_render_manifest_field_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerPattern */ .at, 'a name of letters, digits and _ . @ : -, with no "-" at the start');
/** A text whose problem reads `"VALUE" MESSAGE`, with a hint of its own. */
function text(find) {
    return zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().superRefine((value, context) => addIssue(find(value), context));
}
function addIssue(wrong, context) {
    if (wrong === undefined)
        return;
    const { message, ...params } = wrong;
    context.addIssue({ code: 'custom', message, params });
}
const path = text(_symlink_path_js__WEBPACK_IMPORTED_MODULE_3__/* .findWrongSymlinkPath */ .n);
const owner = ownerName.nullish();
const after = _render_manifest_follow_up_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .followUpsSchema */ .Vi.nullish();
const insideRule = 'a path below it, without "..", "." or "/" at either end';
const rolesSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .regex(/^!?[a-z][a-z0-9_]{0,62}$/, 'a name of a-z, 0-9 and "_" that starts with a letter')
    .describe('Name of a role, or `"!NAME"` to remove one.'))
    .nullish();
const codeSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    url: text((url) => (0,_problems_url_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .findWrongUrl */ .y)(url, 'code'))
        .nullish()
        .describe('Git repository: https, http, ssh, git or file URL, or `user@host:path`.'),
    revision: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .refine(isRevision, 'a branch, tag or commit')
        .nullish()
        .describe('Branch, tag or commit. All machines of one run get the same commit.'),
    path: path
        .nullish()
        .describe('Absolute path on the machine: becomes a symlink to the release. Beside it: `PATH.releases`, `PATH.shared`.'),
    via: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(['clone', 'push'])
        .nullish()
        .describe('`clone`, the default: the machine fetches. `push`: Drover sends it, and no credentials reach the machine.'),
    owner: owner.describe('User who owns the release and runs `build`. By default `root`.'),
    group: owner.describe('Group. By default the same as `owner`.'),
    build: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[^\0]*\S[^\0]*$/, 'a shell command'))
        .nullish()
        .describe('Shell commands, run in the release as `owner` before it is switched to.'),
    after: after.describe(`What follows a switch, as in \`files.yml\`: ${_render_manifest_follow_up_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .followUpRule */ .NF}.`),
    shared: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().refine(isShared, insideRule))
        .superRefine((paths, context) => addIssue(findNested(paths), context))
        .nullish()
        .describe('Paths below the release that are kept across revisions, in `PATH.shared`.'),
    credentials: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^[A-Z][A-Z0-9_]*$/, 'the name of a secret: capitals, digits and "_"')
        .nullish()
        .describe('Name of the secret that holds a token for HTTPS; only with `via: push`.'),
});
const artifactSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    path: path.nullish().describe('Absolute path on the machine: becomes a symlink to the desired version.'),
    sha256: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(/^[0-9a-fA-F]{64}$/, '64 hexadecimal digits')
        .nullish()
        .describe('The output of `sha256sum` for the file.'),
    url: text((url) => (0,_problems_url_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .findWrongUrl */ .y)(url, 'artifact'))
        .nullish()
        .describe('URL from which Drover downloads it: https or http. Either this or `file`.'),
    file: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .refine(_render_manifest_field_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .isPathInside */ .CN, 'a path on the config branch, such as "artifacts/tool"')
        .nullish()
        .describe('Path on the config branch, of the file itself or a Git LFS pointer. Either this or `url`.'),
    mode: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(_render_manifest_field_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .modePattern */ .GK, `${_render_manifest_field_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .modeRule */ .kJ} in quotes, such as "0755"`)
        .nullish()
        .describe('Octal digits in quotes. By default `"0755"`.'),
    owner: owner.describe('User. By default `root`.'),
    group: owner.describe('Group. By default the same as `owner`.'),
    after: after.describe(`What follows a switch, as in \`files.yml\`: ${_render_manifest_follow_up_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .followUpRule */ .NF}.`),
});
const named = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(entryName, entryNameRule);
const codeMapSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(named, codeSchema.nullable()).nullish();
const artifactMapSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(named, artifactSchema.nullable()).nullish();
/** A shared path that is inside another one: each gets a symlink of its own in the release. */
function findNested(paths) {
    for (const [index, path] of paths.entries()) {
        const other = paths.find((one, at) => at !== index && (path.startsWith(`${one}/`) || (one === path && at < index)));
        if (other === undefined)
            continue;
        const how = other === path ? ' twice' : `, which is in ${(0,_problems_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(other)}`;
        return { message: `holds ${(0,_problems_shown_js__WEBPACK_IMPORTED_MODULE_5__/* .quoted */ .TL)(path)}${how}`, hint: 'leave out one of the two' };
    }
    return undefined;
}
function isShared(value) {
    return (0,_render_manifest_field_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .isPathInside */ .CN)(value) && value.split('/')[0] !== '.git';
}
/** The rules of git-check-ref-format(1); the value must also not look like an option of a command. */
function isRevision(value) {
    if (value.length > 250 || /^[-/]|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|[/.]$/.test(value))
        return false;
    return value !== '@' && value !== '' && value.split('/').every((part) => !/^\.|\.lock$/.test(part));
}


/***/ }),

/***/ 48710:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nb: () => (/* binding */ toolkitFile),
/* harmony export */   eE: () => (/* binding */ knownKeys),
/* harmony export */   fu: () => (/* binding */ namedPart),
/* harmony export */   q1: () => (/* binding */ isFollowUps),
/* harmony export */   uI: () => (/* binding */ flockFile)
/* harmony export */ });
/* harmony import */ var _certificate_schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25491);
/* harmony import */ var _code_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41487);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48029);



const flockFile = { top: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .flockSchema */ .l8, group: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .groupSchema */ .NL };
const toolkitFile = { top: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .toolkitSchema */ .Mu, group: _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .toolkitGroupSchema */ .hh };
/** Keys that the map at a path may have. */
function knownKeys(parent, file) {
    const { within, rest } = splitLayer(parent);
    const [part] = rest;
    if (part === undefined)
        return Object.keys(layerSchema(within, file).shape);
    if (part === 'ssh')
        return _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .sshKeys */ .BK;
    if (part === 'dns')
        return _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .dnsKeys */ .Yr;
    if (part === 'certificate')
        return Object.keys(_certificate_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .certificateSchema */ .f6.shape);
    return Object.keys((part === 'code' ? _code_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSchema */ .rk : _code_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactSchema */ .yo).shape);
}
/** The kind of thing that the key at the end of a path names, and the rule for its name. */
function namedPart(path, file) {
    const { within, rest } = splitLayer(path);
    if (rest.length === 0) {
        const what = within === 'groups' ? 'group' : within === 'environments' ? 'environment' : 'machine';
        return { what: `a ${what}`, schema: layerSchema(within, file) };
    }
    if (rest[0] === 'code')
        return { what: 'code', schema: _code_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .codeSchema */ .rk };
    if (rest[0] === 'artifacts')
        return { what: 'an artifact', schema: _code_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactSchema */ .yo };
    return { what: 'a check' };
}
/** Whether a path leads to follow-ups. */
function isFollowUps(path) {
    const { rest } = splitLayer(path);
    return rest[2] === 'after' && (rest[0] === 'code' || rest[0] === 'artifacts');
}
/** The layer that a path leads into, and the way from there. */
function splitLayer(path) {
    const [first] = path;
    const within = ['groups', 'machines', 'environments'].find((name) => name === first);
    return within === undefined || path.length === 1
        ? { within: 'flock', rest: path }
        : { within, rest: path.slice(2) };
}
function layerSchema(within, { top, group }) {
    if (within === 'flock')
        return top;
    if (within === 'groups')
        return group;
    return within === 'machines' ? _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .machineSchema */ .zd : _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentSchema */ .VW;
}


/***/ }),

/***/ 48029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ sshKeys),
/* harmony export */   Fm: () => (/* binding */ machineName),
/* harmony export */   Mp: () => (/* binding */ nameRule),
/* harmony export */   Mu: () => (/* binding */ toolkitSchema),
/* harmony export */   N7: () => (/* binding */ maxMachines),
/* harmony export */   NL: () => (/* binding */ groupSchema),
/* harmony export */   VW: () => (/* binding */ environmentSchema),
/* harmony export */   Yr: () => (/* binding */ dnsKeys),
/* harmony export */   hh: () => (/* binding */ toolkitGroupSchema),
/* harmony export */   l8: () => (/* binding */ flockSchema),
/* harmony export */   zd: () => (/* binding */ machineSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92857);
/* harmony import */ var _dns_dns_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62636);
/* harmony import */ var _providers_providers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(84431);
/* harmony import */ var _certificate_schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25491);
/* harmony import */ var _code_schema_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41487);





/** How many machines one entry, and the whole flock, may ask for. */
const maxMachines = 10_000;
/** Length and characters of a host name's label (RFC 1123, 2.1), in lower case. */
const machineName = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const flockName = /^[a-z][a-z0-9-]{0,30}$/;
const namePattern = /^(?:[a-z0-9-]|\{seq:0[1-9]\}|\{[A-Za-z_][A-Za-z0-9_-]*\})+$/;
const dnsPattern = /^(?:(?:[a-z0-9-]|\{[A-Za-z_][A-Za-z0-9_-]*\})+(?:\.(?:[a-z0-9-]|\{[A-Za-z_][A-Za-z0-9_-]*\})+)+)?$/;
const userName = /^[a-z_][a-z0-9_-]{0,31}$/;
// A pattern's `error` completes the sentence "expected …" (see schema-problems.ts).
const nameRule = '1 to 63 of a-z, 0-9 and "-", with no "-" at either end';
const patternRule = 'a-z, 0-9, "-", {seq}, {seq:03} or {VARIABLE}';
const description = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().describe('For people; Drover does nothing with it.').optional();
const provider = zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(Object.keys(_providers_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .providers */ .r));
const groupKey = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(machineName, nameRule);
// This check always passes: parse-flock.ts passes nothing but JSON, and an editor should see "anything".
const anyJson = zod__WEBPACK_IMPORTED_MODULE_4__/* .custom */ .IeY();
const vars = zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), anyJson).nullish();
const settings = zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), anyJson).nullish();
const checks = zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(machineName, nameRule), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1, 'a shell command').nullable())
    .nullish();
const ssh = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    user: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(userName, 'a user name of a-z, 0-9, "_" and "-"')
        .describe('User to log in as. By default `root`.')
        .optional(),
    port: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(1).max(65_535).describe('Port of the SSH server. By default 22.').optional(),
});
const dns = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    provider: zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(Object.keys(_dns_dns_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .dnsProviders */ .u))
        .describe(`Which DNS. By default \`${_dns_dns_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .defaultDnsProvider */ .a}\`.`)
        .optional(),
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(dnsPattern, 'a DNS name, in which {name} and variables may stand')
        .describe('Name that points to the machine, for example `{name}.example.org`. Empty: no name.')
        .optional(),
    ttl: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(1)
        .max(86_400)
        .describe('Seconds that others may keep the answer. By default 60.')
        .optional(),
});
const groups = zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().describe('Name of a group.'))
    .nullish()
    .describe('Groups whose layers come before this one, in order: a later one wins.');
const environmentName = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(machineName, nameRule);
const environmentSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    description,
    protected: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .describe('True: its machines are changed only by a run that names the environment and comes from the head of a protected branch. By default false.')
        .optional(),
});
const layer = {
    description,
    groups,
    vars: vars.describe('Variables. Maps are merged with those of weaker layers, all else replaces.'),
    settings: settings.describe("Provider's settings, merged like `vars`."),
    checks: checks.describe('Shell commands by name that must succeed on the machine after a change; otherwise the old files return. Added to those of weaker layers; null takes one away.'),
    provider: provider.describe('Where these machines come from.').optional(),
    environment: environmentName
        .describe('Environment of these machines: a name under `environments`.')
        .optional(),
    roles: _code_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .rolesSchema */ .D1.describe('Ansible roles, run in this order after those of weaker layers; `"!NAME"` takes one away.'),
    code: _code_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .codeMapSchema */ .vN.describe('Git revisions by name. Merged key by key with those of weaker layers; null takes one away.'),
    artifacts: _code_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactMapSchema */ .y2.describe('Files of known content by name. Merged key by key with those of weaker layers; null takes one away.'),
    ssh: ssh.nullish().describe('How to log in to these machines.'),
    dns: dns.nullish().describe('DNS names of these machines.'),
    certificate: _certificate_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateLayer */ .fx.describe('TLS certificate of these machines. Merged key by key with that of weaker layers; null takes it away.'),
};
const groupSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej(layer);
const { provider: _provider, environment: _environment, dns: _dns, certificate: _certificate, ...toolkitLayer } = layer;
/** A group of the toolkit, which cannot name providers or DNS of a flock. */
const toolkitGroupSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej(toolkitLayer);
/** The toolkit's `config/flock.yml`, the weakest layer of every flock. */
const toolkitSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ...toolkitLayer,
    groups: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(groupKey, toolkitGroupSchema.nullable()).nullish(),
});
const machineSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ...layer,
    protect: zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY().describe('True: never terminate this machine. By default false.').optional(),
    count: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(0)
        .max(maxMachines)
        .describe('How many machines this entry makes; its name must hold `{seq}` or `{seq:03}`.')
        .optional(),
    first: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(0).max(999_999_999).describe('Number of the first machine. By default 1.').optional(),
});
/** The schema of `flock.yml`, from which the JSON Schema and the reference page are made, too. */
const flockSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    flock: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
        .regex(flockName, 'a name of 1 to 31 of a-z, 0-9 and "-" that starts with a letter')
        .describe('Name of the flock.'),
    description,
    provider: provider.describe(`Where machines come from. By default \`${_providers_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultProvider */ .v}\`.`).optional(),
    ssh: ssh.nullish().describe('How to log in to every machine.'),
    dns: dns.nullish().describe('DNS names of all machines.'),
    vars: vars.describe('Variables of every machine. Groups, then machines, add to them and win.'),
    settings: settings.describe("Provider's settings for every machine, merged like `vars`."),
    checks: checks.describe('Shell commands by name that must succeed on every machine after a change.'),
    roles: _code_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .rolesSchema */ .D1.describe('Ansible roles of every machine, run in this order.'),
    code: _code_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .codeMapSchema */ .vN.describe('Git revisions of every machine, by name.'),
    artifacts: _code_schema_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactMapSchema */ .y2.describe('Files of known content of every machine, by name.'),
    certificate: _certificate_schema_js__WEBPACK_IMPORTED_MODULE_2__/* .certificateLayer */ .fx.describe('TLS certificate of every machine.'),
    environment: environmentName.describe('Environment of every machine.').optional(),
    environments: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(environmentName, environmentSchema.nullable().describe('What machines are used for: staging, production.'))
        .nullish()
        .describe('Environments by name, as GitHub knows them.'),
    groups: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(groupKey, groupSchema.nullable().describe('A layer that machines share.'))
        .nullish()
        .describe('Groups by name.'),
    machines: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(namePattern, patternRule), machineSchema.nullable().describe('One machine, or `count` machines of one name pattern.'))
        .nullish()
        .describe('Machines by name or name pattern, for example `web-1` or `fp-{region}-{seq:03}`.'),
})
    .describe('What a flock is: its machines, their groups and variables.');
const sshKeys = Object.keys(ssh.shape);
const dnsKeys = Object.keys(dns.shape);


/***/ }),

/***/ 83585:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ overlaps),
/* harmony export */   n: () => (/* binding */ findWrongSymlinkPath)
/* harmony export */ });
/** Folders in which a flock must not place symlinks. */
const forbidden = ['/proc', '/sys', '/dev', '/run', '/boot', '/etc/drover', '/var/lib/drover'];
/** Folders that every machine has. A symlink in place of one would break the machine. */
const system = [
    ...['/bin', '/boot', '/dev', '/etc', '/home', '/lib', '/lib32', '/lib64', '/libx32', '/media', '/mnt'],
    ...['/opt', '/proc', '/root', '/run', '/sbin', '/srv', '/sys', '/tmp', '/usr', '/var'],
    ...[
        '/usr/bin',
        '/usr/lib',
        '/usr/local',
        '/usr/local/bin',
        '/usr/sbin',
        '/usr/share',
        '/var/lib',
        '/var/log',
    ],
];
/** Why a symlink to code or to an artifact must not be at a path; undefined when it may. */
function findWrongSymlinkPath(path) {
    if (/[\0-\x1f\x7f-\x9f\u2028\u2029]/.test(path)) {
        return { message: 'holds a control character', hint: 'leave it out' };
    }
    if (!path.startsWith('/'))
        return { message: 'is not an absolute path', hint: 'begin it with "/"' };
    if (path === '/' || system.includes(path)) {
        return { message: 'is a folder of the system', hint: 'name a path below it' };
    }
    const parts = path.slice(1).split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..')) {
        return { message: 'is not normalised', hint: 'leave out ".", "..", "//" and a "/" at the end' };
    }
    // The names of the files beside a symlink are up to 16 characters longer.
    if (path.length > 1000 || parts.some((part) => Buffer.byteLength(part) > 200)) {
        return { message: 'is too long', hint: 'use a shorter path' };
    }
    const taken = forbidden.find((folder) => path === folder || isBelow(path, folder));
    if (taken === undefined)
        return undefined;
    return { message: `is reserved: "${taken}" belongs to Drover or to the system`, hint: 'use another path' };
}
/** Whether two paths are equal or one contains the other. */
function overlaps(one, other) {
    return one === other || isBelow(one, other) || isBelow(other, one);
}
function isBelow(path, folder) {
    return path.startsWith(`${folder}/`);
}


/***/ }),

/***/ 34616:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pu: () => (/* binding */ keyText),
/* harmony export */   Ut: () => (/* binding */ childAt),
/* harmony export */   _s: () => (/* binding */ keysAt),
/* harmony export */   f5: () => (/* binding */ keyAt),
/* harmony export */   ox: () => (/* binding */ dataAt)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);

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
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node) && missing === 0 ? node.items.flatMap((item) => keyText(item.key) ?? []) : [];
}
/** The key that ends a path, or the last node on the way that exists. */
function keyAt({ root, path, targets }) {
    const parent = childAt({ root, path: path.slice(0, -1), targets });
    const key = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(parent) ? parent.items.find((item) => keyText(item.key) === path.at(-1))?.key : undefined;
    return key ?? childAt({ root, path, targets });
}
/** Follows the path as far as it leads, and counts the missing parts. */
function walk({ root, path, targets }) {
    let node = follow(root, targets);
    for (const [index, part] of path.entries()) {
        const next = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(node)
            ? valueUnder(node.items, part)
            : (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isSeq */ .oP)(node)
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
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(node) ? (targets.get(node) ?? node) : node;
}
/** A key as it is written, or undefined if it is a map, a list or an alias. */
function keyText(key) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key))
        return undefined;
    return typeof key.value === 'string' ? key.value : key.source;
}


/***/ }),

/***/ 94010:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/base/errors.js
var errors = __webpack_require__(45145);
// EXTERNAL MODULE: ./build/flock/problems/shown.js
var shown = __webpack_require__(69002);
// EXTERNAL MODULE: ./build/flock/yaml/yaml-lookup.js
var yaml_lookup = __webpack_require__(34616);
;// CONCATENATED MODULE: ./build/flock/yaml/yaml-data.js



/** How many levels of maps and lists a file may have: the code that works on the data recurses, too. */
const maxDepth = 100;
/** A file with more values than this, which aliases repeat, is taken for an attack. */
const maxValues = 200_000;
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
    if (levels > maxDepth) {
        reading.fault({ node: alias, ...tooDeep });
        return null;
    }
    reading.reached = Math.max(reading.reached, levels);
    if (reading.size > maxValues)
        return null;
    reading.size += anchor.size;
    if (reading.size > maxValues) {
        const message = `aliases make the file larger than ${maxValues} values`;
        reading.fault({ node: alias, message, hint: 'share values through groups instead' });
    }
    return anchor.value;
}
const tooDeep = { message: 'nested too deep', hint: `keep it to ${maxDepth} levels` };
function readContent(node, reading) {
    if (node.tag !== undefined && !/^tag:yaml\.org,2002:(?:str|int|float|bool|null|map|seq)$/.test(node.tag)) {
        reading.fault({ node, message: `unknown tag ${(0,shown/* quoted */.TL)(node.tag)}`, hint: 'remove the tag' });
        return null;
    }
    reading.reached = Math.max(reading.reached, reading.path.length);
    if (reading.path.length > maxDepth) {
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
        const name = (0,yaml_lookup/* keyText */.Pu)(key);
        const earlier = name === undefined ? undefined : entries.get(name);
        const fault = keyFault({ key, name, earlier: earlier?.key });
        // The value below a faulty key is read, too, for its anchors and its faults.
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

;// CONCATENATED MODULE: ./build/flock/yaml/yaml-source.js




/**
 * Reads YAML 1.2 with the core schema, whatever version the file says it is.
 * Throws one InputError with all errors of syntax: data behind such an error would be guesswork.
 */
function readYaml({ text, file }) {
    const known = recent.find((one) => one.text === text && one.source.file === file);
    if (known !== undefined)
        return known.source;
    const source = read({ text, file });
    recent.unshift({ text, source });
    recent.length = Math.min(recent.length, mostRecent);
    return source;
}
// One run reads the same file several times, and parsing it costs more than all that is done with the data.
const recent = [];
const mostRecent = 4;
function read({ text, file }) {
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
        // At 'silent', yaml would not report that a second document follows.
        logLevel: 'error',
    });
    (0,errors/* throwIfInvalid */.TG)(syntaxProblems({ errors: document.errors, file, locate }));
    const { data, faults, targets } = readNodes(document.contents);
    const start = (node) => locate(node?.range?.[0] ?? 0);
    return {
        file,
        data,
        problems: faults.map(({ node, also, message, hint }) => ({
            reason: 'invalid-flock',
            message: `${file}: ${message}${also === undefined ? '' : `: first on line ${start(also).line}`}`,
            at: start(node),
            hint,
        })),
        refused: faults.map(({ path }) => path),
        keys: (path) => (0,yaml_lookup/* keysAt */._s)({ root: document.contents, path, targets }),
        valueAt: (path) => start((0,yaml_lookup/* childAt */.Ut)({ root: document.contents, path, targets })),
        keyAt: (path) => start((0,yaml_lookup/* keyAt */.f5)({ root: document.contents, path, targets })),
    };
}
const syntaxWords = {
    TAB_AS_INDENT: { message: 'a tab is used to indent', hint: 'indent with spaces' },
    MULTIPLE_DOCS: {
        message: 'a second document starts here',
        hint: 'keep everything in one document: remove the line "---"',
    },
    RESOURCE_EXHAUSTION: { message: 'nested too deep', hint: `keep it to ${maxDepth} levels` },
    BAD_INDENT: { hint: 'ensure that brackets are closed and that keys of one map start in one column' },
    MISSING_CHAR: { hint: 'ensure that each quote and bracket is closed and each ":" has a space after it' },
};
/** The first error of each line: further errors of a line mostly follow from the first. */
function syntaxProblems({ errors, file, locate }) {
    // After an overflow of the stack inside yaml, nothing else can be trusted.
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


/***/ }),

/***/ 84431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ providers),
/* harmony export */   v: () => (/* binding */ defaultProvider)
/* harmony export */ });
/** The one list of providers. To add one, add its folder and its line here. */
const providers = {
    local: () => __webpack_require__.e(/* import() */ 9113).then(__webpack_require__.bind(__webpack_require__, 19113)),
    ec2: () => __webpack_require__.e(/* import() */ 7116).then(__webpack_require__.bind(__webpack_require__, 47116)),
    static: () => __webpack_require__.e(/* import() */ 9835).then(__webpack_require__.bind(__webpack_require__, 9835)),
};
/** Of a machine whose layers name none. */
const defaultProvider = 'local';


/***/ }),

/***/ 11303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CN: () => (/* binding */ isPathInside),
/* harmony export */   Ey: () => (/* binding */ ownerRule),
/* harmony export */   GK: () => (/* binding */ modePattern),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   at: () => (/* binding */ ownerPattern),
/* harmony export */   kJ: () => (/* binding */ modeRule)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);

/** A user, group or unit. A shell or a program cannot take it for anything but a name. */
const ownerPattern = /^(?!-)[a-zA-Z0-9_.@:-]+$/;
const ownerRule = 'only letters, digits and _ . @ : - are allowed, and no - at the start';
/** Permission bits. */
const modePattern = /^[0-7]{3,4}$/;
const modeRule = 'three or four octal digits';
const oneLine = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .trim()
    .min(1, 'it is empty')
    .regex(/^[^\0-\x08\x0a-\x1f\x7f]*$/, 'it must be one line, without control characters');
/** Whether a path leads to something below the folder to which it is relative. */
function isPathInside(path) {
    if (/[\0-\x1f\x7f\\]/.test(path))
        return false;
    return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}


/***/ }),

/***/ 27888:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ followUpRule),
/* harmony export */   Uq: () => (/* binding */ readFollowUps),
/* harmony export */   Vi: () => (/* binding */ followUpsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _field_patterns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11303);


/** The rule for follow-ups in a manifest and in `flock.yml`, in words. */
const followUpRule = '"daemon-reload", "reload UNIT", "restart UNIT" or {command: "…"}, or a list of these';
const followUpText = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^(?:daemon-reload|(?:reload|restart) (?!-)[a-zA-Z0-9_.@:-]+)$/, '"daemon-reload", "reload UNIT", "restart UNIT" or {command: "…"} was expected');
const followUp = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    followUpText,
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        command: _field_patterns_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN.describe('Shell command, run as root.'),
    }),
]);
const followUpsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([followUp, zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(followUp)]);
function readFollowUps(after) {
    const list = after === undefined || after === null ? [] : Array.isArray(after) ? after : [after];
    return list.map((one) => {
        if (typeof one !== 'string')
            return { kind: 'command', command: one.command };
        const [verb, unit] = one.split(' ');
        if (unit === undefined)
            return { kind: 'daemon-reload' };
        return { kind: verb === 'reload' ? 'reload' : 'restart', unit };
    });
}


/***/ })

};
