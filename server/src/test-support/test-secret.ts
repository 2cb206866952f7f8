/** Secret of every installation that a test makes, so that they share the server's role cairn_app. */
export const testSecret = 'a secret that only tests use, and all of them';
