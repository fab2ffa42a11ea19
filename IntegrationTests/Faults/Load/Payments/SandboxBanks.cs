namespace DichVuCong.Faults.Load.Payments;

/// <summary>
/// The banks of the Sandbox at which orders are paid. The older platform is not among them: beside the ministries' platform it is switched off.
/// </summary>
internal static class SandboxBanks
{
    /// <summary>VNPAY: a page.</summary>
    public const string Vnpay = "vnpay";

    /// <summary>VietQR: a code.</summary>
    public const string VietQr = "vietqr";

    /// <summary>The bank that signs with HMAC.</summary>
    public const string Mb = "mb";

    /// <summary>The bank that signs with RSA.</summary>
    public const string MbRsa = "mbrsa";

    /// <summary>All of them, in turn.</summary>
    public static IReadOnlyList<string> All { get; } = [Vnpay, VietQr, Mb, MbRsa];

    /// <summary>Those to which anybody can type a transfer.</summary>
    public static IReadOnlyList<string> WithTransfers { get; } = [VietQr, Mb, MbRsa];

    /// <summary>The next one.</summary>
    public static string After(string bank) => All[(All.ToList().IndexOf(bank) + 1) % All.Count];
}
