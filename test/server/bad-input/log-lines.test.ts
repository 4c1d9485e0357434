/** What is sent becomes no line of its own in the log, and no command of the terminal that shows it. */
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import express from 'express';
import pino from 'pino';
import { requestLog } from '../../../server/http/request-log.js';
import { problemHandler } from '../../../server/http/problem.js';

let server: Server;
const written: string[] = [];
beforeAll(async () => {
  const log = pino({ base: undefined }, new Writable({ write(chunk: Buffer, _encoding, done) { written.push(chunk.toString('utf8')); done(); } }));
  const app = express();
  app.use(requestLog(log));
  // As a fault of ours whose message holds what was typed.
  app.use((req) => { throw new Error(`cannot read ${decodeURIComponent(req.path)}`); });
  app.use(problemHandler(log));
  await new Promise<void>((resolve) => { server = app.listen(0, '127.0.0.1', () => { resolve(); }); });
});
afterAll(async () => { await new Promise((resolve) => { server.close(resolve); }); });

/** Bytes as they are: a browser would put them right. */
const send = (head: string): Promise<string> => new Promise((resolve, reject) => {
  let answer = '';
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => { socket.write(Buffer.from(head, 'latin1')); });
  socket.on('data', (chunk) => { answer += chunk.toString(); }).on('close', () => { resolve(answer); }).on('error', reject);
});

test.each([
  ['a line of its own', '/api/x%0d%0a%7B%22level%22%3A60%2C%22msg%22%3A%22forged%22%7D'], ['a colour', '/api/%1b%5b31mred%1b%5b2J'], ['a look-up', '/api/$%7Bjndi:ldap://x/y%7D'],
  ['a line in the query', '/api/x?q=%0d%0aforged'], ['a line separator of JavaScript', '/api/%E2%80%A8forged%E2%80%A9'], ['a mark that turns the direction', '/api/%E2%80%AEforged'],
])('%s', async (_what, path) => {
  written.length = 0;
  expect(await send(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 500 /);
  const lines = written.join('').split('\n').filter(Boolean);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({ time: expect.any(Number) as number });
    expect(line).not.toMatch(/[\u0000-\u001f\u007f]/);
  }
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).not.toContain('forged');
});

test('a path with raw bytes is refused before it is logged', async () => {
  written.length = 0;
  expect(await send('GET /api/\x1b[31m HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(written).toEqual([]);
});
