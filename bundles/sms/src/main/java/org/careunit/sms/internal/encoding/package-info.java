/** Turns texts into the bytes of SMS and numbers into the addresses of SMPP. */
package org.careunit.sms.internal.encoding;
