/**
 * Turns the type declarations of @gramio/types (the Bot API's documentation as TypeScript) into
 * src/sandbox/bot-api/spec.json: every method with its parameters, and every object and union a
 * parameter can hold. Run it by hand after raising the version of @gramio/types:
 *
 *   node scripts/bot-api-spec.mjs && npm run format
 *
 * A test compares the file with what this script makes of the installed version; another path for the
 * result may be given as its argument.
 *
 * Lengths are read from the words «N-M characters | bytes | items». A length that counts after
 * entity parsing is left out: the parser of the text enforces it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const packageRoot = new URL('../node_modules/@gramio/types/out/', import.meta.url);
const target = process.argv[2] ?? new URL('../src/sandbox/bot-api/spec.json', import.meta.url);

/** The declarations say `number` for both kinds of number; these fields are Float in the documentation. */
const FLOAT_FIELDS =
  /^(latitude|longitude|horizontal_accuracy|[xy]_shift|scale|rotation_angle|temperature|\w+_percentage|\w+_timestamp)$/;

const read = (name) => readFileSync(new URL(`${name}.d.ts`, packageRoot), 'utf8');
const parse = (name) => ts.createSourceFile(name, read(name), ts.ScriptTarget.Latest, true);

const declarations = new Map();
for (const file of [parse('params'), parse('objects')]) {
  for (const statement of file.statements) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
      declarations.set(statement.name.text, statement);
    }
  }
}

const objects = {};
const bare = (name) => name.replace(/^Telegram/, '');

function documentation(node) {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  return comment ? comment.getText() : '';
}

function length(text) {
  if (/after entit(y|ies) parsing/.test(text)) return {};
  const range = '([\\d,]+)[-–]([\\d,]+)';
  const unit = '(characters|bytes)';
  const items = /list of|Array/.test(text) && new RegExp(`(?:list of|include) ${range}`).exec(text);
  const found = items || new RegExp(`${range} ${unit}`).exec(text);
  if (!found) return {};
  const number = (digits) => Number(digits.replaceAll(',', ''));
  return { min: number(found[1]), max: number(found[2]), unit: found[3] ?? 'items' };
}

/** The members of an interface as fields, in the order of the documentation. */
function fields(declaration) {
  return Object.fromEntries(
    declaration.members.map((member) => {
      const name = member.name.text;
      const field = { type: typeOf(member.type, name) };
      if (!member.questionToken) field.required = true;
      return [name, Object.assign(field, length(documentation(member)))];
    }),
  );
}

function remember(name) {
  const key = bare(name);
  if (key in objects) return key;
  objects[key] = {};
  objects[key] = fields(declarations.get(name));
  return key;
}

function named(name, field) {
  if (name === 'TelegramInputFile') return 'InputFile';
  const declaration = declarations.get(name);
  if (!declaration)
    throw new Error(`${name}, the type of ${field}, is not declared in @gramio/types`);
  return ts.isInterfaceDeclaration(declaration) ? remember(name) : typeOf(declaration.type, field);
}

function union(node, field) {
  const literals = [];
  const types = new Set();
  for (const member of node.types) {
    if (ts.isTypeLiteralNode(member)) continue; // { toString(): … }: a convenience of the library
    const type = typeOf(member, field);
    if (type.enum) literals.push(...type.enum);
    else if (type.union) for (const inner of type.union) types.add(inner);
    else types.add(type);
  }
  if (literals.length > 0 && types.size > 0) throw new Error(`${field} mixes literals and types`);
  if (literals.length > 0) return { enum: literals };
  return types.size === 1 ? [...types][0] : { union: [...types] };
}

function literal(node, field) {
  if (node.literal.kind === ts.SyntaxKind.TrueKeyword) return 'True';
  if (ts.isStringLiteral(node.literal)) return { enum: [node.literal.text] };
  if (ts.isNumericLiteral(node.literal)) return { enum: [Number(node.literal.text)] };
  throw new Error(`unknown literal in ${field}`);
}

function typeOf(node, field) {
  switch (node.kind) {
    case ts.SyntaxKind.NumberKeyword:
      return FLOAT_FIELDS.test(field) ? 'Float' : 'Integer';
    case ts.SyntaxKind.StringKeyword:
      return 'String';
    case ts.SyntaxKind.BooleanKeyword:
      return 'Boolean';
    case ts.SyntaxKind.ArrayType:
      return { array: typeOf(node.elementType, field) };
    case ts.SyntaxKind.ParenthesizedType:
      return typeOf(node.type, field);
    case ts.SyntaxKind.UnionType:
      return union(node, field);
    case ts.SyntaxKind.LiteralType:
      return literal(node, field);
    case ts.SyntaxKind.TypeReference: {
      const name = ts.isQualifiedName(node.typeName)
        ? node.typeName.right.text
        : node.typeName.text;
      if (name !== 'Exclude') return named(name, field);
      const update = declarations.get('TelegramUpdate').members.map((member) => member.name.text);
      return { enum: update.filter((key) => key !== 'update_id') };
    }
    default:
      throw new Error(`unknown type of ${field}: ${node.getText()}`);
  }
}

const methodsFile = parse('methods');
const api = methodsFile.statements.find(
  (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'APIMethods',
);
const methods = {};
for (const member of api.members) {
  const [first] = member.type.typeArguments;
  const takesParameters = member.type.typeName.text !== 'CallAPIWithoutParams';
  methods[member.name.text] = takesParameters
    ? fields(declarations.get(first.typeName.right.text))
    : {};
}

const version = /Based on Bot API v([\d.]+)/.exec(methodsFile.text)?.[1];
if (!version) throw new Error('@gramio/types does not say which Bot API it describes');
const line = (entries) =>
  Object.entries(entries)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n');
writeFileSync(
  target,
  `{\n"version": "${version}",\n"methods": {\n${line(methods)}\n},\n"objects": {\n${line(objects)}\n}\n}\n`,
);
