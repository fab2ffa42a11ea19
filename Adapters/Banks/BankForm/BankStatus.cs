using DichVuCong.Contracts.Payments;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>The form's words for where money stands (5.9: SUCCESS, PENDING, FAILED).</summary>
internal static class BankStatus
{
    private static readonly (string Word, PaymentResult Result)[] Rows =
    [
        ("SUCCESS", PaymentResult.Paid),
        ("FAILED", PaymentResult.Failed),
        ("PENDING", PaymentResult.Unknown),
    ];

    /// <summary>What a word means; null when it is none of the form's.</summary>
    public static PaymentResult? Of(string? word)
    {
        foreach (var (known, result) in Rows)
        {
            if (known == word) return result;
        }

        return null;
    }

    /// <summary>The word of a result.</summary>
    public static string WordOf(PaymentResult result) => Rows.First(row => row.Result == result).Word;
}
