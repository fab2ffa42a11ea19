using System.Collections.Frozen;

namespace DichVuCong.Payments.Settings;

/// <summary>The numbers (BIN) that banks have in QR codes, by the codes that agencies write (MaNHThuHuong).</summary>
public static class BankNumbers
{
    private const int Digits = 6;

    /// <summary>Those that NAPAS publishes of large banks; others are a setting.</summary>
    public static FrozenDictionary<string, string> WellKnown { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["VCB"] = "970436",
        ["BIDV"] = "970418",
        ["CTG"] = "970415",
        ["AGRIBANK"] = "970405",
        ["MB"] = "970422",
        ["TCB"] = "970407",
        ["ACB"] = "970416",
        ["OCB"] = "970448",
        ["SHB"] = "970443",
        ["VPB"] = "970432",
        ["TPB"] = "970423",
        ["STB"] = "970403",
        ["HDB"] = "970437",
        ["VIB"] = "970441",
        ["LPB"] = "970449",
        ["MSB"] = "970426",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text is such a number.</summary>
    public static bool IsNumber(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == Digits && text.All(char.IsAsciiDigit);
    }
}
