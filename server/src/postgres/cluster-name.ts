/** Names of cluster folders, by the major release that made them. */
export const CLUSTER_NAME = /^cluster-(\d+)$/;
/** The embedded server's name, as reported to clients. */
export const CLUSTER = 'parindex';
