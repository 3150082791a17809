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
    override: ({ zodSchema, jsonSchema }) => {
      // a file is given as {"$file": "path"} and answered as its name, type and size
      if (zodSchema._zod.def.type === 'file') Object.assign(jsonSchema, { type: 'object', title: 'file', properties: { $file: { type: 'string' } } });
    },
  });
}
