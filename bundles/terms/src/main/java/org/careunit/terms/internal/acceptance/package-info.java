/** Residents accept terms, and get a signed receipt. */
package org.careunit.terms.internal.acceptance;
