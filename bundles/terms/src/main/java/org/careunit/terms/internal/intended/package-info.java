/** What was said to be intended of the findings in terms. */
package org.careunit.terms.internal.intended;
