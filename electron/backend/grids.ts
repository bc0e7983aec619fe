/** Reads workbooks and CSV files as plain grids of cells, whatever program wrote them. */
import readXlsxFile from 'read-excel-file/node';
import type { Grid, GridCell } from '../../shared/action-import/cell.ts';
import { readCsv } from '../../shared/action-import/csv.ts';
import { CallFailure } from './call-failure.ts';
import { decodeText } from './decode-text.ts';

export async function gridsOf(bytes: Buffer, name: string): Promise<Grid[]> {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return [readCsv(decodeText(bytes))];
  if (unpackedSize(bytes) > mostUnpacked) throw new CallFailure('too-large');
  try {
    const sheets = await readXlsxFile(bytes);
    return sheets.map(({ data }) => data.map((row) => row.map(cellOf)));
  } catch {
    throw new CallFailure('damaged-file', { says: 'workbook-unreadable', values: { name } });
  }
}

const mostUnpacked = 200_000_000;

/** By the archive's own list of contents; without one it is no archive, and the reader says so. */
function unpackedSize(bytes: Buffer): number {
  let size = 0;
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = end >= 0 && end + 20 <= bytes.length ? bytes.readUInt32LE(end + 16) : bytes.length;
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50) {
    size += bytes.readUInt32LE(at + 24);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return size;
}

function cellOf(value: unknown): GridCell {
  if (value instanceof Date) return { day: value.toISOString().slice(0, 10) };
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null;
}
