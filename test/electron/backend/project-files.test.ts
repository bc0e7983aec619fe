/** Projects carried in and out as files: whole, or not at all. */
import { describe, expect, it } from 'vitest';
import { dispatch } from '../../../electron/backend/dispatch.ts';
import { answered, nat, testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call, refusal } = backend;

describe('project files', () => {
  it('travel: export, import elsewhere, export gives the same bytes', async () => {
    const { id } = await call('project.create', { name: 'Rollout ✈ 東京', customer: 'Contoso' });
    await call('answer.note', { project: id, question: nat, note: 'x\u0000\u202e<b>' });
    await call('attachment.add', {
      project: id,
      name: 'routes.txt',
      kind: 'text',
      content: Buffer.from('B 13.71.0.0/18').toString('base64'),
      question: nat,
    });
    const { text, fileName } = await call('project.export', { project: id });
    expect(fileName).toBe('Rollout 東京.onramp');
    await backend.elsewhere(async () => {
      const view = await call('project.import', { text });
      expect(view.name).toBe('Rollout ✈ 東京');
      expect((await call('project.export', { project: id })).text).toBe(text);
      const [attachment] = Object.keys(view.attachments);
      expect(
        Buffer.from(
          (await call('attachment.get', { project: id, id: attachment ?? '' })).content,
          'base64',
        ).toString(),
      ).toBe('B 13.71.0.0/18');
    });
  });

  it('opened where they came from change nothing', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('answer.set', { project: id, question: nat, answer: answered('none') });
    const { text } = await call('project.export', { project: id });
    await call('project.import', { text });
    expect((await call('project.export', { project: id })).text).toBe(text);
  });

  it.each([
    ['not JSON at all', 'hello', 'not-a-project'],
    ['JSON of something else', '{"a":1}', 'not-a-project'],
    ['a file cut off', '{"format":"onramp-project","version":1,"changes":[', 'damaged-file'],
    ['a newer file', '{"format":"onramp-project","version":99}', 'newer-file'],
    [
      'a file with a foreign field',
      '{"format":"onramp-project","version":1,"project":{"id":"x","created":1},"changes":[],"blobs":{},"x":1}',
      'damaged-file',
    ],
    [
      'a hostile file',
      '{"format":"onramp-project","version":1,"__proto__":{"x":1},"project":{},"changes":[],"blobs":{}}',
      'damaged-file',
    ],
  ])('from %s are refused with the place, and nothing is imported', async (_name, text, code) => {
    const error = await refusal('project.import', { text });
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/\(.+\)/);
    expect(await call('project.list', {})).toEqual([]);
  });

  it('with one damaged attachment are refused whole', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    await call('attachment.add', {
      project: id,
      name: 'a.txt',
      kind: 'text',
      content: Buffer.from('one').toString('base64'),
    });
    const { text } = await call('project.export', { project: id });
    await call('project.delete', { project: id });
    await call('project.purge', { project: id });
    const damaged = text.replace(
      Buffer.from('one').toString('base64'),
      Buffer.from('two').toString('base64'),
    );
    expect((await refusal('project.import', { text: damaged })).code).toBe('damaged-file');
    expect(await call('project.list', {})).toEqual([]);
  });
});

describe('a long call', () => {
  it('reports its steps, and changes nothing when it is called off between them', async () => {
    const { id } = await call('project.create', { name: 'Rollout' });
    const { text } = await call('project.export', { project: id });
    await call('project.delete', { project: id });
    await call('project.purge', { project: id });
    const steps: string[] = [];
    const stop = new AbortController();
    const stopped = await dispatch(
      backend.context,
      'project.import',
      { text },
      {
        signal: stop.signal,
        onProgress: ({ step }) => {
          steps.push(step);
          if (step === 'checking') stop.abort();
        },
      },
    );
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(steps).toEqual(['reading', 'checking']);
    expect(await call('project.list', {})).toEqual([]);
    await call('project.import', { text });
    expect(await call('project.list', {})).toHaveLength(1);
  });
});
