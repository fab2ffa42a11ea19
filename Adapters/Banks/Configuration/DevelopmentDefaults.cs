using System.Collections.Frozen;

namespace DichVuCong.Adapters.Banks.Configuration;

/// <summary>
/// The accounts and secrets of the documented test vectors, with which everything works on a developer's machine. Anybody can read them, so
/// they are refused everywhere else.
/// </summary>
public static class DevelopmentDefaults
{
    /// <summary>VNPAY's terminal (A1).</summary>
    public const string VnpayTerminal = "TESTTMN1";

    /// <summary>VNPAY's hash secret (A1).</summary>
    public const string VnpaySecret = "SECRETKEY-TEST";

    /// <summary>The payment platform's partner (A2).</summary>
    public const string PlatformPartner = "DOITAC1";

    /// <summary>The payment platform's secret (A2).</summary>
    public const string PlatformSecret = "BIMAT-TEST";

    /// <summary>VietQR's user at our token endpoint, and ours at its (A3).</summary>
    public const string VietQrUser = "user1";

    /// <summary>VietQR's password and secret key (A3).</summary>
    public const string VietQrSecret = "SECRET";

    /// <summary>The bank form's shared secret.</summary>
    public const string BankFormSecret = "BANK-TEST";

    private static readonly FrozenSet<string> Secrets =
        new[] { VnpaySecret, PlatformSecret, VietQrSecret, BankFormSecret }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Accounts =
        new[] { VnpayTerminal, PlatformPartner, VietQrUser }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a secret is one of development.</summary>
    public static bool IsSecret(string secret) => Secrets.Contains(secret);

    /// <summary>Whether an account, terminal or partner code is one of development.</summary>
    public static bool IsAccount(string account) => Accounts.Contains(account);

    /// <summary>How a development default is refused.</summary>
    internal static string Refusal(string name) => $"{name} is that of development, which is refused outside Development.";
}
