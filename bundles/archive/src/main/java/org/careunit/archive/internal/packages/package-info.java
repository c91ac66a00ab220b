/** Writes information packages: E-ARK SIP 2.1.0 as one zip file, in constant memory, resumable after each position. */
package org.careunit.archive.internal.packages;
