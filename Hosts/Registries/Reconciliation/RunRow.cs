namespace DichVuCong.Registries.Reconciliation;

/// <summary>A run of one partner's day. No personal data.</summary>
/// <param name="Id">Its number here.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="Day">The bank's day whose file was matched.</param>
/// <param name="Number">Its number among the runs of that day, from 1.</param>
/// <param name="File">The file.</param>
/// <param name="Previous">The partner's run before it, whose open rows it took over; null for the first.</param>
/// <param name="AsOf">The latest day that had been reconciled, or its own.</param>
/// <param name="IsCompleted">Whether it is completed, or only its inputs are fixed.</param>
/// <param name="BegunAt">When.</param>
/// <param name="BegunBy">By which host or person.</param>
/// <param name="CompletedAt">When; null while it is not.</param>
/// <param name="CutOff">The cut-off with which it matched.</param>
/// <param name="Digest">A digest of everything it found, in hexadecimal digits; null while it is not completed.</param>
/// <param name="Opened">Inquiries it opened.</param>
/// <param name="Resolved">Inquiries it resolved.</param>
/// <param name="Carried">Inquiries it carried over.</param>
/// <param name="Confirmed">Payments it confirmed.</param>
/// <param name="Settled">Settlements it told orders of.</param>
/// <param name="HasInputs">Whether all it was matched from is there; what is past its keeping is let go, and then it cannot be repeated.</param>
public sealed record RunRow(
    long Id, string Partner, DateOnly Day, int Number, long File, long? Previous, DateOnly AsOf, bool IsCompleted, DateTimeOffset BegunAt, string BegunBy,
    DateTimeOffset? CompletedAt, TimeSpan CutOff, string? Digest, int Opened, int Resolved, int Carried, int Confirmed, int Settled,
    bool HasInputs)
{
    /// <summary>How people and messages name it.</summary>
    public string Name => $"{Partner}-{Day:yyyyMMdd}-{Number}";
}

/// <summary>What a class holds on both sides; class 0 is what was given.</summary>
/// <param name="Class">The class, as in the engine's <c>ResultClass</c>.</param>
/// <param name="LedgerCount">Our rows.</param>
/// <param name="LedgerAmount">What they add up to, in đồng.</param>
/// <param name="StatementCount">The bank's rows.</param>
/// <param name="StatementAmount">What they add up to, in đồng.</param>
public sealed record RunTotal(short Class, long LedgerCount, long LedgerAmount, long StatementCount, long StatementAmount);

/// <summary>How the inputs of a run are chosen.</summary>
/// <param name="CutOff">The partner's cut-off; 24 hours for calendar days.</param>
/// <param name="SettlementLag">Days from a payment's day to that on which its settlement is booked, for settlements in sums.</param>
/// <param name="SettlesWithin">After how many days a settlement that did not come is missing; null when the partner's files hold none.</param>
/// <param name="LookBack">For how many days payments that were recorded late are looked for.</param>
/// <param name="Statuses">What the partner's status codes mean, as in the engine's <c>RowStatus</c>.</param>
public sealed record RunTerms(TimeSpan CutOff, int SettlementLag, int? SettlesWithin, int LookBack, IReadOnlyDictionary<string, byte> Statuses);

/// <summary>One input of a run.</summary>
/// <param name="Id">Its number: the same in every run.</param>
/// <param name="Reference">The reference; null when there is none.</param>
/// <param name="Amount">Đồng; negative when money left.</param>
/// <param name="Account">The beneficiary's account; empty for any.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What moved the money, as in the engine's <c>RowKind</c>.</param>
/// <param name="Status">How it stands, as in the engine's <c>RowStatus</c>.</param>
/// <param name="Number">The partner's number; empty, or <c>~</c>, when none is known.</param>
public readonly record struct RunEntry(
    long Id, string? Reference, long Amount, string Account, DateTimeOffset At, byte Kind, byte Status, string Number);

/// <summary>A difference as it is stored.</summary>
/// <param name="Difference">Its identity.</param>
/// <param name="Class">The class.</param>
/// <param name="Resolution">What may be done without asking.</param>
/// <param name="Kind">What moved the money.</param>
/// <param name="Action">What is done: 0 waits, 1 inquiry, 2 the payment is confirmed, 3 the refund is asked about.</param>
/// <param name="LedgerAmount">What our rows add up to.</param>
/// <param name="StatementAmount">What the bank's rows add up to.</param>
/// <param name="Ledger">Our rows.</param>
/// <param name="Statement">The bank's rows.</param>
public sealed record StoredFinding(
    string Difference, byte Class, byte Resolution, byte Kind, byte Action, long LedgerAmount, long StatementAmount, IReadOnlyList<long> Ledger,
    IReadOnlyList<long> Statement);
