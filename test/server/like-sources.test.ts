import { describe, expect, it } from 'vitest';
import { accepted, addText, createSourcesBench, pasted, reasonOf } from './desk-bench.js';

const bench = createSourcesBench();

describe('a source like one that is there', () => {
  const shared = [{ id: 'levy', title: 'The levy', text: 'The levy rose.', url: 'https://a.example/levy' }];

  it('is told from which it is like, the server’s own before the shared, text before address before name', async () => {
    const sources = await bench.open({ shared });
    await addText(sources, 'The mill closed.', 'The mill');
    const likeness = async (text: string, title: string | null = null) =>
      accepted(await sources.prepare(pasted(text, title), 'u')).likeness;
    expect(await likeness('The mill closed.', 'Another')).toEqual({
      sameness: 'text',
      title: 'The mill',
      name: 'the-mill',
    });
    expect(await likeness('It closed.', 'The Mill!')).toEqual({
      sameness: 'name',
      title: 'The mill',
      name: 'the-mill',
    });
    expect(await likeness('The levy rose.', 'Another')).toEqual({
      sameness: 'text',
      title: 'The levy',
      name: null,
    });
    expect(await likeness('---\ntitle: X\nurl: https://a.example/levy\n---\nNew.')).toEqual({
      sameness: 'address',
      title: 'The levy',
      name: null,
    });
    expect(await likeness('It fell.', 'the LEVY')).toEqual({
      sameness: 'name',
      title: 'The levy',
      name: null,
    });
    expect(await likeness('Something else.', 'Else')).toBeNull();
  });

  it('stands beside one of its name, or takes its place, as the moderator says', async () => {
    const sources = await bench.open();
    expect(await addText(sources, 'The mill closed.', 'The mill')).toBe('server:the-mill');
    expect(await addText(sources, 'The mill opened.', 'The mill')).toBe('server:the-mill-2');
    expect(await addText(sources, 'The mill burned.', 'The mill', 'the-mill')).toBe('server:the-mill');
    const texts = (await sources.list()).map(async ({ name }) =>
      new TextDecoder().decode((await sources.find(name))?.bytes),
    );
    expect(await Promise.all(texts)).toEqual(['The mill burned.', 'The mill opened.']);
  });

  it('does not stand beside one of its text or address, also where that came after the preview', async () => {
    const sources = await bench.open();
    const page = (text: string) => pasted(`---\ntitle: ${text}\nurl: https://a.example/x\n---\n${text}.`);
    const first = accepted(await sources.prepare(page('One'), 'u'));
    const second = accepted(await sources.prepare(page('Two'), 'u'));
    expect(second.likeness).toBeNull();
    accepted(await sources.confirm(first.draftId, 'u', null));
    expect(reasonOf(await sources.confirm(second.draftId, 'u', null))).toBe(
      '“One” (one) is there by now with the same text or address: give the article again with /source add to replace it.',
    );
    expect(accepted(await sources.confirm(second.draftId, 'u', 'one'))).toMatchObject({
      id: 'server:one',
      text: 'Two.',
    });
    expect(await sources.totals()).toMatchObject({ count: 1 });
  });

  it('takes no other place than the one that its preview named', async () => {
    const sources = await bench.open();
    const changed =
      'What this article is like has changed since this preview: give it again with /source add.';
    await addText(sources, 'The levy rose.', 'The levy');
    const { draftId } = accepted(await sources.prepare(pasted('The levy fell.', 'The levy'), 'u'));
    await addText(sources, 'The levy fell.', 'The toll');
    expect(reasonOf(await sources.confirm(draftId, 'u', 'the-levy'))).toBe(changed);
    await sources.remove('the-toll');
    await sources.remove('the-levy');
    expect(reasonOf(await sources.confirm(draftId, 'u', 'the-levy'))).toBe(changed);
    expect(await sources.list()).toEqual([]);
    expect(accepted(await sources.confirm(draftId, 'u', null)).id).toBe('server:the-levy');
  });

  it('gets a name of its own where two of one title are confirmed at once', async () => {
    const sources = await bench.open();
    const drafts = await Promise.all(
      ['One.', 'Two.', 'Three.'].map(async (text) =>
        accepted(await sources.prepare(pasted(text, 'Notes'), 'u')),
      ),
    );
    const added = await Promise.all(drafts.map(({ draftId }) => sources.confirm(draftId, 'u', null)));
    expect(added.map((outcome) => accepted(outcome).id)).toEqual([
      'server:notes',
      'server:notes-2',
      'server:notes-3',
    ]);
  });
});
