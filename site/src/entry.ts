export { render, type RenderedPage } from './render.tsx';
export { allRoutes } from './all-routes.ts';
export { hrefOf } from './routes.ts';
export type { Assets, Printed, RoundView, SiteData } from './model.ts';
