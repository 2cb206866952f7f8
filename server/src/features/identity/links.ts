/** The pages that mails lead to. */
export interface Links {
  verifyEmail(token: string): string;
  resetPassword(token: string): string;
  invitation(token: string): string;
  signIn(): string;
}

export function createLinks(publicUrl: string): Links {
  const page = (path: string, field: string, token: string) => `${publicUrl}${path}?${field}=${encodeURIComponent(token)}`;
  return {
    verifyEmail: (token) => page('/verify-email', 'token', token),
    resetPassword: (token) => page('/reset-password', 'token', token),
    invitation: (token) => page('/sign-up', 'invitation', token),
    signIn: () => `${publicUrl}/sign-in`,
  };
}
