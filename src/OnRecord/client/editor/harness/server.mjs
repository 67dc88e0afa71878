// A test tool: serves the built editor on a page like the desk's, over a story kept in memory. node editor/harness/server.mjs [port]
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = here('../../../wwwroot/built/');
const policy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
const people = [{ id: 'p1', name: 'Ines Okafor' }, { id: 'p2', name: 'Tomas Brandt' }, { id: 'p3', name: 'Леся Гончар' }];
const now = () => new Date().toISOString();
const escaped = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const sha = (text) => createHash('sha256').update(text).digest('hex');
const picture = (name, more) => ({ sha256: sha(name), width: 1200, height: 800, thumb: `/media/${sha(name)}/480.webp`, name, caption: null, credit: null, alt: null, licence: null, focusX: null, focusY: null, ...more });

const words = (language) => {
  const text = fs.readFileSync(here(`../../../Desk/Writing/EditorWords${language === 'uk' ? '.uk' : ''}.resx`), 'utf8');
  const plain = (value) => value.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  return Object.fromEntries([...text.matchAll(/<data name="([^"]+)"[^>]*><value>([^<]*)<\/value>/g)].map((found) => [found[1], plain(found[2])]));
};

export function serve(port, text = { type: 'doc', content: [{ type: 'paragraph' }] }, content = {}) {
  const story = {
    revision: 1, savedAt: now(), savedBy: 'Tomas Brandt', comments: [], holder: null, asking: [], signedOut: [], saves: [],
    content: { headline: 'The dam', deck: null, language: 'en', sectionId: 's1', byline: ['Ines Okafor'], topics: [], lead: null, text, ...content },
    ledger: [], sources: [], fail: null, isShown: true,
    pictures: [picture('Spillway', { credit: 'M. Reyes', alt: 'Water runs over a concrete lip', caption: 'The spillway in March.' }), picture('Board meeting')],
  };
  const hold = () => {
    if (story.holder && Date.now() - story.holder.seen > 30000) story.holder = null;
    return { holder: story.holder && { ...story.holder, seen: undefined }, asking: story.asking, seenRevision: story.revision };
  };
  const takeHold = (me, tab, act) => {
    hold();
    const own = story.holder?.tab === tab;
    if (act === 'take' || (act === 'hold' && !story.holder)) story.holder = { ...me, tab, since: now(), seen: Date.now() };
    else if (act === 'hold' && own) story.holder.seen = Date.now();
    else if (act === 'ask' && !story.asking.some((person) => person.id === me.id)) story.asking.push(me);
    else if (act === 'refuse' && own) story.asking = [];
    else if (act === 'release' && own) story.holder = null;
    if (act === 'take' || act === 'hold') story.asking = story.asking.filter((person) => person.id !== story.holder?.id);
    return hold();
  };
  const source = (id) => story.sources.find((each) => each.id === id);
  const named = (name, kind, more = {}) => {
    const made = source(more.sourceId) ?? (more.isNamed === false ? null : story.sources.find((each) => each.name.toLowerCase() === name.toLowerCase())) ?? { id: randomUUID(), kind, name, role: more.role || null, affiliation: more.affiliation || null, address: more.address || null, isNamed: more.isNamed !== false, reason: null };
    made.reason ??= made.isNamed ? null : more.reason ?? null;
    if (!source(made.id)) story.sources.push(made);
    return made;
  };
  const ledgerView = (me) => ({
    entries: story.ledger.map(({ by, approved, ...entry }) => ({
      ...entry, approvedBy: approved ?? null, mayApprove: entry.state === 'Accepted' && !entry.source.isNamed && Boolean(entry.source.reason) && !approved && by !== me.id && me.id !== 'p1',
    })), isShown: story.isShown, showsProposals: false, checks: [], state: 'Writing',
  });
  const ledgerApi = (me, method, path, body) => {
    if (story.fail) return story.fail;
    if (method === 'GET') return [200, ledgerView(me)];
    if (path === '/find') {
      const found = [];
      const lines = [];
      const walk = (node) => {
        if (['paragraph', 'heading', 'pullQuote', 'figure'].includes(node.type)) lines.push(node);
        else (node.content ?? []).forEach(walk);
      };
      walk(story.content.text);
      lines.forEach((node, line) => {
        if (node.type === 'pullQuote' || node.type === 'figure') return;
        const text = (node.content ?? []).map((child) => child.text ?? (child.type === 'hardBreak' ? '\n' : '\ufffc')).join('');
        for (const match of text.matchAll(/“[^”]+”|[A-Z][\w ,&]+ (?:denied|said) that [^.]+/g)) {
          const tied = (node.content ?? []).some((child) => child.marks?.some((mark) => mark.type === 'attribution') && child.text.includes(match[0]));
          if (tied || story.ledger.some((entry) => entry.state === 'Refused' && entry.words === match[0])) continue;
          const id = randomUUID();
          const who = /(?:said|says) ((?:[A-Z][\w&]+ ?)+)/.exec(text.slice(match.index))?.[1].trim() ?? match[0].split(' ').slice(0, 2).join(' ').replace(/[“”]/g, '');
          const known = story.sources.find((each) => each.name === who);
          story.ledger.push({ id, state: 'Proposed', words: match[0], source: known ?? { id: null, kind: 'Person', name: who, role: null, affiliation: null, address: null, isNamed: true, reason: null }, form: match[0].startsWith('“') ? 'Direct' : 'Indirect', standing: null, channel: null, via: null, saidOn: null, sought: 'No', note: null, copies: [], by: null });
          found.push({ entry: id, places: [{ line, start: match.index, end: match.index + match[0].length }] });
        }
      });
      return [200, { ledger: ledgerView(me), found }];
    }
    const approve = /^\/sources\/(.+)\/approve$/.exec(path);
    if (approve) {
      for (const entry of story.ledger) if (entry.source.id === approve[1]) entry.approved = me.name;
      return [200, ledgerView(me)];
    }
    const [, id, act] = /^\/([^/]+)(?:\/(accept|refuse|copies))?$/.exec(path) ?? [];
    let entry = story.ledger.find((each) => each.id === id);
    if (method === 'PUT') {
      if (!body.sourceId && !body.name) return [422, { problems: [{ field: 'source', message: 'Say whose words these are: pick a source, or write a name.' }] }];
      if (body.address && !/^https?:/.test(body.address)) return [422, { problems: [{ field: 'address', message: 'The address must begin with http:// or https://.' }] }];
      if (!entry) story.ledger.push((entry = { id, words: body.words, copies: [] }));
      const said = named(body.name, body.kind, body);
      const via = body.viaId || body.viaName ? named(body.viaName, 'Outlet', { sourceId: body.viaId }) : null;
      Object.assign(entry, { state: 'Accepted', words: body.words ?? entry.words, source: said, via, form: body.form, standing: said.isNamed ? body.standing : 'NotNamed', channel: via ? 'Outlet' : body.channel, saidOn: body.saidOn || null, sought: body.sought, note: body.note || null, by: me.id });
      return [200, ledgerView(me)];
    }
    if (!entry) return [422, { problems: [{ message: 'That entry is not in the ledger any more. Load the page again.' }] }];
    if (act === 'copies') {
      const copy = { id: randomUUID(), title: /name="title"\r\n\r\n(.+)\r/.exec(body)?.[1] ?? 'A page', takenAt: now(), isPublic: false };
      entry.copies.push(copy);
      return [200, copy];
    }
    if (act === 'accept') Object.assign(entry, { state: 'Accepted', by: me.id, source: named(entry.source.name, entry.source.kind, { ...entry.source, sourceId: entry.source.id }), standing: entry.source.isNamed ? entry.standing ?? 'OnRecord' : 'NotNamed' });
    else entry.state = 'Refused';
    return [200, ledgerView(me)];
  };
  const page = (me, ui, query) => {
    const manifest = JSON.parse(fs.readFileSync(`${built}manifest.json`));
    const { content } = story;
    const state = { story: 'st1', revision: story.revision, savedAt: story.savedAt, savedBy: story.savedBy, me, mayWrite: query.get('read') === null, mayApprove: true, hold: hold(), content, ledger: ledgerView(me), comments: story.comments, staff: people, sections: [{ id: 's1', name: 'Water' }, { id: 's2', name: 'Courts' }], languages: [{ tag: 'en', name: 'English' }, { tag: 'uk', name: 'Українська' }, { tag: 'ar', name: 'العربية' }], words: words(ui), uiLanguage: ui };
    const option = (value, name, chosen) => `<option value="${value}"${value === chosen ? ' selected' : ''}>${name}</option>`;
    return `<!doctype html><html lang="${ui}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The dam · Desk</title>
<link rel="stylesheet" href="/assets/${manifest['desk.css']}"><link rel="stylesheet" href="/harness.css"><script type="module" src="/assets/${manifest['editor.js']}"></script><script type="module" src="/assets/${manifest['desk.js']}"></script></head>
<body class="desk"><header class="bar"><a class="name" href="/">Ledger desk</a><span class="who">${me.name}</span></header><div class="workspace"><main class="sheet">
<story-editor data-api="/desk/stories/st1" data-token="token-1" data-pictures="/desk/pictures"><script type="application/json">${JSON.stringify(state).replace(/</g, '\\u003c')}</script>
<label class="field">Headline <textarea name="headline" rows="1" class="headline">${escaped(content.headline)}</textarea></label><label class="field">Deck <textarea name="deck" rows="1">${escaped(content.deck ?? '')}</textarea></label>
<div class="two"><label class="field">Section <select name="sectionId">${option('s1', 'Water', content.sectionId)}${option('s2', 'Courts', content.sectionId)}</select></label><label class="field">Language <select name="language">${option('en', 'English', content.language)}${option('uk', 'Ukrainian', content.language)}${option('ar', 'Arabic', content.language)}</select></label>
<label class="field">Byline <input name="byline" value="${escaped(content.byline.join(', '))}"></label><label class="field">Topics <input name="topics" value="${escaped(content.topics.join(', '))}"></label></div>
<div class="lead"></div><div class="tools" role="toolbar"></div><div class="body"></div><p class="line small"><span class="saved" role="status"></span><span class="length"></span></p></story-editor></main>
<aside class="side" aria-label="This story"><section><ul class="checks" data-checks></ul></section><section data-comments></section></aside></div></body></html>`;
  };
  const api = (me, method, path, query, body) => {
    if (path.startsWith('/ledger')) return ledgerApi(me, method, path.slice(7), body);
    if (path === '/draft' && method === 'PUT') {
      if (hold().holder && story.holder.tab !== body.tab) return [423, { hold: hold() }];
      if (body.base !== story.revision) return [409, { revision: story.revision, by: story.savedBy, at: story.savedAt, content: story.content }];
      Object.assign(story, { revision: story.revision + 1, savedAt: now(), savedBy: me.name, content: body.content });
      story.saves.push(Date.now());
      return [200, { revision: story.revision, savedAt: story.savedAt, checks: [] }];
    }
    if (path === '/draft') return Number(query.get('since')) >= story.revision ? [204] : [200, { revision: story.revision, savedAt: story.savedAt, savedBy: story.savedBy, content: story.content, hold: hold(), comments: story.comments }];
    if (path === '/hold') return [200, takeHold(me, body.tab, body.act)];
    const act = /^\/comments\/(.+)\/(resolve|reopen)$/.exec(path);
    if (act) {
      const thread = story.comments.filter((comment) => comment.thread === decodeURIComponent(act[1]));
      for (const comment of thread) comment.resolved = act[2] === 'resolve' ? { by: me, at: now() } : null;
      return [200, thread];
    }
    if (path !== '/comments') return [404];
    const comment = { id: randomUUID(), thread: body.thread, by: me, at: now(), text: body.text, mentions: people.filter((person) => body.text.includes(`@${person.name}`)).map((person) => person.id), resolved: null, replyTo: body.replyTo, quote: body.quote };
    story.comments.push(comment);
    return [200, comment];
  };
  const answer = (request, response, bytes) => {
    const url = new URL(request.url, 'http://localhost');
    const me = people.find((person) => person.id === (/who=(p\d)/.exec(request.headers.cookie ?? '')?.[1] ?? url.searchParams.get('who'))) ?? people[0];
    const send = (status, type, data = '', headers = {}) => response.writeHead(status, { 'content-type': type, 'content-security-policy': policy, 'cache-control': 'no-store', ...headers }).end(data);
    const json = (status, data) => send(status, 'application/json', status === 204 ? undefined : JSON.stringify(data ?? {}));
    const path = url.pathname;
    if (path.startsWith('/assets/')) return send(200, { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }[path.split('.').pop()] ?? 'font/woff2', fs.readFileSync(built + path.slice(8).replace(/\//g, '')));
    if (path === '/favicon.ico') return send(204, 'image/x-icon');
    if (path === '/harness.css') return send(200, 'text/css', fs.readFileSync(here('harness.css')));
    if (path.startsWith('/media/')) return send(200, 'image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="#${path.slice(7, 13)}"/><circle cx="400" cy="300" r="160" fill="#fff" opacity=".5"/></svg>`);
    if (path === '/edit') return send(200, 'text/html; charset=utf-8', page(me, url.searchParams.get('ui') ?? 'en', url.searchParams), { 'set-cookie': `who=${me.id}` });
    const unsafe = request.method !== 'GET';
    if (unsafe && request.headers.requestverificationtoken !== 'token-1') return json(400);
    if (story.signedOut.includes(me.id)) return json(401, { message: 'You are signed out.' });
    if (path === '/desk/sources/find') return json(200, story.sources.filter((each) => each.name.toLowerCase().includes(url.searchParams.get('q').toLowerCase()) && (url.searchParams.get('kind') !== 'Outlet' || each.kind === 'Outlet')));
    if (path === '/desk/pictures.json' && !unsafe) return json(200, { pictures: story.pictures.filter((each) => each.name.toLowerCase().includes((url.searchParams.get('q') ?? '').toLowerCase())), next: null });
    if (path === '/desk/pictures.json') {
      const made = picture(`Upload ${story.pictures.length + 1} ${bytes.length}`, {});
      story.pictures.unshift(made);
      return json(200, made);
    }
    if (path.startsWith('/desk/stories/st1')) return json(...api(me, request.method, path.slice(17), url.searchParams, !bytes.length ? null : /^multipart/.test(request.headers['content-type'] ?? '') ? bytes.toString() : JSON.parse(bytes)));
    return json(404);
  };
  const server = http.createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part)).on('end', () => answer(request, response, Buffer.concat(parts)));
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve({ server, story, port: server.address().port })));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(`http://127.0.0.1:${(await serve(Number(process.argv[2] ?? 5090))).port}/edit`);
