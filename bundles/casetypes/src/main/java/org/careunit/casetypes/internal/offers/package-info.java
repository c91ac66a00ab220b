/** Computes which case types a unit offers to a resident now, and why others are closed. */
package org.careunit.casetypes.internal.offers;
