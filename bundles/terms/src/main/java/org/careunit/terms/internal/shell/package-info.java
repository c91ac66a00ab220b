/** The operator's commands over terms. */
package org.careunit.terms.internal.shell;
