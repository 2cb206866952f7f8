/** What one look at the installation found. */
export interface Finding {
  readonly subject: string;
  readonly state: 'ok' | 'warning' | 'wrong';
  readonly detail: string;
  /** What to do about it. */
  readonly mend?: string;
}

export const ok = (subject: string, detail: string): Finding => ({ subject, state: 'ok', detail });
export const warning = (subject: string, detail: string, mend: string): Finding => ({ subject, state: 'warning', detail, mend });
export const wrong = (subject: string, detail: string, mend: string): Finding => ({ subject, state: 'wrong', detail, mend });

/** A look that failed is a finding, too. */
export async function looked(subject: string, mend: string, look: () => Promise<Finding> | Finding): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    return wrong(subject, error instanceof Error && error.message !== '' ? error.message : String((error as NodeJS.ErrnoException).code ?? error), mend);
  }
}
