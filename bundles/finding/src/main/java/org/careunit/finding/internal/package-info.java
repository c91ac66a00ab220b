/**
 * Finding units: the list of municipalities, the index over catchment areas, approvals, and the operator's commands.
 */
package org.careunit.finding.internal;
