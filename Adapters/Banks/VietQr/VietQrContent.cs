using System.Globalization;
using System.Text;
using DichVuCong.Adapters.Banks.Wire;
using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.VietQr;

/// <summary>What a payer scans: the content of an order's QR code by EMVCo's and NAPAS's rules for transfers to an account.</summary>
public sealed record VietQrContent
{
    private const int MaxAmountDigits = 13;
    private const int MaxPurpose = 25;
    private const int MaxAccount = 19;
    private const int BankIdDigits = 6;

    /// <summary>The bank's number (BIN), six digits.</summary>
    public required string BankId { get; init; }

    /// <summary>The beneficiary account, 19 letters and digits at most.</summary>
    public required string Account { get; init; }

    /// <summary>The amount.</summary>
    public required Vnd Amount { get; init; }

    /// <summary>The purpose that the transfer carries (62-08): our reference. Diacritics are taken out, 25 characters at most.</summary>
    public required string Purpose { get; init; }

    /// <summary>The bill's number (62-01); none as a rule.</summary>
    public string? BillNumber { get; init; }

    /// <summary>The content.</summary>
    /// <exception cref="ArgumentException">A part cannot be carried.</exception>
    public string Compose()
    {
        var purpose = PlainText.Of(Purpose, MaxPurpose);
        Require(BankId.Length == BankIdDigits && BankId.All(char.IsAsciiDigit), "A bank's number has six digits.");
        Require(Account is { Length: > 0 and <= MaxAccount } && Account.All(char.IsAsciiLetterOrDigit), "The account has 1 to 19 letters and digits.");
        Require(Amount.IsPositive && Amount.ToWire().Length <= MaxAmountDigits, "The amount has 1 to 13 digits.");
        Require(purpose.Length > 0, "The purpose has a letter or digit.");
        Require(BillNumber is null || (BillNumber.Length <= MaxPurpose && PlainText.IsPlain(BillNumber)), "The bill's number has 25 plain characters at most.");
        var content =
            Field("00", "01") // payload format
            + Field("01", "12") // dynamic: for one payment
            + Field("38", Field("00", "A000000727") + Field("01", Field("00", BankId) + Field("01", Account)) + Field("02", "QRIBFTTA"))
            + Field("53", "704") // đồng
            + Field("54", Amount.ToWire())
            + Field("58", "VN")
            + Field("62", (BillNumber is { Length: > 0 } number ? Field("01", number) : "") + Field("08", purpose))
            + "6304"; // the checksum covers its own name and length
        return content + Crc16.Of(Encoding.ASCII.GetBytes(content)).ToString("X4", CultureInfo.InvariantCulture);
    }

    private static string Field(string id, string value) => string.Create(CultureInfo.InvariantCulture, $"{id}{value.Length:D2}{value}");

    private static void Require(bool holds, string rule)
    {
        if (!holds) throw new ArgumentException(rule);
    }
}
