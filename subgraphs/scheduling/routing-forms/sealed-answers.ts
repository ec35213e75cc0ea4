import type { Encryption } from '#platform/encryption.ts';
import type { Answer } from '../domain/booking-fields.ts';

interface Place {
  id: string;
  organizationId: string;
}

const placeOf = ({ id, organizationId }: Place) => ({
  tenant: organizationId,
  table: 'routing_form_responses',
  row: id,
  column: 'answers',
});

export function sealAnswers(encryption: Encryption, answers: readonly Answer[], response: Place): string {
  return encryption.encrypt(JSON.stringify(answers), placeOf(response));
}

export function openAnswers(encryption: Encryption, response: Place & { answers: string }): Answer[] {
  return JSON.parse(encryption.decrypt(response.answers, placeOf(response))) as Answer[];
}
