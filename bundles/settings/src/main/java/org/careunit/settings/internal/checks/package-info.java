/** Readiness checks of units. */
package org.careunit.settings.internal.checks;
