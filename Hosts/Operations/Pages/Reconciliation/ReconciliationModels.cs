using DichVuCong.Payments.Reconciliation;
using DichVuCong.Registries.Reconciliation;

namespace DichVuCong.Operations.Pages.Reconciliation;

/// <summary>What the first page of reconciliation shows.</summary>
public sealed record ReconciliationModel
{
    /// <summary>The longest list.</summary>
    public const int Most = 60;

    /// <summary>The partners that send files.</summary>
    public required IReadOnlyList<ReconciledPartner> Partners { get; init; }

    /// <summary>The partner that is looked at; null for all.</summary>
    public required string? Partner { get; init; }

    /// <summary>The bank's day that is over: what one would run.</summary>
    public required DateOnly Yesterday { get; init; }

    /// <summary>The runs, the latest first.</summary>
    public IReadOnlyList<RunRow> Runs { get; init; } = [];

    /// <summary>Whether whoever looks sees all agencies, and so what belongs to none: files and totals of partners.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Files that were taken.</summary>
    public IReadOnlyList<StatementFileRow> Files { get; init; } = [];

    /// <summary>Files that were rejected.</summary>
    public IReadOnlyList<StatementRejectionRow> Rejections { get; init; } = [];

    /// <summary>Days whose file did not come, or came late.</summary>
    public IReadOnlyList<MissingStatement> Missing { get; init; } = [];
}

/// <summary>What the page of a partner's day shows.</summary>
public sealed record ReconciledDayModel
{
    /// <summary>The longest list of differences.</summary>
    public const int Most = 500;

    /// <summary>The partner's code.</summary>
    public required string Partner { get; init; }

    /// <summary>The partner; null when it is not configured any more.</summary>
    public required ReconciledPartner? Settings { get; init; }

    /// <summary>The bank's day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The runs of the day, the latest first.</summary>
    public required IReadOnlyList<RunRow> Runs { get; init; }

    /// <summary>The run that counts; null while none is completed.</summary>
    public RunRow? Run { get; init; }

    /// <summary>What was ordered here last; null for nothing.</summary>
    public OrderedRun? Ordered { get; init; }

    /// <summary>Whether whoever looks sees all agencies.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>The totals by class, what was given last; of the operator's agencies when they see no more.</summary>
    public IReadOnlyList<RunTotal> Totals { get; init; } = [];

    /// <summary>The differences that must be inquired, with who signed them off.</summary>
    public IReadOnlyList<SignedOff> Differences { get; init; } = [];

    /// <summary>The repetitions, the latest first.</summary>
    public IReadOnlyList<RunRepeat> Repeats { get; init; } = [];

    /// <summary>Files that were taken.</summary>
    public IReadOnlyList<StatementFileRow> Files { get; init; } = [];

    /// <summary>Files that were rejected.</summary>
    public IReadOnlyList<StatementRejectionRow> Rejections { get; init; } = [];

    /// <summary>Whether the sums of both sides are the sums of the classes.</summary>
    public bool TiesOut
    {
        get
        {
            var (given, classes) = (Totals.FirstOrDefault(total => total.Class == 0), Totals.Where(total => total.Class != 0).ToList());
            return given is not null && given.LedgerCount == classes.Sum(total => total.LedgerCount) && given.LedgerAmount == classes.Sum(total => total.LedgerAmount)
                && given.StatementCount == classes.Sum(total => total.StatementCount) && given.StatementAmount == classes.Sum(total => total.StatementAmount);
        }
    }
}
