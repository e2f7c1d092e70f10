import type { Answer } from '@parindex/core/contracts/contract';
import type * as explanation from '@parindex/core/contracts/explanation';
import { PDF } from '@parindex/core/contracts/media-types';
import type * as submissions from '@parindex/core/contracts/submissions';
import { addressOf } from '../../../client/call.ts';
import { confirmedWhereAsked } from '../../../client/confirmation.ts';
import { type ProblemAnswer, Refused, Unanswered } from '../../../client/request.ts';
import type { SheetKey } from '../../../client/sheet.ts';

interface ToSend {
  /** Made once for a file, so that repeated attempts are one sending. */
  readonly id: string;
  readonly base: number;
  readonly file: Blob;
  /** Of the bytes, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

const toldIn = (text: string): Partial<ProblemAnswer> | undefined => {
  try {
    return JSON.parse(text) as Partial<ProblemAnswer>;
  } catch {
    return undefined;
  }
};

/** A route that takes a signed document of a sheet. */
type Sending = typeof submissions.sendReport | typeof explanation.sendExplanation;

/** Sends a signed document with progress; throws Refused or Unanswered like `call`, which cannot report progress. */
export const sendSigned = <C extends Sending>(contract: C, sheet: SheetKey, toSend: ToSend): Promise<Answer<C>> =>
  confirmedWhereAsked(() => sendOnce(contract, sheet, toSend));

const sendOnce = <C extends Sending>(contract: C, sheet: SheetKey, { id, base, file, onProgress }: ToSend): Promise<Answer<C>> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(contract.method, addressOf(contract as Sending, { params: sheet, query: { id, base } }));
    request.setRequestHeader('content-type', PDF);
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total));
    request.addEventListener('error', () => reject(new Unanswered('no answer')));
    request.addEventListener('load', () => {
      const told = toldIn(request.responseText);
      if (request.status === 201 && told) resolve(told as unknown as Answer<C>);
      else if (typeof told?.code === 'string' && typeof told.title === 'string') reject(new Refused(told as ProblemAnswer));
      else reject(new Unanswered(`status ${request.status}`));
    });
    request.send(file);
  });
