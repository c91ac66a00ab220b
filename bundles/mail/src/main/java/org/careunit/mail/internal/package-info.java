/** The mail adapter: sends e-mail to one mail server over SMTP, on pooled connections, and interprets its replies. */
package org.careunit.mail.internal;
