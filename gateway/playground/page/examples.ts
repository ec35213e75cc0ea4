import type * as ops from '../../../examples/operations/operations.generated.ts';
import { ADA, type ExampleGroup, INTRO, TEAM } from './example-facts.ts';
import { bookingPage, guestLink } from './guest-examples.ts';
import { dashboard, hours, teams } from './organizer-examples.ts';

const account: ExampleGroup = {
  title: 'Account',
  description: 'Ways in, and who else was let in.',
  examples: {
    SignInOptions: {
      title: 'Ways to sign in',
      needsKey: false,
      variables: (): ops.SignInOptionsQueryVariables => ({}),
    },
    Sessions: {
      title: 'Where one is signed in',
      needsKey: true,
      variables: (): ops.SessionsQueryVariables => ({ first: 10 }),
    },
    SecondFactor: {
      title: 'Second factor',
      needsKey: true,
      variables: (): Record<string, never> => ({}),
    },
    MyContacts: {
      title: 'Addresses for messages',
      needsKey: true,
      variables: (): Record<string, never> => ({}),
    },
    ConnectedApplications: {
      title: 'Applications that were allowed something',
      needsKey: true,
      variables: (): Record<string, never> => ({}),
    },
  },
};

const partner: ExampleGroup = {
  title: 'Partner',
  description: 'What a server asks, with an API key or an access token.',
  examples: {
    PartnerBookings: {
      title: 'All bookings',
      needsKey: true,
      variables: (): ops.PartnerBookingsQueryVariables => ({ first: 20 }),
    },
    CreateWebhookEndpoint: {
      title: 'Register a webhook',
      needsKey: true,
      hint: 'Put your own address there. Only the demo takes one on the same machine.',
      variables: ({ isLocal }): ops.CreateWebhookEndpointMutationVariables => ({
        input: {
          url: isLocal ? 'http://127.0.0.1:8787/almanac' : 'https://example.com/almanac',
          eventKinds: ['BOOKING_CREATED', 'BOOKING_RESCHEDULED', 'BOOKING_CANCELLED'],
        },
      }),
    },
    ApiKeys: {
      title: 'API keys',
      needsKey: true,
      variables: (): ops.ApiKeysQueryVariables => ({}),
    },
    OAuthClients: {
      title: 'Applications',
      needsKey: true,
      variables: (): ops.OAuthClientsQueryVariables => ({ first: 10 }),
    },
    Node: {
      title: 'Any object by its id',
      needsKey: false,
      variables: (): ops.NodeQueryVariables => ({ id: INTRO }),
    },
    Nodes: {
      title: 'Several objects by their ids',
      needsKey: false,
      variables: (): ops.NodesQueryVariables => ({ ids: [INTRO, ADA, TEAM] }),
    },
  },
};

/** Who books, what happens, what is sent. In the order in which one tries them. */
export const exampleGroups: readonly ExampleGroup[] = [
  bookingPage,
  guestLink,
  dashboard,
  hours,
  teams,
  account,
  partner,
];
