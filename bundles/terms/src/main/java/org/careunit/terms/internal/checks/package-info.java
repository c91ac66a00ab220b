/** Readiness checks of units. */
package org.careunit.terms.internal.checks;
