/** A graph with what ours has not: interfaces of entities, fields that need others' fields, names that clash. */
export const library: Readonly<Record<string, string>> = {
  books: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@interfaceObject"])
    type Query { book(id: ID!): Book  books(first: Int = 3): [Book!]!  shelf: [Item]  anything: Thing  things: [[Thing!]]! }
    type Mutation { lend(id: ID!): Book  giveBack(id: ID!): Book! }
    interface Item @key(fields: "id") { id: ID!  title: String  weight: Int! }
    type Book implements Item @key(fields: "id") { id: ID!  title: String  weight: Int!  author: Author!  pages: [Int!]  sequel: Book  kind: Kind! size: Int }
    type Film implements Item @key(fields: "id") { id: ID!  title: String  weight: Int!  minutes: Int!  basedOn: Book  size: String }
    type Author @key(fields: "id") { id: ID! }
    union Thing = Book | Film | Author
    enum Kind { NOVEL POEM }
  `,
  people: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires", "@provides", "@shareable"])
    type Query { authors: [Author!]  author(id: ID!): Author }
    type Author @key(fields: "id") { id: ID!  name: String!  born: Int  friends: [Author]!  best: Book  address: Address }
    type Address { street: String  town: Town! }
    type Town { name: String!  mayor: Author }
    type Book @key(fields: "id") { id: ID!  weight: Int! @external  kind: Kind! @external  postage(fast: Boolean = false): Int! @requires(fields: "weight kind")  readers: [Author!] }
    enum Kind { NOVEL POEM }
  `,
  reviews: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires", "@interfaceObject"])
    type Query { latest(first: Int): [Review!]! }
    type Item @key(fields: "id") @interfaceObject { id: ID!  stars: Float  reviews: [Review] }
    type Review @key(fields: "id") @key(fields: "item { id } number") { id: ID!  number: Int!  text: String  item: Item!  by: Author }
    type Author @key(fields: "id") { id: ID!  name: String! @external  reviews: [Review!]!  nickname: String @requires(fields: "name") }
  `,
};
