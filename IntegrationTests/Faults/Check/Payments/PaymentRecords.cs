using DichVuCong.Faults.Load.Payments;

namespace DichVuCong.Faults.Check.Payments;

/// <summary>The evidence by order.</summary>
internal sealed class PaymentRecords(PaymentEvidence evidence)
{
    /// <summary>The evidence.</summary>
    public PaymentEvidence Evidence { get; } = evidence;

    /// <summary>The banks' books by order.</summary>
    public ILookup<string, BankOrder> Banks { get; } = evidence.Banks.ToLookup(order => order.Reference, StringComparer.Ordinal);

    /// <summary>The orders at which a citizen was given a way to pay, with the partner.</summary>
    public IReadOnlySet<(string Reference, string Partner)> Begun { get; } =
        evidence.Calls.Where(call => call is { Purpose: PaymentPurpose.Pay, IsAccepted: true }).Select(call => (call.Key, call.Detail)).ToHashSet();

    private readonly HashSet<string> _differing =
        evidence.Differences.Select(row => row.Reference).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// Whether an operator sees that something is to be done about an order: a difference, a parked message, or a call without an answer.
    /// </summary>
    public bool IsAtAnOperator(string reference) => IsDiffering(reference) || Evidence.AtOperator.Contains(reference);

    /// <summary>Whether a difference of an order is known.</summary>
    public bool IsDiffering(string reference) => _differing.Contains(reference);

    /// <summary>What all banks took for an order.</summary>
    public long CollectedAtBanks(string reference) => Banks[reference].Sum(order => order.Payments.Sum(payment => payment.Amount));
}
