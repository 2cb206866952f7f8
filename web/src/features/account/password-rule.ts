/** Letters a password needs at least; the server has the last word on how easy it is to guess. */
export const shortestPassword = 10;
