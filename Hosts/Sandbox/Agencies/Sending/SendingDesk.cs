using DichVuCong.Sandbox.Faults;
using DichVuCong.Sandbox.Settings;
using DichVuCong.Sandbox.Timing;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>
/// Sends what outboxes hold and sees to it that nothing is lost: what was not acknowledged is sent again, later each time. Only what the
/// portal refused many times is given up, and the ledger says so.
/// </summary>
internal sealed class SendingDesk : IDisposable
{
    private const int MostRefusals = 8;
    private const int LongestDoubling = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly FaultBook _faults;
    private readonly CurrentSettings _settings;
    private readonly SendCounts _counts;
    private readonly Agenda<(SystemOutbox Outbox, OutboxItem Item)> _later;
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Creates it.</summary>
    public SendingDesk(FaultBook faults, CurrentSettings settings, SendCounts counts, TimeProvider time)
    {
        (_faults, _settings, _counts) = (faults, settings, counts);
        _later = new Agenda<(SystemOutbox Outbox, OutboxItem Item)>(time, entry => entry.Outbox.Add(entry.Item));
    }

    /// <summary>What is done when the portal acknowledged an item.</summary>
    public Action<OutboxItem> Acknowledged { get; set; } = _ => { };

    /// <summary>What is done when an item is given up.</summary>
    public Action<OutboxItem, string> GivenUp { get; set; } = (_, _) => { };

    /// <summary>Whether an item is not sent now; then it comes back later.</summary>
    public bool HoldsBack(SystemOutbox outbox, OutboxItem item)
    {
        if (_stop.IsCancellationRequested) return true;
        if (_faults.IsDown(outbox.System.Party))
        {
            _later.Add((outbox, item), LookAgain);
            return true;
        }

        if (item.WasLost || _faults.Draw(outbox.System.Party, FaultKind.Lose, item.Dossier.Code) is not { } fault) return false;
        item.WasLost = true;
        _counts.Count(SendEvent.Lost);
        _later.Add((outbox, item), fault.Delay);
        return true;
    }

    /// <summary>Sends a batch; its last item may be a whole dossier, the others are rows.</summary>
    public async Task HandleAsync(SystemOutbox outbox, IReadOnlyList<OutboxItem> batch)
    {
        try
        {
            var rows = batch.Where(item => !item.IsWhole).ToList();
            if (rows.Count > 0)
            {
                var verdicts = await outbox.SendRowsAsync(rows, _stop.Token);
                for (var i = 0; i < rows.Count; i++) Settle(outbox, rows[i], verdicts[i]);
            }

            if (batch[^1] is { IsWhole: true } whole) Settle(outbox, whole, await outbox.SendWholeAsync(whole, _stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The sandbox stops; what it has not sent it forgets, as it forgets everything.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _later.Dispose();
        _stop.Dispose();
    }

    private void Settle(SystemOutbox outbox, OutboxItem item, ItemVerdict verdict)
    {
        if (item.IsEcho) return;
        switch (verdict.Kind)
        {
            case VerdictKind.Acknowledged:
                _counts.Count(SendEvent.Acknowledged);
                Repeat(outbox, item);
                Acknowledged(item);
                break;
            case VerdictKind.Exists when item is { IsWhole: true, IsUpdating: false }:
                item.IsUpdating = true; // As [TD] does (1.3).
                outbox.Add(item);
                break;
            case VerdictKind.Refused or VerdictKind.Exists when item.Attempts + 1 >= MostRefusals:
                _counts.Count(SendEvent.GivenUp);
                GivenUp(item, verdict.Code ?? "unnamed");
                break;
            case VerdictKind.NewSession when item.Attempts == 0:
                item.Attempts++;
                outbox.Add(item);
                break;
            default:
                _counts.Count(verdict.Kind is VerdictKind.Refused or VerdictKind.Exists ? SendEvent.Refused : SendEvent.Again);
                _later.Add((outbox, item), WaitOf(item.Attempts++));
                break;
        }
    }

    private void Repeat(SystemOutbox outbox, OutboxItem item)
    {
        if (_faults.Draw(outbox.System.Party, FaultKind.Duplicate, item.Dossier.Code) is null) return;
        var times = Chance.Between(1, 2, _settings.Value.Seed, "echo", item.Dossier.Code, item.State);
        for (var i = 0; i < times; i++)
        {
            _counts.Count(SendEvent.Echo);
            outbox.Add(new OutboxItem
            {
                Dossier = item.Dossier,
                Rows = item.Rows,
                IsUpdating = item.IsUpdating,
                IsStep = item.IsStep,
                State = item.State,
                IsEcho = true,
            });
        }
    }

    private TimeSpan WaitOf(int attempts)
    {
        var wait = TimeSpan.FromMilliseconds(_settings.Value.FirstRetryMilliseconds) * (1 << Math.Min(attempts, LongestDoubling));
        return wait < LongestWait ? wait : LongestWait;
    }
}
