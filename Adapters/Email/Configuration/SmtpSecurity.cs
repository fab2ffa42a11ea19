namespace DichVuCong.Adapters.Email;

/// <summary>How the way to the mail server is protected.</summary>
public enum SmtpSecurity : byte
{
    /// <summary>Not at all: for a relay on the same machine, and for development.</summary>
    None,

    /// <summary>STARTTLS, required: a server that does not offer it gets no mail (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually on port 465 (RFC 8314).</summary>
    ImplicitTls,
}
