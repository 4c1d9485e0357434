/** The word by which the server allows style elements on this page; libraries that insert some are told it before they do. */
const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
export const nonce = meta?.nonce ?? '';
// The way of the package get-nonce, which the dialogs' scroll lock asks.
(globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = nonce;
