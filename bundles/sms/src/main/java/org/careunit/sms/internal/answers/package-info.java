/** What a gateway's answer means, and who is to blame. */
package org.careunit.sms.internal.answers;
