/** The index of units, searches in it, and the reasons for their results. */
package org.careunit.finding.internal.index;
