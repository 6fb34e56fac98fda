//! The replies that are read and written: the usual shapes, none of them from a real conversation.

/// One line each.
pub(crate) static LINES: [&str; 8] = [
    "250 2.1.5 Recipient ok\r\n",
    "354 End the data with a dot on a line of its own\r\n",
    "550 5.1.1 <nobody@example.com>: no such mailbox here\r\n",
    "250 2.0.0 Ok: queued as 4Xk7vT2Qz1z9rXk\r\n",
    "450 4.7.1 Greylisted, come back in 300 seconds\r\n",
    "220 mx1.example.net ESMTP ready\r\n",
    "235 2.7.0 Welcome\r\n",
    "221 2.0.0 Bye\r\n",
];

/// Ten lines each.
pub(crate) static EHLO: [&str; 3] = [
    "250-mx.example.com at your service\r\n\
     250-SIZE 157286400\r\n\
     250-8BITMIME\r\n\
     250-AUTH LOGIN PLAIN XOAUTH2 PLAIN-CLIENTTOKEN OAUTHBEARER\r\n\
     250-STARTTLS\r\n\
     250-DSN\r\n\
     250-ENHANCEDSTATUSCODES\r\n\
     250-PIPELINING\r\n\
     250-CHUNKING\r\n\
     250 SMTPUTF8\r\n",
    "250-mail.example.org\r\n\
     250-PIPELINING\r\n\
     250-SIZE 52428800\r\n\
     250-VRFY\r\n\
     250-ETRN\r\n\
     250-STARTTLS\r\n\
     250-AUTH PLAIN LOGIN CRAM-MD5\r\n\
     250-ENHANCEDSTATUSCODES\r\n\
     250-8BITMIME\r\n\
     250 DSN\r\n",
    "250-relay-7.example.net Hello client.example.com\r\n\
     250-SIZE 36700160\r\n\
     250-PIPELINING\r\n\
     250-DSN\r\n\
     250-ENHANCEDSTATUSCODES\r\n\
     250-STARTTLS\r\n\
     250-XRDST\r\n\
     250-8BITMIME\r\n\
     250-BINARYMIME\r\n\
     250 CHUNKING\r\n",
];

/// Three lines each, in the shape of Gmail's refusals.
pub(crate) static REFUSALS: [&str; 3] = [
    "550-5.7.26 Nothing shows that this message is from the domain it names.\r\n\
     550-5.7.26 See https://support.google.com/mail/answer/81126 and set up SPF or\r\n\
     550 5.7.26 DKIM. 5b1f17b1804b1-43f2a9d6e2csi1234567f8f.301 - gsmtp\r\n",
    "550-5.1.1 There is no account with this address here. Look for a typing error\r\n\
     550-5.1.1 or a blank in it, then read\r\n\
     550 5.1.1 https://support.google.com/mail/?p=NoSuchUser ffacd0b85a97d-38 - gsmtp\r\n",
    "421-4.7.28 Too much unasked mail comes from this IP address; it is slowed down.\r\n\
     421-4.7.28 What a sender should do:\r\n\
     421 4.7.28 https://support.google.com/mail/answer/81126 d2e1a72fcca58si9f5a - gsmtp\r\n",
];

/// A reply of so many lines.
pub(crate) fn long(lines: usize) -> String {
    let line = |number| {
        let separator = if number == lines { ' ' } else { '-' };
        format!("250{separator}list-{number:04}@example.com is a member\r\n")
    };
    (1..=lines).map(line).collect()
}
