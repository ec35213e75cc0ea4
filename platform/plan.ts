import {
  DirectiveLocation,
  defaultFieldResolver,
  GraphQLDirective,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLSchema,
  GraphQLString,
  getDirectiveValues,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql';
import { Directive } from 'type-graphql';

/** What has to be booked to use a field is declared here: printed into the SDL and enforced from there. */
export const planDirective = new GraphQLDirective({
  name: 'plan',
  description:
    "What the organization's plan must have for the field: `organizationId` names the organization.",
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { feature: { type: new GraphQLNonNull(GraphQLString) } },
});

export function PlatformPlan(feature: string) {
  return Directive(`@plan(feature: "${feature}")`);
}

/** What the context of a subgraph with such fields holds. */
export interface PlanContext {
  /** Refuses where the plan lacks the feature. It stays silent towards strangers: the resolver answers them. */
  requirePlan?: (feature: string, organizationId: string) => Promise<void>;
}

interface OrganizationArgs {
  organizationId?: string;
  input?: { organizationId?: string };
}

function namesOrganization(field: GraphQLField<unknown, unknown>): boolean {
  if (field.args.some(({ name }) => name === 'organizationId')) return true;
  const input = field.args.find(({ name }) => name === 'input');
  const type = input && getNamedType(input.type);
  return isInputObjectType(type) && 'organizationId' in type.getFields();
}

/** Wraps every resolver that needs a feature. One that names no organization is a mistake that stops the start. */
export function enforcePlans(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = field.astNode && getDirectiveValues(planDirective, field.astNode);
      if (!rule) continue;
      if (!namesOrganization(field))
        throw new Error(`${type.name}.${field.name} declares @plan but names no organization.`);
      const feature = String(rule['feature']);
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = async (source, args: OrganizationArgs, context: PlanContext, info) => {
        const organizationId = args.organizationId ?? args.input?.organizationId ?? '';
        await context.requirePlan?.(feature, organizationId);
        return resolve(source, args, context, info);
      };
    }
  }
}
