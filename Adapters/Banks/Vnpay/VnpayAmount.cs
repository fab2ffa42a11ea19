using System.Globalization;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.Vnpay;

/// <summary>Amounts as VNPAY writes them: đồng times 100, 12 digits at most. Nothing outside of its wire code knows them.</summary>
internal static class VnpayAmount
{
    private const int Unit = 100;
    private const int MaxDigits = 12;

    /// <summary>The most that one payment may be.</summary>
    public static Vnd Most { get; } = new(9_999_999_999);

    /// <summary>The amount as it is sent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">VNPAY cannot carry it: nothing, less, or more than 9,999,999,999 đồng.</exception>
    public static string ToWire(Vnd amount) => amount.IsPositive && amount <= Most
        ? (amount.Amount * Unit).ToString(CultureInfo.InvariantCulture)
        : throw new ArgumentOutOfRangeException(nameof(amount), "VNPAY carries 1 to 9,999,999,999 đồng.");

    /// <summary>Reads an amount; a fraction of a đồng is none.</summary>
    public static bool TryParse(string? text, out Vnd amount)
    {
        amount = default;
        if (text is not { Length: > 0 and <= MaxDigits } || !text.All(char.IsAsciiDigit)) return false;
        var hundredths = long.Parse(text, CultureInfo.InvariantCulture);
        if (hundredths % Unit != 0) return false;
        amount = new Vnd(hundredths / Unit);
        return true;
    }
}
