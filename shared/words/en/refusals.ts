/** What handlers refuse, where more can be said than the general sentence of the error's code; `{…}` is put in. */
type Sentence = { message: string; remedy?: string };

const asSentences = <Id extends string>(sentences: Record<Id, Sentence>) => sentences;

const logoRemedy = 'Choose a PNG, JPEG or SVG picture of at most 2 MB.';
const templateRemedy =
  'Choose a Word document saved as .docx, without a password; a page with your styles, head and foot is enough.';
const template = (reason: string): Sentence => ({
  message: `This Word template cannot be used: ${reason}.`,
  remedy: templateRemedy,
});

export const refusalWords = asSentences({
  'project-gone': { message: 'That project is not here any more.' },
  'milestone-gone': { message: 'That milestone is not here any more.' },
  'attachment-gone': { message: 'That attachment is not here any more.' },
  'evidence-gone': { message: 'That evidence is not here any more.' },
  'evidence-empty': { message: 'There is nothing to read.' },
  'reading-gone': { message: 'What was read is not at hand any more.', remedy: 'Read the file again.' },
  'proposals-moved': {
    message: 'The project says something else by now: {moved}',
    remedy: 'Look at the proposals again; nothing was changed.',
  },
  'act-out-of-reach': {
    message: 'This cannot be taken back: it was undone already, or changed again since.',
    remedy: 'The history has every value that stood before.',
  },
  'checklist-gone': { message: 'That checklist is not here any more.' },
  'page-gone': { message: 'That page is not there any more.' },
  'action-gone': { message: 'The action is not there any more.' },
  'titled-action-gone': { message: 'The action is not there any more: {title}' },
  'workshop-gone': { message: 'That workshop is not here any more.' },
  'workshop-empty': { message: 'The workshop has not begun, so nothing came of it yet.' },
  'workshop-over': { message: 'That workshop is over; what came of it stays as it is.' },
  'workshop-not-begun': { message: 'The workshop has not begun, so it cannot end.' },
  'point-gone': { message: 'That point is not parked any more.' },
  'no-question': { message: 'There is no question "{id}".' },
  'no-list': { message: 'There is no list "{kind}".' },
  'list-unusable': { message: 'This list cannot be used: {reason}.' },
  'confirmation-needs-name': {
    message: 'A confirmation needs the name of the person who confirms.',
    remedy: 'Enter your name in Settings, then confirm.',
  },
  'note-needs-question': { message: 'A note needs the question that it stands at.' },
  'note-full': { message: 'The note of that question is full.' },
  'blocker-stays': { message: 'A blocker is not a risk to accept: it will not work as it stands.' },
  'purge-deleted-only': { message: 'Only a deleted project can be removed for good.' },
  'questions-of-file': {
    message: 'The questions of this checklist are those of its file.',
    remedy: 'Make it your own first.',
  },
  'no-action-sheet': {
    message: 'There is no sheet of actions in {name}.',
    remedy: 'Choose a workbook or CSV that Onramp wrote, with its heads “Id” and “Action” left as they were.',
  },
  'action-changed': {
    message: 'The action has been changed meanwhile: {title}',
    remedy: 'Read the file again to see what it would change now.',
  },
  'disagreement-changed': {
    message: 'What the copies disagree about has changed meanwhile.',
    remedy: 'Look again and choose once more.',
  },
  'checklist-refused': {
    message: '{message} ({place})',
    remedy: 'Choose a checklist file as it is published in Azure/review-checklists, or as a tool saved it.',
  },
  'table-refused': { message: '{problems}' },
  'no-table': { message: '{message}' },
  'workbook-unreadable': { message: '{name} is not a workbook that can be read.' },
  'damaged-attachment': { message: 'An attachment in the file is damaged ({hash}).' },
  'other-project': {
    message: 'This file is of “{other}”, not of “{name}”.',
    remedy: 'Nothing was merged.',
  },
  'other-project-same-name': {
    message: 'This file is of another project that is also called “{name}”.',
    remedy: 'Nothing was merged.',
  },
  'link-whole-path': { message: 'Give the whole path, from the drive or the root on.' },
  'link-ending': { message: 'The file’s name has to end in .onramp.' },
  'link-no-folder': { message: 'There is no folder {folder} here.' },
  'link-unreadable': { message: '{file} cannot be read.' },
  'link-unsound': { message: 'The file that is there is no sound Onramp project file.' },
  'logo-too-large': { message: 'The logo is larger than 2 MB.', remedy: logoRemedy },
  'logo-damaged': { message: 'The logo is damaged.', remedy: logoRemedy },
  'logo-pixels': { message: 'The logo has too many pixels ({width} × {height}).', remedy: logoRemedy },
  'logo-type': { message: 'The logo is not a PNG, JPEG or SVG picture.', remedy: logoRemedy },
  'logo-encoding': { message: 'The logo is an SVG that is not written in UTF-8.', remedy: logoRemedy },
  'logo-definitions': {
    message: 'The logo is an SVG that defines or fetches things of its own. Save it as plain SVG.',
    remedy: logoRemedy,
  },
  'logo-script': { message: 'The logo is an SVG with a script in it.', remedy: logoRemedy },
  'logo-refers': { message: 'The logo is an SVG that refers to other files.', remedy: logoRemedy },
  'logo-unreadable': { message: 'The logo is an SVG that cannot be read.', remedy: logoRemedy },
  'logo-no-picture': {
    message: 'The logo cannot be read as a picture.',
    remedy: 'Choose another PNG, JPEG or SVG picture in Settings.',
  },
  'logo-not-on-page': {
    message: 'The logo cannot be put on a page.',
    remedy: 'Choose another logo in Settings, or export without one.',
  },
  'template-empty': template('it has no Word document in it'),
  'template-strict': template('it is saved in a form that only few programs write (such as Strict Open XML)'),
  'template-no-styles': template('it has no styles'),
  'template-locked': template('it is protected by a password'),
  'template-old': template('it is in the old .doc format'),
  'template-type': template('it is not a .docx file'),
  'template-large': template('it is larger than 50 MB when unpacked'),
  'template-damaged': template('it is damaged or not complete'),
  'template-part': template('its part {part} is damaged'),
  'template-object': template(
    'its part {part} holds an object that is no picture (such as a linked picture, an embedded sheet, a chart or a control)',
  ),
  'template-margins': template('its pages leave no room for text between the margins'),
});

export type Refusal = keyof typeof refusalWords;
export type RefusalWords = Readonly<Record<Refusal, Sentence>>;
