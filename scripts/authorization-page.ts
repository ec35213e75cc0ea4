import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLField,
  type GraphQLObjectType,
  isObjectType,
  valueFromASTUntyped,
} from 'graphql';
import { roles } from '../schema/roles.ts';

interface Rule {
  to: string;
  scope?: string;
  role?: string;
  permission?: string;
  otherwise?: string;
}

const openTo: Record<string, string> = {
  PUBLIC: 'everybody',
  USER: 'signed-in users',
  CLIENT: 'OAuth clients for themselves',
  SERVICE: 'our own processes',
};

type Element = GraphQLObjectType | GraphQLField<unknown, unknown>;

function directivesOf(element: Element, name: string): Record<string, unknown>[] {
  return (element.astNode?.directives ?? [])
    .filter(directive => directive.name.value === name)
    .map(({ arguments: args = [] }) =>
      Object.fromEntries(args.map(arg => [arg.name.value, valueFromASTUntyped(arg.value)])),
    );
}

const ruleOf = (element: Element) => directivesOf(element, 'access')[0] as Rule | undefined;
const code = (text: string | undefined) => (text ? `\`${text}\`` : '');

function otherwiseOf({ to, role, permission, otherwise }: Rule, isRoot: boolean): string {
  if (to === 'SERVICE') return '`FORBIDDEN`';
  if (!role && !permission) return '';
  return code(otherwise ?? (isRoot ? 'NOT_FOUND' : 'NULL'));
}

/** One line for each root field and each field with a rule of its own, by the subgraph that enforces it. */
function lines(supergraph: DocumentNode): Map<string, string[][]> {
  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const rootTypes: unknown[] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  const found = new Map<string, string[][]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = rootTypes.includes(type);
    for (const field of Object.values(type.getFields())) {
      const rule = ruleOf(field);
      if (!rule) continue;
      if (rule.role && !roles[rule.role])
        throw new Error(`schema/roles.ts does not say what ${rule.role} is.`);
      const place = directivesOf(field, 'join__field')[0] ?? directivesOf(type, 'join__type')[0];
      const subgraph = String(place?.['graph']).toLowerCase();
      const [plan] = directivesOf(field, 'plan');
      const line = [
        `\`${type.name}.${field.name}\``,
        openTo[rule.to] ?? rule.to,
        code(rule.scope),
        [code(rule.role), code(rule.permission)].filter(Boolean).join(' or '),
        code(plan?.['feature'] as string | undefined),
        otherwiseOf(rule, isRoot),
      ];
      found.set(subgraph, [...(found.get(subgraph) ?? []), line]);
    }
  }
  return found;
}

type Table = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

export function authorizationPage(supergraph: DocumentNode, table: Table): string {
  const head = ['field', 'open to', 'scope of a key', 'role or permission', 'plan', 'what others get'];
  const sections = [...lines(supergraph)].sort().map(
    ([subgraph, rows]) =>
      `## ${subgraph}\n\n${table(
        head,
        rows.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
      )}`,
  );
  return `# Authorization

Every field at the root declares in the SDL who may use it, as \`@access(to, scope, role, permission, otherwise)\`, and
beside it \`@plan(feature)\` where the plan of the organization decides too. The server does not start with a root field
that declares nothing, nor with a role that it cannot tell.

- **Fields of objects without a rule are open to whoever was given the object.** They inherit the rule of the way by
  which they were reached: a booking that came by a guest's token shows what guests see. Fields that are listed below
  have a rule of their own, wherever the object came from, also in what a mutation answers.
- **\`to\`** is asked first. Without a credential a field for signed-in users answers \`UNAUTHENTICATED\`. A credential that
  is wrong, expired or revoked is refused with the whole request, also where none is needed.
- **\`scope\`** is what an API key must have been given; a session has all. A key that lacks it gets \`FORBIDDEN\` with
  \`extensions.requiredScope\`. On a field that is open to everybody it belongs to the role: a key without it is nobody
  in particular. WRITE does not imply READ, also not for what a mutation answers.
- **\`role\`** is what the caller has to be to the thing, **\`permission\`** what they have to be allowed in its
  organization. Where both are named, either will do. Of fields of objects they are asked before the field is
  resolved; of root fields within the transaction that does the work, because what held before need not hold then.
- **What others get**: \`NULL\`, \`EMPTY\` (a list or a stream without what is not theirs), \`NOT_FOUND\` (the same
  answer as for an id that never was), \`FORBIDDEN\` (for members, with \`extensions.requiredPermission\` where one is missing;
  strangers get \`NOT_FOUND\`), or \`PROBLEM\` (a member of the result union, the same for all who fail).

Subgraphs answer nobody but the gateway: every call carries the caller as a token that is signed for a minute.
\`_entities\` and \`_service\` are no exception, and references are guarded by the \`@access\` of the type.

${table(
  ['role', 'who that is'],
  Object.entries(roles).map(([role, who]) => [`\`${role}\``, who]),
)}

${sections.join('\n\n')}
`;
}
