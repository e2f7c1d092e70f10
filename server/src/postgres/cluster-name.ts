/** Folders that hold a cluster, by the major release that made them. */
export const CLUSTER_NAME = /^cluster-(\d+)$/;
/** How the embedded server calls itself to those who ask. */
export const CLUSTER = 'parindex';
