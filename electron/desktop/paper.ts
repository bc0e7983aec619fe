/** The page on paper: through the system's print dialog, or as a PDF where the person says. */
import type { Dialog, WebContents } from 'electron';
import { type SaveParts, saveFile } from './files.ts';

type PaperParts = SaveParts & { dialog: Pick<Dialog, 'showSaveDialog' | 'showMessageBox'> };

export async function printPage(contents: WebContents, parts: PaperParts): Promise<void> {
  const failure = await new Promise<string>((done) => {
    contents.print({ printBackground: true, usePrinterDefaultPageSize: true }, (success, reason) =>
      done(success ? '' : reason || 'failed'),
    );
  });
  // Whoever closes the dialog knows that nothing was printed.
  if (failure === '' || /cancel/i.test(failure)) return;
  await complain(parts, parts.words.notPrinted, parts.words.notPrintedDetail);
}

export async function savePageAsPdf(contents: WebContents, parts: PaperParts): Promise<void> {
  const pdf = await contents.printToPDF({
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  const title = contents.getTitle().split(' · ').slice(0, 2).join(' ');
  const reply = await saveFile(parts, `${title || parts.words.page}.pdf`, pdf);
  if (!reply.ok) await complain(parts, reply.error.message, reply.error.remedy ?? '');
}

async function complain(
  { dialog, window, words }: PaperParts,
  message: string,
  detail: string,
): Promise<void> {
  const options = { type: 'error', message, detail, buttons: [words.ok] } as const;
  await (window
    ? dialog.showMessageBox(window, { ...options, buttons: [...options.buttons] })
    : dialog.showMessageBox({ ...options, buttons: [...options.buttons] }));
}
