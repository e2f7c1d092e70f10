export type { Assets, Printed, RoundView, SiteData } from './model.ts';
export type { RenderedPage } from './render.tsx';
