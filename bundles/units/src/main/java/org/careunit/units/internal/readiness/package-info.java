/** The checklist: runs all readiness checks and collects their results. */
package org.careunit.units.internal.readiness;
