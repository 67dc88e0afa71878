import type { Node, Schema } from '@tiptap/pm/model';

export function emptyTable(schema: Schema, rows: number, columns: number): Node {
  const { table, tableRow, tableCell, tableHeader } = schema.nodes;
  return table!.create(null, Array.from({ length: rows }, (_, row) =>
    tableRow!.create(null, Array.from({ length: columns }, () => (row === 0 ? tableHeader! : tableCell!).createAndFill()!))));
}
