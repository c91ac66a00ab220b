/** HL7 v2 over MLLP: frames, messages and answers. */
package org.careunit.journal.internal.hl7;
