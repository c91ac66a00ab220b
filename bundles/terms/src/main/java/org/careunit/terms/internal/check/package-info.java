/** The check of terms: pure rules over text, each in a class of its own. */
package org.careunit.terms.internal.check;
