import { type ProblemTold, Refused, Unanswered } from '../../../client/request.ts';
import { type SendingStanding, type SheetPlace, sheetAddress } from './sendings.ts';

interface ToSend {
  /** Made once for a file: sent again under it, the report is one sending. */
  readonly id: string;
  readonly base: number;
  readonly file: Blob;
  /** Of the bytes, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

const toldIn = (text: string): Partial<ProblemTold> | undefined => {
  try {
    return JSON.parse(text) as Partial<ProblemTold>;
  } catch {
    return undefined;
  }
};

/** Sends a signed report, telling how far it has come; throws Refused or Unanswered, as `ask` does, which cannot tell. */
export const sendReport = (sheet: SheetPlace, { id, base, file, onProgress }: ToSend): Promise<SendingStanding> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${sheetAddress(sheet)}/sending?id=${id}&base=${base}`);
    request.setRequestHeader('content-type', 'application/pdf');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('error', () => reject(new Unanswered('no answer')));
    request.addEventListener('load', () => {
      const told = toldIn(request.responseText);
      if (request.status === 201 && told) resolve(told as unknown as SendingStanding);
      else if (typeof told?.code === 'string' && typeof told.title === 'string') reject(new Refused(told as ProblemTold));
      else reject(new Unanswered(`status ${request.status}`));
    });
    request.send(file);
  });
