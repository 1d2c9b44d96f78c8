/** Knows some names, and says of every other one that it does not exist: name-server.cjs AT THEIR-ADDRESS NAME... */
const { Buffer } = require('node:buffer');
const dgram = require('node:dgram');

const [, , listenAt, theirAddress, ...knownNames] = process.argv;
const server = dgram.createSocket('udp4');

server.on('message', (query, { port, address }) => {
  const { name, type, end } = questionOf(query);
  const isKnown = knownNames.includes(name.toLowerCase());
  const isAnswered = isKnown && type === 1;
  const header = Buffer.from(query.subarray(0, 12));
  header.writeUInt16BE(isKnown ? 0x8180 : 0x8183, 2);
  header.writeUInt16BE(isAnswered ? 1 : 0, 6);
  header.writeUInt16BE(0, 8);
  header.writeUInt16BE(0, 10);
  const answer = Buffer.from([
    0xc0,
    12,
    0,
    1,
    0,
    1,
    0,
    0,
    0,
    60,
    0,
    4,
    ...theirAddress.split('.').map(Number),
  ]);
  server.send(
    Buffer.concat([header, query.subarray(12, end), ...(isAnswered ? [answer] : [])]),
    port,
    address,
  );
});

server.bind(53, listenAt);

/** The one question of a query: RFC 1035, section 4.1.2. */
function questionOf(query) {
  const labels = [];
  let at = 12;
  while (query[at] !== 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]));
    at += query[at] + 1;
  }
  return { name: labels.join('.'), type: query.readUInt16BE(at + 1), end: at + 5 };
}
