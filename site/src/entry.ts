export { allRoutes } from './all-routes.ts';
export type { Assets, Printed, RoundView, SiteData } from './model.ts';
export { type RenderedPage, render } from './render.tsx';
export { hrefOf } from './routes.ts';
