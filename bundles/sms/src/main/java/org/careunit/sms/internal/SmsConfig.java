package org.careunit.sms.internal;

import org.careunit.operations.connection.KeyTexts;
import org.careunit.sms.internal.answers.SmsFault;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Configuration of the SMS gateway, its login, the sender of SMS and its receipts. */
@ObjectClassDefinition(id = SmsConfig.PID, name = "Careunit: SMS")
@interface SmsConfig {

    String PID = SmsFault.PID;

    @AttributeDefinition(
            name = "Protocol",
            description = "smpp: SMPP 3.4; http: requests, by default those of Kannel's sendsms.",
            options = {@Option(value = "smpp"), @Option(value = "http")})
    String protocol() default "smpp";

    @AttributeDefinition(
            name = "Host",
            description = "The SMS gateway's host name or address; empty: SMS is not set up, and waits.")
    String host() default "";

    @AttributeDefinition(
            name = "Port",
            description = "The SMS gateway's port; over SMPP 0 is 3550 with TLS and 2775 without,"
                    + " over HTTP 443 and 13013.")
    int port() default 0;

    @AttributeDefinition(
            name = "Security",
            description = KeyTexts.TLS_OR_PLAIN,
            options = {@Option(value = "tls"), @Option(value = "plain")})
    String security() default "tls";

    @AttributeDefinition(name = "Trusted certificates", description = KeyTexts.TRUSTED_CERTIFICATES)
    String trustedCertificates() default "";

    @AttributeDefinition(
            name = "User",
            description = "The account at the gateway; over SMPP system_id, at most 15 characters.")
    String user() default "";

    @AttributeDefinition(
            name = "Password",
            description = "The account's password; over SMPP at most 8 characters."
                    + " Better $[env:NAME] or $[secret:name] than the word itself.",
            type = AttributeType.PASSWORD)
    String _password() default "";

    @AttributeDefinition(
            name = "System type",
            description = "The kind of client that the gateway expects (system_type); mostly empty.")
    String systemType() default "";

    @AttributeDefinition(
            name = "Sender",
            description = "Whom SMS are from: a name of 1 to 11 letters and digits, a number with its country such as"
                    + " +46701234567, or a short number; needed where there is a host.")
    String sender() default "";

    @AttributeDefinition(
            name = "Countries",
            description = "The countries that SMS may go to, by the beginnings of their numbers, between commas; *"
                    + " allows every country.")
    String countries() default "+46";

    @AttributeDefinition(name = "Time to connect", description = KeyTexts.CONNECT_MILLIS)
    int connectMillis() default 5_000;

    @AttributeDefinition(
            name = "Time to answer",
            description = "How long the gateway may take for one answer, in milliseconds, 100 to 300000; while it"
                    + " throttles, a part waits as long.")
    int answerMillis() default 15_000;

    @AttributeDefinition(
            name = "Window",
            description = "How many parts may be without an answer at once, 1 to 1000; over HTTP, so many connections.")
    int window() default 10;

    @AttributeDefinition(
            name = "Enquire after",
            description = "After how many seconds without a word the gateway is asked whether it is there, 1 to 3600.")
    int enquireSeconds() default 30;

    @AttributeDefinition(
            name = "Bits of the reference",
            description = "8 or 16: how long the number is that the parts of one text are known by.",
            options = {@Option(value = "8"), @Option(value = "16")})
    int referenceBits() default 8;

    @AttributeDefinition(
            name = "Packing",
            description = "unpacked: a septet in each octet, which most gateways want; packed: eight in seven octets.",
            options = {@Option(value = "unpacked"), @Option(value = "packed")})
    String packing() default "unpacked";

    @AttributeDefinition(
            name = "Ids of receipts",
            description = "same: receipts name a part as the answer to it did; hex_then_decimal: the answer in"
                    + " hexadecimal, the receipt in decimal; decimal_then_hex: the other way round.",
            options = {@Option(value = "same"), @Option(value = "hex_then_decimal"), @Option(value = "decimal_then_hex")
            })
    String receiptIds() default "same";

    @AttributeDefinition(
            name = "Form of receipts",
            description =
                    "A regular expression with the groups id and state, for a gateway with a form of its own, such"
                            + " as (?<id>\\S+) (?<state>\\d); empty: the form of SMPP 3.4.")
    String receiptForm() default "";

    @AttributeDefinition(
            name = "Error codes",
            description = "What the network's error codes in receipts of undelivered and rejected SMS mean, such as"
                    + " 11=temporary, 69=technical; the words are permanent (the number is suppressed), temporary and"
                    + " technical. What is not listed: undelivered is permanent, rejected is technical.")
    String errorCodes() default "";

    @AttributeDefinition(name = "Time zone of receipts", description = "Where the gateway's clock stands.")
    String receiptZone() default "Europe/Stockholm";

    @AttributeDefinition(name = "Path", description = "Over HTTP: the resource that takes SMS, beginning with a slash.")
    String path() default "/cgi-bin/sendsms";

    @AttributeDefinition(
            name = "Method",
            description = "Over HTTP: get, or post with the parameters in the body. A JSON object is always posted.",
            options = {@Option(value = "get"), @Option(value = "post")})
    String method() default "get";

    @AttributeDefinition(
            name = "Request",
            description =
                    "Over HTTP: how a part is written, as parameters or as a JSON object; {user}, {password}, {sender},"
                            + " {to} (with its plus), {number} (without), {text}, {coding} (0 or 2 for UCS-2), {udh} or"
                            + " {udhhex} (the header of a part), {id} (ours), {receipts} (where receipts go) and"
                            + " {minutes} (how long it is valid) are filled in; parameters that would be empty are left"
                            + " out. Without a header the gateway cuts texts itself; without {password} the login goes"
                            + " into the header Authorization.")
    String request() default
            "username={user}&password={password}&from={sender}&to={to}&text={text}&charset=UTF-8"
                    + "&coding={coding}&udh={udh}&validity={minutes}&dlr-mask=31&dlr-url={receipts}";

    @AttributeDefinition(
            name = "Accepted",
            description = "Over HTTP: a regular expression for what the answer to an SMS that is taken says; a group id"
                    + " is the gateway's id of the part, without one its name is ours.")
    String accepted() default "^[03]:";

    @AttributeDefinition(
            name = "Statuses",
            description = "Over HTTP: what other statuses than success mean, where it is not the usual, such as"
                    + " 422=permanent; the words are permanent (the number is suppressed), temporary and technical.")
    String statuses() default "";

    @AttributeDefinition(
            name = "Receipts' port",
            description = "Over HTTP: the port that receipts come to; 0: none do, and SMS stay sent.")
    int receiptPort() default 0;

    @AttributeDefinition(
            name = "Receipts' host",
            description = "The address that receipts come to; other than 127.0.0.1 or ::1 only with a certificate.")
    String receiptHost() default "127.0.0.1";

    @AttributeDefinition(name = "Receipts' path", description = "The resource that receipts come to.")
    String receiptPath() default "/sms-receipt";

    @AttributeDefinition(
            name = "Receipts' secret",
            description = "What who brings receipts must know, as the parameter secret or as a bearer token: 16 to 100"
                    + " letters and digits. Better $[env:NAME] or $[secret:name] than the word itself.",
            type = AttributeType.PASSWORD)
    String _receiptSecret() default "";

    @AttributeDefinition(
            name = "Receipts' certificate",
            description = "A file in PKCS #12 with the certificate and key that we show to who brings receipts.")
    String receiptCertificate() default "";

    @AttributeDefinition(
            name = "Certificate's password",
            description = "The password of that file.",
            type = AttributeType.PASSWORD)
    String _receiptCertificatePassword() default "";

    @AttributeDefinition(
            name = "Receipts' address",
            description =
                    "What {receipts} is filled with: where the gateway finds us, and what it puts in; {door} is the"
                            + " address above, {secret} the secret, {id} the part's id.")
    String receiptUrl() default "{door}?secret={secret}&id={id}&state=%d&text=%A";

    @AttributeDefinition(
            name = "Receipts' parameters",
            description = "The names of the parameters with the part's id, its state and the network's own text.")
    String receiptParameters() default "id, state, text";

    @AttributeDefinition(
            name = "Receipts' states",
            description = "What states mean: delivered, permanent (the number is suppressed), temporary, technical, or"
                    + " none where nothing has ended yet. A network's own text in the form of SMPP is more exact.")
    String receiptStates() default "1=delivered, 2=temporary, 4=none, 8=none, 16=technical";
}
