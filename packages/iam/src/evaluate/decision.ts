/** What AWS answers to a request, and why. */
export interface Decision {
  readonly result: 'allowed' | 'explicitly-denied' | 'implicitly-denied';
  /** One sentence that a responder can read. */
  readonly because: string;
  /** The statement that decided, when one did: its `Sid`, or its place such as `#2`. */
  readonly decidedBy?: { readonly policy: string; readonly statement: string };
}
