import { failureOf, Unreachable } from './failure';

/** Sends a form and tells how much of it has gone, from 0 to 1. */
export function upload<T>(url: string, form: FormData, onProgress: (part: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () =>
      request.status < 400 ? resolve(JSON.parse(request.responseText) as T) : reject(failureOf(request.status, request.responseText));
    request.onerror = () => reject(new Unreachable('The connection broke.'));
    request.send(form);
  });
}
