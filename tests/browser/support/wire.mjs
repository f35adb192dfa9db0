// A wire between browser and server that can be cut: what the browser then meets is what it meets without a connection.
// (Playwright's own switch leaves service workers connected.)
import { createServer, connect } from 'node:net';

/** A wire to the server at `target`. Close it at the end. */
export async function lay(target) {
  const { hostname, port } = new URL(target);
  const sockets = new Set();
  let whole = true;
  let says = 0;
  const server = createServer((here) => {
    here.on('error', () => {});
    if (says) return void here.on('data', () => here.end(`HTTP/1.1 ${says} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`));
    if (!whole) return void here.destroy();
    const there = connect(Number(port), hostname);
    for (const [one, other] of [[here, there], [there, here]]) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => { sockets.delete(one); other.destroy(); });
      one.pipe(other);
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const end = () => { for (const socket of sockets) socket.destroy(); };
  const cut = () => { whole = false; end(); };
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    cut,
    mend: () => { whole = true; },
    /** Answers everything with this status itself, as a gateway does whose server is away. */
    say: (status) => { says = status; end(); },
    close: () => { cut(); server.close(); },
  };
}
