/** Has the browser save a file that was asked for by the page. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken hold of it by the next turn; without end it would keep the bytes.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
