/**
 * The scroll lock behind dialogs writes a style element of its own and looks for its nonce under this name; without one
 * the content security policy refuses it. To be imported by whatever opens a dialog.
 */
Object.assign(globalThis, { __webpack_nonce__: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content });
