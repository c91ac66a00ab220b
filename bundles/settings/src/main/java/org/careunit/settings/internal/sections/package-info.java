/** A unit's sections: their forms, their versions, and what is in force. */
package org.careunit.settings.internal.sections;
