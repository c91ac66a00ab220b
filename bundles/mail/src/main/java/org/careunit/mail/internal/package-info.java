/** Hands e-mail to one mail server over SMTP, on connections that are kept, and says what its replies mean. */
package org.careunit.mail.internal;
