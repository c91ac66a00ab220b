/** The index of units, the questions asked of it, and the reasons for its answers. */
package org.careunit.finding.internal.index;
