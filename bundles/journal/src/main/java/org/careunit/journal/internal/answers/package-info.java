/** Answers of record systems and faults of the connection, the same for FHIR and HL7. */
package org.careunit.journal.internal.answers;
