/** Folders that hold a cluster, by the major release that made them. */
export const CLUSTER_NAME = /^cluster-(\d+)$/;
