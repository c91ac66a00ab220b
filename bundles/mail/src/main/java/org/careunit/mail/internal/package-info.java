/** */
package org.careunit.mail.internal;
