namespace DichVuCong.Adapters.Email;

/// <summary>How far a mail came. Everything before <see cref="Verdict"/> leaves nothing at the server: half a mail is thrown away (RFC 5321 4.1.1.4).</summary>
internal enum SmtpStage : byte
{
    /// <summary>Finding and reaching the server.</summary>
    Connect,

    /// <summary>Its greeting.</summary>
    Greeting,

    /// <summary>EHLO.</summary>
    Hello,

    /// <summary>STARTTLS and the handshake.</summary>
    Secure,

    /// <summary>AUTH.</summary>
    Authentication,

    /// <summary>MAIL FROM.</summary>
    MailFrom,

    /// <summary>RCPT TO.</summary>
    Recipient,

    /// <summary>DATA.</summary>
    Data,

    /// <summary>The mail itself, without the final dot.</summary>
    Content,

    /// <summary>From the first byte of the final dot to the server's verdict.</summary>
    Verdict,
}

/// <summary>What went wrong when it was not the server's reply.</summary>
internal enum SmtpFault : byte
{
    /// <summary>No address, no connection, or cut.</summary>
    Network,

    /// <summary>Too slow, or we are shutting down.</summary>
    TimedOut,

    /// <summary>The server does not speak SMTP as it should.</summary>
    Protocol,

    /// <summary>The server's certificate is not believed, or there is no TLS that both sides speak.</summary>
    Tls,

    /// <summary>The server does not offer what the settings require: STARTTLS, or a way to log in.</summary>
    NotOffered,
}
