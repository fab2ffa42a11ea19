using System.Collections.Frozen;
using DichVuCong.Adapters.Banks.Statements;
using DichVuCong.Adapters.Banks.Statements.Answers;
using DichVuCong.Contracts.Payments;
using DichVuCong.Registries.Reconciliation;
using DichVuCong.Saga.Reconciliation;

namespace DichVuCong.Payments.Reconciliation;

/// <summary>How one partner is reconciled: section <c>Reconciliation:Partners:{code}</c>, beside what is agreed with it under <c>Payments</c>.</summary>
public sealed record ReconciledPartner
{
    /// <summary>
    /// What the status codes that were seen mean (external-parties.md A1, A8); a code that is not here is unknown, so that people look at it.
    /// </summary>
    private static readonly FrozenDictionary<string, RowStatus> Seen = new Dictionary<string, RowStatus>(StringComparer.Ordinal)
    {
        [""] = RowStatus.Done,
        ["0"] = RowStatus.Done,
        ["00"] = RowStatus.Done,
        ["000"] = RowStatus.Done,
        ["0000"] = RowStatus.Done,
        ["BOOK"] = RowStatus.Done,
        ["SUCCESS"] = RowStatus.Done,
        ["01"] = RowStatus.Pending,
        ["05"] = RowStatus.Pending,
        ["06"] = RowStatus.Pending,
        ["PDNG"] = RowStatus.Pending,
        ["02"] = RowStatus.Failed,
        ["09"] = RowStatus.Failed,
        ["FAILED"] = RowStatus.Failed,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Its code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The family of its files, from its terms.</summary>
    public string Statements { get; init; } = "";

    /// <summary>The time of day in Vietnam from which a payment belongs to the next day, from its terms; 24 hours for calendar days.</summary>
    public TimeSpan CutOff { get; init; } = TimeSpan.FromHours(23);

    /// <summary>The time of day in Vietnam at which the day before is reconciled, from its terms.</summary>
    public TimeOnly ReconcileAt { get; init; } = new(8, 0);

    /// <summary>How long after that hour a file that did not come is missing. Default 2 hours.</summary>
    public TimeSpan MissingAfter { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The secret of its files' checksums, where the family has one. A secret.</summary>
    public string FileKey { get; init; } = "";

    /// <summary>What status codes of its own mean, beside those that were seen: <c>StatusCodes:{code} = Done|Pending|Failed|Unknown|Closed</c>.</summary>
    public IReadOnlyDictionary<string, RowStatus> StatusCodes { get; init; } = new Dictionary<string, RowStatus>(StringComparer.Ordinal);

    /// <summary>
    /// Whether its files name the beneficiary's account, and not a terminal or a transfer's number in its place. Default: not for files of
    /// vnpay and ocb.
    /// </summary>
    public bool? NamesAccounts { get; init; }

    /// <summary>Up to which difference, in đồng, amounts are taken as the same. Default 0.</summary>
    public long ToleranceVnd { get; init; }

    /// <summary>How far apart the times of a row without reference and of its counterpart may lie. Default 5 minutes.</summary>
    public TimeSpan TimeTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Days from a payment's day to that on which it is settled, where the bank books settlements of an account as one sum. Default 1.</summary>
    public int SettlementDays { get; init; } = 1;

    /// <summary>After how many days a settlement that did not come is a difference; none when the partner's files hold no settlements.</summary>
    public int? SettlesWithinDays { get; init; }

    /// <summary>The codes of the answer file: <c>Answer:Matched</c>, <c>MissingAtBank</c>, <c>MissingHere</c>, <c>Differs</c>.</summary>
    public AnswerCodes Answer { get; init; } = new();

    /// <summary>Whether statements of a day are taken that is not over: <c>Payments:Sandbox:TakesOpenDays</c>, in Development alone.</summary>
    public bool TakesOpenDays { get; init; }

    /// <summary>The family.</summary>
    public IStatementFamily Family => StatementFamilies.Find(Statements) ?? throw new InvalidOperationException($"There is no family {Statements}.");

    /// <summary>Whether accounts are compared.</summary>
    public bool ComparesAccounts => NamesAccounts ?? Statements is not ("vnpay" or "ocb");

    /// <summary>When a day is due: on the day after, every calendar day.</summary>
    public DateTimeOffset DueAt(DateOnly day) => Contracts.VietnamTime.At(day.AddDays(1), ReconcileAt);

    /// <summary>When a file that did not come is missing.</summary>
    public DateTimeOffset MissingAt(DateOnly day) => DueAt(day) + MissingAfter;

    /// <summary>How the inputs of a run are chosen.</summary>
    /// <param name="lookBack">For how many days payments that were recorded late are looked for.</param>
    public RunTerms Terms(int lookBack)
    {
        var statuses = Seen.ToDictionary(pair => pair.Key, pair => (byte)pair.Value, StringComparer.Ordinal);
        foreach (var (code, status) in StatusCodes) statuses[code] = (byte)status;
        return new RunTerms(CutOff, SettlementDays, SettlesWithinDays, lookBack, statuses);
    }

    /// <summary>How a day is matched.</summary>
    /// <param name="run">The run: its cut-off and day are those with which its inputs were fixed.</param>
    /// <param name="rows">How many inputs it has.</param>
    /// <param name="memoryMegabytes">What a run may take.</param>
    public ReconciliationSettings Matching(RunRow run, long rows, int memoryMegabytes)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new ReconciliationSettings
        {
            Partner = Code,
            Day = run.AsOf,
            CutOff = run.CutOff,
            AmountTolerance = new Vnd(ToleranceVnd),
            TimeTolerance = TimeTolerance,
            ComparesAccounts = ComparesAccounts,
            Partitions = MemoryBound.PartsFor(rows),
            RowsPerPartition = MemoryBound.RowsPerPart(memoryMegabytes),
        };
    }

    /// <summary>What is wrong with it, each naming its field; empty when nothing is.</summary>
    public IEnumerable<string> Validate()
    {
        if (MissingAfter < TimeSpan.Zero || MissingAfter > TimeSpan.FromHours(24)) yield return "MissingAfter is 0 to 24 hours.";
        if (Statements == "ocb" && FileKey.Length == 0) yield return "FileKey is required: the checksums of ocb files take a key.";
        if (ToleranceVnd < 0) yield return "ToleranceVnd is not negative.";
        if (TimeTolerance < TimeSpan.Zero || TimeTolerance > TimeSpan.FromHours(24)) yield return "TimeTolerance is 0 to 24 hours.";
        if (SettlementDays is < 0 or > 30) yield return "SettlementDays is 0 to 30.";
        if (SettlesWithinDays is < 1 or > 60) yield return "SettlesWithinDays is 1 to 60.";
    }

    /// <summary>Shows no secret.</summary>
    public override string ToString() => Code;
}
