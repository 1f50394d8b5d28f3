/** Whether a password is one that the server takes. */
export function isStrong(password: string): boolean {
  return password.length >= 8 && /\p{Lu}/u.test(password) && /\p{Nd}/u.test(password);
}
