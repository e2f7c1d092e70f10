/** What a thing is called: Vietnamese always, English where there is one. */
export interface Title {
  vi: string;
  en?: string;
}
