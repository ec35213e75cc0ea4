import { badInput } from '#platform/errors.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

interface Naming {
  name?: string | null | undefined;
  slug?: string | null | undefined;
}

export function requireSoundNaming({ name, slug }: Naming): void {
  if (name != null && (name.trim() === '' || name.length > 200 || name.includes('\0')))
    throw badInput('name', '`name` must have 1 to 200 characters.');
  if (slug != null && (!SLUG.test(slug) || slug.length > 60))
    throw badInput(
      'slug',
      '`slug` must be 1 to 60 lower case letters, digits and single hyphens between them.',
    );
}

export const SLUG_CONSTRAINT = 'routing_forms_owner_slug_key';
