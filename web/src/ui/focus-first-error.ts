interface FormWithNodes {
  getInputNode: (path: string) => HTMLElement | null;
}

/** For a form that was sent with mistakes: the first field that has one takes the focus. */
export function focusFirstError(form: FormWithNodes): (errors: Record<string, unknown>) => void {
  return (errors) => {
    const [first] = Object.keys(errors);
    if (first !== undefined) form.getInputNode(first)?.focus();
  };
}
