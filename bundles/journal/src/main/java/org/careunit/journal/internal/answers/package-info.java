/** What record systems answer, and what can be wrong with the way to them; the same for FHIR and HL7. */
package org.careunit.journal.internal.answers;
