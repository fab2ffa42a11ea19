using System.Globalization;
using System.Text;

namespace DichVuCong.Sandbox.Banks.VietQr;

/// <summary>The content of a VietQR code: fields of two digits' name, two digits' length and a value, and a checksum at the end.</summary>
/// <param name="BankId">The number of the beneficiary's bank.</param>
/// <param name="Account">The beneficiary's account.</param>
/// <param name="Amount">Đồng.</param>
/// <param name="Bill">The bill's number; empty for none.</param>
/// <param name="Purpose">The purpose; empty for none.</param>
internal sealed record QrCode(string BankId, string Account, long Amount, string Bill, string Purpose)
{
    private const string Napas = "A000000727";
    private const string Checksum = "6304";
    private const int ChecksumLength = 4;

    /// <summary>Reads a content; null when it is none, is damaged, or is not for one payment in đồng.</summary>
    public static QrCode? TryRead(string content)
    {
        var end = content.Length - ChecksumLength;
        if (end < Checksum.Length || content[(end - Checksum.Length)..end] != Checksum) return null;
        if (!string.Equals(content[end..], Crc(content[..end]), StringComparison.OrdinalIgnoreCase)) return null;
        if (Fields(content) is not { } all || Fields(all.GetValueOrDefault("38", "")) is not { } account || account.GetValueOrDefault("00") != Napas)
            return null;
        if (Fields(account.GetValueOrDefault("01", "")) is not { } holder || all.GetValueOrDefault("53") != "704") return null;
        if (!long.TryParse(all.GetValueOrDefault("54"), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount <= 0) return null;
        var more = Fields(all.GetValueOrDefault("62", "")) ?? [];
        return new QrCode(
            holder.GetValueOrDefault("00", ""), holder.GetValueOrDefault("01", ""), amount, more.GetValueOrDefault("01", ""), more.GetValueOrDefault("08", ""));
    }

    /// <summary>Writes the content.</summary>
    public string Write()
    {
        var content = Field("00", "01") + Field("01", "12")
            + Field("38", Field("00", Napas) + Field("01", Field("00", BankId) + Field("01", Account)) + Field("02", "QRIBFTTA"))
            + Field("53", "704") + Field("54", Amount.ToString(CultureInfo.InvariantCulture)) + Field("58", "VN")
            + Field("62", (Bill.Length > 0 ? Field("01", Bill) : "") + Field("08", Purpose)) + Checksum;
        return content + Crc(content);
    }

    private static string Field(string name, string value) => $"{name}{value.Length.ToString("D2", CultureInfo.InvariantCulture)}{value}";

    private static Dictionary<string, string>? Fields(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            if (text.Length - at < 4 || !int.TryParse(text.AsSpan(at + 2, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return null;
            if (text.Length - at - 4 < length || !fields.TryAdd(text.Substring(at, 2), text.Substring(at + 4, length))) return null;
            at += 4 + length;
        }

        return fields;
    }

    // CRC-16 with polynomial 1021 from FFFF, most significant bit first.
    private static string Crc(string text)
    {
        var crc = 0xFFFF;
        foreach (var value in Encoding.ASCII.GetBytes(text))
        {
            for (var bit = 7; bit >= 0; bit--)
            {
                var carry = ((crc >> 15) ^ (value >> bit)) & 1;
                crc = ((crc << 1) & 0xFFFF) ^ (carry == 1 ? 0x1021 : 0);
            }
        }

        return crc.ToString("X4", CultureInfo.InvariantCulture);
    }
}
