/**
 * Answers and asks in the network namespace that it is started in. Reads one request a line and writes
 * one answer a line, both JSON:
 *
 *   { listen: [{ port, protocol, address }], as }   answers on the ports, with the name
 *   { probe: [{ address, port, protocol }] }        how each connection ends
 *   { lookup: [name], root }                        addresses of each name, as a program in that root finds them
 */
const { spawn } = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const { readFileSync } = require('node:fs');
const net = require('node:net');
const { createInterface } = require('node:readline');
const { clearTimeout, setTimeout } = require('node:timers');

/** Longer than a packet needs between namespaces of a busy machine. */
const TIMEOUT_MS = 1500;
const AT_ONCE = 150;

async function answer(request) {
  if (request.listen !== undefined) return listen(request.listen, request.as);
  if (request.probe !== undefined) return inParallel(request.probe, probe);
  return lookUp(request.lookup, request.root);
}

function listen(sockets, name) {
  return Promise.all(
    sockets.map(({ port, protocol, address }) =>
      protocol === 'udp' ? listenUdp(port, address, name) : listenTcp(port, address, name),
    ),
  );
}

function listenTcp(port, address, name) {
  const server = net.createServer((socket) => {
    socket.on('error', () => {});
    socket.end(name);
  });
  return started(server, (done) => server.listen({ port, host: address ?? '::' }, done));
}

function listenUdp(port, address, name) {
  const server = dgram.createSocket({ type: (address ?? '::').includes(':') ? 'udp6' : 'udp4' });
  server.on('message', (message, from) => server.send(name, from.port, from.address));
  return started(server, (done) => server.bind(port, address ?? '::', done));
}

function started(server, start) {
  return new Promise((done, fail) => {
    server.once('error', (error) => fail(error));
    start(() => done(true));
  });
}

function probe({ address, port, protocol }) {
  if (protocol === 'icmp') return ping(address);
  return protocol === 'udp' ? askUdp(address, port) : askTcp(address, port);
}

/** `answered NAME`, `closed` (accepted, then nothing), `timeout`, or the system's error code. */
function askTcp(host, port) {
  return new Promise((done) => {
    const socket = net.connect({ host, port });
    let [text, isConnected] = ['', false];
    const end = (outcome) => {
      socket.destroy();
      done(outcome);
    };
    socket.setTimeout(TIMEOUT_MS, () => end(isConnected ? 'silent' : 'timeout'));
    socket.on('connect', () => (isConnected = true));
    socket.on('data', (data) => (text += String(data)));
    socket.on('end', () => end(text === '' ? 'closed' : `answered ${text}`));
    socket.on('error', ({ code }) => end(isConnected ? 'closed' : code));
  });
}

function askUdp(address, port) {
  return new Promise((done) => {
    const socket = dgram.createSocket(address.includes(':') ? 'udp6' : 'udp4');
    const end = (outcome) => {
      clearTimeout(timer);
      socket.close();
      done(outcome);
    };
    const timer = setTimeout(() => end('timeout'), TIMEOUT_MS);
    socket.on('error', ({ code }) => end(code));
    socket.on('message', (data) => end(`answered ${String(data)}`));
    socket.connect(port, address, (error) => {
      if (error) end(error.code);
      else socket.send('?', (failure) => failure && end(failure.code));
    });
  });
}

/** Who answers a ping cannot be told. */
function ping(address) {
  return new Promise((done) => {
    const child = spawn('ping', ['-n', '-c', '1', '-W', '1', address], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    child.stdout.on('data', (data) => (text += String(data)));
    child.stderr.on('data', (data) => (text += String(data)));
    child.on('error', ({ code }) => done(code));
    child.on('close', (status) => {
      if (status === 0) done('answered');
      else done(/unreachable/i.test(text) ? 'ENETUNREACH' : 'timeout');
    });
  });
}

/** First the hosts file, then the name servers, as every libc does. */
async function lookUp(names, root) {
  const hosts = readLines(`${root}/etc/hosts`);
  const servers = readLines(`${root}/etc/resolv.conf`)
    .filter(([word]) => word === 'nameserver')
    .map(([, address]) => address);
  const resolver = new dns.promises.Resolver({ timeout: TIMEOUT_MS, tries: 1 });
  if (servers.length > 0) resolver.setServers(servers);
  return inParallel(names, async (name) => {
    const written = hosts.filter(([, ...own]) =>
      own.some((each) => each.toLowerCase() === name.toLowerCase()),
    );
    if (written.length > 0) return written.map(([address]) => address);
    if (servers.length === 0) return [];
    const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    return answers.flatMap(({ value = [] }) => value);
  });
}

function readLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/));
}

async function inParallel(items, run) {
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await run(items[index]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

createInterface({ input: process.stdin }).on('line', (line) => {
  answer(JSON.parse(line)).then(
    (result) => process.stdout.write(`${JSON.stringify({ result })}\n`),
    (error) => process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`),
  );
});
