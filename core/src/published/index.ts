export { type Coverage, coverageOf, isAssessed } from './coverage.ts';
export { readCsv } from './csv.ts';
export { readHistory } from './history.ts';
export { nationalMeans, readMeans, type RegionMeans, regionMeans } from './means.ts';
export { ministriesSnapshot, type MinistryFigures, type MinistryTable, readMinistries } from './ministries.ts';
export { canBeSum } from './printed-sum.ts';
export { type SeriesYear, seriesOf } from './series.ts';
export { linkOf, readSourceHosts, type SourceHosts, sourceTitle } from './source-link.ts';
export type { FigureStatus, Level, PublishedFigure, PublishedHistory, PublishedMean, Source } from './types.ts';
