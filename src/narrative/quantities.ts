import { findQuantities } from '../french/quantity.ts';

/** True when a text says a number, in digits or in letters. */
export const statesQuantity = (text: string): boolean => findQuantities(text).length > 0;
