using DichVuCong.Sandbox.Banks.Books;
using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Banks.Callbacks;

/// <summary>Tells the portal of transactions, again and again as each bank's policy has it.</summary>
internal sealed class CallbackDesk : IDisposable
{
    private const int CallsAtOnce = 64;

    private readonly BankBook _book;
    private readonly BankDirectory _banks;
    private readonly FaultBook _faults;
    private readonly CallbackCounts _counts;
    private readonly CurrentSettings _settings;
    private readonly ILogger<CallbackDesk> _log;
    private readonly Agenda<(BankOrder Order, string No)> _due;
    private readonly SemaphoreSlim _atOnce = new(CallsAtOnce, CallsAtOnce);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Creates it.</summary>
    public CallbackDesk(
        BankBook book, BankDirectory banks, FaultBook faults, CallbackCounts counts, CurrentSettings settings, TimeProvider time, ILogger<CallbackDesk> log)
    {
        (_book, _banks, _faults, _counts, _settings, _log) = (book, banks, faults, counts, settings, log);
        _due = new Agenda<(BankOrder Order, string No)>(time, entry => _ = TellAsync(entry.Order, entry.No));
    }

    /// <summary>A transaction is to be told from now on.</summary>
    public void Add(BankOrder order, string no) => _due.Add((order, no), TimeSpan.Zero);

    /// <summary>Goes on with an order that was brought back.</summary>
    public void Resume(BankOrder order)
    {
        foreach (var transaction in order.Record.Transactions.Where(each => each.Callback == CallbackStage.Waiting)) Add(order, transaction.No);
    }

    /// <summary>Tells a transaction now, and once, whatever became of it before: for tests and for somebody who asks the bank to.</summary>
    /// <returns>What it came to.</returns>
    public async Task<CallbackVerdict> RepeatAsync(BankOrder order, BankTransaction transaction, CancellationToken cancellationToken)
    {
        var verdict = await _banks.Find(order.Record.Bank)!.TellAsync(order.Record, transaction, isForged: false, cancellationToken);
        _counts.Count(order.Record.Bank, verdict.Answer);
        return verdict;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _due.Dispose();
        _atOnce.Dispose();
        _stop.Dispose();
    }

    private async Task TellAsync(BankOrder order, string no)
    {
        try
        {
            await _atOnce.WaitAsync(_stop.Token);
            try
            {
                await TellInTurnAsync(order, no);
            }
            finally
            {
                _atOnce.Release();
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException && _stop.IsCancellationRequested)
        {
            // The sandbox stops; what was not told is told by the next one, from its state.
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            _log.LogError(defect, "{Bank}: the callback of {Transaction} could not be made.", order.Record.Bank, no);
        }
    }

    private async Task TellInTurnAsync(BankOrder order, string no)
    {
        var record = order.Record;
        var transaction = record.Transactions.Single(each => each.No == no);
        if (transaction.Callback != CallbackStage.Waiting) return;
        var bank = _banks.Find(record.Bank)!;
        var verdict = CallbackVerdict.None;
        for (var time = 0; time < (transaction.Calls == 0 ? transaction.ToldTimes : 1); time++)
        {
            if (_faults.IsDown(Parties.Bank(bank.Name))) break;
            var isForged = _faults.Draw(Parties.Bank(bank.Name), FaultKind.BadSignature, record.Reference) is not null;
            verdict = await bank.TellAsync(record, transaction, isForged, _stop.Token);
            _counts.Count(bank.Name, verdict.Answer);
        }

        Settle(order, transaction with { Calls = transaction.Calls + 1, LastAnswer = verdict.Answer }, verdict.Kind, bank.Resends);
    }

    private void Settle(BankOrder order, BankTransaction told, CallbackVerdictKind kind, ResendPolicy resends)
    {
        var stage = kind switch
        {
            CallbackVerdictKind.Taken => CallbackStage.Taken,
            CallbackVerdictKind.Again when told.Calls < resends.MostCalls => CallbackStage.Waiting,
            _ => CallbackStage.GivenUp,
        };
        _book.Change(order, record => record.With(told.No, now => now with { Calls = told.Calls, LastAnswer = told.LastAnswer, Callback = stage }));
        if (stage == CallbackStage.Waiting) _due.Add((order, told.No), resends.WaitAfter(told.Calls) * _settings.Value.BankTimeScale);
    }
}
