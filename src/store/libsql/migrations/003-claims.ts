/** Until when whoever began to read a feed has it for themselves. */
export const claims: readonly string[] = ['ALTER TABLE feeds ADD COLUMN claimed_until INTEGER'];
