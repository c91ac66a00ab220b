/** Commands of the console, and what they offer for completion. */
package org.careunit.sms.internal.shell;
