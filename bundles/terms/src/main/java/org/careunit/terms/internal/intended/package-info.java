/** Stores which findings of the terms check are intended. */
package org.careunit.terms.internal.intended;
