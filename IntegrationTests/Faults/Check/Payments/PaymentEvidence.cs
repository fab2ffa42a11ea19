using DichVuCong.Faults.Load.Payments;

namespace DichVuCong.Faults.Check.Payments;

/// <summary>
/// What the checker goes by where money is concerned: the callers' records, the banks' books, and what anybody with the right may ask. Nothing of the
/// system's own tables.
/// </summary>
internal sealed record PaymentEvidence
{
    /// <summary>The callers' records.</summary>
    public IReadOnlyList<PaymentCall> Calls { get; init; } = [];

    /// <summary>What the Gateway shows of obligations, by the ids of those who stated them; one that is missing is not known there.</summary>
    public IReadOnlyDictionary<string, ShownObligation> Obligations { get; init; } = new Dictionary<string, ShownObligation>(StringComparer.Ordinal);

    /// <summary>What it shows of orders.</summary>
    public IReadOnlyDictionary<string, ShownOrder> Orders { get; init; } = new Dictionary<string, ShownOrder>(StringComparer.Ordinal);

    /// <summary>The banks' books.</summary>
    public IReadOnlyList<BankOrder> Banks { get; init; } = [];

    /// <summary>The differences that operators see, by the order that each is about.</summary>
    public IReadOnlyList<ShownDifference> Differences { get; init; } = [];

    /// <summary>The payments' feed as it was followed through all faults.</summary>
    public IReadOnlyList<PaymentEvent> Followed { get; init; } = [];

    /// <summary>The feed read once more when all was quiet.</summary>
    public IReadOnlyList<PaymentEvent> Feed { get; init; } = [];

    /// <summary>Orders with a message that is parked, or with a call that the system itself declares unknown: an operator sees them.</summary>
    public IReadOnlySet<string> AtOperator { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What <c>dvc payments check</c> has to say against the ledger; empty when it holds.</summary>
    public IReadOnlyList<string> LedgerFaults { get; init; } = [];

    /// <summary>When it was gathered.</summary>
    public DateTimeOffset ReadAt { get; init; }

    /// <summary>The obligations that were accepted, one call for each.</summary>
    public IEnumerable<PaymentCall> Accepted => Calls.Where(call => call is { Purpose: PaymentPurpose.State, IsAccepted: true });
}

/// <summary>An obligation as the Gateway shows it.</summary>
/// <param name="State">Its state.</param>
/// <param name="Paid">What counts as paid of it.</param>
/// <param name="Orders">Its orders and what is to be paid of each.</param>
internal sealed record ShownObligation(string State, long Paid, IReadOnlyList<(string Reference, long Amount)> Orders);

/// <summary>An order as the Gateway shows it.</summary>
internal sealed record ShownOrder(string Reference, string Obligation, string State, long Amount, DateTimeOffset ExpiresAt)
{
    /// <summary>What the payers paid, as it says.</summary>
    public long Collected { get; init; }

    /// <summary>What went back.</summary>
    public long Refunded { get; init; }

    /// <summary>What is going back.</summary>
    public long Refunding { get; init; }

    /// <summary>What the beneficiary has.</summary>
    public long Settled { get; init; }

    /// <summary>The payments.</summary>
    public IReadOnlyList<ShownPayment> Payments { get; init; } = [];

    /// <summary>The refunds.</summary>
    public IReadOnlyList<ShownRefund> Refunds { get; init; } = [];

    /// <summary>Whether it counts as paid.</summary>
    public bool IsPaid => State is "paid" or "settled";

    /// <summary>Whether nothing more is to be done about it.</summary>
    public bool IsOver => IsPaid || State is "refunded" or "cancelled";
}

/// <summary>A payment as the Gateway shows it: money that came.</summary>
internal sealed record ShownPayment(string Partner, string No, long Amount);

/// <summary>A refund as the Gateway shows it.</summary>
internal sealed record ShownRefund(string Partner, string No, long Amount, string State, string? Decision)
{
    /// <summary>Whether the partner was to do it and has not refused.</summary>
    public bool Stands => State != "rejected";

    /// <summary>Whether nothing is heard of its end yet.</summary>
    public bool IsUnderWay => State is "requested" or "inProgress";
}

/// <summary>A difference as operators see it.</summary>
internal sealed record ShownDifference(string Id, string Kind, string? Reference);

/// <summary>An order in the book of a bank.</summary>
internal sealed record BankOrder(string Bank, string Reference, long Amount, IReadOnlyList<BankPayment> Payments, IReadOnlyList<BankRefund> Refunds);

/// <summary>Money that a bank took.</summary>
/// <param name="No">Its number.</param>
/// <param name="Amount">What the bank took.</param>
/// <param name="Told">What its callback says.</param>
/// <param name="Callback">How far its callback is: <c>taken</c> when it was answered as accepted, or as known.</param>
internal sealed record BankPayment(string No, long Amount, long Told, string Callback)
{
    /// <summary>Whether we said that we have it: from then on it must not be lost.</summary>
    public bool IsAcknowledged => Callback == "taken";
}

/// <summary>Money that a bank gives back.</summary>
internal sealed record BankRefund(string PaymentNo, long Amount, string Stage)
{
    /// <summary>Whether the payer has it, or will.</summary>
    public bool Stands => Stage != "rejected";
}
