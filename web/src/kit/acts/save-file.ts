/** Saves a downloaded file through the browser. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the bytes by the next turn; otherwise they would stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
