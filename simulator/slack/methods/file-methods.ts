import { type Method, refuse } from './method.ts';

export const fileMethods: Record<string, Method> = {
  'files.info': ({ file }, { files }) => {
    const described = files.describe(String(file));
    return described ? { ok: true, file: described, comments: [] } : refuse('file_not_found');
  },
};
