/** Terms as residents see them. */
package org.careunit.terms.internal.preview;
