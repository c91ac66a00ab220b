/** Interprets a mail server's replies. */
package org.careunit.mail.internal.answers;
