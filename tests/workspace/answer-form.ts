import type { Page } from 'playwright-core';

/** One radio button of each question or row. */
export async function chooseFirst(page: Page): Promise<void> {
  const names = new Set(await page.locator('input[type=radio]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).name)));
  for (const name of names) await page.locator(`input[type=radio][name="${name}"]`).first().check();
}

/** Fills in the councillors' form of province-2022 from its door to the receipt, without any script. */
export async function answerForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bắt đầu trả lời' }).click();
  for (let part = 1; part <= 6; part += 1) {
    await page.getByText(`Phần ${part}/7`).first().waitFor();
    await chooseFirst(page);
    await page.getByRole('button', { name: 'Lưu và sang phần sau' }).click();
  }
  await page.getByText('Phần 7/7').first().waitFor();
  await page.locator('textarea').fill('Công khai kết quả giải quyết hồ sơ.');
  await page.getByRole('button', { name: 'Lưu và xem lại phiếu' }).click();
  await page.getByText('Phiếu đã đủ câu trả lời.').waitFor();
  await page.getByRole('button', { name: 'Gửi phiếu' }).click();
  await page.getByRole('heading', { name: 'Xin cảm ơn ông/bà đã trả lời.' }).waitFor();
}
