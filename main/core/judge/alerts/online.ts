/** The output that the rules of the online rate look at: share of applications submitted online. */
export const ONLINE = 'applications_online';
