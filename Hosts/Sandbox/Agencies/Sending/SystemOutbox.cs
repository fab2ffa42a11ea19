using System.Collections.Concurrent;
using System.Text;
using DichVuCong.Sandbox.Agencies.Systems;
using DichVuCong.Sandbox.Settings;

namespace DichVuCong.Sandbox.Agencies.Sending;

/// <summary>
/// What one system has to tell the portal, sent in batches by as many calls at once as the settings allow. Items of one dossier never
/// overlap: the next is made when the one before was acknowledged.
/// </summary>
internal sealed class SystemOutbox : IDisposable
{
    private readonly AgencySystem _system;
    private readonly PortalAddresses _addresses;
    private readonly SessionKeeper _session;
    private readonly PortalHttp _http;
    private readonly CurrentSettings _settings;
    private readonly SendingDesk _desk;
    private readonly string? _basic;
    private readonly ConcurrentQueue<OutboxItem> _ready = new();
    private int _running;

    /// <summary>Creates an empty one.</summary>
    public SystemOutbox(AgencySystem system, Uri gateway, PortalHttp http, CurrentSettings settings, TimeProvider time, SendingDesk desk)
    {
        (_system, _http, _settings, _desk) = (system, http, settings, desk);
        _addresses = new PortalAddresses(gateway, system);
        _session = new SessionKeeper(system, _addresses, http, settings, time);
        _basic = system.Style.Shape == ClientShape.Envelope
            ? null
            : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{system.Login}:{system.Password}"));
    }

    /// <summary>How many items wait.</summary>
    public int Waiting => _ready.Count;

    /// <summary>Adds an item to be sent as soon as may be.</summary>
    public void Add(OutboxItem item)
    {
        _ready.Enqueue(item);
        Start();
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private void Start()
    {
        if (Interlocked.Increment(ref _running) <= _settings.Value.CallsAtOncePerSystem) _ = Task.Run(RunAsync);
        else Interlocked.Decrement(ref _running);
    }

    private async Task RunAsync()
    {
        var batch = new List<OutboxItem>(_system.Style.MaxRows);
        while (true)
        {
            while (Fill(batch)) await _desk.HandleAsync(this, batch);
            Interlocked.Decrement(ref _running);
            if (_ready.IsEmpty) return;
            if (Interlocked.Increment(ref _running) > _settings.Value.CallsAtOncePerSystem)
            {
                Interlocked.Decrement(ref _running);
                return;
            }
        }
    }

    /// <summary>Takes a whole dossier, or as many items of rows as go into one call; an item's own rows stay together.</summary>
    private bool Fill(List<OutboxItem> batch)
    {
        batch.Clear();
        var rows = 0;
        while (rows < _system.Style.MaxRows && _ready.TryDequeue(out var item))
        {
            if (_desk.HoldsBack(this, item)) continue;
            batch.Add(item);
            if (item.IsWhole) break;
            rows += item.Rows.Count;
        }

        return batch.Count > 0;
    }

    /// <summary>The system.</summary>
    public AgencySystem System => _system;

    /// <summary>Sends items of rows in one call.</summary>
    public async Task<ItemVerdict[]> SendRowsAsync(IReadOnlyList<OutboxItem> items, CancellationToken cancellationToken)
    {
        var rows = items.Count == 1 ? items[0].Rows : [.. items.SelectMany(item => item.Rows)];
        var verdicts = await SendAsync(_addresses.Progress, session => PortalBodies.Progress(_system, session, rows), rows.Count, cancellationToken);
        return items.Count == verdicts.Length ? verdicts : Gather(items, verdicts);
    }

    /// <summary>Sends a whole dossier.</summary>
    public async Task<ItemVerdict> SendWholeAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        if (item.Dossier.Content is not { } content) return ItemVerdict.Acknowledged;
        var whole = WholeDossier.In(content, item.State, item.Dossier.LastStepAt, item.IsStep ? DossierFees.Of(item.Dossier.Code, _settings.Value.Seed) : []);
        var address = item.IsUpdating ? _addresses.Update : _addresses.Create;
        return (await SendAsync(address, session => PortalBodies.Whole(_system, session, whole, item.IsUpdating), count: 1, cancellationToken))[0];
    }

    /// <summary>An item of several rows is acknowledged when all of them are.</summary>
    private static ItemVerdict[] Gather(IReadOnlyList<OutboxItem> items, ItemVerdict[] verdicts)
    {
        var at = 0;
        return [.. items.Select(item =>
        {
            var own = verdicts.AsSpan(at, item.Rows.Count);
            at += item.Rows.Count;
            foreach (var verdict in own)
            {
                if (verdict.Kind != VerdictKind.Acknowledged) return verdict;
            }

            return ItemVerdict.Acknowledged;
        })];
    }

    private async Task<ItemVerdict[]> SendAsync(Uri address, Func<string?, byte[]> body, int count, CancellationToken cancellationToken)
    {
        var session = _basic is null ? await _session.GetAsync(cancellationToken) : null;
        if (_basic is null && session is null) return [.. Enumerable.Repeat(ItemVerdict.Again, count)];
        var reply = await _http.PostAsync(address, _addresses.DstCodeHeader, _basic, body(session), cancellationToken);
        var verdicts = ReplyReader.Read(reply, count);
        if (session is not null && verdicts[0].Kind == VerdictKind.NewSession) _session.Drop(session);
        return verdicts;
    }
}
