using System.Buffers;

namespace DichVuCong.Saga.Reconciliation;

/// <summary>Calls <paramref name="match"/> once for each part; it may do so for several at the same time.</summary>
public delegate void PartLoop(int parts, Action<int> match);

/// <summary>
/// Matches the rows of one partner and day, with what was open from earlier days among them. The result depends on the rows and settings alone:
/// neither on the order in which rows came, nor on how many parts are matched at a time. It needs memory for the parts that are matched at a time;
/// where the others wait is the store's affair.
/// </summary>
public sealed class ReconciliationRun
{
    private readonly Lock _lock = new();
    private readonly ReconciliationSettings _settings;
    private readonly IRowStore _store;
    private readonly IReconciliationSink? _sink;
    private readonly Buckets _buckets;
    private readonly BankDays _days;
    private readonly RowScatter _scatter;
    private readonly ClassTotals _totals = new();
    private readonly Tally[] _given = new Tally[2];
    private readonly long[] _withoutReference = new long[2];

    /// <summary>Begins a run.</summary>
    /// <param name="settings">How to match.</param>
    /// <param name="store">Where parts wait.</param>
    /// <param name="sink">Who is told; nobody when only the totals are wanted.</param>
    public ReconciliationRun(ReconciliationSettings settings, IRowStore store, IReconciliationSink? sink)
    {
        (_settings, _store, _sink) = (settings, store, sink);
        _buckets = new Buckets(settings.Partitions);
        _days = new BankDays(settings);
        _scatter = new RowScatter(store, _buckets, _days);
        store.Prepare(_buckets.Count);
    }

    /// <summary>Opens a feed for rows of one side.</summary>
    public RowFeed Feed(RowSide side) => new(side, _scatter, _settings.Partitions, (given, withoutReference) =>
    {
        lock (_lock)
        {
            _given[(int)side] += given;
            _withoutReference[(int)side] += withoutReference;
        }
    });

    /// <summary>Matches everything that was fed.</summary>
    /// <param name="loop">How the parts are gone through; one after the other when null.</param>
    /// <exception cref="InvalidOperationException">The run does not tie out, or a part is larger than the settings allow.</exception>
    public ReconciliationResult Match(PartLoop? loop = null)
    {
        loop ??= static (parts, match) =>
        {
            for (var part = 0; part < parts; part++) match(part);
        };
        var amounts = new Amounts(_settings.AmountTolerance);
        var route = new StageRoute(_settings.SummedKinds, _withoutReference[(int)RowSide.Statement] > 0);
        Run(loop, Stage.Reference, route, findings => new ReferenceStage(amounts, new SameAccount(_settings.ComparesAccounts), findings));
        Run(loop, Stage.Near, route, findings => new NearStage(_settings.TimeTolerance, findings));
        Run(loop, Stage.Sum, route, findings => new SumStage(_days, amounts, findings));
        return new ReconciliationResult(_given[(int)RowSide.Ledger], _given[(int)RowSide.Statement], _totals);
    }

    private void Run<TKey>(PartLoop loop, Stage stage, StageRoute route, Func<PartFindings, IStage<TKey>> start)
        where TKey : struct, IRowKey =>
        loop(_settings.Partitions, part =>
        {
            var findings = new PartFindings(_settings, _days, route, _scatter, _sink);
            MatchPart(_buckets.Of(stage, RowSide.Ledger, part), _buckets.Of(stage, RowSide.Statement, part), start(findings));
            findings.Finish();
            lock (_lock) _totals.Add(findings.Totals);
        });

    private void MatchPart<TKey>(int ledgerBucket, int statementBucket, IStage<TKey> stage)
        where TKey : struct, IRowKey
    {
        var (ledger, statement) = (_store.Count(ledgerBucket), _store.Count(statementBucket));
        if (ledger + statement == 0) return;
        if (ledger + statement > _settings.RowsPerPartition)
        {
            throw new InvalidOperationException($"A part has {ledger + statement} rows, more than {_settings.RowsPerPartition}: use more partitions.");
        }

        var rows = ArrayPool<ReconciliationRow>.Shared.Rent((int)(ledger + statement));
        _store.Read(ledgerBucket, rows.AsSpan(0, (int)ledger));
        _store.Read(statementBucket, rows.AsSpan((int)ledger, (int)statement));
        _store.Release(ledgerBucket);
        _store.Release(statementBucket);
        using (var groups = new RowGroups<TKey>(stage.Key, rows, (int)ledger, (int)statement))
        {
            foreach (ref readonly var group in groups.Groups) stage.Match(groups, group, rows);
        }

        ArrayPool<ReconciliationRow>.Shared.Return(rows);
    }
}
