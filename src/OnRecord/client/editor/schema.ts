import { getSchema } from '@tiptap/core';
import { marks } from './marks';
import { nodes } from './nodes';

// Names agree with ProseMirrorReader in OnRecord.Documents.
export const storyExtensions = [...nodes, ...marks];
export const storySchema = () => getSchema(storyExtensions);
