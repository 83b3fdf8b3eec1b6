// Shapes: what a value must look like before any screen may use it.
//
// A shape is written once per message and held to its generated type by the compiler: a field added, renamed or retyped
// in messages.ts stops the build here. Members we do not know are let through, so that a newer server still works.

export type Check = (value: unknown, path: string) => string | null;
export interface Shape<T> {
  // The path of the first thing wrong, or null.
  readonly wrong: Check;
  readonly type?: T;
}

function shape<T>(wrong: Check): Shape<T> {
  return { wrong };
}

export const text: Shape<string> = shape((value, path) => (typeof value === 'string' ? null : path));
export const truth: Shape<boolean> = shape((value, path) => (typeof value === 'boolean' ? null : path));
export const whole: Shape<number> = shape((value, path) => (Number.isSafeInteger(value) ? null : path));

export function one_of<T extends string>(...names: readonly T[]): Shape<T> {
  return shape((value, path) => (names.some((name) => name === value) ? null : path));
}

export function list<T>(item: Shape<T>): Shape<T[]> {
  return shape((value, path) => {
    if (!Array.isArray(value)) {
      return path;
    }
    for (let index = 0; index < value.length; index += 1) {
      const wrong = item.wrong(value[index], `${path}/${index}`);
      if (wrong !== null) {
        return wrong;
      }
    }
    return null;
  });
}

export function maybe<T>(inner: Shape<T>): Shape<T | undefined> {
  return shape((value, path) => (value === undefined ? null : inner.wrong(value, path)));
}

// An object that is passed on as it came; only the lists named are looked at.
export function whole_object<T>(...lists: readonly (keyof T & string)[]): Shape<T> {
  return shape((value, path) => {
    if (typeof value !== 'object' || value === null) {
      return path;
    }
    const found = value as Record<string, unknown>;
    const missing = lists.find((name) => !Array.isArray(found[name]));
    return missing === undefined ? null : `${path}/${missing}`;
  });
}

export type Members<T> = { readonly [Name in keyof Required<T>]: Shape<T[Name]> };

export function members<T>(fields: Members<T>): Shape<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  return shape((value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return path;
    }
    const found = value as Record<string, unknown>;
    for (const name of names) {
      const wrong = fields[name].wrong(found[name], `${path}/${name}`);
      if (wrong !== null) {
        return wrong;
      }
    }
    return null;
  });
}
