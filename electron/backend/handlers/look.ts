/** How the firm's documents look: kept in the settings, files and all, and refused before they can spoil a document. */
import { z } from 'zod';
import { DocumentLook } from '../../../shared/contract/plan.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { Json } from '../../../shared/json.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../dispatch.ts';
import { checkTemplate } from '../writers/docx/template.ts';
import { checkLogo } from '../writers/logo.ts';
import { type Look, ownLook } from '../writers/look.ts';

const Kept = DocumentLook.pick({ paper: true, accent: true, firm: true })
  .extend({
    logo: z.strictObject({ name: z.string(), content: z.base64() }),
    template: z.strictObject({ name: z.string(), content: z.base64() }),
  })
  .partial();
type Kept = z.infer<typeof Kept>;

const mediaTypes = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const;

function readKept(context: Context): Kept {
  const parsed = Kept.safeParse(context.workspace.getSetting('look') ?? {});
  return parsed.success ? parsed.data : {};
}

const bytesOf = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'base64'));

function plainOf(kept: Kept): Pick<Look, 'paper' | 'accent' | 'firm'> {
  return {
    paper: kept.paper ?? ownLook.paper,
    accent: kept.accent ?? ownLook.accent,
    firm: kept.firm ?? ownLook.firm,
  };
}

/** The look as writers take it; plain leaves the firm's files aside, for where one of them cannot be used. */
export function readLook(context: Context, plain = false): Look {
  const kept = readKept(context);
  const { logo, template }: Kept = plain ? {} : kept;
  return {
    ...plainOf(kept),
    ...(logo ? { logo: checkLogo(bytesOf(logo.content)) } : {}),
    ...(template ? { template: bytesOf(template.content) } : {}),
  };
}

function shown(context: Context): DocumentLook {
  const kept = readKept(context);
  const { logo, template } = kept;
  return {
    ...plainOf(kept),
    logo: logo ? { name: logo.name, picture: pictureOf(logo.content) } : null,
    template: template ? { name: template.name, size: bytesOf(template.content).length } : null,
  };
}

function pictureOf(content: string): string {
  return `data:${mediaTypes[checkLogo(bytesOf(content)).type]};base64,${content}`;
}

function set(context: Context, { logo, template, ...fields }: InputOf<'look.set'>): DocumentLook {
  if (logo) checkLogo(bytesOf(logo.content));
  if (template) checkTemplate(bytesOf(template.content));
  const kept: Kept = { ...readKept(context), ...fields };
  if (logo) kept.logo = logo;
  if (logo === null) delete kept.logo;
  if (template) kept.template = template;
  if (template === null) delete kept.template;
  context.workspace.setSetting('look', kept as Json);
  return shown(context);
}

export const lookHandlers: Pick<Handlers, 'look.get' | 'look.set'> = {
  'look.get': (context) => shown(context),
  'look.set': set,
};
