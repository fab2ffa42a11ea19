using System.Text.Json;

namespace DichVuCong.Faults.Load.Payments;

/// <summary>An order in the answer to an obligation.</summary>
/// <param name="Reference">Its payment reference.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Account">The beneficiary account.</param>
internal sealed record AnsweredOrder(string Reference, long Amount, string Account)
{
    /// <summary>The orders of an answer.</summary>
    public static IReadOnlyList<AnsweredOrder> In(string answer)
    {
        using var document = JsonDocument.Parse(answer);
        return
        [
            .. document.RootElement.GetProperty("orders").EnumerateArray().Select(order => new AnsweredOrder(
                order.GetProperty("reference").GetString()!,
                order.GetProperty("amountVnd").GetInt64(),
                order.GetProperty("beneficiaryAccount").GetProperty("number").GetString()!)),
        ];
    }
}
