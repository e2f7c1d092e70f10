import type { ReactNode } from 'react';

/** What a chart says, as a table: for whoever cannot see it, or wants the figures. */
export interface ChartTable {
  /** What opens it: "Xem dạng bảng". */
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface ChartFigureProps {
  /** One sentence on how to read it. */
  readonly note?: ReactNode;
  /** Names of what is drawn, each with its colour. */
  readonly legend?: readonly { readonly name: string; readonly as: 'main' | 'before' | 'target' }[];
  readonly table: ChartTable;
  readonly children: ReactNode;
}

/** A chart with its legend, its note and its table behind a switch that works without script. */
export const ChartFigure = ({ note, legend = [], table, children }: ChartFigureProps) => (
  <figure className="chart">
    {legend.length > 1 ? (
      <div className="chart-legend" aria-hidden>
        {legend.map(({ name, as }) => (
          <span key={name} className="chart-key" data-as={as}>
            {name}
          </span>
        ))}
      </div>
    ) : null}
    {children}
    {note === undefined ? null : <figcaption>{note}</figcaption>}
    <details className="chart-table">
      <summary>{table.label}</summary>
      <table>
        <thead>
          <tr>
            {table.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={table.heads[column]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.heads[column]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  </figure>
);
