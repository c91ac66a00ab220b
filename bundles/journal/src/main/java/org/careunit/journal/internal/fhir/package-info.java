/** FHIR R4: Tasks, requests and answers. */
package org.careunit.journal.internal.fhir;
