import { texts } from '@parindex/core/words/texts';

/** Where a file may be taken as a photograph. */
export const cameraTexts = texts({
  camera: { vi: 'Chụp ảnh tài liệu', en: 'Photograph a document' },
});
