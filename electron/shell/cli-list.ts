import { type AnySchema, isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { contract } from '../../shared/contract/contract.ts';

export interface ListedProcedure {
  procedure: string;
  input: object;
  output: object;
}

/** Every procedure of the contract with the JSON Schema of its input and output. */
export function listProcedures(): ListedProcedure[] {
  return leaves(contract, '');
}

function leaves(section: unknown, path: string): ListedProcedure[] {
  if (isContractProcedure(section)) {
    const { inputSchema, outputSchema } = section['~orpc'] as { inputSchema?: AnySchema; outputSchema?: AnySchema };
    return [{ procedure: path, input: jsonSchema(inputSchema, 'input'), output: jsonSchema(outputSchema, 'output') }];
  }
  return Object.entries(section as object).flatMap(([name, part]) => leaves(part, path === '' ? name : `${path}.${name}`));
}

function jsonSchema(schema: AnySchema | undefined, io: 'input' | 'output'): object {
  if (!schema) return {};
  return z.toJSONSchema(schema as z.ZodType, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: described }) => {
      const { def } = zodSchema._zod;
      if (def.type === 'file') replace(described, io === 'input' ? fileGiven : fileAnswered);
      // what comes out of a transformation cannot be told from it; in this contract it keeps the shape of what goes in
      if (def.type === 'pipe' && io === 'output' && Object.keys(described).length === 0) {
        const before = jsonSchema((def as unknown as { in: AnySchema }).in, io);
        replace(described, Object.fromEntries(Object.entries(before).filter(([key]) => key !== '$schema')));
      }
    },
  });
}

const fileGiven = { type: 'object', title: 'file', properties: { $file: { type: 'string' } }, required: ['$file'] };
/** `path` with `--out`, else the bytes in base64. */
const fileAnswered = { type: 'object', title: 'file', properties: { name: { type: 'string' }, type: { type: 'string' }, size: { type: 'integer' }, path: { type: 'string' }, base64: { type: 'string' } }, required: ['name', 'type', 'size'] };

function replace(described: object, by: object): void {
  for (const key of Object.keys(described)) delete (described as Record<string, unknown>)[key];
  Object.assign(described, by);
}
