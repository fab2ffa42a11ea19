using System.Security.Cryptography;
using System.Text;
using DichVuCong.Registries.Settings;

namespace DichVuCong.Gateway.Notices;

/// <summary>
/// Who may report what became of notices. Neither eSMS nor a mailbox signs what it sends: a secret in the address is all that proves them, so it is
/// long, and the networks in front of us admit only theirs.
/// </summary>
internal sealed record NoticeReportOptions
{
    /// <summary>The shortest secret outside Development.</summary>
    public const int ShortestSecret = 24;

    /// <summary>The secret of eSMS's address: <c>Sms:Esms:CallbackSecret</c>; null: eSMS is not listened to.</summary>
    public string? Esms { get; private init; }

    /// <summary>The secret of the app's address: <c>AppNotices:CallbackSecret</c>.</summary>
    public string? App { get; private init; }

    /// <summary>The secret of the address for mails that came back: <c>Email:BounceSecret</c>.</summary>
    public string? Mail { get; private init; }

    /// <summary>The folder into which a mail server drops mails that came back, one a file: <c>Email:Returned</c>; null: none.</summary>
    public string? Returned { get; private init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">A secret is too short, or one of development.</exception>
    public static NoticeReportOptions Read(IConfiguration configuration, bool isDevelopment) => new()
    {
        Esms = SecretOf(configuration, "Sms:Esms:CallbackSecret", "dev-esms", isDevelopment),
        App = SecretOf(configuration, "AppNotices:CallbackSecret", "dev-app", isDevelopment),
        Mail = SecretOf(configuration, "Email:BounceSecret", "dev-mail", isDevelopment),
        Returned = FolderOf(configuration["Email:Returned"]),
    };

    /// <summary>Whether a secret is the right one; in constant time.</summary>
    public static bool IsRight(string? expected, string given) =>
        expected is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static string? FolderOf(string? folder)
    {
        if (string.IsNullOrWhiteSpace(folder)) return null;
        return Directory.Exists(folder) ? folder : throw new SettingsException("Email:Returned names no folder.");
    }

    private static string? SecretOf(IConfiguration configuration, string name, string development, bool isDevelopment)
    {
        var secret = configuration[name];
        if (string.IsNullOrWhiteSpace(secret)) return isDevelopment ? development : null;
        return isDevelopment || secret.Length >= ShortestSecret
            ? secret
            : throw new SettingsException($"{name} must have at least {ShortestSecret} characters.");
    }
}
