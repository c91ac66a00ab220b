/** What a mail server's reply means, and who is to blame. */
package org.careunit.mail.internal.answers;
