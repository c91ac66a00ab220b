/** Receipts of accepted terms: what is signed, with which key, and how they are written. */
package org.careunit.terms.internal.receipt;
