/** Readiness checks of units. */
package org.careunit.casetypes.internal.checks;
