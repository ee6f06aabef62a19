import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ProblemsError, UsageError } from '../problem.ts';
import { type Command, EXIT, execute, readOnlyOptions, readOptions, type Streams } from './command.ts';
import { devCommand } from './dev.ts';
import { createProgress } from './progress.ts';
import { USAGE } from './usage.ts';

function streams(): Streams & { written: string[]; said: string[] } {
  const [written, said]: [string[], string[]] = [[], []];
  return { written, said, out: (text) => written.push(text), err: (text) => said.push(text), interactive: false };
}

const runs = async (command: Command, variables = {}) => {
  const to = streams();
  return { code: await execute(command, [], variables, to), ...to };
};

describe('a command', () => {
  it('ends with 0 when it is done', async () => {
    expect((await runs(async () => EXIT.done)).code).toBe(0);
  });

  it('ends with 1 on problems, and lists them on the error stream', async () => {
    const { code, written, said } = await runs(async () => {
      throw new ProblemsError([
        { severity: 'error', file: 'b.csv', line: 2, column: 1, message: 'faux' },
        { severity: 'warning', file: 'a.csv', line: 1, column: 1, message: 'douteux' },
      ]);
    });
    expect(code).toBe(1);
    expect(written).toEqual([]);
    expect(said).toEqual([
      'a.csv:1:1  avertissement\u00A0: douteux\n',
      'b.csv:2:1  faux\n',
      '1 erreur, 1 avertissement',
    ]);
  });

  it('ends with 2 on wrong usage', async () => {
    const { code, said } = await runs(async () => {
      throw new UsageError('mauvais usage');
    });
    expect([code, said]).toEqual([2, ['mauvais usage']]);
    expect((await runs(async () => 0, { BILAN_BASE: 'a b' })).code).toBe(2);
  });

  it('shows no trace of a bug, unless it is asked for', async () => {
    const bug: Command = async () => Promise.reject(new Error('bug\nsecond line'));
    const { code, said } = await runs(bug);
    expect(code).toBe(1);
    expect(said).toMatchSnapshot();
    expect((await runs(bug, { BILAN_TRACE: '1' })).said.join()).toContain('command.test.ts');
  });

  it('knows its options, and refuses others', () => {
    const { options, rest } = readOptions(['lille', '--json', '--sortie=a.json', '2024'], ['json', 'sortie']);
    expect([...options]).toEqual([
      ['json', ''],
      ['sortie', 'a.json'],
    ]);
    expect(rest).toEqual(['lille', '2024']);
    expect(() => readOptions(['--jsn'], ['json'])).toThrowErrorMatchingSnapshot();
  });
});

describe('the arguments of a command', () => {
  it('may ask for the usage, which is no fault', async () => {
    const to = streams();
    for (const word of ['--aide', '--help'])
      expect(await execute(async () => EXIT.problems, ['x', word], {}, to)).toBe(0);
    expect(to.written[0]).toBe(to.written[1]);
    expect(to.written[0]).toMatchSnapshot();
  });

  it.each(['', 'abc', '99999'])('name no port: « %s »', async (port) => {
    const to = streams();
    expect(await execute(devCommand, [`--port=${port}`], {}, to)).toBe(EXIT.usage);
    expect(to.said).toEqual(['--port\u00A0: donnez un nombre, de 10 à 65535. Exemple\u00A0: --port=4321']);
  });

  it('may ask for it of every npm script, commands or not', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };
    for (const name of Object.keys(scripts)) expect(USAGE).toContain(`\n  ${name} `);
    for (const name of ['fonts', 'references', 'test']) {
      const { stdout } = await promisify(execFile)(process.execPath, [`scripts/${name}.ts`, '--aide']);
      expect(stdout).toBe(`${USAGE}\n`);
    }
  });

  it('are refused when the command takes no words', () => {
    expect([...readOnlyOptions(['--port=80'], ['port'])]).toEqual([['port', '80']]);
    expect(() => readOnlyOptions(['x'], ['port'])).toThrowErrorMatchingSnapshot();
  });
});

describe('progress', () => {
  it('writes plain lines, with the time of each step', async () => {
    const to = streams();
    let now = 0;
    const progress = createProgress(to, () => (now += 1250));
    await progress.step(
      'Calcul',
      async () => 12,
      (rows) => `${rows} lignes`,
    );
    progress.total();
    expect(to.written).toEqual(['Calcul        1,25\u202Fs  12 lignes', 'Total         3,75\u202Fs']);
  });
});
