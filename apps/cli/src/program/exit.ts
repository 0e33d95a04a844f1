/** Sets what the process ends with. */
export type Exit = (code: number) => void;
