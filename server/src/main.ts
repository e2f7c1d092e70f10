import { createApp } from './app.ts';
import { readConfig, WrongSetting } from './config.ts';
import { FaultyData } from './library/files.ts';
import { loadLibrary } from './library/library.ts';

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

async function start(): Promise<void> {
  const { host, port, root } = readConfig(process.env);
  const library = loadLibrary(root, (step) => console.log(`  ${step} …`));
  const app = await createApp(root, library);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void app.close().then(() => process.exit(0));
    });
  }
  try {
    const address = await app.listen({ host, port });
    console.log(`ParIndex đang chạy (running). Nhấn Ctrl-C để dừng (to stop).\n${address.replace('127.0.0.1', 'localhost')}`);
  } catch (error) {
    if (isCode(error, 'EADDRINUSE'))
      throw new WrongSetting(
        `Cổng ${port} đang được dùng. Hãy dừng chương trình kia hoặc chọn cổng khác: PORT=${port + 1} npm start\n(Port ${port} is in use; stop the other program or choose another: PORT=${port + 1} npm start)`,
      );
    if (isCode(error, 'EACCES'))
      throw new WrongSetting(
        `Không được phép mở cổng ${port}; hãy chọn cổng từ 1024 trở lên: PORT=8080 npm start\n(Not allowed to open port ${port}; choose one from 1024 on.)`,
      );
    throw error;
  }
}

try {
  await start();
} catch (error) {
  if (!(error instanceof FaultyData || error instanceof WrongSetting)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
