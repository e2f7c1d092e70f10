export { type Coverage, coverageOf, isAssessed } from './coverage.ts';
export { readCsv } from './csv.ts';
export { readHistory } from './history.ts';
export { nationalMeans, type RegionMeans, readMeans, regionMeans } from './means.ts';
export { type MinistryFigures, type MinistryTable, ministriesSnapshot, readMinistries } from './ministries.ts';
export { canBeSum } from './printed-sum.ts';
export { type SeriesYear, seriesOf } from './series.ts';
export { linkOf, readSourceHosts, type SourceHosts, sourceTitle } from './source-link.ts';
export type { FigureStatus, Level, PublishedFigure, PublishedHistory, PublishedMean, Source } from './types.ts';
