/**
 * The units' medical-record systems, over FHIR or HL7 v2. Record systems with another interface, such as <em>Profdoc
 * Journal III</em>, are for others to connect: see {@link org.careunit.api.gateways.RecordSystem}.
 */
package org.careunit.journal.internal;
