/** As whom, and whom, a test asks. */
export interface CallOptions {
  /** An API key. */
  key?: string;
  /** Of another gateway. */
  url?: string;
  headers?: Record<string, string>;
}

export interface GraphError {
  message: string;
  path?: (string | number)[];
  extensions: {
    code: string;
    requestId: string;
    field?: string;
    requiredScope?: string;
    retryAfter?: number;
  };
}

/** An answer, and what a test may expect of it; each expectation shows the whole answer when it is wrong. */
export class Answer<Data> {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly body: { data?: Data | null; errors?: GraphError[] },
  ) {}

  /** The data of an answer without errors. */
  get data(): Data {
    if (this.body.errors || !this.body.data)
      throw new Error(`Expected data, got ${JSON.stringify(this.body, null, 2)}`);
    return this.body.data;
  }

  get errors(): GraphError[] {
    if (!this.body.errors) throw new Error(`Expected errors, got ${JSON.stringify(this.body, null, 2)}`);
    return this.body.errors;
  }

  /** The code of the only error. */
  get code(): string {
    if (this.errors.length !== 1)
      throw new Error(`Expected one error, got ${JSON.stringify(this.body, null, 2)}`);
    return this.errors[0]?.extensions.code ?? '';
  }
}
