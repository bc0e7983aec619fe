/** Screens speak the language of the settings, the plan its project's; neither changes the other. */
import { describe, expect, it } from 'vitest';
import { spokenOf } from '../../../shared/words/catalogue.ts';
import { testBackend } from '../../helpers/backend.ts';

const backend = testBackend();
const { call } = backend;

describe('the language of the screens', () => {
  it('is the first of the system that Onramp speaks', () => {
    expect(spokenOf(['de-AT', 'en'])).toBe('de');
    expect(spokenOf(['fr-FR', 'de_DE', 'en'])).toBe('de');
    expect(spokenOf(['fr-FR'])).toBe('en');
    expect(spokenOf([''])).toBe('en');
  });

  it('follows the system until somebody chooses', async () => {
    await backend.restart({ languages: ['de-DE'] });
    expect(await call('settings.get', {})).toMatchObject({ language: 'system', speaks: 'de' });
    expect(await call('settings.set', { language: 'en' })).toMatchObject({ language: 'en', speaks: 'en' });
  });

  it('leaves the language of the plan as it is', async () => {
    const { id, language, planLanguage } = await call('project.create', { name: 'Rollout' });
    expect({ language, planLanguage }).toEqual({ language: 'en', planLanguage: 'en' });
    await call('settings.set', { language: 'de' });
    expect(await call('project.open', { project: id })).toMatchObject({ language: 'de', planLanguage: 'en' });
    expect(await call('plan.build', { project: id, audience: 'sponsor' })).toMatchObject({ language: 'en' });
  });

  it('is what the plan of a new project begins in', async () => {
    await call('settings.set', { language: 'de' });
    expect((await call('project.create', { name: 'Einführung' })).planLanguage).toBe('de');
  });
});

describe('the language of the plan', () => {
  it('is chosen for each project, in a step that can be undone', async () => {
    const { id: project } = await call('project.create', { name: 'Rollout' });
    expect(await call('project.describe', { project, language: 'de' })).toMatchObject({
      language: 'en',
      planLanguage: 'de',
    });
    expect(await call('plan.build', { project, audience: 'sponsor' })).toMatchObject({ language: 'de' });
    expect((await call('project.undo', { project })).planLanguage).toBe('en');
  });
});
