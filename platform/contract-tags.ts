import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  type ScalarTypeDefinitionNode,
  visit,
} from 'graphql';
import { Directive } from 'type-graphql';

/**
 * Which clients a part of the schema is for, from outside to inside: what has neither is for everybody. It says what
 * is shown to whom, `@Access` who may use it.
 */
type Audience = 'partner' | 'internal';

/** In which dated versions of the API a part of the schema is there: before a date, or from it on. */
type Dated = `until-${string}` | `since-${string}`;

/** Apollo's `@tag`, by which the gateway cuts contracts and versions out of the graph. */
export function Tag(name: Audience | Dated) {
  return Directive(tag(name));
}

const tag = (name: string) => `@tag(name: "${name}")`;

const [forPartners] = (
  parse(`scalar Any ${tag('partner')}`, { noLocation: true }).definitions[0] as ScalarTypeDefinitionNode
).directives as [ConstDirectiveNode];

function argumentOf({ arguments: given }: ConstDirectiveNode, name: string): string | undefined {
  const value = given?.find(argument => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

const audiences: readonly (string | undefined)[] = ['partner', 'internal'] satisfies Audience[];

/** What needs a credential, whoever's it is. */
const needsCredential = ({ directives = [] }: FieldDefinitionNode) =>
  directives.some(
    directive =>
      directive.name.value === 'access' && ['USER', 'CLIENT'].includes(argumentOf(directive, 'to') ?? ''),
  );

const hasAudience = ({ directives = [] }: FieldDefinitionNode) =>
  directives.some(
    directive => directive.name.value === 'tag' && audiences.includes(argumentOf(directive, 'name')),
  );

/** Visitors without a credential are not shown what only a credential opens: nobody has to remember that tag. */
export function withAudiences(document: DocumentNode): DocumentNode {
  return visit(document, {
    FieldDefinition: field =>
      needsCredential(field) && !hasAudience(field)
        ? { ...field, directives: [...(field.directives ?? []), forPartners] }
        : undefined,
  });
}
