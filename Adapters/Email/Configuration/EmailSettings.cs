using DichVuCong.Contracts;
using DichVuCong.Messaging;

namespace DichVuCong.Adapters.Email;

/// <summary>How e-mail is sent: plain SMTP submission to one relay (<c>external-parties.md</c> E).</summary>
public sealed class EmailSettings
{
    /// <summary>The mail server's name, which its certificate must carry. Required.</summary>
    public string Host { get; init; } = "";

    /// <summary>The port. Default 587, submission.</summary>
    public int Port { get; init; } = 587;

    /// <summary>The protection of the way. Default <see cref="SmtpSecurity.StartTls"/>; there is no falling back to clear text.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>A PEM file with the authorities that may vouch for the server, in place of the machine's own. Default none.</summary>
    public string? CertificateAuthorityFile { get; init; }

    /// <summary>The account. Empty, the default: the server asks for none. A secret.</summary>
    public string User { get; init; } = "";

    /// <summary>The account's password. A secret.</summary>
    public string Password { get; init; } = "";

    /// <summary>Lets account and password travel without TLS. For development only: a host refuses it elsewhere. Default false.</summary>
    public bool AllowClearTextCredentials { get; init; }

    /// <summary>The sender's address. Required.</summary>
    public string From { get; init; } = "";

    /// <summary>The sender's name. Default <c>Cổng Dịch vụ công Quốc gia</c>.</summary>
    public string FromName { get; init; } = "Cổng Dịch vụ công Quốc gia";

    /// <summary>Where answers go. Default: to <see cref="From"/>.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The mailbox of mails that come back (RFC 3464). Default: <see cref="From"/>.</summary>
    public string? ReturnPath { get; init; }

    /// <summary>What we call ourselves in EHLO. Default: the domain of <see cref="From"/>.</summary>
    public string? ClientName { get; init; }

    /// <summary>Whether mails carry their text as a page too, beside the plain one. Default true.</summary>
    public bool Html { get; init; } = true;

    /// <summary>How many connections may be open at once. Default 4.</summary>
    public int MaxConnections { get; init; } = 4;

    /// <summary>How many mails one connection carries before it is closed. Default 100: servers have limits of their own.</summary>
    public int MailsPerConnection { get; init; } = 100;

    /// <summary>How long a connection may be idle before it is closed. Default 1 minute.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long it may take to be connected, greeted, secured and admitted. Default 15 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What to do when a mail may or may not have been taken: SMTP servers do not recognise a repeated mail. Default: give up and show.</summary>
    public WhenUnknown WhenUnknown { get; init; } = WhenUnknown.GiveUpAndShow;

    /// <summary>
    /// How long a notice waits when the server refuses our account, sender or set-up, which somebody must put right. Default 15 minutes.
    /// </summary>
    public TimeSpan ConfigurationRetryAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>What is wrong with the settings, each naming its field; empty when nothing is. No value of a secret is in it.</summary>
    public IReadOnlyList<string> Validate() => [.. Rules.Where(rule => rule.Broken(this)).Select(rule => rule.Error)];

    internal void ThrowIfInvalid()
    {
        if (Validate() is { Count: > 0 } errors) throw new ArgumentException($"The settings of e-mail are wrong: {string.Join(' ', errors)}");
    }

    private static readonly (Func<EmailSettings, bool> Broken, string Error)[] Rules =
    [
        (settings => Uri.CheckHostName(settings.Host) == UriHostNameType.Unknown, "Host is required: a name or an address."),
        (settings => settings.Port is < 1 or > 65535, "Port must be between 1 and 65535."),
        (settings => !Enum.IsDefined(settings.Security), "Security must be None, StartTls or ImplicitTls."),
        (settings => settings.CertificateAuthorityFile is { } file && !File.Exists(file), "CertificateAuthorityFile names no file."),
        (settings => settings is { CertificateAuthorityFile: not null, Security: SmtpSecurity.None }, "CertificateAuthorityFile needs a Security other than None."),
        (settings => settings.User.Length > 0 && settings.Password.Length == 0, "Password is required with User."),
        (settings => settings.User.Length == 0 && settings.Password.Length > 0, "User is required with Password."),
        (settings => $"{settings.User}{settings.Password}".Contains('\0', StringComparison.Ordinal), "User and Password must not hold a NUL."),
        (settings => settings is { Security: SmtpSecurity.None, User.Length: > 0, AllowClearTextCredentials: false },
            "User must not travel in clear text: set Security, or in development AllowClearTextCredentials."),
        (settings => !IsAddress(settings.From), "From is required: an e-mail address."),
        (settings => settings.ReplyTo is not null && !IsAddress(settings.ReplyTo), "ReplyTo must be an e-mail address."),
        (settings => settings.ReturnPath is not null && !IsAddress(settings.ReturnPath), "ReturnPath must be an e-mail address."),
        (settings => settings.ClientName is not null && Uri.CheckHostName(settings.ClientName) != UriHostNameType.Dns, "ClientName must be a host's name."),
        (settings => settings.MaxConnections is < 1 or > 100, "MaxConnections must be between 1 and 100."),
        (settings => settings.MailsPerConnection < 1, "MailsPerConnection must be at least 1."),
        (settings => settings.IdleTimeout <= TimeSpan.Zero, "IdleTimeout must be longer than zero."),
        (settings => settings.ConnectTimeout <= TimeSpan.Zero, "ConnectTimeout must be longer than zero."),
        (settings => !Enum.IsDefined(settings.WhenUnknown), "WhenUnknown must be GiveUpAndShow or SendAgain."),
        (settings => settings.ConfigurationRetryAfter <= TimeSpan.Zero, "ConfigurationRetryAfter must be longer than zero."),
    ];

    private static bool IsAddress(string text) => EmailAddress.TryParse(text, out _);
}
